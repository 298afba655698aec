import { invalid } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { PersonCode } from '#kernel/person-code.js';
import { findAdult } from '#modules/persons/public.js';
import type { Read, Row } from '#platform/db/transaction.js';
import type { HistoryName } from '../domain/lines.js';
import { NO_SUCH_ADULT } from '../texts.js';

/** Who is to be head from a day. @throws InvalidInput at `personCode` for nobody, or for someone not alive or not of age on the day. */
export async function getHead(tx: Read, who: { readonly code: PersonCode } | { readonly id: string }, day: IsoDate): Promise<string> {
  const personId = await findAdult(tx, who, day);
  if (!personId) throw invalid('personCode', NO_SUCH_ADULT);
  return personId;
}

/** The people whom entries of a history name: they see in the audit log what was done to them. */
export const headsIn = (history: HistoryName, ...rows: readonly Row[]): string[] => (history === 'head' ? [...new Set(rows.map((row) => String(row['personId'])))] : []);
