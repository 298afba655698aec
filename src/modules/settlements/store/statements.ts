import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { every, type Sql, some, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, IdRow, isParty, type Parties, type Recording, unitNameOn } from './rows.js';

const StatementRow = z.object({
  id: z.string(), providerId: z.number(), recipientId: z.number(), provider: z.string(), recipient: z.string(), countedOn: Day, through: Day, version: z.number(), cents: z.number(),
  state: z.enum(['sent', 'disputed', 'agreed']), preparedAt: z.date(), agreedAt: z.date().nullable(),
});
export type StatementRow = z.infer<typeof StatementRow>;

const SELECT = sql`select s.id, s.provider_id, s.recipient_id, ${unitNameOn(sql`s.provider_id`, sql`s.counted_on`)} as provider, ${unitNameOn(sql`s.recipient_id`, sql`s.counted_on`)} as recipient,
    s.counted_on, s.through, s.version, s.cents, s.state, s.prepared_at, s.agreed_at from settlements.statement s`;

/** Both sides see a statement alike. */
const isOf = (parties: Parties): Sql => some([isParty(sql`s.provider_id`, parties), isParty(sql`s.recipient_id`, parties)]);

export interface StatementFilter {
  readonly state: StatementRow['state'] | null;
  readonly side: 'provider' | 'recipient' | null;
}

const wanted = ({ state, side }: StatementFilter, parties: Parties): Sql =>
  every([
    side === 'provider' ? isParty(sql`s.provider_id`, parties) : side === 'recipient' ? isParty(sql`s.recipient_id`, parties) : isOf(parties),
    ...(state ? [sql`s.state = ${state}`] : []),
  ]);

/** Statements of the parties, the newest first. */
export const listStatements = (tx: Read, filter: StatementFilter, parties: Parties, after: string | null, limit: number): Promise<StatementRow[]> =>
  tx.all(StatementRow, sql`${SELECT} where ${every([wanted(filter, parties), ...(after ? [sql`s.id < ${after}::uuid`] : [])])} order by s.id desc limit ${limit}`);

const FlowRow = z.object({ providerId: z.number(), recipientId: z.number(), provider: z.string(), recipient: z.string(), cents: z.number() });
export type FlowRow = z.infer<typeof FlowRow>;

/** Who pays whom for the newest count that has been stated: the largest sums first. */
export const listFlows = (tx: Read, parties: Parties, limit: number): Promise<(FlowRow & { countedOn: IsoDate })[]> =>
  tx.all(
    FlowRow.extend({ countedOn: Day }),
    sql`select s.provider_id, s.recipient_id, ${unitNameOn(sql`s.provider_id`, sql`s.counted_on`)} as provider, ${unitNameOn(sql`s.recipient_id`, sql`s.counted_on`)} as recipient, sum(s.cents)::bigint as cents, s.counted_on
      from settlements.statement s where ${isOf(parties)} and s.counted_on = (select max(s.counted_on) from settlements.statement s where ${isOf(parties)})
      group by s.provider_id, s.recipient_id, s.counted_on having sum(s.cents) > 0 order by sum(s.cents) desc, s.provider_id, s.recipient_id limit ${limit}`,
  );

export const findStatement = (tx: Read, id: string, parties: Parties): Promise<StatementRow | undefined> => tx.first(StatementRow, sql`${SELECT} where s.id = ${id} and ${isOf(parties)}`);

/** The same of one side, locked until the end of the transaction. */
export const lockStatement = async (tx: Write, id: string, side: 'provider' | 'recipient', parties: Parties): Promise<StatementRow | undefined> => {
  const column = side === 'provider' ? sql`s.provider_id` : sql`s.recipient_id`;
  return (await tx.first(IdRow, sql`select s.id from settlements.statement s where s.id = ${id} and ${isParty(column, parties)} for update`)) && tx.first(StatementRow, sql`${SELECT} where s.id = ${id}`);
};

/** All versions between the same two for the same count, the first one first. */
export const listVersions = (tx: Read, { providerId, recipientId, countedOn }: Pick<StatementRow, 'providerId' | 'recipientId' | 'countedOn'>): Promise<StatementRow[]> =>
  tx.all(StatementRow, sql`${SELECT} where s.provider_id = ${providerId} and s.recipient_id = ${recipientId} and s.counted_on = ${countedOn}::date order by s.version`);

