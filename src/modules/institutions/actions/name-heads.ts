import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { listHolderNames } from '#modules/persons/public.js';
import type { Read } from '#platform/db/transaction.js';
import type { Dated } from '../domain/history.js';
import { findHeadOn } from '../store/ask.js';

interface Holder extends Dated {
  readonly id: string;
  readonly personId: string;
}

/**
 * Heads by the names they bear today, or bore on their last day in office. An office holder's name is public, so nothing is logged;
 * a protected person's is left out. Who it is stays here: no page and no answer carries a person's identity or code.
 */
export async function nameHeads<Row extends Holder>(tx: Read, rows: readonly Row[], today: IsoDate): Promise<(Omit<Row, 'personId'> & { name: string | null })[]> {
  if (rows.length === 0) return [];
  const names = await listHolderNames(tx, rows.map((row) => ({ key: row.id, personId: row.personId, day: lastDay(row, today) })), today);
  return rows.map(({ personId: _, ...row }) => ({ ...row, name: names.get(row.id) ?? null }));
}

const lastDay = ({ validTo }: Dated, today: IsoDate): IsoDate => (validTo && validTo <= today ? addDays(validTo, -1) : today);

/** The name of an institution's head today; null where there is none, or a protected one. */
export async function findHeadName(tx: Read, institutionId: string, today: IsoDate): Promise<string | null> {
  const head = await findHeadOn(tx, institutionId, today);
  return head ? ((await nameHeads(tx, [head], today))[0]?.name ?? null) : null;
}
