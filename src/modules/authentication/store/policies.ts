import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sharedFirst } from '#platform/db/sharing.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { FACTORS } from '../domain/factors.js';
import type { Policy } from '../domain/policy.js';
import { Day } from './rows.js';

const PolicyRow = z.object({
  unitId: z.number().nullable(),
  allowed: z.array(z.enum(FACTORS)),
  administratorsFrom: Day.nullable(),
  secondFactorFrom: Day.nullable(),
  passwordsEndOn: Day.nullable(),
  innerNetworks: z.array(z.string()),
  idleMinutes: z.number().nullable(),
  absoluteMinutes: z.number().nullable(),
  /** Where people call when sign-in fails; empty where nothing was said. */
  help: z.string(),
  basis: z.string(),
  recordedAt: z.date(),
  supersededAt: z.date().nullable(),
});
export type PolicyRow = z.infer<typeof PolicyRow>;

const COLUMNS = sql`p.unit_id, p.allowed, p.administrators_from, p.second_factor_from, p.passwords_end_on, p.inner_networks::text[] as inner_networks,
  p.idle_minutes, p.absolute_minutes, p.help, p.basis, p.recorded_at, p.superseded_at`;

const ofUnit = (unitId: number | null) => sql`p.unit_id is not distinct from ${unitId}::int`;

const WithDayRow = PolicyRow.extend({ allowed: PolicyRow.shape.allowed.nullable(), innerNetworks: PolicyRow.shape.innerNetworks.nullable(), help: z.string().nullable(), basis: z.string().nullable(), recordedAt: z.date().nullable(), nationalDay: Day });

/** The policy in force for the people of a municipality, or of none, and the country's day, in one query. */
export async function findPolicyWithDay(tx: Read, unitId: number | null): Promise<{ readonly policy: PolicyRow | undefined; readonly nationalDay: IsoDate }> {
  const { nationalDay, ...policy } = (await policyWithDay(tx, unitId))!;
  return { nationalDay, policy: policy.allowed === null ? undefined : (policy as PolicyRow) };
}

const policyWithDay = sharedFirst(
  WithDayRow,
  ['int'],
  (unitId) => sql`select n.second_factor_from as national_day, ${COLUMNS} from authentication.national_day n
    left join authentication.policy p on p.unit_id is not distinct from ${unitId} and p.superseded_at is null where n.superseded_at is null`,
);

/** What is in force in every municipality that has decided anything. */
export const listPolicies = (tx: Read): Promise<PolicyRow[]> => tx.all(PolicyRow, sql`select ${COLUMNS} from authentication.policy p where p.superseded_at is null`);

/** What was ever decided for a municipality, newest first. */
export const listPolicyHistory = (tx: Read, unitId: number | null): Promise<PolicyRow[]> =>
  tx.all(PolicyRow, sql`select ${COLUMNS} from authentication.policy p where ${ofUnit(unitId)} order by p.recorded_at desc`);

/** A policy in place of the one in force, which stays readable. */
export async function replacePolicy(tx: Write, unitId: number | null, policy: Policy & { basis: string; help?: string }, by: string, now: Date): Promise<void> {
  await tx.run(sql`update authentication.policy p set superseded_at = ${now} where ${ofUnit(unitId)} and p.superseded_at is null`);
  const { allowed, administratorsFrom, secondFactorFrom, passwordsEndOn, innerNetworks, idleMinutes, absoluteMinutes, help = '', basis } = policy;
  await tx.run(sql`insert into authentication.policy (unit_id, allowed, administrators_from, second_factor_from, passwords_end_on, inner_networks,
      idle_minutes, absolute_minutes, help, basis, recorded_at, recorded_by)
    values (${unitId}, ${[...allowed]}, ${administratorsFrom}, ${secondFactorFrom}, ${passwordsEndOn}, ${[...innerNetworks]}::text[]::cidr[],
      ${idleMinutes}, ${absoluteMinutes}, ${help}, ${basis}, ${now}, ${by})`);
}

/** Whether a user is excepted on a day. */
export const isExcepted = async (tx: Read, userId: string, day: IsoDate): Promise<boolean> => (await exception(tx, userId, day)) !== undefined;

const exception = sharedFirst(
  z.object({ id: z.string() }),
  ['uuid', 'date'],
  (userId, day) => sql`select id from authentication.policy_exception where user_id = ${userId} and valid_from <= ${day} and valid_to > ${day}`,
);
