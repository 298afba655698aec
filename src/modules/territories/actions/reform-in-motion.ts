import { NotFound } from '#kernel/errors.js';
import { addDays } from '#kernel/iso-date.js';
import { holdsOn } from '#kernel/period.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { Move, TerritorialReform } from '../domain/reform.js';
import { findReform, listReformUnits, listSuccessionsOfReform, lockReform, type NewSuccession, type ReformRow } from '../store/reforms.js';
import { listAllUnits } from '../store/units.js';

export async function getReform(tx: Read, id: string): Promise<ReformRow> {
  return orNotFound(await findReform(tx, id));
}

/** The same for whoever changes it: waits for another who does, and sees what became of it. */
export async function getReformToChange(tx: Write, id: string): Promise<ReformRow> {
  return orNotFound(await lockReform(tx, id));
}

function orNotFound(reform: ReformRow | undefined): ReformRow {
  if (!reform) throw new NotFound('no-such-reform', { lv: 'Šādas reformas nav.', en: 'There is no such reform.' });
  return reform;
}

/** The reform as the registers see it: each succession with the bodies on both sides, as far as they exist already. */
export async function getReformInMotion(tx: Read, id: string): Promise<TerritorialReform> {
  const successions = await listSuccessionsOfReform(tx, id);
  return inMotion(tx, await getReform(tx, id), successions.map(({ fromAtvk: from, toAtvk: to, extent, parts }) => ({ from, to, extent, parts })));
}

/** The same with other successions than those that are recorded. */
export async function inMotion(tx: Read, reform: ReformRow, successions: readonly NewSuccession[]): Promise<TerritorialReform> {
  const known = await listAllUnits(tx);
  const eve = addDays(reform.effective, -1);
  const oldUnits = new Map(known.filter((unit) => holdsOn({ from: unit.validFrom, to: unit.validTo }, eve)).map((unit) => [unit.atvk, unit]));
  const comingUnits = new Map((await listReformUnits(tx, reform.id)).map((unit) => [unit.atvk, unit]));
  const bodyOf = (atvk: string, iso: string) =>
    (known.find((unit) => unit.atvk === atvk) ?? [...oldUnits.values()].find((unit) => unit.iso === iso))?.unitId ?? null;

  const moves: Move[] = [];
  for (const { from: fromAtvk, to: toAtvk, extent, parts } of successions) {
    const from = oldUnits.get(fromAtvk);
    const to = comingUnits.get(toAtvk) ?? oldUnits.get(toAtvk);
    if (!from || !to) continue;
    const continues = extent === 'whole' && from.iso === to.iso;
    moves.push({ from, to: { unitId: bodyOf(to.atvk, to.iso), atvk: to.atvk, name: to.name }, extent, parts, continues });
  }
  return { id: reform.id, effective: reform.effective, title: { lv: reform.titleLv, en: reform.titleEn }, legalBasis: reform.legalBasis, moves };
}
