import type { Text } from '#kernel/text.js';

const ASK = { lv: 'Vērsieties pie savas pašvaldības informācijas tehnoloģiju atbalsta.', en: 'Ask the IT support of your municipality.' };
const OTHER_WAY = { lv: 'Mēģiniet vēlāk vai izvēlieties citu pierakstīšanās veidu.', en: 'Try later or choose another way to sign in.' };
const OPERATOR = { lv: 'Izvēlieties citu pierakstīšanās veidu; sistēmas uzturētājam jāpārbauda iestatījumi.', en: 'Choose another way to sign in; the operator has to check the settings.' };
const and = (what: Text, next: Text): Text => ({ lv: `${what.lv} ${next.lv}`, en: `${what.en} ${next.en}` });

/** Why a municipality's directory proved nothing. */
export const DIRECTORY_REFUSALS = {
  'nothing-entered': { lv: 'Ievadiet gan lietotājvārdu, gan paroli.', en: 'Enter both the user name and the password.' },
  'password-not-offered': { lv: 'Šajā pašvaldībā ar domēna paroli nepierakstās. Izvēlieties citu veidu.', en: 'This municipality does not sign in by domain password. Choose another way.' },
  'wrong-password': { lv: 'Lietotājvārds vai parole nav pareiza. Pārbaudiet abus un mēģiniet vēlreiz.', en: 'The user name or the password is wrong. Check both and try again.' },
  ambiguous: { lv: 'Šāds lietotājvārds domēnā ir vairākiem. Ievadiet pilno lietotājvārdu ar @.', en: 'Several people of the domain have this user name. Enter the full user name with @.' },
  disabled: and({ lv: 'Jūsu domēna konts ir atspējots.', en: 'Your domain account is disabled.' }, ASK),
  'expired-account': and({ lv: 'Jūsu domēna konta termiņš ir beidzies.', en: 'Your domain account has expired.' }, ASK),
  'expired-password': { lv: 'Jūsu domēna paroles termiņš ir beidzies. Nomainiet paroli darba datorā un mēģiniet vēlreiz.', en: 'Your domain password has expired. Change it on your work computer and try again.' },
  'must-change-password': { lv: 'Domēna parole vispirms jānomaina. Nomainiet to darba datorā un mēģiniet vēlreiz.', en: 'The domain password must be changed first. Change it on your work computer and try again.' },
  locked: and({ lv: 'Jūsu domēna konts ir bloķēts pārāk daudzu kļūdainu mēģinājumu dēļ.', en: 'Your domain account is locked after too many wrong attempts.' }, ASK),
  'not-at-this-time': and({ lv: 'Jūsu domēna kontam šajā laikā pierakstīties nav atļauts.', en: 'Your domain account may not sign in at this time.' }, ASK),
  'not-from-here': and({ lv: 'Jūsu domēna konts drīkst pierakstīties tikai noteiktos datoros.', en: 'Your domain account may sign in only on certain computers.' }, ASK),
  'account-restricted': and({ lv: 'Jūsu domēna kontam pierakstīšanās ir ierobežota.', en: 'Signing in is restricted for your domain account.' }, ASK),
  'not-in-required-group': and({ lv: 'Jūsu domēna konts nav tajā grupā, kurai atļauts pierakstīties šeit.', en: 'Your domain account is not in the group that may sign in here.' }, ASK),
  'spnego-off': { lv: 'Pierakstīšanās ar Windows šeit nav ieslēgta. Izvēlieties citu veidu.', en: 'Signing in with Windows is not switched on here. Choose another way.' },
  'no-ticket': { lv: 'Pārlūks neatsūtīja domēna biļeti. Pārbaudiet, vai esat domēna datorā, vai izvēlieties citu veidu.', en: 'The browser sent no domain ticket. Check that this computer is in the domain, or choose another way.' },
  'not-kerberos': and({ lv: 'Pārlūks piedāvāja NTLM, nevis Kerberos.', en: 'The browser offered NTLM, not Kerberos.' }, ASK),
  'bad-ticket': { lv: 'Domēna biļete nav derīga. Aizslēdziet un atslēdziet datoru, tad mēģiniet vēlreiz, vai izvēlieties citu veidu.', en: 'The domain ticket is not valid. Lock and unlock the computer and try again, or choose another way.' },
  'other-domain': and({ lv: 'Domēna biļete ir no cita domēna.', en: 'The domain ticket is of another domain.' }, ASK),
  'unknown-account': and({ lv: 'Biļetē minētā konta šajā domēna daļā nav.', en: 'The account of the ticket is not in this part of the domain.' }, ASK),
  unreachable: and({ lv: 'Pašvaldības domēns nav sasniedzams.', en: 'The domain of the municipality cannot be reached.' }, OTHER_WAY),
  'untrusted-certificate': and({ lv: 'Domēna servera sertifikātam nevar uzticēties, tāpēc parole netika sūtīta.', en: 'The certificate of the domain server cannot be trusted, so the password was not sent.' }, OPERATOR),
  'service-account-refused': and({ lv: 'Domēns nepieņem šīs sistēmas apkalpes kontu.', en: 'The domain does not accept this system’s service account.' }, OPERATOR),
  'cannot-read': and({ lv: 'Šīs sistēmas apkalpes konts nevar nolasīt jūsu domēna kontu.', en: 'This system’s service account cannot read your domain account.' }, OPERATOR),
} as const satisfies Record<string, Text>;

