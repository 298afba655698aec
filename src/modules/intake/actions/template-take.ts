import { createHash } from 'node:crypto';
import { plainValue, readSchoolBook } from '#modules/education/public.js';
import { columnOf, type GridColumn, type GridPeriod } from '#modules/marks/public.js';
import { NotFound } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { ArrivingRow, Kind } from '../domain/arriving.js';
import type { Nearest } from '../domain/answer.js';
import type { TemplateCell } from '../domain/template-workbook.js';
import { NO_SUCH_YEAR } from '../texts/intake.js';
import { allAnswers } from './all-answers.js';
import { receiveRows } from './receive-rows.js';
import { cellName, type KnownCell, knownCells, readTables } from './template-tables.js';

export interface TemplateWish {
  readonly classId: string;
  readonly period: GridPeriod;
  readonly cells: readonly TemplateCell[];
  readonly key: string;
  readonly isDryRun: boolean;
}

/** A cell that was not taken, or taken with a warning: where it stands, what was found and what was expected. */
export interface CellProblem extends TemplateCell {
  readonly pupil: string;
  readonly code: string;
  readonly isWarning: boolean;
  readonly expected: Text;
  readonly nearest: readonly Pick<Nearest, 'value' | 'words'>[];
}

/** A cell that says something else than the register. */
export interface CellChange extends TemplateCell {
  readonly pupil: string;
  readonly title: Text;
  readonly was: string;
}

export interface TakenTemplate {
  readonly classId: string;
  readonly period: GridPeriod;
  readonly className: string;
  readonly regNr: string;
  readonly cells: readonly TemplateCell[];
  readonly changes: readonly CellChange[];
  readonly problems: readonly CellProblem[];
  /** Of records; what was refused in cells, each of which is told by its place. */
  readonly counts: { readonly taken: number; readonly corrected: number; readonly unchanged: number; readonly refused: number };
  readonly persons: readonly string[];
}

/** One row for the pipeline, and the cells it came from. */
interface Row {
  readonly sent: ArrivingRow;
  readonly cells: readonly TemplateCell[];
}

/** Hands a template's cells to the pipeline, one batch for each kind of record, and turns its answers back into cells. */
export async function takeCells(context: WriteContext, { classId, period, cells, key, isDryRun }: TemplateWish): Promise<TakenTemplate> {
  const tables = await readTables(context, classId, period);
  const { one } = tables.grid.own;
  const known = knownCells(tables);
  const knownOf = (cell: TemplateCell) => known.get(cellName(cell.membershipId, cell.column));
  const problems: CellProblem[] = cells.filter((cell) => !knownOf(cell)).map((cell) => ({ ...cell, pupil: '', code: 'VI-201', isWarning: false, expected: NOT_IN_TEMPLATE, nearest: [] }));
  const changes = cells.flatMap((cell): CellChange[] => {
    const found = knownOf(cell);
    const value = found && asWritten(found, cell.value);
    return found && value !== undefined && found.value !== value ? [{ ...cell, value, pupil: found.pupil, title: found.column.group ?? found.column.title, was: found.value }] : [];
  });
  const changed = changes.map(({ sheet, place }) => `${sheet} ${place}`);
  const counts = { taken: 0, corrected: 0, unchanged: cells.length - changes.length - problems.length };
  const persons = new Set<string>();
  const rows = await rowsOf(context, one, changes, known);
  for (const [kind, ofKind] of rows) {
    const sent = ofKind.map((row, at) => ({ row: at + 1, sent: row.sent }));
    const sha256 = createHash('sha256').update(JSON.stringify(sent)).digest('hex');
    const state = await receiveRows(context, { institutionId: one.institutionId, year: one.year, kind, journalId: null, channel: 'file', format: 'xlsx', key: `${key}:${kind}:${sha256.slice(0, 12)}`, sha256, isDryRun, isSandbox: false }, sent);
    for (const name of ['taken', 'corrected', 'unchanged'] as const) counts[name] += state.batch[name];
    for (const person of state.persons) persons.add(person);
    for (const answer of await allAnswers(context.tx, state)) {
      const isWarning = answer.state === 'warned';
      for (const cell of ofKind[answer.row - 1]!.cells)
        for (const { code, expected, nearest } of [answer, ...answer.also]) problems.push({ ...cell, pupil: knownOf(cell)!.pupil, code, isWarning, expected, nearest: code === CLASH || isWarning ? [] : nearest });
    }
  }
  const refused = new Set(problems.filter(({ isWarning }) => !isWarning).map(({ sheet, place }) => `${sheet} ${place}`));
  return { classId, period, className: one.title, regNr: one.regNr, cells, problems, counts: { ...counts, refused: refused.size }, persons: [...persons], changes: changes.filter((_, at) => !refused.has(changed[at]!)) };
}

