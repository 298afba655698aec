import type { Text } from '#kernel/text.js';

/** Why eParaksts proved nothing, and what to do next. */
export const EPARAKSTS_REFUSALS = {
  'user-refused': { lv: 'Jūs atteicāties no pierakstīšanās ar eParaksts. Sāciet vēlreiz vai izvēlieties citu veidu.', en: 'You refused to sign in by eParaksts. Begin again or choose another way.' },
  'wrong-return': { lv: 'Atgriešanās no eParaksts neatbilst šai pierakstīšanās reizei. Sāciet vēlreiz.', en: 'The return from eParaksts does not belong to this sign-in. Begin again.' },
  'session-gone': { lv: 'Šī eParaksts pierakstīšanās ir beigusies vai jau izmantota. Sāciet vēlreiz.', en: 'This eParaksts sign-in has ended or was used already. Begin again.' },
  'no-identity': { lv: 'eParaksts nepateica Jūsu personas kodu, tāpēc nevaram Jūs pierakstīt. Izvēlieties citu veidu.', en: 'eParaksts did not say your personal code, so we cannot sign you in. Choose another way.' },
  'system-not-accepted': { lv: 'eParaksts nepieņem šīs sistēmas pieprasījumus. Izvēlieties citu veidu; sistēmas uzturētājam jāpārbauda iestatījumi.', en: 'eParaksts does not accept this system’s requests. Choose another way; the operator has to check the settings.' },
  'service-failure': { lv: 'eParaksts pakalpojumā radās kļūda. Mēģiniet vēlreiz vai izvēlieties citu veidu.', en: 'The eParaksts service failed. Try again or choose another way.' },
  'bad-answer': { lv: 'eParaksts atbilde nav saprotama. Mēģiniet vēlreiz vai izvēlieties citu veidu.', en: 'The answer of eParaksts cannot be understood. Try again or choose another way.' },
  unreachable: { lv: 'eParaksts nav sasniedzams. Mēģiniet vēlreiz vai izvēlieties citu veidu.', en: 'eParaksts cannot be reached. Try again or choose another way.' },
} as const satisfies Record<string, Text>;

export type EparakstsRefusal = keyof typeof EPARAKSTS_REFUSALS;
