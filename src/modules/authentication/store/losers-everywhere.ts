import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { type Factor, FACTORS } from '../domain/factors.js';
import type { CountryProvider } from '../domain/proof.js';
import { isOfProviders } from './country-providers.js';
import { isExceptedOn, isPerson, type Judging } from './readiness.js';
import { hasWayIn, type TermsInSql } from './ways-in.js';

const LosersRow = z.object({ unitId: z.number().nullable(), n: z.number(), names: z.array(z.string()) });
/** Of one municipality, or with null of those who belong to none: how many, and the first of them by name. */
export type LosersOfUnit = z.infer<typeof LosersRow>;

export interface Leaving {
  readonly provider: CountryProvider;
  readonly before: Country;
  readonly after: Country;
}

/** The country’s means, and the providers that are not there (an e-journal may be gone while others of its kind stay). */
export interface Country {
  readonly means: readonly Factor[];
  readonly without: readonly CountryProvider[];
}

/**
 * Who gets in by a provider of the country and could not without it, each by the policy of their own municipality: by the rule that holds
 * for closing a municipality’s connection (`listWhoLose`), but for all municipalities in one query. `founders` says which municipality founded which institution.
 */
export function listWhoLoseEverywhere(tx: Read, { provider, before, after }: Leaving, founders: readonly { id: string; unitId: number }[], endedUnits: readonly (number | null)[], { day, noticeDays }: Omit<Judging, 'terms'>, named: number): Promise<LosersOfUnit[]> {
  const terms = ({ means }: Country, allowed = sql`coalesce(y.allowed, ${[...FACTORS]}::text[])`): TermsInSql => ({ unitId: sql`b.unit_id`, allowed, country: sql`${[...means]}::text[]` });
  const password = sql`coalesce(b.unit_id, 0) <> all(${endedUnits.map((unitId) => unitId ?? 0)}::int[])`;
  const [then, without] = [{ providers: before.without }, { providers: after.without }];
  return tx.all(
    LosersRow,
    sql`select l.unit_id, count(*) as n, (array_agg(l.name order by l.name_key, l.id))[1:${named}::int] as names from (
        select b.unit_id, u.id, u.name, u.name_key
        from access.app_user u left join jsonb_to_recordset(${JSON.stringify(founders)}::jsonb) as f(id uuid, "unitId" integer) on f.id = u.institution_id
        cross join lateral (select coalesce(u.unit_id, f."unitId") as unit_id) b
        left join authentication.policy y on coalesce(y.unit_id, 0) = coalesce(b.unit_id, 0) and y.superseded_at is null
        where ${isPerson} and u.id in (select o.user_id from authentication.outside_identity o where o.unlinked_at is null and ${isOfProviders([provider])})
          and not exists (select from authentication.break_glass g where g.user_id = u.id)
          and ${hasWayIn(terms(before), { password, without: then })} and not ${hasWayIn(terms(after), { password, without })}
          and not (${isExceptedOn(day, noticeDays)} and ${hasWayIn(terms(after, sql`${[...FACTORS]}::text[]`), { password: true, without })})) l
      group by 1 order by 1 nulls last`,
  );
}
