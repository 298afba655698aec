import { type IsoDate, isoDate } from '#kernel/iso-date.js';
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
  /** Registration number, where a user's institution is not the one that the others work at. */
  readonly regNr?: string;
  /** As whom the register and outside systems know them; the resident is someone already in the register. */
  readonly person: { readonly code: string; readonly bornOn: IsoDate; readonly sex: 'female' | 'male' } | null;
}

/** Known to everyone: users made up for demonstrations cannot sign in where real people's data is. */
export const DEMO_PASSWORD = 'vienkopus-demo-2026';

const demo = (login: string, name: string, roleCode: string | null, place: PlaceKind | null, lv: string, en: string, person: DemoUser['person'] = null): DemoUser => ({
  login,
  password: DEMO_PASSWORD,
  name,
  role: { lv, en },
  roleCode,
  place,
  person,
});

/** A made-up person: codes that can belong to nobody (`#kernel/person-code.js`). */
const known = (code: string, bornOn: string, sex: 'female' | 'male') => ({ code, bornOn: isoDate(bornOn), sex });

const USERS: readonly DemoUser[] = [
  demo('iedzivotajs', 'Ilze Paraugs', null, null, 'Iedzīvotājs', 'Resident'),
  demo('vaditajs', 'Andris Vadonis', 'institution-head', 'institution', 'Iestādes vadītājs', 'Head of institution', known('54034483847', '1972-03-14', 'male')),
  demo('iestades.administrators', 'Inga Lietpratēja', 'institution-user-administrator', 'institution', 'Iestādes lietotāju administrators', 'User administrator of institution', known('42117437694', '1974-11-02', 'female')),
  demo('lietvedis', 'Dace Rakstvede', 'school-secretary', 'institution', 'Skolas lietvedis', 'School secretary', known('61060391541', '1983-06-21', 'female')),
  demo('skolotajs', 'Laura Matemane', 'teacher', 'institution', 'Skolotājs', 'Teacher', known('52058514092', '1985-05-12', 'female')),
  demo('virslietotajs', 'Sandra Eksamene', 'school-exam-superuser', 'institution', 'Skolas virslietotājs (pārbaudījumi)', 'School superuser (exams)', known('48077730215', '1980-07-08', 'female')),
  { ...demo('virslietotajs.vidusskola', 'Aija Sesijniece', 'school-exam-superuser', 'institution', 'Vidusskolas virslietotājs (pārbaudījumi)', 'Superuser of a secondary school (exams)', known('44037970412', '1979-03-04', 'female')), regNr: '9900000004' },
  demo('izpilddirektors', 'Juris Pilsnieks', 'municipality-head', 'municipality', 'Pašvaldības izpilddirektors', 'Executive director of municipality', known('45093345388', '1968-09-05', 'male')),
  demo('izglitiba', 'Gunta Skolmane', 'municipality-education-specialist', 'municipality', 'Pašvaldības izglītības speciālists', 'Education specialist of municipality', known('70016299235', '1979-01-30', 'female')),
  demo('pasvaldibas.administrators', 'Mārtiņš Atslēdznieks', 'municipality-user-administrator', 'municipality', 'Pašvaldības lietotāju administrators', 'User administrator of municipality', known('57049253082', '1982-04-17', 'male')),
  demo('operators', 'Zane Robežniece', 'ministry-operator', 'country', 'Ministrijas reformu operators', 'Reform operator of the ministry', known('48122206929', '1986-12-08', 'female')),
  demo('registrators', 'Kārlis Grāmatnieks', 'registrar', 'country', 'Izglītības iestāžu reģistra reģistrators', 'Registrar of institutions', known('51025160776', '1971-02-11', 'male')),
  demo('klasifikatori', 'Baiba Mācībgada', 'education-administrator', 'country', 'Izglītības reģistra pārzinis', 'Administrator of the education register', known('57118820417', '1976-11-17', 'female')),
  demo('eksameni', 'Rita Pārbaudmane', 'exam-manager', 'country', 'Pārbaudījumu vadītājs (aģentūra)', 'Exam manager of the agency', known('55067741826', '1975-06-15', 'female')),
  demo('eksamenuvaditajs', 'Valdis Apstiprins', 'exam-head', 'country', 'Pārbaudījumu daļas vadītājs (aģentūra)', 'Head of exams of the agency', known('49026614827', '1966-02-09', 'male')),
  demo('vertetajs', 'Maija Punktiņa', 'exam-assessor', 'country', 'Pārbaudījumu vērtētājs', 'Assessor of exams', known('53098215376', '1982-09-13', 'female')),
  demo('apelacijas', 'Ineta Taisnīte', 'exam-manager', 'country', 'Apelāciju komisijas loceklis (aģentūra)', 'Member of the commission of appeals (agency)', known('45037815241', '1978-03-05', 'female')),
  demo('vertetajs.otrais', 'Austra Rūpīga', 'exam-assessor', 'country', 'Otrs pārbaudījumu vērtētājs', 'Another assessor of exams', known('54108417326', '1984-10-14', 'female')),
  demo('uzturetajs', 'Zane Lapiņa', 'e-journal-vendor', 'country', 'E-žurnāla uzturētājs', 'E-journal vendor', known('59027314825', '1988-02-19', 'female')),
  demo('iedzivotaji', 'Anita Ļaudave', 'population-registrar', 'country', 'Iedzīvotāju reģistra darbinieks', 'Population registrar', known('66078114623', '1981-07-26', 'female')),
  demo('tiesibas', 'Valdis Tiesnieks', 'rights-administrator', 'country', 'Tiesību administrators', 'Rights administrator', known('59101068470', '1964-10-19', 'male')),
  demo('administrators', 'Elīna Uzraudze', 'administrator', 'country', 'Sistēmas administrators', 'System administrator', known('43054022317', '1990-05-03', 'female')),
  demo('auditors', 'Pēteris Pārbaudnieks', 'auditor', 'country', 'Auditors', 'Auditor', known('64086976164', '1969-08-24', 'male')),
];

/** Login, password and role of each demonstration user. */
export const demoUsers = (): readonly DemoUser[] => USERS;
