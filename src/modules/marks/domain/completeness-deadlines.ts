import { daysBetween, type IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { TERM_RECORDS, type TermPeriod } from './completeness.js';
import { matterOf } from './periods.js';

const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
type Matter = NonNullable<ReturnType<typeof matterOf>>;

interface DueDays {
  due(matter: Matter, of: { readonly grade: number }): { readonly day: IsoDate; readonly why: Text; readonly rule: { readonly opensOn: IsoDate | null; readonly verified: boolean } } | undefined;
}

/** Until when something of a period is due, for which grades, and how many days are left; negative where it is over. */
export interface Deadline {
  readonly matter: Matter;
  readonly day: IsoDate;
  readonly grades: readonly number[];
  readonly opensOn: IsoDate | null;
  readonly why: Text;
  readonly verified: boolean;
  readonly daysLeft: number;
}

/** The deadlines of a period, the earliest first: marks and outcomes by grade, absences for all alike. */
export function deadlinesOf(days: DueDays, period: TermPeriod, today: IsoDate): Deadline[] {
  const matters = [...new Set(TERM_RECORDS.map((record) => matterOf(record, period)!))];
  const found = new Map<string, Deadline>();
  for (const matter of matters) {
    for (const grade of GRADES) {
      const due = days.due(matter, { grade });
      if (!due) continue;
      const key = `${matter} ${due.day}`;
      const before = found.get(key);
      found.set(key, { matter, day: due.day, grades: [...(before?.grades ?? []), grade], opensOn: due.rule.opensOn, why: due.why, verified: due.rule.verified, daysLeft: daysBetween(today, due.day) });
    }
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.grades[0]! - b.grades[0]!));
}
