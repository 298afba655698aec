import type { Text } from '#kernel/text.js';
import type { Stage } from '../../domain/policy.js';

export const WORDS = {
  title: { lv: 'Droša pierakstīšanās', en: 'Safe sign-in' },
  policy: { lv: 'Kārtība', en: 'Policy' },
  changePolicy: { lv: 'Mainīt kārtību', en: 'Change the policy' },
  exception: { lv: 'Piešķirt izņēmumu', en: 'Give an exception' },
  letters: { lv: 'Vēstules drukāšanai', en: 'Letters to print' },
  connections: { lv: 'Pašvaldības konti', en: 'Municipal accounts' },
  providers: { lv: 'Valsts sniedzēji', en: 'Providers of the country' },
  municipality: { lv: 'Pašvaldība', en: 'Municipality' },
  stage: { lv: 'Posms', en: 'Stage' },
  readiness: { lv: 'Gatavība', en: 'Readiness' },
  basis: { lv: 'Pamats', en: 'Basis' },
  administratorsFrom: { lv: 'Administratoriem otrs līdzeklis no', en: 'Second factor for administrators from' },
  secondFactorFrom: { lv: 'Visiem otrs līdzeklis no', en: 'Second factor for everybody from' },
  passwordsEndOn: { lv: 'Paroles beidzas', en: 'Passwords end on' },
  notSet: { lv: 'nav noteikts', en: 'not set' },
  allowed: { lv: 'Atļautie līdzekļi', en: 'Allowed means' },
  allMeans: { lv: 'visi', en: 'all' },
  networks: { lv: 'Pašvaldības tīkli', en: 'Networks of the municipality' },
  anyNetwork: { lv: 'nav norādīti: visur vienādi', en: 'none given: the same everywhere' },
  elsewhereAtOnce: { lv: '(no citurienes otrs līdzeklis vajadzīgs jau tagad)', en: '(from elsewhere a second factor is needed already now)' },
  session: { lv: 'Sesijas ilgums', en: 'Length of a session' },
  asEverywhere: { lv: 'kā visā valstī', en: 'as in the whole country' },
  help: { lv: 'Kur zvanīt, ja neizdodas', en: 'Where to call if it does not work' },
  login: { lv: 'Lietotājvārds', en: 'User name' },
  name: { lv: 'Vārds, uzvārds', en: 'Name' },
  reason: { lv: 'Iemesls', en: 'Reason' },
  means: { lv: 'Līdzekļi', en: 'Means' },
  ways: { lv: 'Der arī bez paroles', en: 'Open without a password' },
  strength: { lv: 'Cik droši', en: 'How strong' },
  users: { lv: 'Lietotāji', en: 'Users' },
} as const satisfies Record<string, Text>;

export const STAGE_NAMES: Readonly<Record<Stage, Text>> = {
  optional: { lv: 'pēc izvēles', en: 'optional' },
  encouraged: { lv: 'ieteikts', en: 'encouraged' },
  'required-for-administrators': { lv: 'obligāts administratoriem', en: 'required for administrators' },
  required: { lv: 'obligāts visiem', en: 'required for everybody' },
  'password-off': { lv: 'paroles izslēgtas', en: 'passwords off' },
};
