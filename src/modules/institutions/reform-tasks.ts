import { readableDay } from '#kernel/iso-date.js';
import type { Choice, Choosing, Chosen, Matter, Meanwhile, TerritorialReform, Trace } from '#modules/territories/public.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { recordingOf } from './actions/begin-row.js';
import { entryCorrected, founderChanged } from './events.js';
import { listFounderGaps } from './store/ask.js';
import { refreshSearch } from './store/changes.js';
import { listComingFoundersSince, moveComingFounders } from './store/coming-founders.js';
import { listMatters, type MatterKind, moveFounders } from './store/reform.js';
import { listTraces, namePart } from './store/reform-rows.js';

const onlyIt = (institutionId: string): Scope => ({ everywhere: false, unitIds: [], institutionIds: [institutionId], acting: null });

/** Whether a day of an institution's life lacks an actual founder that exists then. */
export const lacksFounder = async (tx: Read, institutionId: string): Promise<boolean> => (await listFounderGaps(tx, onlyIt(institutionId))).length > 0;

/** What institutions, founders recorded ahead, addresses and delivery places are about, by their key. */
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
export async function chooseFounder(context: WriteContext, reform: TerritorialReform, institutionId: string, { unitId }: Chosen, basis: string): Promise<Choice> {
  const { tx, now } = context;
  if (!(await lacksFounder(tx, institutionId))) return 'settled';
  await moveFounders(tx, [{ institutionId, unitId }], reform.effective, basis, recordingOf(context).recordedBy, now);
  await context.announce(founderChanged, { institutionId, on: reform.effective });
  return 'carried-out';
}

/** Names the successor that a person chose in a founder recorded ahead. */
export async function chooseComingFounder(context: WriteContext, reform: TerritorialReform, key: string, { unitId }: Chosen, basis: string): Promise<Choice> {
  const [row] = await listComingFoundersSince(context.tx, [key], reform.effective);
  if (!row || (await moveComingFounders(context.tx, [{ id: key, unitId }], basis, recordingOf(context).recordedBy, context.now)) === 0) return 'settled';
  await context.announce(founderChanged, { institutionId: row.institutionId, on: row.begins });
  return 'carried-out';
}

/** Names the parish or town of a place, by which every edition of the map can tell where it lies; the row believed before stays. */
export const choosePart =
  (table: 'address' | 'delivery_place'): Choosing['carryOut'] =>
  async (context, _, key, { part }) => {
    if (part === null) throw new Error('a place is decided by its parish or town');
    const place = await namePart(context.tx, table, key, part, recordingOf(context));
    if (!place) return 'settled';
    await refreshSearch(context.tx, [place.institutionId]);
    await context.announce(entryCorrected, { institutionId: place.institutionId, history: table });
    return 'carried-out';
  };

/** A counted group has no row of its own. */
const ROW = /^[0-9a-f-]{36}$/;

/** What the register did meanwhile to founders of institutions, addresses and delivery places. */
export const tracesOf = async (tx: Read, kind: MatterKind, keys: readonly string[], { from, to }: Meanwhile): Promise<Map<string, Trace>> =>
  new Map((await listTraces(tx, kind, keys.filter((key) => ROW.test(key)), from, to)).map(({ key, what, at }) => [key, { what, at }]));
