import type { Text } from '#kernel/text.js';
import type { PlaceKind } from './place.js';

/** One made-up user for each role, for whoever tries the program. */
export interface DemoUser {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly role: Text;
  /** Null for a resident, who holds no role but sees their own data. */
  readonly roleCode: string | null;
  readonly place: PlaceKind | null;
}

/** Known to everyone: users made up for demonstrations cannot sign in where real people's data is. */
export const DEMO_PASSWORD = 'vienkopus-demo-2026';
/** argon2id of `DEMO_PASSWORD` (19 MiB, 2 passes), computed once: 15,000 users share it. Refused in production. */
export const DEMO_PASSWORD_HASH = '$argon2id$v=19$m=19456,t=2,p=1$wehqYO2RfnJLqyuoqLlaTQ$a3n9i2DDVoWDaV4zWfJRFNpvhjVWPmV7ZyjZylXpiXI';

const demo = (login: string, name: string, roleCode: string | null, place: PlaceKind | null, lv: string, en: string): DemoUser => ({
  login,
  password: DEMO_PASSWORD,
  name,
  role: { lv, en },
  roleCode,
  place,
});

const USERS: readonly DemoUser[] = [
  demo('iedzivotajs', 'Ilze Paraugs', null, null, 'Iedzīvotājs', 'Resident'),
  demo('vaditajs', 'Andris Vadonis', 'institution-head', 'institution', 'Iestādes vadītājs', 'Head of institution'),
  demo('iestades.administrators', 'Inga Lietpratēja', 'institution-user-administrator', 'institution', 'Iestādes lietotāju administrators', 'User administrator of institution'),
  demo('lietvedis', 'Dace Rakstvede', 'school-secretary', 'institution', 'Skolas lietvedis', 'School secretary'),
  demo('izpilddirektors', 'Juris Pilsnieks', 'municipality-head', 'municipality', 'Pašvaldības izpilddirektors', 'Executive director of municipality'),
  demo('izglitiba', 'Gunta Skolmane', 'municipality-education-specialist', 'municipality', 'Pašvaldības izglītības speciālists', 'Education specialist of municipality'),
  demo('pasvaldibas.administrators', 'Mārtiņš Atslēdznieks', 'municipality-user-administrator', 'municipality', 'Pašvaldības lietotāju administrators', 'User administrator of municipality'),
  demo('operators', 'Zane Robežniece', 'ministry-operator', 'country', 'Ministrijas reformu operators', 'Reform operator of the ministry'),
  demo('registrators', 'Kārlis Grāmatnieks', 'registrar', 'country', 'Izglītības iestāžu reģistra reģistrators', 'Registrar of institutions'),
  demo('iedzivotaji', 'Anita Ļaudave', 'population-registrar', 'country', 'Iedzīvotāju reģistra darbinieks', 'Population registrar'),
  demo('tiesibas', 'Valdis Tiesnieks', 'rights-administrator', 'country', 'Tiesību administrators', 'Rights administrator'),
  demo('administrators', 'Elīna Uzraudze', 'administrator', 'country', 'Sistēmas administrators', 'System administrator'),
  demo('auditors', 'Pēteris Pārbaudnieks', 'auditor', 'country', 'Auditors', 'Auditor'),
];

/** Login, password and role of each demonstration user. */
export const demoUsers = (): readonly DemoUser[] => USERS;
