import { invalid } from '#kernel/errors.js';
import { refuseFarAhead } from '#kernel/far-day.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { Row } from '#platform/db/transaction.js';
import { type Dated, fitInto } from '../domain/history.js';
import { addRow, endRow, type History, type Recording } from '../store/changes.js';
import { AFTER_CLOSING, BEFORE_FOUNDING, NOT_AFTER_PRESENT } from '../texts.js';

export const recordingOf = ({ now, actor }: WriteContext): Recording => ({ recordedAt: now, recordedBy: actor.id ?? actor.kind });

/** @throws InvalidInput at `field` for a day outside the institution's life. A day to come is allowed, unless it is absurdly far: acts are known beforehand. */
export function checkDay(field: string, day: IsoDate, life: { readonly foundedOn: IsoDate; readonly closedOn: IsoDate | null }, today: IsoDate): void {
  refuseFarAhead(field, day, today);
  if (day < life.foundedOn) throw invalid(field, BEFORE_FOUNDING);
  if (life.closedOn && day >= life.closedOn) throw invalid(field, AFTER_CLOSING);
}

/** Begins a row of a history on a day; the row that held until then ends there. @throws InvalidInput where a row begins on that day already. */
export async function beginRow(context: WriteContext, history: History, rows: readonly (Dated & { readonly id: string })[], from: IsoDate, row: Row): Promise<void> {
  const fit = fitInto(rows, from);
  if (!fit) throw invalid('from', NOT_AFTER_PRESENT);
  const recording = recordingOf(context);
  if (fit.ends) await endRow(context.tx, history, fit.ends.id, from, recording);
  await addRow(context.tx, history, { ...row, validFrom: from, validTo: fit.validTo }, recording);
}
