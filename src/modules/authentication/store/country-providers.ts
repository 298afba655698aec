import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import type { CountryProvider, ProofMethod } from '../domain/proof.js';

/** Whether an identity of the query (`o`) is of one of these. */
export const isOfProviders = (providers: readonly CountryProvider[]): Sql =>
  sql`exists (select from jsonb_to_recordset(${JSON.stringify(providers)}::jsonb) as p(method text, issuer text) where p.method = o.method and coalesce(p.issuer, o.issuer) = o.issuer)`;

/** By which means and issuers people are known whom no municipality’s connection proves. */
export const listProvidersInUse = (tx: Read): Promise<{ readonly method: ProofMethod; readonly issuer: string; readonly people: number }[]> =>
  tx.all(
    z.object({ method: z.enum(['smart-id', 'eparaksts', 'latvija-lv', 'e-journal']), issuer: z.string(), people: z.number() }),
    sql`select o.method, o.issuer, count(distinct o.user_id) as people from authentication.outside_identity o join access.app_user u on u.id = o.user_id and u.state = 'active'
      where o.unlinked_at is null and o.method in ('smart-id', 'eparaksts', 'latvija-lv', 'e-journal') group by 1, 2 order by 1, 2`,
  );
