import { z } from 'zod';
import { type CountedClass, daysOfYear, getSchool, listCountedClasses, listSubjectNames, listYearChoices, type SchoolRow, schoolScope, schoolYearOn, type SubjectName, type YearDays, YearInput } from '#modules/education/public.js';
import { findHeadName } from '#modules/institutions/public.js';
import { listUnitsOn, mapToday, type UnitVersion } from '#modules/territories/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid, NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import { entryState, periodInFocus, shareOf, TERM_PERIODS, TERM_RECORDS } from '../domain/completeness.js';
import { type Deadline, deadlinesOf } from '../domain/completeness-deadlines.js';
import { NO_SUCH_MUNICIPALITY, NO_YEAR } from '../domain/completeness-words.js';
import { seeCompleteness } from '../permissions.js';
import {
  type BoardOf, type ClassCounts, type ContactRow, countByClass, countBySchool, countByUnit, findCountedAt, getContacts, listStanding, type SchoolCounts, type StandingRow, streamSchools, type UnitCounts,
} from '../store/completeness.js';
import { countingOf } from './standing-days.js';

export type { BoardOf, ClassCounts };

type Context = Pick<ActionContext, 'tx' | 'scope' | 'today'>;

const BOARD_SORTS = ['missing', 'share', 'name'] as const;
const filters = {
  year: YearInput,
  period: emptyAsNull(z.enum(TERM_PERIODS)),
  record: emptyAsNull(z.enum(TERM_RECORDS)),
  sort: z.preprocess((raw) => raw || 'missing', z.enum(BOARD_SORTS)),
};
type Filters = z.infer<z.ZodObject<typeof filters>>;

/** What every level of the board says besides its rows. */
export interface BoardFrame {
  readonly of: BoardOf;
  readonly sort: Filters['sort'];
  readonly days: YearDays;
  /** To choose from, the latest first. */
  readonly years: readonly number[];
  readonly deadlines: readonly Deadline[];
  readonly countedAt: Date | null;
  readonly waiting: number;
}

async function frameOf({ tx, today }: Pick<Context, 'tx' | 'today'>, { year: wanted, period, record, sort }: Filters): Promise<BoardFrame> {
  const year = wanted ?? (await schoolYearOn(tx, today));
  const days = year === undefined ? undefined : await daysOfYear(tx, year);
  if (!days) throw invalid('year', NO_YEAR);
  const of = { year: days.year, period: period ?? periodInFocus(days, today), record, today };
  const { oldest, waiting } = await findCountedAt(tx, days.year);
  const years = (await listYearChoices(tx)).map((one) => one.year);
  return { of, sort, days, years, deadlines: deadlinesOf(days, of.period, today), countedAt: oldest, waiting };
}

export type UnitRow = UnitCounts & { readonly unit: UnitVersion | null };

export interface CountryBoard extends BoardFrame {
  readonly kind: 'country';
  readonly units: readonly UnitRow[];
  readonly map: Awaited<ReturnType<typeof mapToday>>;
}

export interface SchoolsBoard extends BoardFrame {
  readonly kind: 'schools';
  /** Whose institutions; null where they are those of other founders, or simply the actor's. */
  readonly unit: UnitVersion | null;
  /** Whether a municipality, or the other founders, were chosen out of the country. */
  readonly chosen: string | null;
  readonly schools: readonly SchoolCounts[];
}

export type Board = CountryBoard | SchoolsBoard | { readonly kind: 'school'; readonly regNr: string };

