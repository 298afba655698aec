/**
 * Identifiers that we give: made of ours, so that they lead back to the rows without a search.
 * `<class>` or `<class>.<subject>` a class; with `.<period>` a line item; `<institution>.<year>.<person>.<subject>.<period>` a result.
 */
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const PERIOD = 'S1|S2|YEAR|EXAM|POST|FINAL';
const CLASS = new RegExp(`^(${UUID})(?:\\.(\\d{1,9}))?$`);
const LINE_ITEM = new RegExp(`^(${UUID})\\.(\\d{1,9})\\.(${PERIOD})$`);
const RESULT = new RegExp(`^(${UUID})\\.(\\d{4})\\.(${UUID})\\.(\\d{1,9})\\.(${PERIOD})$`);
const SESSION = /^(\d{4})(-S1|-S2|-YEAR)?$/;
const COURSE = new RegExp(`^(${UUID})\\.(\\d{4})\\.(?:(\\d{1,9})|class)$`);
const PERSON = new RegExp(`^${UUID}$`);

export interface ClassId {
  readonly classId: string;
  readonly subjectId?: number;
}

export function readClassId(id: string): ClassId | null {
  const [, classId, subject] = CLASS.exec(id) ?? [];
  return classId ? { classId, ...(subject && { subjectId: Number(subject) }) } : null;
}

export function readLineItemId(id: string): (Required<ClassId> & { period: string }) | null {
  const [, classId, subject, period] = LINE_ITEM.exec(id) ?? [];
  return classId ? { classId, subjectId: Number(subject), period: period! } : null;
}

export function readResultId(id: string): { institutionId: string; year: number; personId: string; subjectId: number; period: string } | null {
  const [, institutionId, year, personId, subject, period] = RESULT.exec(id) ?? [];
  return institutionId ? { institutionId, year: Number(year), personId: personId!, subjectId: Number(subject), period: period! } : null;
}

/** The identifier that we give a result, from what it is of. */
export const resultId = ({ institutionId, year, personId, item, period }: { institutionId: string; year: number; personId: string; item: number; period: string }): string => [institutionId, year, personId, item, period].join('.');

/** Year and, where it has one, the period of a session. */
export function readSessionId(id: string): { year: number; period: 'S1' | 'S2' | 'YEAR' | null } | null {
  const [, year, suffix] = SESSION.exec(id) ?? [];
  return year ? { year: Number(year), period: (suffix?.slice(1) as 'S1' | 'S2' | 'YEAR' | undefined) ?? null } : null;
}

export function readCourseId(id: string): { institutionId: string; year: number; subjectId?: number } | null {
  const [, institutionId, year, subject] = COURSE.exec(id) ?? [];
  return institutionId ? { institutionId, year: Number(year), ...(subject && { subjectId: Number(subject) }) } : null;
}

export const isPersonId = (id: string): boolean => PERSON.test(id);
