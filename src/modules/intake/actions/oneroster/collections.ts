import { ROSTER } from '#modules/education/public.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { GRADEBOOK, type ObjectFile, OBJECTS, ROSTERING } from '../../domain/oneroster/rest-json.js';
import { isPersonId, readClassId, readCourseId, readLineItemId, readResultId, readSessionId } from '../../domain/oneroster/source-id.js';
import { classOf, enrolledIn, findYearOfClass, hasRole } from '../../store/oneroster/read-page.js';
import type { RosterScope } from '../../store/oneroster/roster-scope.js';

/** Identifiers of a request's path by their names. */
export type PathIds = Readonly<Record<string, string>>;

/** What identifiers of a path say of where to look; null where there can be no such record. */
export type Narrowing = Partial<Pick<RosterScope, 'year' | 'classId' | 'personId' | 'subjectId' | 'period'>> & { readonly institutionId?: string };

/** A list of the standard, or one record of it. */
export interface Collection {
  readonly path: string;
  readonly file: ObjectFile;
  readonly summary: string;
  readonly isOne: boolean;
  /** A list of everything in the schools of the caller: it goes from one school to the next. */
  readonly isWide: boolean;
  readonly narrow: (tx: Read, ids: PathIds) => Promise<Narrowing | null> | Narrowing | null;
  readonly where: (ids: PathIds, scope: RosterScope) => readonly Sql[];
}

const anywhere = (): Narrowing => ({});
const always = (): readonly Sql[] => [];

/** Where a record of a kind is, by the identifier that we gave it. */
const PLACES: Partial<Record<ObjectFile, (tx: Read, id: string) => Promise<Narrowing | null> | Narrowing | null>> = {
  orgs: (_tx, id) => (isPersonId(id) ? { institutionId: id } : null),
  academicSessions: (_tx, id) => yearOf(readSessionId(id)),
  courses: (_tx, id) => readCourseId(id),
  classes: (tx, id) => placeOfClass(tx, readClassId(id)),
  users: (_tx, id) => (isPersonId(id) ? { personId: id } : null),
  demographics: (_tx, id) => (isPersonId(id) ? { personId: id } : null),
  lineItems: (tx, id) => placeOfClass(tx, readLineItemId(id)),
  results: (_tx, id) => readResultId(id),
  scoreScales: (tx, id) => placeOfClass(tx, readClassId(id.replace(/\.STAP$/, ''))),
};

const yearOf = (found: { year: number } | null): Narrowing | null => found && { year: found.year };

async function placeOfClass(tx: Read, found: { classId: string; subjectId?: number; period?: string } | null): Promise<Narrowing | null> {
  const year = found ? await findYearOfClass(tx, ROSTER.classes, found.classId) : undefined;
  return found && year !== undefined ? { ...found, year } : null;
}

/** A list and its records one by one. */
const both = (root: string, name: string, file: ObjectFile, where: Collection['where'] = always, summary = name): Collection[] => [
  { path: `${root}/${name}`, file, summary: `All ${summary} of the schools of the caller`, isOne: false, isWide: true, narrow: anywhere, where },
  {
    path: `${root}/${name}/{sourcedId}`, file, summary: `One of the ${summary}`, isOne: true, isWide: false, where: (ids, scope) => [sql`o.sourced_id = ${ids['sourcedId']}`, ...where(ids, scope)],
    narrow: (tx, ids) => (PLACES[file] ?? anywhere)(tx, ids['sourcedId']!),
  },
];

const nested = (root: string, path: string, file: ObjectFile, narrow: Collection['narrow'], where: Collection['where'] = always): Collection => ({
  path: `${root}/${path}`, file, summary: `${OBJECTS[file].single} records: ${path}`, isOne: false, isWide: narrow === ofTerm, narrow, where,
});

const ofClass: Collection['narrow'] = (tx, ids) => placeOfClass(tx, readClassId(ids['classSourcedId']!));
const ofSchool: Collection['narrow'] = (_tx, ids) => (isPersonId(ids['schoolSourcedId']!) ? { institutionId: ids['schoolSourcedId']! } : null);
const ofClassInSchool: Collection['narrow'] = async (tx, ids) => {
  const [school, its] = [await ofSchool(tx, ids), await ofClass(tx, ids)];
  return school && its && { ...its, ...school };
};
const ofPerson = (name: string): Collection['narrow'] => (_tx, ids) => (isPersonId(ids[name]!) ? {} : null);
const ofTerm: Collection['narrow'] = (_tx, ids) => yearOf(readSessionId(ids['termSourcedId']!));
const typed = (...types: string[]): Sql => sql`o.type = any(${types}::text[])`;
const isRole = (role: string): Collection['where'] => () => [hasRole(role)];
const inClass = (role: string): Collection['where'] => (ids, scope) => [enrolledIn(scope, ids['classSourcedId']!, role)];
const classIs = (column: string): Collection['where'] => (ids) => [sql`${sql.ref(`o.${column}`)} = ${ids['classSourcedId']}`];
const classesOf = (name: string, role: string | null): Collection['where'] => (ids, scope) => [classOf(scope, ids[name]!, role)];

