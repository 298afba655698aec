import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fateOf, type ReformChange, type TerritorialReform, type UnitOfReform } from '#modules/territories/public.js';
import { type FoundedBefore, isCandidate } from './reform-changes.js';

/** A founder recorded ahead, from a day on which the body will be no more. */
export interface ComingBefore extends FoundedBefore {
  readonly id: string;
  readonly begins: IsoDate;
}

export const COMING_FOUNDER = 'coming-founder';

/** What a reform does to founders recorded ahead: the successor takes the place of a body that will be no more, on the day it would have begun. */
export function comingFounderChanges(reform: TerritorialReform, coming: readonly ComingBefore[]): { changes: ReformChange[]; successions: { id: string; to: UnitOfReform }[] } {
  const fates = coming.map((row) => ({ row, fate: fateOf(reform, row.unitId, row.part) }));
  return {
    changes: fates.flatMap(({ row, fate }) => {
      if (fate.kind === 'moves') return [comingChange(row, fate.to.name)];
      return fate.kind === 'undecided' ? [comingChange(row, null)] : [];
    }),
    successions: fates.flatMap(({ row, fate }) => (fate.kind === 'moves' ? [{ id: row.id, to: fate.to }] : [])),
  };
}

/** The change of one row; `after` is null where a person has to decide. */
export const comingChange = ({ id, institution, begins, unitId, unit }: ComingBefore, after: string | null): ReformChange => ({
  kind: COMING_FOUNDER, key: id, unitId, label: `${institution} (${readableDay(begins)})`, before: unit, after, effect: after === null ? 'needs-person' : 'changes', count: 1,
});

/** Rows that stand elsewhere than the corrected successions say; those that a person has decided about only where what was chosen succeeds no longer. */
export const misplacedComing = (reform: TerritorialReform, moved: readonly (ComingBefore & { readonly nowUnitId: number | null; readonly now: string | null })[], decided: ReadonlySet<string>): ReformChange[] =>
  moved.flatMap((row): ReformChange[] => {
    const fate = fateOf(reform, row.unitId, row.part);
    if (row.now === null || fate.kind === 'untouched') return [];
    if (fate.kind === 'undecided' && decided.has(row.id) && isCandidate(fate, row.nowUnitId)) return [];
    const to = fate.kind === 'undecided' ? null : fate.to;
    return to?.unitId === row.nowUnitId ? [] : [{ ...comingChange(row, to?.name ?? null), before: row.now }];
  });
