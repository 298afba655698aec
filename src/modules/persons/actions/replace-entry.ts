import { type Entry, fitCorrection } from '#kernel/correction.js';
import { invalid, NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { ActionContext, WriteContext } from '#platform/actions/action.js';
import type { Row } from '#platform/db/transaction.js';
import { correctRow, type History, moveEnd } from '../store/changes.js';
import { MISFITS, NO_SUCH_ROW, WHY_MISSING } from '../texts.js';
import { recordingOf } from './begin-row.js';

/** One row of a history as it is believed now, and the others. @throws NotFound where it is no longer in force. */
export function pick<One extends Entry>(rows: readonly One[], rowId: string): { wrong: One; others: One[] } {
  const wrong = rows.find((row) => row.id === rowId);
  if (!wrong) throw new NotFound('no-such-row', NO_SUCH_ROW);
  return { wrong, others: rows.filter((row) => row !== wrong) };
}

/** Why something is put right or taken back: kept with the audit entry, where the person concerned reads it. @throws InvalidInput */
export function checkWhy({ reason }: ActionContext): void {
  const length = reason?.trim().length ?? 0;
  if (length === 0 || length > 200) throw invalid('reason', WHY_MISSING);
}

interface Correction {
  readonly wrong: Entry;
  /** Rows that must not hold on the same day as the right one. */
  readonly rivals: readonly Entry[];
  readonly from: IsoDate;
  /** As it was when absent. */
  readonly to?: IsoDate | null;
  /** Whether one row ends where the next begins: then the row before moves its end along. */
  readonly unbroken: boolean;
}

/** Puts the right row in the place of a wrong one, which stays as what was believed. @throws InvalidInput where its days do not fit. */
export async function replaceEntry(context: WriteContext, history: History, correction: Correction, row: Row): Promise<void> {
  const { tx } = context;
  const { wrong, from } = correction;
  const fitted = fitCorrection(correction);
  if ('problem' in fitted) throw invalid(fitted.field, MISFITS[fitted.problem]);
  const { previous, validFrom, validTo } = fitted;
  const recording = recordingOf(context);
  const earlier = from < wrong.validFrom;
  if (previous && earlier) await moveEnd(tx, history, previous.id, previous.validTo, recording);
  await correctRow(tx, history, wrong.id, { ...row, validFrom, validTo }, recording);
  if (previous && !earlier) await moveEnd(tx, history, previous.id, previous.validTo, recording);
}