/** The register has another value: which one is right nobody can tell by likeness. */
const CLASH = 'VI-208';

/** As the register writes it: “NV” is nv. What is not on the scale stays as it was typed. */
const asWritten = ({ column: { allowed } }: KnownCell, value: string): string => allowed?.find((one) => plainValue(one) === plainValue(value)) ?? value;

/** The changed cells as rows of the pipeline: pupils by code or number, both numbers of a month in one row. */
async function rowsOf(context: WriteContext, one: { readonly institutionId: string; readonly year: number; readonly title: string }, changes: readonly CellChange[], known: ReadonlyMap<string, KnownCell>): Promise<ReadonlyMap<Kind, Row[]>> {
  const book = await readSchoolBook(context.tx, one.institutionId, one.year);
  if (!book) throw new NotFound('no-such-year', NO_SUCH_YEAR);
  const codeOf = new Map<string, string>([...book.numbers.map(({ personId, number }) => [personId, number] as const), ...book.knownAs.flatMap(({ personId, codes }) => (codes[0] ? [[personId, codes[0]] as const] : []))]);
  const rows = new Map<Kind, Row[]>();
  const absences = new Map<string, CellChange[]>();
  const add = (kind: Kind, row: Row) => void rows.set(kind, [...(rows.get(kind) ?? []), row]);
  for (const change of changes) {
    const { column, personId } = known.get(cellName(change.membershipId, change.column))!;
    const at = column.column;
    const head = { record: `${change.sheet}!${change.place}`, pupil: codeOf.get(personId) ?? '', class: one.title, period: at.period };
    if (at.kind === 'mark') add('mark', { sent: { ...head, subjectId: at.subjectId, value: change.value }, cells: [change] });
    else if (at.kind === 'outcome') add('outcome', { sent: { ...head, outcome: column.title.lv, value: change.value }, cells: [change] });
    else absences.set(`${change.membershipId} ${at.period}`, [...(absences.get(`${change.membershipId} ${at.period}`) ?? []), change]);
  }
  for (const parts of absences.values()) {
    const first = parts[0]!;
    const { column, personId } = known.get(cellName(first.membershipId, first.column))!;
    const number = (part: 'justified' | 'unjustified') => {
      const code = `absence:${part}:${column.column.period}`;
      const words = parts.find((one) => one.column === code)?.value ?? known.get(cellName(first.membershipId, code))?.value ?? '';
      // What is no number goes on as it is: the pipeline says what it expected.
      return (/^\d{1,4}$/.test(words) ? Number(words) : words === '' ? 0 : words) as number;
    };
    add('absence', { cells: parts, sent: { record: `${first.sheet}!${first.place}`, pupil: codeOf.get(personId) ?? '', period: (columnOf(first.column) as GridColumn).period, justifiedLessons: number('justified'), unjustifiedLessons: number('unjustified') } });
  }
  return rows;
}

const NOT_IN_TEMPLATE: Text = { lv: 'izglītojamais un priekšmets no šīs klases veidnes (A kolonna un 2. rinda nemainītas)', en: 'a learner and a subject of this class’s template (column A and row 2 unchanged)' };
