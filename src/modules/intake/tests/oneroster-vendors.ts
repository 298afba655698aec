import type { Sheet, Sheets } from './made-up-package.js';
import type { OneRosterSchool } from './oneroster-school.js';

const sheet = (header: string, ...rows: string[]): Sheet => [header, ...rows].map((line) => line.split('|'));

/** A registered e-journal that the first school has confirmed; the id of its technical user. */
export async function aJournal(s: OneRosterSchool, code: string): Promise<string> {
  const [user] = await s.rows<{ id: string }>(
    `insert into access.app_user (login, name, unit_id, recorded_at, recorded_by) select $1, 'Sistēma: ' || $1, unit_id, now(), 'test' from access.app_user where unit_id is not null limit 1 returning id`, [`sistema.${code}`],
  );
  const [journal] = await s.rows<{ id: string }>(`insert into intake.journal (code, name, vendor, user_id, state, recorded_at, recorded_by) values ($1, 'Izdomātais žurnāls', 'SIA Izdoma', $2, 'registered', now(), 'test') returning id`, [code, user!.id]);
  await s.rows(`insert into intake.journal_school (journal_id, institution_id, valid_from, confirmed_at, confirmed_by) values ($1, $2, '2026-01-01', now(), 'test')`, [journal!.id, s.institutionId]);
  return user!.id;
}

/** What a package is made of. */
export interface PackedSchool {
  readonly regNr: string;
  readonly subjects: readonly { readonly id: number; readonly name: string }[];
  readonly pupils: readonly { readonly code: string; readonly family: string }[];
  readonly small: { readonly code: string; readonly family: string };
  readonly outcome: { readonly code: string };
}

/** The made-up school as an e-journal keeps it: identifiers of its own, homeroom and subject classes, a mark of each kind. */
export function journalPackage(s: PackedSchool): Sheets {
  const [maths] = s.subjects;
  const users = [...s.pupils, s.small].map((one, at) => `u${at + 1}|||true|skolens${at + 1}|{personasKods:${one.code.slice(0, 6)}-${one.code.slice(6)}}|Anna|${one.family}|||||||0${at < 3 ? 5 : 2}||||||sk|`);
  return {
    'orgs.csv': sheet('sourcedId|status|dateLastModified|name|type|identifier|parentSourcedId', `sk|||Izdomātā skola|school|${s.regNr}|`),
    'academicSessions.csv': sheet(
      'sourcedId|status|dateLastModified|title|type|startDate|endDate|parentSourcedId|schoolYear',
      'gads-2027|||2026./2027.|schoolYear|2026-09-01|2027-08-31||2027', 's1|||1. semestris|semester|2026-09-01|2026-12-18|gads-2027|2027', 'g|||Gads|ext:gads|2026-09-01|2027-05-31|gads-2027|2027',
    ),
    'courses.csv': sheet(
      'sourcedId|status|dateLastModified|schoolYearSourcedId|title|courseCode|grades|orgSourcedId|subjects|subjectCodes',
      `c1|||gads-2027|${maths!.name}|${maths!.id}||sk||`, 'c2|||gads-2027|Klase|||sk||',
    ),
    'classes.csv': sheet(
      'sourcedId|status|dateLastModified|title|grades|courseSourcedId|classCode|classType|location|schoolSourcedId|termSourcedIds|subjects|subjectCodes|periods',
      'k5a|||5 A|05|c2||homeroom||sk|s1,g|||', 'k5a-mat|||5 A stunda|05|c1||scheduled||sk|s1,g|||', 'k2b|||2b|02|c2||homeroom||sk|s1,g|||',
    ),
    'users.csv': sheet(
      'sourcedId|status|dateLastModified|enabledUser|username|userIds|givenName|familyName|middleName|identifier|email|sms|phone|agentSourcedIds|grades|password|userMasterIdentifier|preferredGivenName|preferredMiddleName|preferredFamilyName|primaryOrgSourcedId|pronouns',
      ...users,
    ),
    'roles.csv': sheet('sourcedId|status|dateLastModified|userSourcedId|roleType|role|beginDate|endDate|orgSourcedId|userProfileSourcedId', ...users.map((_, at) => `r${at + 1}|||u${at + 1}|primary|student|||sk|`)),
    'enrollments.csv': sheet(
      'sourcedId|status|dateLastModified|classSourcedId|schoolSourcedId|userSourcedId|role|primary|beginDate|endDate',
      ...s.pupils.map((_, at) => `e${at + 1}|||k5a|sk|u${at + 1}|student|false||`), ...s.pupils.map((_, at) => `em${at + 1}|||k5a-mat|sk|u${at + 1}|student|false||`), 'e4|||k2b|sk|u4|student|false||',
    ),
    'categories.csv': sheet('sourcedId|status|dateLastModified|title|weight', 'sem|||Semestra vērtējums|', 'gad|||Gada vērtējums|'),
    'lineItems.csv': sheet(
      'sourcedId|status|dateLastModified|title|description|assignDate|dueDate|classSourcedId|categorySourcedId|academicSessionSourcedId|resultValueMin|resultValueMax|schoolSourcedId',
      'l1|||1. semestris||2026-09-01|2026-12-18|k5a-mat|sem|s1|1|10|sk', 'l2|||1. semestris||2026-09-01|2026-12-18|k2b|sem|s1|||sk',
    ),
    'results.csv': sheet(
      'sourcedId|status|dateLastModified|lineItemSourcedId|studentSourcedId|scoreStatus|score|scoreDate|comment|textScore|classSourcedId|inProgress|incomplete|late|missing',
      'm1|||l1|u1|fully graded|9.0|2026-12-17|||||||', 'm2|||l1|u2|not submitted||2026-12-17||nv|||||', 'm3|||l1|u3|exempt||2026-12-17|||||||', 'm4|||l2|u4|fully graded||2026-12-17|||||||',
    ),
    'resultLearningObjectiveIds.csv': sheet('sourcedId|status|dateLastModified|resultSourcedId|source|learningObjectiveId|score|textScore', `o1|||m4|unknown|${s.outcome.code}||A`),
  };
}

