import type { Entry } from '#kernel/correction.js';
import { NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Read, Row } from '#platform/db/transaction.js';
import type { HistoryName } from '../domain/lines.js';
import { listAccreditations, listAddresses, listDeliveryPlaces, listFounders, listGymnasiumTitles, listHeads, listNames, listStandings } from '../store/card.js';
import { NO_SUCH_ROW } from '../texts.js';

const LISTS = {
  name: listNames,
  standing: listStandings,
  founder: listFounders,
  address: listAddresses,
  delivery_place: listDeliveryPlaces,
  gymnasium_title: listGymnasiumTitles,
  accreditation: listAccreditations,
  head: listHeads,
} as const satisfies Record<HistoryName, (tx: Read, id: string, today: IsoDate) => Promise<readonly Entry[]>>;

export type AnyEntry = Entry & Row;

/** A row of a history as it is believed now, and the others of the same history. @throws NotFound where it is no longer in force. */
export async function findEntry(tx: Read, history: HistoryName, institutionId: string, rowId: string, today: IsoDate): Promise<{ wrong: AnyEntry; others: AnyEntry[] }> {
  const rows: readonly AnyEntry[] = await LISTS[history](tx, institutionId, today);
  const wrong = rows.find((row) => row.id === rowId);
  if (!wrong) throw new NotFound('no-such-row', NO_SUCH_ROW);
  return { wrong, others: rows.filter((row) => row !== wrong) };
}