export type DirectoryRefusal = keyof typeof DIRECTORY_REFUSALS;

/** What is wrong with a setting of a connection, by the message of its schema. */
export const DIRECTORY_SETTING_FAULTS = {
  'not-a-host-name': { lv: 'Norādiet pilnu datora nosaukumu, piemēram, dc1.pasv.lv; adrese vien neder, jo sertifikātā ir nosaukums.', en: 'Give the full computer name, such as dc1.pasv.lv; an address alone will not do, since the certificate has the name.' },
  'not-a-distinguished-name': { lv: 'Norādiet atšķirīgo nosaukumu (DN), piemēram, DC=pasv,DC=lv.', en: 'Give a distinguished name (DN), such as DC=pasv,DC=lv.' },
  'not-a-service-account': { lv: 'Apkalpes kontu norādiet ar DN vai ar lietotājvārdu, kurā ir @.', en: 'Name the service account by DN or by a user name with @.' },
  'not-an-attribute': { lv: 'Atribūta nosaukumā drīkst būt tikai burti, cipari un defises.', en: 'An attribute name has only letters, digits and hyphens.' },
  'attribute-written-by-oneself': { lv: 'Šo atribūtu domēnā katrs var mainīt pats par sevi. Izvēlieties tādu, ko raksta tikai administrators, piemēram, employeeID.', en: 'Everyone in a domain may change this attribute of their own. Choose one that only an administrator writes, such as employeeID.' },
  'not-a-certificate': { lv: 'Tas nav sertifikācijas iestādes sertifikāts PEM formātā.', en: 'This is no certificate of a certification authority in PEM form.' },
  'not-a-realm': { lv: 'Kerberos apgabalu raksta ar lielajiem burtiem, piemēram, PASV.LV.', en: 'A Kerberos realm is written in capitals, such as PASV.LV.' },
  'not-a-keytab': { lv: 'Tas nav atslēgu fails (keytab).', en: 'This is no key file (keytab).' },
  'tickets-not-read-here': { lv: 'Pierakstīšanās ar Windows nav iespējama: šajā serverī nav uzbūvēta pakotne kerberos. To dara sistēmas uzturētājs (ceļvedis “Active Directory”).', en: 'Signing in with Windows is off: the package kerberos is not built on this server. Its operator does that (guide “Active Directory”).' },
  'spnego-needs-keytab': { lv: 'Pierakstīšanās ar Windows prasa Kerberos apgabalu un atslēgu failu (keytab).', en: 'Signing in with Windows needs a Kerberos realm and a key file (keytab).' },
} as const satisfies Record<string, Text>;
