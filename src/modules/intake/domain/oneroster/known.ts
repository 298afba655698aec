import type { DataFile } from './files.js';

/** What a record of a package means to the register, without anything that is not needed to understand marks. */
export interface KnownFacts {
  orgs: { readonly type: string; readonly name: string; readonly regNr: string };
  academicSessions: { readonly type: string; readonly title: string; readonly from: string; readonly to: string };
  courses: { readonly title: string; readonly code: string; readonly subjects: string; readonly subjectCodes: string; readonly language: string };
  classes: { readonly title: string; readonly course: string; readonly kind: string; readonly school: string; readonly subjects: string; readonly subjectCodes: string };
  /** `pupil` is the personal code or the institution's number; empty where the package gives neither. */
  users: { readonly pupil: string; readonly family: string };
  /** The class (homeroom) a student is in, kept under the student. */
  enrollments: { readonly student: string; readonly class: string };
  categories: { readonly title: string };
  lineItems: { readonly title: string; readonly class: string; readonly category: string; readonly session: string; readonly school: string };
  scoreScales: { readonly pairs: string };
  lineItemScoreScales: { readonly lineItem: string; readonly scale: string };
  resultScoreScales: { readonly result: string; readonly scale: string };
}
export type KnownFile = keyof KnownFacts;

/** Files whose records are kept, so that a later delta can name them. */
export const KEPT_FILES = [
  'orgs', 'academicSessions', 'courses', 'classes', 'users', 'enrollments', 'categories', 'lineItems', 'scoreScales', 'lineItemScoreScales',
] as const satisfies readonly (KnownFile & DataFile)[];

/** A value of a row by its column; empty where there is none. */
export type Value = (column: string) => string;

const PERSON_CODE = /^\s*(\d{6})-?(\d{5})\s*$/;

/** The facts of one row. What the standard calls differently in its REST binding comes here under the names of the CSV binding. */
const FACTS_OF: { readonly [F in KnownFile]: (value: Value) => KnownFacts[F] } = {
  orgs: (value) => ({ type: value('type'), name: value('name'), regNr: value('identifier').trim() }),
  academicSessions: (value) => ({ type: value('type'), title: value('title'), from: value('startDate'), to: value('endDate') }),
  courses: (value) => ({ title: value('title'), code: value('courseCode'), subjects: value('subjects'), subjectCodes: value('subjectCodes'), language: value('metadata.language') }),
  classes: (value) => ({
    title: value('title'), course: value('courseSourcedId'), kind: value('classType'), school: value('schoolSourcedId'), subjects: value('subjects'), subjectCodes: value('subjectCodes'),
  }),
  users: (value) => ({ pupil: pupilOf(value('userIds'), value('identifier')), family: value('familyName') }),
  enrollments: (value) => ({ student: value('role') === 'student' ? value('userSourcedId') : '', class: value('classSourcedId') }),
  categories: (value) => ({ title: value('title') }),
  lineItems: (value) => ({
    title: value('title'), class: value('classSourcedId'), category: value('categorySourcedId'), session: value('academicSessionSourcedId'), school: value('schoolSourcedId'),
  }),
  scoreScales: (value) => ({ pairs: value('scoreScaleValue') }),
  lineItemScoreScales: (value) => ({ lineItem: value('lineItemSourcedId'), scale: value('scoreScaleSourcedId') }),
  resultScoreScales: (value) => ({ result: value('resultSourcedId'), scale: value('scoreScaleSourcedId') }),
};

/**
 * How the register knows a user: the personal code among `{type:id}` pairs of userIds, else the identifier, which is the number that
 * the institution gave (or a personal code again). User names and sourcedIds are never taken for either.
 */
function pupilOf(userIds: string, identifier: string): string {
  const pairs = [...userIds.matchAll(/\{([^:{}]*):([^{}]*)\}/g)].map(([, type, id]) => ({ type: (type ?? '').toLowerCase().replaceAll(/[^a-zāčēģīķļņšūž]/g, ''), id: id ?? '' }));
  const named = pairs.find(({ type }) => CODE_TYPES.has(type)) ?? pairs.find(({ id }) => PERSON_CODE.test(id));
  return (named?.id ?? identifier).trim();
}

const CODE_TYPES = new Set(['personaskods', 'pk', 'personalcode', 'personcode', 'nationalid']);

/** Records met so far, in the package itself or in what the sender sent before. */
export interface Known {
  find<F extends KnownFile>(file: F, id: string): KnownFacts[F] | undefined;
  /** Ids and facts of a file, those of this package alone. */
  own<F extends KnownFile>(file: F): ReadonlyMap<string, KnownFacts[F]>;
  /** The same with what was known before. */
  all<F extends KnownFile>(file: F): ReadonlyMap<string, KnownFacts[F]>;
}

/** What earlier packages told, as it is kept. */
export type Earlier = ReadonlyMap<KnownFile, ReadonlyMap<string, unknown>>;

export interface Gathering extends Known {
  put(file: KnownFile, id: string, value: Value): void;
}

export function gathering(earlier: Earlier = new Map()): Gathering {
  const met = new Map<KnownFile, Map<string, unknown>>();
  const of = (file: KnownFile) => met.get(file) ?? (met.set(file, new Map()), met.get(file)!);
  return {
    put: (file, id, value) => void of(file).set(id, FACTS_OF[file](value)),
    find: (file, id) => (met.get(file)?.get(id) ?? earlier.get(file)?.get(id)) as never,
    own: (file) => of(file) as never,
    all: (file) => new Map([...(earlier.get(file) ?? []), ...of(file)]) as never,
  };
}
