import type { Text } from '#kernel/text.js';

/** Why an OpenID provider proved nothing, and what to do next. */
export const OPENID_REFUSALS = {
  'user-refused': { lv: 'Jūs atteicāties no pierakstīšanās. Sāciet vēlreiz vai izvēlieties citu veidu.', en: 'You refused to sign in. Begin again or choose another way.' },
  'wrong-return': { lv: 'Atgriešanās no pierakstīšanās vietas neatbilst šai reizei. Sāciet vēlreiz.', en: 'The return from the sign-in service does not belong to this sign-in. Begin again.' },
  'session-gone': { lv: 'Šī pierakstīšanās ir beigusies vai jau izmantota. Sāciet vēlreiz.', en: 'This sign-in has ended or was used already. Begin again.' },
  'bad-token': { lv: 'Pierakstīšanās apliecinājums nav derīgs. Sāciet vēlreiz; ja tas atkārtojas, ziņojiet sistēmas uzturētājam.', en: 'The token of the sign-in is not valid. Begin again; if it happens once more, tell the operator of the system.' },
  'not-meant-for': { lv: 'Ar šo kontu šeit nevar pierakstīties. Izvēlieties citu pierakstīšanās veidu.', en: 'This account cannot be used to sign in here. Choose another way to sign in.' },
  'system-not-accepted': { lv: 'Pierakstīšanās vieta nepieņem šīs sistēmas pieprasījumus. Izvēlieties citu veidu; uzturētājam jāpārbauda savienojums.', en: 'The sign-in service does not accept this system’s requests. Choose another way; the operator has to check the connection.' },
  'service-failure': { lv: 'Pierakstīšanās vietā radās kļūda. Mēģiniet vēlreiz vai izvēlieties citu veidu.', en: 'The sign-in service failed. Try again or choose another way.' },
  unreachable: { lv: 'Pierakstīšanās vieta nav sasniedzama. Mēģiniet vēlreiz vai izvēlieties citu veidu.', en: 'The sign-in service cannot be reached. Try again or choose another way.' },
} as const satisfies Record<string, Text>;

export type OpenIdRefusal = keyof typeof OPENID_REFUSALS;
