import type { Text } from '#kernel/text.js';

/** Shown by the phone before the PIN (at most 200 and 60 characters). */
export const ASKED_ON_PHONE = {
  long: { lv: 'Jūs pierakstāties sistēmā Vienkopus. Ievadiet PIN1 tikai tad, ja pats to sākāt.', en: 'You are signing in to Vienkopus. Enter PIN1 only if you began this yourself.' },
  short: { lv: 'Pierakstīšanās sistēmā Vienkopus', en: 'Signing in to Vienkopus' },
} as const satisfies Record<string, Text>;

const AGAIN = { lv: 'Sāciet vēlreiz.', en: 'Begin again.' };
const OTHER_WAY = { lv: 'Mēģiniet vēlreiz vai izvēlieties citu pierakstīšanās veidu.', en: 'Try again or choose another way to sign in.' };
const TELL_US = { lv: 'Jūs netikāt pierakstīts. Sāciet vēlreiz; ja tas atkārtojas, ziņojiet sistēmas uzturētājam.', en: 'You were not signed in. Begin again; if it happens once more, tell the operator of the system.' };
const and = (what: Text, next: Text): Text => ({ lv: `${what.lv} ${next.lv}`, en: `${what.en} ${next.en}` });

/** Why Smart-ID proved nothing. Each end of a session that the service knows has its own words. */
export const SMART_ID_REFUSALS = {
  'user-refused': and({ lv: 'Jūs atteicāties tālrunī.', en: 'You refused on the phone.' }, AGAIN),
  'user-refused-text': and({ lv: 'Jūs atteicāties, kad tālrunis rādīja, kur pierakstāties.', en: 'You refused when the phone showed what you sign in to.' }, AGAIN),
  'user-refused-account-choice': and({ lv: 'Jums ir vairāki Smart-ID konti, un neviens netika izvēlēts.', en: 'You have several Smart-ID accounts and chose none.' }, AGAIN),
  timeout: and({ lv: 'Tālrunī netika apstiprināts laikā.', en: 'Nothing was confirmed on the phone in time.' }, AGAIN),
  'wrong-code': and({ lv: 'Tālrunī izvēlēts nepareizs kontroles kods.', en: 'A wrong verification code was chosen on the phone.' }, { lv: 'Sāciet vēlreiz un salīdziniet abus kodus.', en: 'Begin again and compare both codes.' }),
  'document-unusable': { lv: 'Ar šo Smart-ID kontu pašlaik nevar pierakstīties. Atveriet lietotni Smart-ID un skatiet, kas jādara.', en: 'This Smart-ID account cannot be used now. Open the Smart-ID app and see what to do.' },
  'account-unusable': { lv: 'Smart-ID konts pašlaik nav lietojams. Atveriet lietotni Smart-ID un skatiet, kas jādara.', en: 'The Smart-ID account is unusable now. Open the Smart-ID app and see what to do.' },
  'app-too-old': { lv: 'Lietotne Smart-ID ir novecojusi. Atjauniniet to un sāciet vēlreiz.', en: 'The Smart-ID app is outdated. Update it and begin again.' },
  'protocol-failure': and({ lv: 'Smart-ID neizdevās pabeigt apstiprināšanu.', en: 'Smart-ID could not finish the confirmation.' }, OTHER_WAY),
  'other-session-expected': and({ lv: 'Tālrunis gaidīja citu Smart-ID darbību.', en: 'The phone was waiting for another Smart-ID action.' }, AGAIN),
  'service-failure': and({ lv: 'Smart-ID pakalpojumā radās kļūda.', en: 'The Smart-ID service failed.' }, OTHER_WAY),
  'unknown-end': and({ lv: 'Smart-ID atbildēja ar mums nezināmu iznākumu.', en: 'Smart-ID answered with an outcome we do not know.' }, OTHER_WAY),
  'no-account': { lv: 'Personai ar šo kodu nav derīga Smart-ID konta. Pārbaudiet kodu vai izvēlieties citu pierakstīšanās veidu.', en: 'The person with this code has no valid Smart-ID account. Check the code or choose another way to sign in.' },
  'no-account-of-level': { lv: 'Jūsu Smart-ID konts nav pietiekami drošs (vajadzīgs kvalificēts Smart-ID). Paaugstiniet to lietotnē Smart-ID vai izvēlieties citu veidu.', en: 'Your Smart-ID account is not sure enough (a qualified Smart-ID is needed). Upgrade it in the Smart-ID app or choose another way.' },
  'see-smart-id': { lv: 'Smart-ID aicina atvērt lietotni vai pašapkalpošanās portālu.', en: 'Smart-ID asks you to open its app or self-service portal.' },
  'session-gone': and({ lv: 'Šī Smart-ID pierakstīšanās ir beigusies.', en: 'This Smart-ID sign-in has ended.' }, AGAIN),
  maintenance: { lv: 'Smart-ID pakalpojumā notiek uzturēšanas darbi. Izvēlieties citu pierakstīšanās veidu vai mēģiniet vēlāk.', en: 'The Smart-ID service is under maintenance. Choose another way to sign in or try later.' },
  'system-not-accepted': { lv: 'Smart-ID pakalpojums nepieņem šīs sistēmas pieprasījumus. Izvēlieties citu veidu; sistēmas uzturētājam jāpārbauda iestatījumi.', en: 'The Smart-ID service does not accept this system’s requests. Choose another way; the operator has to check the settings.' },
  unreachable: and({ lv: 'Smart-ID pakalpojums nav sasniedzams.', en: 'The Smart-ID service cannot be reached.' }, OTHER_WAY),
  'bad-answer': and({ lv: 'Smart-ID atbilde nav saprotama.', en: 'The answer of Smart-ID cannot be understood.' }, OTHER_WAY),
  'untrusted-certificate': and({ lv: 'Atbildes sertifikātu nav izdevis uzticams izdevējs.', en: 'The certificate of the answer was not issued by a trusted authority.' }, TELL_US),
  'certificate-not-valid-now': { lv: 'Jūsu Smart-ID sertifikāts nav spēkā. Atjaunojiet Smart-ID kontu vai izvēlieties citu veidu.', en: 'Your Smart-ID certificate is not valid. Renew the Smart-ID account or choose another way.' },
  'wrong-purpose': and({ lv: 'Atbildes sertifikāts nav domāts autentifikācijai ar Smart-ID.', en: 'The certificate of the answer is not for authentication by Smart-ID.' }, TELL_US),
  'level-too-low': { lv: 'Jūsu Smart-ID konta drošības līmenis ir par zemu. Paaugstiniet to lietotnē Smart-ID vai izvēlieties citu veidu.', en: 'The level of your Smart-ID account is too low. Upgrade it in the Smart-ID app or choose another way.' },
  'bad-signature': and({ lv: 'Atbildes paraksts neatbilst mūsu pieprasījumam.', en: 'The signature of the answer does not fit our request.' }, TELL_US),
  'wrong-flow': and({ lv: 'Apstiprināts citādi, nekā tika piedāvāts.', en: 'It was confirmed in another way than was offered.' }, TELL_US),
  'wrong-return': and({ lv: 'Atgriešanās no lietotnes Smart-ID neatbilst šai pierakstīšanās reizei.', en: 'The return from the Smart-ID app does not belong to this sign-in.' }, AGAIN),
  'other-person': { lv: 'Tālrunī apstiprināja cita persona, nevis tā, kurai tas tika lūgts.', en: 'Another person confirmed on the phone than the one who was asked.' },
} as const satisfies Record<string, Text>;

export type SmartIdRefusal = keyof typeof SMART_ID_REFUSALS;
