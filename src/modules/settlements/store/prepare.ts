import { z } from 'zod';
import { generalLearners } from '#modules/education/public.js';
import { foundingUnitOn } from '#modules/institutions/public.js';
import { homeUnitOn } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, isParty, type Parties, type Recording, unitNameOn } from './rows.js';

/** A month that is settled for, and the day on which somebody must have learnt to count in it. */
export interface SettledMonth {
  readonly month: IsoDate;
  readonly learntOn: IsoDate;
}

export interface RatedInstitution {
  readonly institutionId: string;
  readonly sheetId: string;
  readonly snapshotId: string;
  readonly includedCents: number;
  readonly learners: number;
  readonly rateCents: number;
}

export interface Settling {
  readonly countedOn: IsoDate;
  readonly through: IsoDate;
  readonly months: readonly SettledMonth[];
  readonly rated: readonly RatedInstitution[];
  /** Whose statements are prepared. */
  readonly providers: Parties;
}

const MadeRow = z.object({ id: z.string(), providerId: z.number(), recipientId: z.number(), provider: z.string(), recipient: z.string(), version: z.number(), cents: z.number() });
export type MadeRow = z.infer<typeof MadeRow>;

/** Of two who prepare at once the other waits, and then finds nothing left to settle. */
export const lockSettling = (tx: Write): Promise<number> => tx.run(sql`select pg_advisory_xact_lock(hashtext('settlements.statement'))`);

/**
 * Writes, as new statements, what is owed by what is believed now and has not been stated yet, and takes back what was stated and is owed no more: the
 * first time all of it, later the differences. The sum of a learner's lines of a month is at any time what is owed for it.
 */
export const writeStatements = (tx: Write, { countedOn, through, months, rated, providers }: Settling, { at, by }: Recording): Promise<MadeRow[]> =>
  tx.all(
    MadeRow,
    sql`with month as (select * from unnest(${months.map(({ month }) => month)}::date[], ${months.map(({ learntOn }) => learntOn)}::date[]) as m (month, learnt_on)),
    rated as (
      select * from unnest(${rated.map((one) => one.institutionId)}::uuid[], ${rated.map((one) => one.sheetId)}::uuid[], ${rated.map((one) => one.snapshotId)}::uuid[],
        ${rated.map((one) => one.includedCents)}::bigint[], ${rated.map((one) => one.learners)}::int[], ${rated.map((one) => one.rateCents)}::int[]) as r (institution_id, sheet_id, snapshot_id, included_cents, learners, rate_cents)
    ),
    owed as materialized (
      select o.provider_id, o.recipient_id, o.institution_id, o.person_id, o.month, o.rate_cents as cents from (
        select f.provider_id, ${homeUnitOn(sql`m.person_id`, sql`month.month`)} as recipient_id, r.institution_id, m.person_id, month.month, r.rate_cents
        from rated r cross join month cross join lateral (select ${foundingUnitOn(sql`r.institution_id`, sql`month.month`)} as provider_id) f
        cross join lateral ${generalLearners(sql`r.institution_id`, sql`month.learnt_on`)} m
        where r.rate_cents > 0 and f.provider_id is not null and ${isParty(sql`f.provider_id`, providers)}
      ) o where o.recipient_id <> o.provider_id
    ),
    stated as materialized (
      select s.provider_id, s.recipient_id, l.institution_id, l.person_id, l.month, sum(l.cents)::int as cents
      from settlements.statement s join settlements.statement_line l on l.statement_id = s.id
      where s.counted_on = ${countedOn}::date and ${isParty(sql`s.provider_id`, providers)} and l.month in (select month from month)
      group by s.provider_id, s.recipient_id, l.institution_id, l.person_id, l.month having sum(l.cents) <> 0
    ),
    change as materialized (
      select provider_id, recipient_id, institution_id, person_id, month, coalesce(o.cents, 0) - coalesce(s.cents, 0) as cents,
        case when o.cents is null then 'payer-no-more' when s.cents is not null then 'rate-changed'
          when institution_id in (select institution_id from stated) then 'now-payer' else 'counted' end as cause
      from owed o full join stated s using (provider_id, recipient_id, institution_id, person_id, month) where coalesce(o.cents, 0) <> coalesce(s.cents, 0)
    ),
    made as (
      insert into settlements.statement (provider_id, recipient_id, counted_on, through, version, cents, state, prepared_at, prepared_by)
      select c.provider_id, c.recipient_id, ${countedOn}::date, ${through}::date,
        1 + coalesce((select max(b.version) from settlements.statement b where b.provider_id = c.provider_id and b.recipient_id = c.recipient_id and b.counted_on = ${countedOn}::date), 0),
        sum(c.cents), 'sent', ${at}::timestamptz, ${by} from change c group by c.provider_id, c.recipient_id
      returning id, provider_id, recipient_id, version, cents
    ),
    rates as (
      insert into settlements.statement_rate (statement_id, institution_id, sheet_id, snapshot_id, included_cents, learners, rate_cents)
      select m.id, r.institution_id, r.sheet_id, r.snapshot_id, r.included_cents, r.learners, r.rate_cents
      from made m join rated r on exists (select from change c where c.provider_id = m.provider_id and c.recipient_id = m.recipient_id and c.institution_id = r.institution_id) returning 1
    ),
    lines as (
      insert into settlements.statement_line (statement_id, institution_id, person_id, month, cents, cause)
      select m.id, c.institution_id, c.person_id, c.month, c.cents, c.cause from made m join change c on c.provider_id = m.provider_id and c.recipient_id = m.recipient_id returning 1
    )
    select * from (select made.id, provider_id, recipient_id, ${unitNameOn(sql`provider_id`, sql`${countedOn}::date`)} as provider, ${unitNameOn(sql`recipient_id`, sql`${countedOn}::date`)} as recipient, version, cents
    from made) named order by recipient collate platform.latvian, id`,
  );

const RatedRow = z.object({ institutionId: z.string(), sheetId: z.string(), snapshotId: z.string(), includedCents: z.number(), learners: z.number() });

/** The institutions with approved costs of a count's year and their newest count, whoever their founder is: that is asked month by month. */
export const listRated = (tx: Read, countedOn: IsoDate): Promise<z.infer<typeof RatedRow>[]> =>
  tx.all(
    RatedRow,
    sql`select s.institution_id, s.id as sheet_id, c.id as snapshot_id, c.learners, (select coalesce(sum(t.cents) filter (where t.included), 0)::bigint from settlements.cost_item t where t.sheet_id = s.id) as included_cents
      from settlements.cost_sheet s
      join lateral (select n.id, n.learners from settlements.count_snapshot n where n.institution_id = s.institution_id and n.day = ${countedOn}::date order by n.version desc limit 1) c on true
      where s.year = extract(year from ${countedOn}::date) and s.state = 'approved' order by s.institution_id`,
  );

const BegunRow = z.object({ countedOn: Day, through: Day, providerIds: z.array(z.number()) });

/** The counts since a day of which something has been stated, and whose statements those are. */
export const listBegun = (tx: Read, since: IsoDate): Promise<z.infer<typeof BegunRow>[]> =>
  tx.all(BegunRow, sql`select counted_on, through, array_agg(distinct provider_id) as provider_ids from settlements.statement where through >= ${since}::date group by counted_on, through order by counted_on`);