/** Where someone arrives: the country, the institutions they are responsible for, or the only one. */
export const openCompleteness = readAction({
  name: 'marks.open-completeness',
  title: { lv: 'Apskatīta ievades pilnība', en: 'Completeness of entry looked at' },
  permission: seeCompleteness,
  input: z.object(filters),
  audit: NOT_PERSONAL,
  async run(context, input): Promise<Board> {
    const { tx, today } = context;
    const scope = await schoolScope(context);
    if (!scope.everywhere && scope.institutionIds.length === 1 && context.scope.unitIds.length === 0) return { kind: 'school', regNr: (await getContacts(tx, scope.institutionIds[0]!)).regNr };
    const frame = await frameOf(context, input);
    if (scope.everywhere) return { kind: 'country', ...frame, units: await unitsOf(context, frame.of, scope, frame.sort), map: await mapToday(tx, today) };
    const schools = await countBySchool(tx, frame.of, scope);
    const unit = context.scope.unitIds.length === 1 ? ((await listUnitsOn(tx, today)).find((one) => one.unitId === context.scope.unitIds[0]) ?? null) : null;
    return { kind: 'schools', ...frame, unit, chosen: null, schools: sorted(schools, frame.sort) };
  },
});

async function unitsOf({ tx, today }: Pick<Context, 'tx' | 'today'>, of: BoardOf, scope: Scope, sort: Filters['sort']): Promise<UnitRow[]> {
  const units = await listUnitsOn(tx, today);
  const counted = await countByUnit(tx, of, scope);
  const rows = counted.map((row) => ({ ...row, unit: units.find((one) => one.unitId === row.unitId) ?? null }));
  const place = (row: UnitRow) => (row.unit ? units.indexOf(row.unit) : units.length);
  return [...rows].sort((a, b) => worse(sort, a, b) || place(a) - place(b));
}

/** The worst first; by name they come already. */
const sorted = (schools: readonly SchoolCounts[], sort: Filters['sort']): SchoolCounts[] => [...schools].sort((a, b) => worse(sort, a, b));
const worse = (sort: Filters['sort'], a: UnitCounts | SchoolCounts, b: UnitCounts | SchoolCounts): number =>
  sort === 'name' ? 0 : sort === 'share' ? shareOf(a) - shareOf(b) : b.missing - a.missing || shareOf(a) - shareOf(b);

/** `other` stands for founders that are no municipality. */
const UnitInput = z.string().regex(/^(\d{7}|other)$/);

async function chooseUnit({ tx, scope, today }: Context, words: string): Promise<UnitVersion | null> {
  const unit = words === 'other' ? null : ((await listUnitsOn(tx, today)).find((one) => one.atvk === words) ?? undefined);
  const mayChoose = scope.everywhere || (unit && scope.unitIds.includes(unit.unitId));
  if (unit === undefined || !mayChoose) throw new NotFound('no-such-municipality', NO_SUCH_MUNICIPALITY);
  return unit;
}

/** The institutions of a municipality. */
export const openMunicipality = readAction({
  name: 'marks.open-municipality-completeness',
  title: { lv: 'Apskatīta ievades pilnība pašvaldībā', en: 'Completeness of entry in a municipality looked at' },
  permission: seeCompleteness,
  input: z.object({ ...filters, atvk: UnitInput }),
  audit: NOT_PERSONAL,
  async run(context, { atvk, ...input }): Promise<SchoolsBoard> {
    const unit = await chooseUnit(context, atvk);
    const frame = await frameOf(context, input);
    const schools = await countBySchool(context.tx, frame.of, await schoolScope(context), unit?.unitId ?? null);
    return { kind: 'schools', ...frame, unit, chosen: atvk, schools: sorted(schools, frame.sort) };
  },
});

export interface SchoolBoard extends BoardFrame {
  readonly school: SchoolRow;
  readonly head: string | null;
  readonly contacts: ContactRow;
  readonly standing: readonly StandingRow[];
  readonly classes: readonly CountedClass[];
  readonly subjects: ReadonlyMap<number, SubjectName>;
  readonly counts: readonly (ClassCounts & { readonly missing: number })[];
}