const PartRow = z.object({
  institutionId: z.string(), regNr: z.string(), name: z.string(), includedCents: z.number().nullable(), learners: z.number().nullable(), rateCents: z.number().nullable(),
  people: z.number(), months: z.number(), cents: z.number(),
});
/** What a statement has of one institution: its rate and sums, nobody by name. */
export type PartRow = z.infer<typeof PartRow>;

export const listParts = (tx: Read, statementId: string): Promise<PartRow[]> =>
  tx.all(
    PartRow,
    sql`select i.id as institution_id, i.reg_nr, i.name, r.included_cents, r.learners, r.rate_cents, l.people, l.months, l.cents
      from (select institution_id, count(distinct person_id)::int as people, count(*)::int as months, sum(cents)::bigint as cents from settlements.statement_line where statement_id = ${statementId} group by institution_id) l
      join institutions.institution i on i.id = l.institution_id left join settlements.statement_rate r on r.statement_id = ${statementId} and r.institution_id = l.institution_id
      order by i.name collate platform.latvian, i.reg_nr`,
  );

const LearnerRow = z.object({
  place: z.number(), personId: z.string(), given: z.string().nullable(), family: z.string().nullable(), isProtected: z.boolean().nullable(), regNr: z.string(), institution: z.string(),
  firstMonth: Day, lastMonth: Day, months: z.number(), rateCents: z.number(), cents: z.number(), cause: z.enum(['counted', 'now-payer', 'payer-no-more', 'rate-changed']),
});
/** A learner of a statement in one institution, the months that cost the same taken together. */
export type LearnerRow = z.infer<typeof LearnerRow>;

/** By name; of protected people initials. `after` is a place in this order. */
export const listLearners = (tx: Read, statementId: string, today: IsoDate, after: number, limit: number): Promise<LearnerRow[]> =>
  tx.all(
    LearnerRow,
    sql`select * from (
        select row_number() over (order by n.family collate platform.latvian, n.given collate platform.latvian, l.person_id, i.reg_nr, l.first_month, l.cause)::int as place,
          l.person_id, n.given, n.family, n.is_protected, i.reg_nr, i.name as institution, l.first_month, l.last_month, l.months, l.rate_cents, l.cents, l.cause
        from (
          select person_id, institution_id, cause, cents as rate_cents, min(month) as first_month, max(month) as last_month, count(*)::int as months, sum(cents)::bigint as cents
          from settlements.statement_line where statement_id = ${statementId} group by person_id, institution_id, cause, cents
        ) l join institutions.institution i on i.id = l.institution_id ${joinName('n', sql`l.person_id`, today)}
      ) listed where place > ${after} order by place limit ${limit}`,
  );

/** Agrees a statement of which no dispute is open. */
export const agreeStatement = (tx: Write, id: string, { at, by }: Recording): Promise<number> =>
  tx.run(sql`update settlements.statement set state = 'agreed', agreed_at = ${at}, agreed_by = ${by} where id = ${id} and state = 'sent'`);

const DisputeRow = z.object({ id: z.string(), reason: z.string(), raisedAt: z.date(), answer: z.string().nullable(), answeredAt: z.date().nullable() });
export type DisputeRow = z.infer<typeof DisputeRow>;

export const listDisputes = (tx: Read, statementId: string): Promise<DisputeRow[]> =>
  tx.all(DisputeRow, sql`select id, reason, raised_at, answer, answered_at from settlements.dispute where statement_id = ${statementId} order by raised_at, id`);

export async function raiseDispute(tx: Write, statementId: string, reason: string, { at, by }: Recording): Promise<void> {
  await tx.run(sql`insert into settlements.dispute (statement_id, reason, raised_at, raised_by) values (${statementId}, ${reason}, ${at}, ${by})`);
  await tx.run(sql`update settlements.statement set state = 'disputed' where id = ${statementId}`);
}

export async function answerDispute(tx: Write, statementId: string, answer: string, { at, by }: Recording): Promise<void> {
  await tx.run(sql`update settlements.dispute set answer = ${answer}, answered_at = ${at}, answered_by = ${by} where statement_id = ${statementId} and answer is null`);
  await tx.run(sql`update settlements.statement set state = 'sent' where id = ${statementId}`);
}
