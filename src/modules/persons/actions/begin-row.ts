import { invalid } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { Row } from '#platform/db/transaction.js';
import type { PersonRow } from '../store/cards.js';
import { addRow, type History, moveEnd, type Recording } from '../store/changes.js';
import { AFTER_DEATH, BEFORE_BIRTH, IN_FUTURE, NOT_AFTER_PRESENT } from '../texts.js';

export const recordingOf = ({ now, actor }: WriteContext): Recording => ({ recordedAt: now, recordedBy: actor.id ?? actor.kind });

/** @throws InvalidInput at `field` for a day before birth, after death or still to come. */
export function checkDay(field: string, day: IsoDate, person: Pick<PersonRow, 'bornOn' | 'diedOn'>, today: IsoDate): void {
  if (day < person.bornOn) throw invalid(field, BEFORE_BIRTH);
  if (person.diedOn && day > person.diedOn) throw invalid(field, AFTER_DEATH);
  if (day > today) throw invalid(field, IN_FUTURE);
}

/** Begins a new row of a history from a day and ends the present one there. @throws InvalidInput when it is not later than the present one began. */
export async function beginRow(
  context: WriteContext,
  history: History,
  present: readonly { readonly id: string; readonly validFrom: IsoDate; readonly validTo: IsoDate | null }[],
  from: IsoDate,
  row: Row,
): Promise<void> {
  const recording = recordingOf(context);
  const open = present.find((one) => one.validTo === null);
  if (open && from <= open.validFrom) throw invalid('from', NOT_AFTER_PRESENT);
  if (open) await moveEnd(context.tx, history, open.id, from, recording);
  await addRow(context.tx, history, { ...row, validFrom: from }, recording);
}
