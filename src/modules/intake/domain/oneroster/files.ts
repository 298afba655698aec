import { closed, date, extensible, type Field, field, text, texts, to, toMany, truth, word } from './field.js';

/** The 21 data files of a package, each after those whose records it names (save its own). */
export const DATA_FILES = [
  'orgs', 'academicSessions', 'courses', 'classes', 'users', 'userProfiles', 'roles', 'enrollments', 'demographics',
  'categories', 'lineItems', 'results', 'scoreScales', 'lineItemLearningObjectiveIds', 'lineItemScoreScales',
  'resultLearningObjectiveIds', 'resultScoreScales', 'resources', 'classResources', 'courseResources', 'userResources',
] as const;
export type DataFile = (typeof DATA_FILES)[number];

export const fileName = (file: DataFile): string => `${file}.csv`;
export const MANIFEST = 'manifest.csv';

/** The columns that every data file begins with. */
export const COMMON = ['sourcedId', 'status', 'dateLastModified'] as const;

export interface FileRules {
  readonly fields: readonly Field[];
  /** Pairs of columns of which the second day must not lie before the first. */
  readonly days?: readonly (readonly [string, string])[];
  /** Two lists that go together, word by word. */
  readonly paired?: readonly [string, string];
  /** A column that only the uncorrected text of 1.2 has, after the one named. */
  readonly uncorrected?: { readonly column: string; readonly after: string };
  /** Columns as version 1.1 called them. */
  readonly formerly?: Readonly<Record<string, string>>;
}

const personal = { personal: true };
const origin = { personal: true, unwanted: true };
const secret = { personal: true, unwanted: true };
const A_SCHOOL = { is: 'school', otherwise: 'school-not-a-school' } as const;

/**
 * What OneRoster 1.2.1 says of each file: columns in their order (* a value is required), forms, vocabularies and the file
 * whose records a column names. Source: 1EdTech OneRoster 1.2 CSV Binding with the corrections of 1.2.1.
 */
