import { z } from 'zod';
import { getYears, listPlacedIn, placePupils, type Years } from '#modules/education/public.js';
import { NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import { GRID_PERIODS, type GridPeriod, recordCode, shownIn } from '../domain/grid-column.js';
import { wasInClass } from '../domain/in-class.js';
import type { Kind } from '../domain/periods.js';
import { fillGrid } from '../permissions.js';
import { type GridRecord, listRecordsOf } from '../store/grid.js';
import { getOwnClass, type OwnClass } from './grid-class.js';
import { NO_SUCH_SUBJECT } from './refusals.js';
import { namesOf, writerOf } from './scope.js';
import { columnsOf, isOpen, type ShownColumn, type Showing } from './grid-columns.js';

/** A pupil's row: a value for each column, and whether anything may be written there. */
export interface GridRow {
  readonly membershipId: string;
  readonly personId: string;
  readonly given: string;
  readonly family: string;
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  readonly value: string;
  /** Why nothing may be written: the pupil was not in the class then, entry is not open, or somebody else entered what only the office corrects. */
  readonly locked: 'not-there' | 'not-open' | 'entered' | null;
  /** Who entered it, where that locks the cell; no name for an e-journal. */
  readonly entered?: { readonly by: string | null; readonly at: Date } | undefined;
  readonly isExempt: boolean;
}

export interface Grid {
  readonly own: OwnClass;
  readonly years: Years;
  readonly showing: Showing;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly GridRow[];
  /** When this was read: what changes later has not been seen. */
  readonly seenAt: Date;
}

/** What an address says of the grid: a period, and `subject` with a subject's number, `absences`, or nothing for all subjects. */
const GridAddress = z.object({ classId: z.uuid(), period: z.enum([...GRID_PERIODS, '']).default(''), subject: z.string().max(20).default('') });

/** The grid in which a class's marks, outcomes and absences are entered. */
export const viewGrid = readAction({
  name: 'marks.view-grid',
  title: { lv: 'Atvērta klases ievades tabula', en: 'Entry grid of a class opened' },
  permission: fillGrid,
  input: GridAddress,
  reasonNeeded: true,
  run: readGrid,
  audit: ({ output }) => ({ subjects: output.rows.map(({ personId }) => personId), facts: { class: output.own.one.id } }),
});

/** What somebody fills in a class, as it stands now. @throws NotFound where it is not theirs */
export async function readGrid(context: Pick<ActionContext, 'tx' | 'scope' | 'today' | 'actor' | 'now' | 'contributions'>, { classId, period, subject }: z.infer<typeof GridAddress>): Promise<Grid> {
  const own = await getOwnClass(context, classId);
  const years = await getYears(context, own.one.year);
  const showing = showingOf(own, years, context.today, period, subject);
  const columns = await columnsOf(context, own, showing);
  return { own, years, showing, columns, rows: await rowsOf(context, own, years, columns), seenAt: context.now };
}

function showingOf(own: OwnClass, { year }: Years, today: IsoDate, wanted: GridPeriod | '', subject: string): Showing {
  const now: GridPeriod = today < year.secondSemesterStartsOn ? 'S1' : today < year.endsBefore ? 'S2' : 'YEAR';
  const period = wanted || now;
  if (own.one.grade === null || subject === 'absences') return { what: 'absences', period: period === 'YEAR' ? 'S2' : period };
  if (subject !== '' && !/^\d{1,9}$/.test(subject)) throw new NotFound('no-such-subject', NO_SUCH_SUBJECT);
  return subject === '' ? { what: 'all', period } : { what: 'subject', subjectId: Number(subject) };
}

/** Everyone who was in the class in one of the periods shown, with what the register holds of them. */
async function rowsOf(context: Pick<ActionContext, 'tx' | 'today' | 'actor' | 'contributions'>, { one, mayCorrect }: OwnClass, { year }: Years, columns: readonly ShownColumn[]): Promise<readonly GridRow[]> {
  const kind = columns[0]?.column.kind;
  if (!kind) return [];
  const { tx, today } = context;
  const placed = await listPlacedIn(tx, one.id, today);
  const records = await recordsOf(tx, one, placed.map(({ personId }) => personId), columns);
  const isOthers = (record: GridRecord | undefined): record is GridRecord => !mayCorrect && record?.state === 'confirmed' && record.enteredBy !== writerOf(context);
  const names = await namesOf(context, [...records.values()].filter(isOthers).map(({ enteredBy }) => enteredBy));
  const places = columns.map(({ column }) => ({ period: column.period, subjectId: column.kind === 'mark' ? column.subjectId : null }));
  const wanted = placed.flatMap(({ personId }, at) => places.map((place, column) => ({ row: at * columns.length + column, personId, ...place })));
  const found = new Map((await placePupils(tx, one.institutionId, one.year, kind === 'absence', wanted)).map((place) => [place.row, place]));
  const rows = placed.map(({ personId, membershipId, given, family }, at) => ({
    membershipId, personId, given, family,
    cells: columns.map(({ column, window }, index): GridCell => {
      const place = found.get(at * columns.length + index);
      const there = place?.classId === one.id;
      const record = records.get(`${personId} ${recordCode(column)}`);
      const locked = !there ? 'not-there' : !isOpen(window, today) ? 'not-open' : isOthers(record) ? 'entered' : null;
      return { value: shownIn(record, column), locked, isExempt: place?.isExempt ?? false, ...(locked === 'entered' && { entered: { by: names.get(record!.enteredBy) ?? null, at: record!.enteredAt } }) };
    }),
  }));
  const periods = [...new Set(columns.map(({ column }) => column.period))];
  return rows.filter(({ cells }, at) => cells.some(({ locked, value }) => locked !== 'not-there' || value !== '') || periods.some((period) => wasInClass(placed[at]!, period, year)));
}

async function recordsOf(tx: ActionContext['tx'], { year, institutionId }: OwnClass['one'], personIds: readonly string[], columns: readonly ShownColumn[]): Promise<ReadonlyMap<string, GridRecord>> {
  const all = new Map<string, GridRecord>();
  for (const kind of new Set<Kind>(columns.map(({ column }) => column.kind))) {
    const periods = [...new Set(columns.filter(({ column }) => column.kind === kind).map(({ column }) => column.period))];
    for (const record of await listRecordsOf(tx, { kind, year, institutionId, personIds, periods })) all.set(`${record.personId} ${kind}:${record.item}:${record.period}`, record);
  }
  return all;
}
