import { type ZipEntry, zipOf } from './zip-writer.js';

/** A file as a test writes it: its header, then its rows. */
export type Sheet = string[][];
export type Sheets = Record<string, Sheet>;

/** How a vendor writes CSV. */
export interface Dialect {
  readonly bom?: boolean;
  readonly lineEnd?: string;
  readonly quoteAll?: boolean;
  readonly lastLineEnd?: boolean;
}

const ALL_FILES = 'academicSessions categories classes classResources courseResources courses demographics enrollments lineItemLearningObjectiveIds lineItems lineItemScoreScales orgs resources resultLearningObjectiveIds results resultScoreScales roles scoreScales userProfiles userResources users'.split(' ');

const sheet = (header: string, ...rows: string[]): Sheet => [header, ...rows].map((line) => line.split('|'));

/** A small school that follows the standard in everything: two pupils, a teacher, marks of a semester and of the year. */
export const school = (): Sheets => ({
  'orgs.csv': sheet(
    'sourcedId|status|dateLastModified|name|type|identifier|parentSourcedId',
    'skola|||Izdomātā pamatskola|school|9900000004|novads',
    'novads|||Izdomātais novads|district||',
  ),
  'academicSessions.csv': sheet(
    'sourcedId|status|dateLastModified|title|type|startDate|endDate|parentSourcedId|schoolYear',
    '2026|||2025./2026.|schoolYear|2025-09-01|2026-08-31||2026',
    '2026-1|||1. semestris|semester|2025-09-01|2025-12-19|2026|2026',
    '2026-gads|||Gada vērtējums|ext:year-mark|2025-09-01|2026-05-29|2026|2026',
  ),
  'courses.csv': sheet('sourcedId|status|dateLastModified|schoolYearSourcedId|title|courseCode|grades|orgSourcedId|subjects|subjectCodes', 'mat|||2026|Matemātika||05|skola|Matemātika|101'),
  'classes.csv': sheet(
    'sourcedId|status|dateLastModified|title|grades|courseSourcedId|classCode|classType|location|schoolSourcedId|termSourcedIds|subjects|subjectCodes|periods',
    '5a-mat|||5.a matemātika|05|mat||scheduled||skola|2026-1,2026-gads|Matemātika|101|1,3',
  ),
  'users.csv': sheet(
    'sourcedId|status|dateLastModified|enabledUser|username|userIds|givenName|familyName|middleName|identifier|email|sms|phone|agentSourcedIds|grades|password|userMasterIdentifier|preferredGivenName|preferredMiddleName|preferredFamilyName|primaryOrgSourcedId|pronouns',
    'u1|||true|anna|{vienkopus:1}|Anna|Paraugbērza|||||||05||||||skola|',
    'u2|||true|janis||Jānis|Paraugozols||||||u3|05||||||skola|',
    'u3|||true|skolotaja||Ieva|Paraugkļava|||||||||||||skola|',
  ),
  'roles.csv': sheet(
    'sourcedId|status|dateLastModified|userSourcedId|roleType|role|beginDate|endDate|orgSourcedId|userProfileSourcedId',
    'r1|||u1|primary|student|2025-09-01||skola|', 'r2|||u2|primary|student|||skola|', 'r3|||u3|primary|teacher|||skola|', 'r4|||u3|secondary|parent|||skola|',
  ),
  'enrollments.csv': sheet(
    'sourcedId|status|dateLastModified|classSourcedId|schoolSourcedId|userSourcedId|role|primary|beginDate|endDate',
    'e1|||5a-mat|skola|u1|student|||', 'e2|||5a-mat|skola|u2|student||2025-09-01|2026-05-29', 'e3|||5a-mat|skola|u3|teacher|true||',
  ),
  'categories.csv': sheet('sourcedId|status|dateLastModified|title|weight', 'semestris|||Semestra vērtējums|'),
  'lineItems.csv': sheet(
    'sourcedId|status|dateLastModified|title|description|assignDate|dueDate|classSourcedId|categorySourcedId|academicSessionSourcedId|resultValueMin|resultValueMax|schoolSourcedId',
    'l1|||Semestra vērtējums||2025-09-01|2025-12-19|5a-mat|semestris|2026-1|1|10|skola', 'l2|||Gada vērtējums||2025-09-01|2026-05-29|5a-mat|semestris|2026-gads|1|10|skola',
  ),
  'results.csv': sheet(
    'sourcedId|status|dateLastModified|lineItemSourcedId|studentSourcedId|scoreStatus|score|scoreDate|comment|textScore|classSourcedId|inProgress|incomplete|late|missing',
    's1|||l1|u1|fully graded|9|2025-12-19||||false|false|false|false', 's2|||l1|u2|not submitted||2025-12-19||nv|5a-mat||||', 's3|||l2|u1|fully graded|8.5|2026-05-29|||||||',
  ),
  'scoreScales.csv': sheet('sourcedId|status|dateLastModified|title|type|orgSourcedId|courseSourcedId|classSourcedId|scoreScaleValue', 'skala|||10 balles|numeric|skola|mat|5a-mat|{10:izcili},{9:teicami}'),
});

