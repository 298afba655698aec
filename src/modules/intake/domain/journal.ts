import type { IsoDate } from '#kernel/iso-date.js';
import { holdsOn } from '#kernel/period.js';

export const JOURNAL_STATES = ['registered', 'suspended', 'closed'] as const;
export type JournalState = (typeof JOURNAL_STATES)[number];

/** What an e-journal may become; closed is for good. */
export const NEXT_STATES: Readonly<Record<JournalState, readonly JournalState[]>> = {
  registered: ['suspended', 'closed'],
  suspended: ['registered', 'closed'],
  closed: [],
};

/** Why an e-journal may not send for a school (VI-103): the journal itself, no confirmation, or one of other days. */
export const CAUSES = ['journal', 'confirmation', 'period'] as const;
export type Cause = (typeof CAUSES)[number];

export interface Confirmation {
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/** The first of the three causes that holds on a day; null where the journal may send. */
export function causeOf(journal: { readonly state: JournalState; readonly userId: string | null }, confirmations: readonly Confirmation[], day: IsoDate): Cause | null {
  if (journal.state !== 'registered' || journal.userId === null) return 'journal';
  if (confirmations.length === 0) return 'confirmation';
  return confirmations.some(({ validFrom, validTo }) => holdsOn({ from: validFrom, to: validTo }, day)) ? null : 'period';
}

/** The shape of a journal's code, as the database asks for it. */
export const JOURNAL_CODE = /^[a-z][a-z0-9-]{1,30}$/;
