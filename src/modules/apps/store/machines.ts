import { z } from 'zod';
import { ActorRow, provenPerson, rightsOf } from '#modules/access/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { fixed } from '#platform/db/fixed.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { ArtifactRow } from './artifacts.js';

const MachineRow = ActorRow.extend({ payload: ArtifactRow.shape.payload, tokenHash: z.string() });

/** Whom access tokens of machines stand for, with what they may on a day, in one statement for any number of them: machines ask more often than people. */
export const listMachines = (tx: Read, tokenHashes: readonly string[], today: IsoDate): Promise<z.infer<typeof MachineRow>[]> =>
  tx.all(MachineRow, machines([...tokenHashes], today));

const machines = fixed(
  2,
  (hashes, today) =>
    sql`select a.id_hash as token_hash, a.payload, u.id as user_id, ${provenPerson} as person_id, u.name, ${rightsOf(sql`u.id`, sql`${today}::date`)} as rights
      from apps.artifact a
      join apps.client c on c.id = (a.payload ->> 'clientId')::uuid and c.state = 'active'
      join access.app_user u on u.id = c.user_id and u.state = 'active'
      where a.model = 'ClientCredentials' and a.id_hash = any(${hashes}::text[])`,
);
