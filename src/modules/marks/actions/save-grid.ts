import { z } from 'zod';
import { listPlacedIn } from '#modules/education/public.js';
import type { Text } from '#kernel/text.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { columnCode, columnOf, type GridColumn } from '../domain/grid-column.js';
import { fillGrid } from '../permissions.js';
import { getOwnClass, isOwn } from './grid-class.js';
import { subjectsOfOutcomes, takeChanges } from './grid-take.js';
import { ONE_CELL_TWICE, NOT_YOURS, NO_SUCH_CELL } from './grid-refusals.js';

/** One cell as a person left it. */
const Cell = z.object({
  membershipId: z.uuid(),
  column: z.string().max(40),
  value: z.string().trim().max(20),
  /** When its earlier value was seen, by the server's clock. */
  seenAt: z.iso.datetime({ offset: true }),
  /** The person has seen another's value and decides against it. */
  overrule: z.boolean().default(false),
  /** Identifies the change: sent twice, it is taken once. */
  key: z.string().min(1).max(60),
});

const MOST_CELLS = 400;
const GridChanges = z.object({ classId: z.uuid(), reason: z.string().trim().max(300).default(''), cells: z.array(Cell).min(1).max(MOST_CELLS) });

/** A change that may be made as far as the grid alone can tell. */
export interface Change extends z.infer<typeof Cell> {
  readonly row: number;
  readonly at: GridColumn;
  readonly personId: string;
}

/** What became of a cell. */
export interface CellAnswer {
  readonly membershipId: string;
  readonly column: string;
  /** `clash`: somebody else wrote `value` since; `needs-reason`: a correction that does not say why. Both wait for the person. */
  readonly state: 'saved' | 'refused' | 'clash' | 'needs-reason';
  /** What stands in the register now. */
  readonly value: string;
  readonly why: Text | null;
  /** Of a clash: who wrote it (null for a program) and when. */
  readonly by?: { readonly name: string | null; readonly at: Date };
}

export interface SavedGrid {
  readonly cells: readonly CellAnswer[];
  readonly personIds: readonly string[];
  /** When it was done: what is there now has been seen. */
  readonly seenAt: Date;
}

/** Takes the changed cells of a grid: what is in order is written, each of the others is answered. */
export const saveGrid = writeAction({
  name: 'marks.save-grid',
  title: { lv: 'Ievadīti vērtējumi vai kavējumi klases tabulā', en: 'Marks or absences entered in the grid of a class' },
  permission: fillGrid,
  input: GridChanges,
  async run(context: WriteContext, { classId, reason, cells }): Promise<SavedGrid> {
    const { tx, today, now } = context;
    const own = await getOwnClass(context, classId);
    const personOf = new Map((await listPlacedIn(tx, classId, today)).map(({ membershipId, personId }) => [membershipId, personId]));
    const subjectOf = await subjectsOfOutcomes(tx, own);
    const answers: CellAnswer[] = [];
    const changes: Change[] = [];
    const met = new Set<string>();
    for (const [row, cell] of cells.entries()) {
      const at = columnOf(cell.column);
      const personId = personOf.get(cell.membershipId);
      const place = `${cell.membershipId} ${cell.column}`;
      const why = !at || !personId ? NO_SUCH_CELL : !isOwn(own, at, subjectOf) ? NOT_YOURS : met.has(place) ? ONE_CELL_TWICE : null;
      met.add(place);
      if (why || !at || !personId) answers.push({ membershipId: cell.membershipId, column: cell.column, state: 'refused', value: '', why });
      else changes.push({ ...cell, column: columnCode(at), row, at, personId });
    }
    for (const [kind, ofKind] of Map.groupBy(changes, ({ at }) => at.kind)) answers.push(...(await takeChanges(context, own, kind, ofKind, reason)));
    const saved = new Set(answers.filter(({ state }) => state === 'saved').map(({ membershipId }) => membershipId));
    return { cells: answers, personIds: [...new Set(changes.filter(({ membershipId }) => saved.has(membershipId)).map(({ personId }) => personId))], seenAt: now };
  },
  audit: ({ input, output }) => ({
    subjects: output.personIds,
    facts: { class: input.classId, saved: output.cells.filter(({ state }) => state === 'saved').length, notSaved: output.cells.filter(({ state }) => state !== 'saved').length },
  }),
});
