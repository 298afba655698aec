import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { FACTORS } from '../domain/factors.js';
import { NO_POLICY, type Policy } from '../domain/policy.js';
import { isEnded } from './password-ends.js';
import { Day } from './rows.js';

/** What a predecessor had on leaving, offered to a successor that has not decided yet. */
export interface OfferedPolicy {
  readonly id: string;
  readonly fromUnitId: number;
  readonly fromName: string;
  readonly effective: IsoDate;
  /** Whether the successor came into being by the reform, so that nobody there signed in by a policy of its own. */
  readonly toIsNew: boolean;
  /** `NO_POLICY` where it had decided nothing. */
  readonly policy: Policy;
  readonly decided: boolean;
  /** Whether passwords had ended there. */
  readonly ended: boolean;
}

const OfferedRow = z.object({
  id: z.string(), fromUnitId: z.number(), fromName: z.string(), effective: Day, toIsNew: z.boolean(), ended: z.boolean(),
  allowed: z.array(z.enum(FACTORS)).nullable(), administratorsFrom: Day.nullable(), secondFactorFrom: Day.nullable(), passwordsEndOn: Day.nullable(),
  innerNetworks: z.array(z.string()).nullable(), idleMinutes: z.number().nullable(), absoluteMinutes: z.number().nullable(),
});

/** What a successor has still to decide on, by the names of its predecessors. */
export async function listOfferedPolicies(tx: Read, unitId: number, now: Date): Promise<OfferedPolicy[]> {
  const rows = await tx.all(
    OfferedRow,
    sql`select h.id, h.from_unit_id, (select v.name from territories.unit_version v where v.unit_id = h.from_unit_id order by v.valid_from desc limit 1) as from_name, h.effective, h.to_is_new,
        (select ${isEnded(sql`${now}::timestamptz`)} from authentication.password_end e where e.unit_id = h.from_unit_id) as ended,
        p.allowed, p.administrators_from, p.second_factor_from, p.passwords_end_on, p.inner_networks::text[] as inner_networks, p.idle_minutes, p.absolute_minutes
      from authentication.policy_handover h left join authentication.policy p on p.unit_id = h.from_unit_id and p.superseded_at is null
      where h.to_unit_id = ${unitId} and h.decided_at is null order by (select v.name from territories.unit_version v where v.unit_id = h.from_unit_id order by v.valid_from desc limit 1) collate platform.latvian, h.id`,
  );
  return rows.map(({ id, fromUnitId, fromName, effective, toIsNew, ended, allowed, innerNetworks, ...days }) => ({
    id, fromUnitId, fromName, effective, toIsNew, ended, decided: allowed !== null, policy: allowed === null ? NO_POLICY : { ...days, allowed, innerNetworks: innerNetworks! },
  }));
}

/** Of these offers the one with whom a user of a municipality itself came over. */
export async function findOriginOfUser(tx: Read, userId: string, offers: readonly string[]): Promise<string | undefined> {
  const row = await tx.first(z.object({ handoverId: z.string() }), sql`select o.handover_id from authentication.policy_origin o where o.user_id = ${userId} and o.handover_id = any(${[...offers]}::uuid[]) limit 1`);
  return row?.handoverId;
}

/** Which of the bodies have decided how their people sign in, or have ended passwords. */
export const listUnitsWithPolicy = async (tx: Read, unitIds: readonly number[]): Promise<number[]> =>
  (
    await tx.all(
      z.object({ unitId: z.number() }),
      sql`select p.unit_id from authentication.policy p where p.superseded_at is null and p.unit_id = any(${[...unitIds]}::int[])
        union select e.unit_id from authentication.password_end e where e.kind = 'ended' and e.unit_id = any(${[...unitIds]}::int[]) order by 1`,
    )
  ).map(({ unitId }) => unitId);

export interface NewPolicyHandover {
  readonly fromUnitId: number;
  readonly toUnitId: number;
  readonly toIsNew: boolean;
  readonly reformId: string;
  readonly effective: IsoDate;
}

/** Offers a policy; where all users of the body go over to the successor, it is kept who they are. */
export async function offerPolicy(tx: Write, offer: NewPolicyHandover, takesUsers: boolean, now: Date): Promise<void> {
  await tx.insert('authentication.policy_handover', { ...offer, offeredAt: now });
  if (!takesUsers) return;
  await tx.run(sql`insert into authentication.policy_origin (handover_id, user_id)
    select h.id, u.id from authentication.policy_handover h join access.app_user u on u.unit_id = h.from_unit_id
    where h.from_unit_id = ${offer.fromUnitId} and h.to_unit_id = ${offer.toUnitId} and h.reform_id = ${offer.reformId}`);
}

/** Keeps with which offer a user came over whom a person's decision moved; nothing where nothing was offered. */
export const keepOrigin = (tx: Write, { userId, fromUnitId, toUnitId, reformId }: { userId: string; fromUnitId: number; toUnitId: number; reformId: string }): Promise<number> =>
  tx.run(sql`insert into authentication.policy_origin (handover_id, user_id)
    select h.id, ${userId} from authentication.policy_handover h where h.from_unit_id = ${fromUnitId} and h.to_unit_id = ${toUnitId} and h.reform_id = ${reformId} on conflict do nothing`);

/** The successor has decided: all that was offered to it is settled, one of it perhaps adopted. */
export const settleOffers = (tx: Write, unitId: number, adopted: string | null, by: string, now: Date): Promise<number> =>
  tx.run(sql`update authentication.policy_handover set decided_at = ${now}, decided_by = ${by}, outcome = case when id = ${adopted}::uuid then 'adopted' else 'replaced' end
    where to_unit_id = ${unitId} and decided_at is null`);

/** Successors that have not decided yet. */
export const listUndecidedUnits = async (tx: Read): Promise<number[]> =>
  (await tx.all(z.object({ unitId: z.number() }), sql`select distinct h.to_unit_id as unit_id from authentication.policy_handover h where h.decided_at is null order by 1`)).map(({ unitId }) => unitId);
