import { type AbsenceRecord, type AbsenceTotals, sumsAgree } from '#modules/marks/public.js';
import type { ArrivingRow } from './arriving.js';
import type { Learner } from './roster.js';

/** The totals against which an absence is judged. */
export interface Agreeing {
  others(personId: string): readonly AbsenceTotals[];
  took(record: AbsenceRecord): void;
}

/**
 * A learner's rows of one batch change the register together: where all of them with the rest of the register agree, none is judged against what
 * it is about to replace. Where they do not, they are judged one after the other.
 */
export function agreeingTotals(rows: readonly ArrivingRow[], learnerOf: (row: ArrivingRow) => Learner | undefined, registered: ReadonlyMap<string, readonly AbsenceTotals[]>): Agreeing {
  const now = new Map<string, Map<string, AbsenceTotals>>();
  const of = (personId: string) => {
    const known = now.get(personId) ?? new Map((registered.get(personId) ?? []).map((one) => [one.period, one]));
    now.set(personId, known);
    return known;
  };
  for (const [learner, own] of Map.groupBy(rows, learnerOf)) {
    if (!learner) continue;
    const together = new Map(of(learner.personId));
    for (const { period, justifiedLessons, unjustifiedLessons } of own) together.set(period, { period, justifiedLessons: justifiedLessons!, unjustifiedLessons: unjustifiedLessons! });
    if (sumsAgree([...together.values()])) now.set(learner.personId, together);
  }
  return {
    others: (personId) => [...of(personId).values()],
    took: ({ personId, period, justifiedLessons, unjustifiedLessons }) => void of(personId).set(period, { period, justifiedLessons, unjustifiedLessons }),
  };
}