/** A vendor that writes as the first text of 1.2 did, with columns of its own behind the standard ones. */
export function uncorrected(sheets: Sheets): Sheets {
  const [header, ...rows] = sheets['users.csv']!;
  const at = header!.indexOf('userMasterIdentifier') + 1;
  const users = [[...header!.toSpliced(at, 0, 'resourceSourcedIds'), 'metadata.jubileja'], ...rows.map((row) => [...row.toSpliced(at, 0, ''), 'jā, "10"'])];
  return { ...sheets, 'users.csv': users };
}

/** A vendor that knows pupils by the institution's numbers, subjects by codes of classes, sessions as terms and letters as numbers of a scale. */
export function byNumbers(sheets: Sheets): Sheets {
  const column = (file: string, name: string, change: (value: string, row: readonly string[]) => string): Sheet => {
    const [header, ...rows] = sheets[file]!;
    const at = header!.indexOf(name);
    return [header!, ...rows.map((row) => row.with(at, change(row[at]!, row)))];
  };
  const numbered = column('users.csv', 'userIds', () => '').map((row, nth) => (nth === 0 ? row : row.with(9, `IZ-2026-000${nth}`)));
  const [courses] = [column('courses.csv', 'courseCode', () => 'MAT-5')];
  const code = sheets['courses.csv']![1]![5]!;
  const classes = column('classes.csv', 'subjectCodes', (value, row) => (row[5] === 'c1' ? code : value)).map((row, nth) => (nth > 0 && row[5] === 'c1' ? row.with(11, 'Matem.') : row));
  const [outcomes, ...marks] = column('resultLearningObjectiveIds.csv', 'textScore', () => '');
  return {
    ...sheets, 'users.csv': numbered, 'courses.csv': courses!, 'classes.csv': classes,
    'academicSessions.csv': column('academicSessions.csv', 'type', (type) => (type === 'schoolYear' ? type : 'term')),
    'categories.csv': column('categories.csv', 'title', (_title, row) => (row[0] === 'sem' ? 'Semester grade' : 'Annual grade')),
    'scoreScales.csv': sheet('sourcedId|status|dateLastModified|title|type|orgSourcedId|courseSourcedId|classSourcedId|scoreScaleValue', 'stap|||STAP|ordinal|sk|c2|k2b|{S:1},{T:2},{A:3},{P:4}'),
    'lineItemScoreScales.csv': sheet('sourcedId|status|dateLastModified|title|lineItemSourcedId|scoreScaleSourcedId', 'ls||||l2|stap'),
    'resultLearningObjectiveIds.csv': [outcomes!, ...marks.map((row) => row.with(6, '3'))],
  };
}

/** A vendor that sends every piece of work, with subject classes alone. */
export function everyPiece(sheets: Sheets): Sheets {
  const rows = (file: string, keep: (row: readonly string[]) => boolean): Sheet => [sheets[file]![0]!, ...sheets[file]!.slice(1).filter(keep)];
  const work = ['darbs', '', '', 'Kontroldarbs', '', '2026-10-01', '2026-10-02', 'k5a-mat', 'ikd', 's1', '1', '10', 'sk'];
  const given = ['d1', '', '', 'darbs', 'u1', 'fully graded', '4', '2026-10-02', '', '', '', '', '', '', ''];
  return {
    ...sheets,
    'enrollments.csv': rows('enrollments.csv', (row) => row[3] !== 'k5a'),
    'categories.csv': [...sheets['categories.csv']!, ['ikd', '', '', 'Ikdienas darbi', '']],
    'lineItems.csv': [...sheets['lineItems.csv']!, work],
    'results.csv': [...sheets['results.csv']!, given],
  };
}