export const FILES: Readonly<Record<DataFile, FileRules>> = {
  orgs: {
    fields: [text('name*'), word('type*', extensible('department', 'school', 'district', 'local', 'state', 'national')), text('identifier'), to('parentSourcedId', 'orgs')],
  },
  academicSessions: {
    fields: [
      text('title*'), word('type*', extensible('gradingPeriod', 'semester', 'schoolYear', 'term')),
      date('startDate*'), date('endDate*'), to('parentSourcedId', 'academicSessions'), field('schoolYear*', 'year'),
    ],
    days: [['startDate', 'endDate']],
  },
  courses: {
    fields: [
      to('schoolYearSourcedId', 'academicSessions', { is: 'schoolYear', otherwise: 'course-session-not-school-year' }),
      text('title*'), text('courseCode'), texts('grades'), to('orgSourcedId*', 'orgs'), texts('subjects'), texts('subjectCodes'),
    ],
    paired: ['subjects', 'subjectCodes'],
  },
  classes: {
    fields: [
      text('title*'), texts('grades'), to('courseSourcedId*', 'courses'), text('classCode'), word('classType*', extensible('homeroom', 'scheduled')), text('location'),
      to('schoolSourcedId*', 'orgs', A_SCHOOL), toMany('termSourcedIds*', 'academicSessions'), texts('subjects'), texts('subjectCodes'), texts('periods'),
    ],
    paired: ['subjects', 'subjectCodes'],
  },
  users: {
    fields: [
      truth('enabledUser*'), text('username*', personal), texts('userIds', personal), text('givenName*', personal), text('familyName*', personal), text('middleName', personal),
      text('identifier', personal), text('email', personal), text('sms', personal), text('phone', personal), toMany('agentSourcedIds', 'users'), texts('grades'),
      text('password', secret), text('userMasterIdentifier', personal), text('preferredGivenName', personal), text('preferredMiddleName', personal),
      text('preferredFamilyName', personal), to('primaryOrgSourcedId', 'orgs'), text('pronouns', personal),
    ],
    uncorrected: { column: 'resourceSourcedIds', after: 'userMasterIdentifier' },
  },
  userProfiles: {
    fields: [
      to('userSourcedId*', 'users'), text('profileType*'), text('vendorId*'), text('applicationId'), text('description', personal),
      text('credentialType*'), text('username*', personal), text('password', secret),
    ],
  },
  roles: {
    fields: [
      to('userSourcedId*', 'users'), word('roleType*', closed('primary', 'secondary')),
      word('role*', extensible('aide', 'counselor', 'districtAdministrator', 'guardian', 'parent', 'principal', 'proctor', 'relative', 'siteAdministrator', 'student', 'systemAdministrator', 'teacher')),
      date('beginDate'), date('endDate'), to('orgSourcedId*', 'orgs'), to('userProfileSourcedId', 'userProfiles'),
    ],
    days: [['beginDate', 'endDate']],
  },
  enrollments: {
    fields: [
      to('classSourcedId*', 'classes'), to('schoolSourcedId*', 'orgs', A_SCHOOL), to('userSourcedId*', 'users'),
      word('role*', extensible('administrator', 'proctor', 'student', 'teacher')), truth('primary'), date('beginDate'), date('endDate'),
    ],
    days: [['beginDate', 'endDate']],
  },
  demographics: {
    fields: [
      date('birthDate', personal), word('sex', extensible('male', 'female', 'unspecified', 'other'), personal),
      truth('americanIndianOrAlaskaNative', origin), truth('asian', origin), truth('blackOrAfricanAmerican', origin),
      truth('nativeHawaiianOrOtherPacificIslander', origin), truth('white', origin), truth('demographicRaceTwoOrMoreRaces', origin), truth('hispanicOrLatinoEthnicity', origin),
      text('countryOfBirthCode', personal), text('stateOfBirthAbbreviation', personal), text('cityOfBirth', personal), text('publicSchoolResidenceStatus', personal),
    ],
  },
  categories: { fields: [text('title*'), field('weight', 'integer')] },
  lineItems: {
    fields: [
      text('title*'), text('description'), date('assignDate*'), date('dueDate*'), to('classSourcedId*', 'classes'), to('categorySourcedId*', 'categories'),
      to('academicSessionSourcedId*', 'academicSessions', { not: 'schoolYear', otherwise: 'line-item-in-school-year' }),
      field('resultValueMin', 'number'), field('resultValueMax', 'number'), to('schoolSourcedId*', 'orgs', A_SCHOOL),
    ],
    days: [['assignDate', 'dueDate']],
    formerly: { gradingPeriodSourcedId: 'academicSessionSourcedId' },
  },
  results: {
    fields: [
      to('lineItemSourcedId*', 'lineItems'), to('studentSourcedId*', 'users'),
      word('scoreStatus*', extensible('exempt', 'fully graded', 'not submitted', 'partially graded', 'submitted')),
      field('score', 'number'), date('scoreDate*'), text('comment', personal), text('textScore'), to('classSourcedId', 'classes'),
      truth('inProgress'), truth('incomplete'), truth('late'), truth('missing'),
    ],
  },
  scoreScales: {
    fields: [text('title*'), text('type*'), to('orgSourcedId*', 'orgs'), to('courseSourcedId*', 'courses'), to('classSourcedId*', 'classes'), field('scoreScaleValue*', 'score-scale')],
  },
  lineItemLearningObjectiveIds: { fields: [to('lineItemSourcedId*', 'lineItems'), word('source*', extensible('case', 'unknown')), text('learningObjectiveId*')] },
  lineItemScoreScales: { fields: [text('title'), to('lineItemSourcedId*', 'lineItems'), to('scoreScaleSourcedId*', 'scoreScales')] },
  resultLearningObjectiveIds: {
    fields: [to('resultSourcedId*', 'results'), word('source*', extensible('case', 'unknown')), text('learningObjectiveId*'), field('score', 'number'), text('textScore')],
  },
  resultScoreScales: { fields: [text('title'), to('resultSourcedId*', 'results'), to('scoreScaleSourcedId*', 'scoreScales')] },
  resources: {
    fields: [
      text('vendorResourceId*'), text('title'), field('roles', 'words', { vocabulary: extensible('administrator', 'aide', 'guardian', 'parent', 'proctor', 'relative', 'student', 'teacher') }),
      word('importance', closed('primary', 'secondary')), text('vendorId'), text('applicationId'),
    ],
  },
  classResources: { fields: [text('title'), to('classSourcedId*', 'classes'), to('resourceSourcedId*', 'resources')] },
  courseResources: { fields: [text('title'), to('courseSourcedId*', 'courses'), to('resourceSourcedId*', 'resources')] },
  userResources: { fields: [to('userSourcedId*', 'users'), to('orgSourcedId', 'orgs'), to('classSourcedId', 'classes'), to('resourceSourcedId*', 'resources')] },
};

/** A file's columns in their order; those of the uncorrected text of 1.2 where the header shows it. */
export function columnsOf(file: DataFile, asUncorrected = false): readonly string[] {
  const { fields, uncorrected } = FILES[file];
  const names = [...COMMON, ...fields.map((one) => one.name)];
  return asUncorrected && uncorrected ? names.toSpliced(names.indexOf(uncorrected.after) + 1, 0, uncorrected.column) : names;
}
