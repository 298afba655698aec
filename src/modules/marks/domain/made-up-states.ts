import type { Term } from './completeness.js';

/** How a made-up school keeps its entry up: shares of its classes' columns in per cent. */
export interface MadeUpState {
  /** Of the year that ended: what was entered, and of that what came late. */
  readonly before: number;
  readonly late: number;
  /** Of the semester that goes on; 0 means that nothing of it was entered, absences neither. */
  readonly now: number;
  /** Absences by month. */
  readonly absences: 'all' | 'half' | 'none' | 'nil';
  readonly channel: 'manual' | 'file';
  /** What of the year that goes on is not made up, because the made-up e-journals send it: other values would clash with theirs. */
  readonly leftToJournals?: (of: Pick<Term, 'record' | 'period'> & { readonly grade: number }) => boolean;
}

/** The school of the demonstration's users: the last year is whole with a few things late, this one is begun where no journal sends. */
const OWN: MadeUpState = { before: 100, late: 12, now: 35, absences: 'all', channel: 'manual', leftToJournals: sentByJournals };

/** What journals send of the first semester (src/app/data/made-up-batches.ts, simulators/e-journal): marks from grade 5, outcomes from grade 2, absences of grade 6. */
function sentByJournals({ record, period, grade }: Parameters<NonNullable<MadeUpState['leftToJournals']>>[0]): boolean {
  return period === 'S1' && (record === 'mark' ? grade > 4 : (record === 'outcome' ? grade > 1 : grade === 6));
}

const OTHERS: readonly MadeUpState[] = [
  { before: 100, late: 0, now: 60, absences: 'all', channel: 'file' },
  { before: 55, late: 20, now: 10, absences: 'half', channel: 'manual' },
  { before: 0, late: 0, now: 0, absences: 'none', channel: 'manual' },
  { before: 100, late: 100, now: 0, absences: 'half', channel: 'manual' },
  { before: 100, late: 5, now: 25, absences: 'nil', channel: 'manual' },
];

/** The school for which a made-up e-journal sends: last year is there, and this one is what it will send. */
const OF_JOURNAL: MadeUpState = { before: 100, late: 5, now: 0, absences: 'all', channel: 'file' };

/** Schools in every state of completeness, by their place among the numbers. */
export const madeUpStateOf = (place: number, whose: 'own' | 'journal' | 'other'): MadeUpState => (whose === 'own' ? OWN : whose === 'journal' ? OF_JOURNAL : OTHERS[place % OTHERS.length]!);
