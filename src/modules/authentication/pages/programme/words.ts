import type { Text } from '#kernel/text.js';
import type { Stage } from '../../domain/policy.js';

export const WORDS = {
  title: { lv: 'Droša pierakstīšanās', en: 'Safe sign-in' },
  policy: { lv: 'Kārtība', en: 'Policy' },
  changePolicy: { lv: 'Mainīt kārtību', en: 'Change the policy' },
  exception: { lv: 'Piešķirt izņēmumu', en: 'Give an exception' },
  letters: { lv: 'Vēstules drukāšanai', en: 'Letters to print' },
  connections: { lv: 'Pašvaldības konti', en: 'Municipal accounts' },
  municipality: { lv: 'Pašvaldība', en: 'Municipality' },
  stage: { lv: 'Posms', en: 'Stage' },
  readiness: { lv: 'Gatavība', en: 'Readiness' },
  basis: { lv: 'Pamats', en: 'Basis' },
  administratorsFrom: { lv: 'Administratoriem otrs līdzeklis no', en: 'Second means for administrators from' },
  secondFactorFrom: { lv: 'Visiem otrs līdzeklis no', en: 'Second means for everybody from' },
  passwordsEndOn: { lv: 'Paroles beidzas', en: 'Passwords end on' },
  notSet: { lv: 'nav noteikts', en: 'not set' },
  login: { lv: 'Lietotājvārds', en: 'User name' },
  name: { lv: 'Vārds, uzvārds', en: 'Name' },
  reason: { lv: 'Iemesls', en: 'Reason' },
  users: { lv: 'Lietotāji', en: 'Users' },
} as const satisfies Record<string, Text>;

export const STAGE_NAMES: Readonly<Record<Stage, Text>> = {
  optional: { lv: 'pēc izvēles', en: 'optional' },
  encouraged: { lv: 'ieteikts', en: 'encouraged' },
  'required-for-administrators': { lv: 'obligāts administratoriem', en: 'required for administrators' },
  required: { lv: 'obligāts visiem', en: 'required for everybody' },
  'password-off': { lv: 'paroles izslēgtas', en: 'passwords off' },
};
