import { columnCode, type Grid, type GridPeriod, readGrid, type ShownColumn } from '#modules/marks/public.js';
import type { ActionContext } from '#platform/actions/action.js';

type Context = Pick<ActionContext, 'tx' | 'scope' | 'today' | 'actor' | 'now' | 'contributions'>;

/** What a class's template holds: the grid of the period, and that of the absences where they are the actor's to enter. */
export interface TemplateTables {
  readonly grid: Grid;
  readonly absences: Grid | null;
}

export async function readTables(context: Context, classId: string, period: GridPeriod): Promise<TemplateTables> {
  const grid = await readGrid(context, { classId, period, subject: '' });
  const absences = period === 'YEAR' ? null : await readGrid(context, { classId, period, subject: 'absences' });
  return { grid, absences: absences && absences.columns.length > 0 ? absences : null };
}

/** A cell as the register has it now. */
export interface KnownCell {
  readonly column: ShownColumn;
  readonly personId: string;
  readonly pupil: string;
  readonly value: string;
}

/** The cells of the tables by membership and column. */
export const knownCells = ({ grid, absences }: TemplateTables): ReadonlyMap<string, KnownCell> =>
  new Map(
    [grid, ...(absences ? [absences] : [])].flatMap(({ rows, columns }) =>
      rows.flatMap(({ membershipId, personId, family, given, cells }) =>
        columns.map((column, at) => [cellName(membershipId, columnCode(column.column)), { column, personId, pupil: `${family} ${given}`, value: cells[at]!.value }] as const),
      ),
    ),
  );

export const cellName = (membershipId: string, column: string): string => `${membershipId} ${column}`;