/** The same school with all 21 files. */
export const everything = (): Sheets => ({
  ...school(),
  'userProfiles.csv': sheet('sourcedId|status|dateLastModified|userSourcedId|profileType|vendorId|applicationId|description|credentialType|username|password', 'up1|||u3|mācību vide|izdevejs|||oauth|ieva|'),
  'demographics.csv': sheet(
    'sourcedId|status|dateLastModified|birthDate|sex|americanIndianOrAlaskaNative|asian|blackOrAfricanAmerican|nativeHawaiianOrOtherPacificIslander|white|demographicRaceTwoOrMoreRaces|hispanicOrLatinoEthnicity|countryOfBirthCode|stateOfBirthAbbreviation|cityOfBirth|publicSchoolResidenceStatus',
    'u1|||2014-05-02|female||||||||LV|||',
  ),
  'lineItemLearningObjectiveIds.csv': sheet('sourcedId|status|dateLastModified|lineItemSourcedId|source|learningObjectiveId', 'lo1|||l1|unknown|M.5.1.1'),
  'lineItemScoreScales.csv': sheet('sourcedId|status|dateLastModified|title|lineItemSourcedId|scoreScaleSourcedId', 'ls1||||l1|skala'),
  'resultLearningObjectiveIds.csv': sheet('sourcedId|status|dateLastModified|resultSourcedId|source|learningObjectiveId|score|textScore', 'ro1|||s1|unknown|M.5.1.1||A'),
  'resultScoreScales.csv': sheet('sourcedId|status|dateLastModified|title|resultSourcedId|scoreScaleSourcedId', 'rs1||||s1|skala'),
  'resources.csv': sheet('sourcedId|status|dateLastModified|vendorResourceId|title|roles|importance|vendorId|applicationId', 'm1|||9789984|Matemātika 5. klasei|student,teacher|primary|izdevejs|'),
  'classResources.csv': sheet('sourcedId|status|dateLastModified|title|classSourcedId|resourceSourcedId', 'cr1||||5a-mat|m1'),
  'courseResources.csv': sheet('sourcedId|status|dateLastModified|title|courseSourcedId|resourceSourcedId', 'kr1||||mat|m1'),
  'userResources.csv': sheet('sourcedId|status|dateLastModified|userSourcedId|orgSourcedId|classSourcedId|resourceSourcedId', 'ur1|||u1|skola|5a-mat|m1'),
});

/** The same as changes only, with what was taken back. */
export function asDelta(sheets: Sheets, at = '2026-05-30T08:15:00.000Z'): Sheets {
  return Object.fromEntries(Object.entries(sheets).map(([name, [header, ...rows]]) => [name, [header!, ...rows.map(([id, , , ...more]) => [id!, 'active', at, ...more])]]));
}

/** The manifest that goes with the sheets; `changes` replaces values, and takes a row out where it is null. */
export function manifestOf(sheets: Sheets, mode = 'bulk', changes: Readonly<Record<string, string | null>> = {}): Sheet {
  const said: Record<string, string | null> = {
    'manifest.version': '1.0',
    'oneroster.version': '1.2',
    ...Object.fromEntries(ALL_FILES.map((file) => [`file.${file}`, `${file}.csv` in sheets ? mode : 'absent'])),
    'source.systemName': 'Izdomātais žurnāls',
    ...changes,
  };
  return [['propertyName', 'value'], ...Object.entries(said).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))];
}

export function csvOf(rows: Sheet, { bom = false, lineEnd = '\n', quoteAll = false, lastLineEnd = true }: Dialect = {}): string {
  const cell = (value: string) => (quoteAll || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return `${bom ? '\ufeff' : ''}${rows.map((row) => row.map(cell).join(',')).join(lineEnd)}${lastLineEnd ? lineEnd : ''}`;
}

export const entriesOf = (sheets: Sheets, dialect?: Dialect): ZipEntry[] => Object.entries(sheets).map(([name, rows]) => ({ name, content: csvOf(rows, dialect) }));

/** A whole package: the manifest and the files. */
export const packageOf = (sheets: Sheets, { manifest = manifestOf(sheets), dialect = {} }: { manifest?: Sheet | null; dialect?: Dialect } = {}): Buffer =>
  zipOf(entriesOf({ ...(manifest && { 'manifest.csv': manifest }), ...sheets }, dialect));

/** The sheets with one value changed: file, row as a spreadsheet counts, column. */
export function withValue(sheets: Sheets, file: string, row: number, column: string, value: string): Sheets {
  const rows = sheets[`${file}.csv`]!;
  const at = rows[0]!.indexOf(column);
  return { ...sheets, [`${file}.csv`]: rows.map((cells, index) => (index + 1 === row ? cells.toSpliced(at, 1, value) : cells)) };
}
