import { readableDay } from '#kernel/iso-date.js';
import type { Choice, Matter, TerritorialReform } from '#modules/territories/public.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { recordingOf } from './actions/begin-row.js';
import { founderChanged } from './events.js';
import { listFounderGaps } from './store/ask.js';
import { listMatters, type MatterKind, moveFounders } from './store/reform.js';

const onlyIt = (institutionId: string): Scope => ({ everywhere: false, unitIds: [], institutionIds: [institutionId], acting: null });

/** Whether a day of an institution's life lacks an actual founder that exists then. */
export const lacksFounder = async (tx: Read, institutionId: string): Promise<boolean> => (await listFounderGaps(tx, onlyIt(institutionId))).length > 0;

/** What institutions, addresses and delivery places are about, by their key. */
export async function mattersOf(tx: Read, kind: MatterKind, keys: readonly string[]): Promise<Map<string, Matter>> {
  const rows = await listMatters(tx, kind, keys);
  return new Map(
    rows.map(({ key, regNr, since }): [string, Matter] => {
      const words = since === null ? { lv: regNr, en: regNr } : { lv: `${regNr}, no ${readableDay(since)}`, en: `${regNr}, from ${readableDay(since)}` };
      return [key, { words, href: `/institutions/${regNr}`, permission: null }];
    }),
  );
}

/** Hands an institution to the successor that a person chose, from the reform's day, as the reform would have. */
export async function chooseFounder(context: WriteContext, reform: TerritorialReform, institutionId: string, unitId: number, basis: string): Promise<Choice> {
  const { tx, now } = context;
  if (!(await lacksFounder(tx, institutionId))) return 'settled';
  await moveFounders(tx, [{ institutionId, unitId }], reform.effective, basis, recordingOf(context).recordedBy, now);
  await context.announce(founderChanged, { institutionId, on: reform.effective });
  return 'carried-out';
}