/** One institution down to class and subject, counted now; nobody is named. */
export const openSchoolCompleteness = readAction({
  name: 'marks.open-school-completeness',
  title: { lv: 'Apskatīta iestādes ievades pilnība', en: 'Completeness of entry of an institution looked at' },
  permission: seeCompleteness,
  input: z.object({ ...filters, regNr: z.string() }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, ...input }): Promise<SchoolBoard> {
    const { tx, today } = context;
    const school = await getSchool(context, regNr);
    const frame = await frameOf(context, input);
    const { year, period, record } = frame.of;
    const counts = await countByClass(tx, (await countingOf(tx, school.id, year, today, frame.days))!, period);
    const subjects = await listSubjectNames(tx, [...new Set(counts.map((row) => row.subjectId))]);
    return {
      ...frame, school, head: await findHeadName(tx, school.id, today), contacts: await getContacts(tx, school.id),
      standing: await listStanding(tx, school.id, year, today), classes: await listCountedClasses(tx, school.id, year),
      subjects: new Map(subjects.map((one) => [one.id, one])), counts: counts.filter((row) => record === null || row.record === record).map((row) => ({ ...row, missing: missingOf(row, today) })),
    };
  },
});

/** The rows of the board as a file: municipalities of the country, else institutions. */
export const exportCompleteness = readAction({
  name: 'marks.export-completeness',
  title: { lv: 'Izgūta ievades pilnība', en: 'Completeness of entry exported' },
  permission: seeCompleteness,
  input: z.object({ ...filters, atvk: emptyAsNull(UnitInput), format: z.enum(['xlsx', 'csv']) }),
  audit: NOT_PERSONAL,
  async run(context, { atvk, format, ...input }) {
    const frame = await frameOf(context, input);
    const units = await listUnitsOn(context.tx, context.today);
    const unit = atvk === null ? undefined : ((await chooseUnit(context, atvk))?.unitId ?? null);
    const nameOf = (unitId: number | null) => units.find((one) => one.unitId === unitId)?.name ?? null;
    const rows = streamSchools(context.tx, frame.of, await schoolScope(context), unit);
    return { format, of: frame.of, rows: named(rows, nameOf) };
  },
});

async function* named(rows: AsyncIterable<SchoolCounts>, nameOf: (unitId: number | null) => string | null) {
  for await (const row of rows) yield { ...row, unit: nameOf(row.unitId), state: entryState(row) };
}
export type ExportedSchool = SchoolCounts & { readonly unit: string | null; readonly state: ReturnType<typeof entryState> };

/** Classes and subjects of one institution as a file. */
export const exportSchoolCompleteness = readAction({
  name: 'marks.export-school-completeness',
  title: { lv: 'Izgūta iestādes ievades pilnība', en: 'Completeness of entry of an institution exported' },
  permission: seeCompleteness,
  input: z.object({ ...filters, regNr: z.string(), format: z.enum(['xlsx', 'csv']) }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, format, ...input }) {
    const { tx, today } = context;
    const school = await getSchool(context, regNr);
    const { of, days } = await frameOf(context, input);
    const [counts, classes] = [await countByClass(tx, (await countingOf(tx, school.id, of.year, today, days))!, of.period), await listCountedClasses(tx, school.id, of.year)];
    const subjects = new Map((await listSubjectNames(tx, [...new Set(counts.map((row) => row.subjectId))])).map(({ id, name, nameEn }) => [id, { lv: name, en: nameEn }]));
    const place = new Map(classes.map((one, at) => [one.id, { at, title: one.title }]));
    const rows = counts
      .filter((row) => of.record === null || row.record === of.record)
      .map((row) => ({ ...row, missing: missingOf(row, today), class: place.get(row.classId)!.title, subject: subjects.get(row.subjectId) ?? null }))
      .sort((a, b) => place.get(a.classId)!.at - place.get(b.classId)!.at || (a.record < b.record ? -1 : a.record > b.record ? 1 : 0) || a.subjectId - b.subjectId);
    return { format, of, rows };
  },
});
export type ExportedClass = ClassCounts & { readonly missing: number; readonly class: string; readonly subject: Text | null };

const missingOf = ({ dueOn, expected, received }: ClassCounts, today: IsoDate): number => (dueOn !== null && dueOn < today ? expected - received : 0);