/** Everything that can be read, by the paths of the standard (Rostering and Gradebook services 1.2, core and its nested lists). */
export const COLLECTIONS: readonly Collection[] = [
  ...both(ROSTERING, 'academicSessions', 'academicSessions'),
  ...both(ROSTERING, 'terms', 'academicSessions', () => [typed('term', 'semester')]),
  ...both(ROSTERING, 'gradingPeriods', 'academicSessions', () => [typed('gradingPeriod')]),
  ...both(ROSTERING, 'orgs', 'orgs'),
  ...both(ROSTERING, 'schools', 'orgs', () => [typed('school')]),
  ...both(ROSTERING, 'courses', 'courses'),
  ...both(ROSTERING, 'classes', 'classes'),
  ...both(ROSTERING, 'users', 'users'),
  ...both(ROSTERING, 'students', 'users', isRole('student')),
  ...both(ROSTERING, 'teachers', 'users', isRole('teacher')),
  ...both(ROSTERING, 'enrollments', 'enrollments'),
  ...both(ROSTERING, 'demographics', 'demographics'),
  nested(ROSTERING, 'classes/{classSourcedId}/students', 'users', ofClass, inClass('student')),
  nested(ROSTERING, 'classes/{classSourcedId}/teachers', 'users', ofClass, inClass('teacher')),
  nested(ROSTERING, 'courses/{courseSourcedId}/classes', 'classes', (_tx, ids) => readCourseId(ids['courseSourcedId']!), (ids) => [sql`o.course_sourced_id = ${ids['courseSourcedId']}`]),
  nested(ROSTERING, 'schools/{schoolSourcedId}/classes', 'classes', ofSchool),
  nested(ROSTERING, 'schools/{schoolSourcedId}/courses', 'courses', ofSchool),
  nested(ROSTERING, 'schools/{schoolSourcedId}/enrollments', 'enrollments', ofSchool),
  nested(ROSTERING, 'schools/{schoolSourcedId}/students', 'users', ofSchool, isRole('student')),
  nested(ROSTERING, 'schools/{schoolSourcedId}/teachers', 'users', ofSchool, isRole('teacher')),
  nested(ROSTERING, 'schools/{schoolSourcedId}/terms', 'academicSessions', ofSchool, () => [typed('term', 'semester')]),
  nested(ROSTERING, 'schools/{schoolSourcedId}/classes/{classSourcedId}/enrollments', 'enrollments', ofClassInSchool, classIs('class_sourced_id')),
  nested(ROSTERING, 'schools/{schoolSourcedId}/classes/{classSourcedId}/students', 'users', ofClassInSchool, inClass('student')),
  nested(ROSTERING, 'schools/{schoolSourcedId}/classes/{classSourcedId}/teachers', 'users', ofClassInSchool, inClass('teacher')),
  nested(ROSTERING, 'students/{studentSourcedId}/classes', 'classes', ofPerson('studentSourcedId'), classesOf('studentSourcedId', 'student')),
  nested(ROSTERING, 'teachers/{teacherSourcedId}/classes', 'classes', ofPerson('teacherSourcedId'), classesOf('teacherSourcedId', 'teacher')),
  nested(ROSTERING, 'users/{userSourcedId}/classes', 'classes', ofPerson('userSourcedId'), classesOf('userSourcedId', null)),
  nested(ROSTERING, 'terms/{termSourcedId}/classes', 'classes', ofTerm, (ids) => [sql`${ids['termSourcedId']} = any(string_to_array(o.term_sourced_ids, ','))`]),
  nested(ROSTERING, 'terms/{termSourcedId}/gradingPeriods', 'academicSessions', ofTerm, () => [typed('gradingPeriod')]),
  ...both(GRADEBOOK, 'categories', 'categories'),
  ...both(GRADEBOOK, 'lineItems', 'lineItems'),
  ...both(GRADEBOOK, 'results', 'results'),
  ...both(GRADEBOOK, 'scoreScales', 'scoreScales'),
  nested(GRADEBOOK, 'classes/{classSourcedId}/categories', 'categories', ofClass),
  nested(GRADEBOOK, 'classes/{classSourcedId}/lineItems', 'lineItems', ofClass, classIs('class_sourced_id')),
  nested(GRADEBOOK, 'classes/{classSourcedId}/results', 'results', ofClass, classIs('class_sourced_id')),
  nested(GRADEBOOK, 'classes/{classSourcedId}/scoreScales', 'scoreScales', ofClass, classIs('class_sourced_id')),
  nested(GRADEBOOK, 'classes/{classSourcedId}/lineItems/{lineItemSourcedId}/results', 'results', ofClass, (ids) => [
    sql`o.class_sourced_id = ${ids['classSourcedId']} and o.line_item_sourced_id = ${ids['lineItemSourcedId']}`,
  ]),
  nested(GRADEBOOK, 'classes/{classSourcedId}/students/{studentSourcedId}/results', 'results', async (tx, ids) => {
    const its = await ofClass(tx, ids);
    return its && isPersonId(ids['studentSourcedId']!) ? { ...its, personId: ids['studentSourcedId']! } : null;
  }, classIs('class_sourced_id')),
  nested(GRADEBOOK, 'schools/{schoolSourcedId}/scoreScales', 'scoreScales', ofSchool),
];
