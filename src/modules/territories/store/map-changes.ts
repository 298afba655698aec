import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import type { ReformUnitRow } from './reforms.js';

/** Ends the versions that a reform replaces, on its day. */
export const closeVersions = (tx: Write, atvks: readonly string[], day: IsoDate): Promise<number> =>
  tx.run(sql`update territories.unit_version set valid_to = ${day} where atvk = any(${[...atvks]}) and valid_to is null`);

/** Begins a version of a body; a new body when `unitId` is null. Gives the body's id. */
export async function openVersion(tx: Write, unit: ReformUnitRow, unitId: number | null, day: IsoDate): Promise<number> {
  const id = unitId ?? (await tx.first(z.object({ id: z.number() }), sql`insert into territories.unit default values returning id`))!.id;
  await tx.insert('territories.unit_version', { atvk: unit.atvk, unitId: id, name: unit.name, kind: unit.kind, iso: unit.iso, validFrom: day });
  return id;
}

/** Names the parishes and towns of a unit version where they are known. */
export const insertParts = (tx: Write, parts: readonly { atvk: string; name: string }[]): Promise<number> =>
  tx.run(sql`insert into territories.part (atvk, name) select * from unnest(${parts.map((p) => p.atvk)}::text[], ${parts.map((p) => p.name)}::text[]) on conflict do nothing`);

export interface LineageEntry {
  readonly atvk: string;
  readonly part: string | null;
  readonly edition: IsoDate;
  readonly target: string | null;
  readonly candidates: readonly string[];
}

/** Replaces the whole computed table; a few thousand rows. */
export async function replaceLineage(tx: Write, entries: readonly LineageEntry[]): Promise<void> {
  await tx.run(sql`delete from territories.lineage`);
  await tx.run(sql`
    insert into territories.lineage (atvk, part, edition, target_atvk, candidates)
    select atvk, part, edition, target, candidates
    from jsonb_to_recordset(${JSON.stringify(entries.map((e) => ({ ...e, part: e.part ?? '' })))}::jsonb)
      as t(atvk text, part text, edition date, target text, candidates text[])`);
}

/** The unit versions that will begin with a reform. */
export const insertReformUnits = (tx: Write, reformId: string, units: readonly ReformUnitRow[]): Promise<void> =>
  tx.insert('territories.reform_unit', units.map(({ atvk, name, kind, iso }) => ({ reformId, atvk, name, kind, iso })));
