import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { allFaults } from '#kernel/all-faults.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, type FieldError, invalid, InvalidInput } from '#kernel/errors.js';
import { refuseFarAhead } from '#kernel/far-day.js';
import { type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { BAD_NETWORK, isNetwork } from '#kernel/network.js';
import { fill, type Text } from '#kernel/text.js';
import { type ActionContext, writeAction, type WriteContext } from '#platform/actions/action.js';
import { FACTORS, OTHER_THAN_PASSWORD } from '../domain/factors.js';
import { NO_POLICY, type Policy, secondFactorFrom } from '../domain/policy.js';
import { leadProgramme } from '../permissions.js';
import { findPolicyWithDay, replacePolicy } from '../store/policies.js';
import { havePasswordsEnded, insertPasswordEnd } from '../store/password-ends.js';
import { listOfferedPolicies, type OfferedPolicy, settleOffers } from '../store/policy-handovers.js';
import { countReadiness, listWhoLose } from '../store/readiness.js';
import { ADMINISTRATORS_COME_FIRST, ADOPTED_LOCKS_OUT, AFTER_NATIONAL_DAY, DAY_PASSED, END_BEFORE_SECOND_FACTOR, IDLE_OUTLASTS, LOSE_THEIR_WAY, MET_BY_DAY, MET_BY_NETWORKS, NO_OTHER_WAY, NO_SECOND_FACTOR, NO_SUCH_POLICY_OFFERED, OPENS_AGAIN, SURE_THEN } from '../texts.js';
import { countLockedOut, judgingOf, noticeDaysOf } from './count-locked-out.js';
import { getUnitInScope, peopleOf, UnitInput } from './people-of.js';
import { meansThere, termsOf } from './terms-of.js';

const dayOrNone = z.union([z.literal('').transform(() => null), IsoDateInput]).nullable().default(null);
const minutesOrNone = (least: number, most: number) => emptyAsNull(z.coerce.number().int().min(least).max(most));
type Days = Pick<Policy, 'administratorsFrom' | 'secondFactorFrom' | 'passwordsEndOn'>;
const several = <T extends z.ZodType>(one: T) => z.union([z.array(one), one.transform((single) => [single])]).pipe(z.array(z.any())) as unknown as z.ZodType<z.infer<T>[]>;

/** A municipality decides how its people sign in: no later than the country asks for two factors. What was decided before stays readable. */
export const changePolicy = writeAction({
  name: 'authentication.change-policy',
  title: { lv: 'Mainīta pašvaldības pierakstīšanās kārtība', en: 'Sign-in policy of a municipality changed' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: z.object({
    unit: UnitInput,
    allowed: several(z.enum(FACTORS)),
    administratorsFrom: dayOrNone,
    secondFactorFrom: dayOrNone,
    passwordsEndOn: dayOrNone,
    innerNetworks: z.string().max(4_000).default('').transform((words) => words.split(/[\s,;]+/).filter(Boolean)),
    idleMinutes: minutesOrNone(5, 720),
    absoluteMinutes: minutesOrNone(30, 1_440),
    help: z.string().trim().max(300).default(''),
    basis: z.string().trim().min(3).max(500),
    /** The predecessor's policy that this one was made from; empty where it is the municipality's own. */
    adopted: z.union([z.literal('').transform(() => null), z.uuid()]).nullable().default(null),
    /** Whoever decides what holds at once has seen whom it meets. */
    sure: z.union([z.string(), z.array(z.string())]).default('').transform((word) => word.includes('yes')),
  }),
  async run(context, { unit, sure, adopted, ...policy }) {
    const { tx, today, now, actor } = context;
    const { unitId } = await getUnitInScope(context, unit);
    const { policy: before, nationalDay } = await findPolicyWithDay(tx, unitId);
    const offers = unitId === null ? [] : await listOfferedPolicies(tx, unitId, now);
    const source = adopted === null ? undefined : offers.find(({ id }) => id === adopted);
    if (adopted !== null && !source) throw new Conflict('no-such-policy-offered', NO_SUCH_POLICY_OFFERED);
    const faults = [...faultsOfDays(policy, [before, source?.policy], nationalDay, today), ...(await faultsOfMeans(context, unitId, policy)), ...faultsOfNetworksAndSessions(policy)];
    await allFaults(() => refuseAll(faults), () => refuseFarAhead('passwordsEndOn', policy.passwordsEndOn, today));
    await refuseIfSomebodyLoses(context, unitId, before ?? NO_POLICY, policy, source);
    const met = sure ? [] : [...(await metAtOnce(context, unitId, policy, before ?? NO_POLICY)), ...opensAgain(offers, source)];
    if (met.length > 0) throw new InvalidInput([{ field: 'sure', message: { lv: [...met.map(({ lv }) => lv), SURE_THEN.lv].join(' '), en: [...met.map(({ en }) => en), SURE_THEN.en].join(' ') } }]);
    if (source?.ended) await endPasswordsAlso(context, unitId!, policy);
    await replacePolicy(tx, unitId, policy, ownUserId(actor), now);
    if (offers.length > 0) await settleOffers(tx, unitId!, adopted, ownUserId(actor), now);
    return { settled: offers.length };
  },
  audit: ({ input }) => ({ facts: { ...input, innerNetworks: input.innerNetworks.length } }),
});

/** @throws InvalidInput with the first fault of each field, so that nobody mends one only to be told of the next. */
function refuseAll(faults: readonly FieldError[]): void {
  const each = faults.filter(({ field }, index) => faults.findIndex((one) => one.field === field) === index);
  if (each.length > 0) throw new InvalidInput(each);
}

function faultsOfDays(policy: Days, others: readonly (Days | undefined)[], nationalDay: IsoDate, today: IsoDate): FieldError[] {
  const faults: FieldError[] = [];
  for (const field of ['administratorsFrom', 'secondFactorFrom', 'passwordsEndOn'] as const) {
    const day = policy[field];
    if (day && day < today && !others.some((other) => other?.[field] === day)) faults.push({ field, message: DAY_PASSED });
    if (day && day > nationalDay && field !== 'passwordsEndOn') faults.push({ field, message: fill(AFTER_NATIONAL_DAY, { day: readableDay(nationalDay) }) });
  }
  const second = secondFactorFrom(policy, nationalDay);
  if (policy.passwordsEndOn && policy.passwordsEndOn < second) faults.push({ field: 'passwordsEndOn', message: fill(END_BEFORE_SECOND_FACTOR, { day: readableDay(second) }) });
  if (policy.administratorsFrom && policy.administratorsFrom > second) faults.push({ field: 'administratorsFrom', message: ADMINISTRATORS_COME_FIRST });
  return faults;
}

function faultsOfNetworksAndSessions({ idleMinutes, absoluteMinutes, innerNetworks }: Pick<Policy, 'idleMinutes' | 'absoluteMinutes' | 'innerNetworks'>): FieldError[] {
  const faults: FieldError[] = [];
  const wrong = innerNetworks.filter((network) => !isNetwork(network)).slice(0, NAMED).map((network) => network.slice(0, 60)).join(', ');
  if (wrong !== '') faults.push({ field: 'innerNetworks', message: { lv: `${wrong}: ${BAD_NETWORK.lv}`, en: `${wrong}: ${BAD_NETWORK.en}` } });
  if (idleMinutes !== null && absoluteMinutes !== null && idleMinutes > absoluteMinutes) faults.push({ field: 'idleMinutes', message: IDLE_OUTLASTS });
  return faults;
}

async function faultsOfMeans(context: WriteContext, unitId: number | null, { allowed, passwordsEndOn }: Pick<Policy, 'allowed' | 'passwordsEndOn'>): Promise<FieldError[]> {
  const there = await meansThere(context, unitId);
  const lasting = OTHER_THAN_PASSWORD.some((factor) => allowed.includes(factor) && there.includes(factor));
  if (passwordsEndOn && !lasting) return [{ field: 'allowed', message: NO_OTHER_WAY }];
  return !lasting && !allowed.includes('code') ? [{ field: 'allowed', message: NO_SECOND_FACTOR }] : [];
}

/** Passwords that had ended where the policy is adopted from end for all here, through the same gate as ever. @throws Conflict */
async function endPasswordsAlso(context: WriteContext, unitId: number, policy: Pick<Policy, 'allowed'>): Promise<void> {
  if (await havePasswordsEnded(context.tx, unitId, context.now)) return;
  const lockedOut = await countLockedOut(context, unitId, policy);
  if (lockedOut > 0) throw new Conflict('users-would-be-locked-out', fill(ADOPTED_LOCKS_OUT, { n: lockedOut }), { lockedOut });
  await insertPasswordEnd(context.tx, { unitId, kind: 'ended', at: context.now, reopenedUntil: null, hours: null, lockedOut: 0, reason: '', byUser: ownUserId(context.actor) });
}

const NAMED = 5;

/** The gate holds for the policy too: whoever gets in today and could not by the new one is named, and nothing is changed. @throws InvalidInput */
async function refuseIfSomebodyLoses(context: WriteContext, unitId: number | null, before: Policy, after: Pick<Policy, 'allowed'>, source: OfferedPolicy | undefined): Promise<void> {
  const { tx, today, now } = context;
  const ended = await havePasswordsEnded(tx, unitId, now);
  const rule = (policy: Pick<Policy, 'allowed'>, off: boolean) => ({ terms: termsOf(context, unitId, policy), password: !off });
  // Where an adopted policy ends passwords too, its own gate counts those who would be out by that.
  const { names, n } = await listWhoLose(tx, await peopleOf(tx, unitId, today), rule(before, ended || source?.ended === true), rule(after, ended || source?.ended === true), { day: today, noticeDays: await noticeDaysOf(context) }, NAMED);
  if (n === 0) return;
  const more = n - names.length;
  throw invalid('allowed', fill(LOSE_THEIR_WAY, { n, names: names.join(', '), more: more > 0 ? ` +${more}` : '' }));
}

/** Where passwords had ended and are not ended here too, they open again: said before it is done. */
const opensAgain = (offers: readonly OfferedPolicy[], source: OfferedPolicy | undefined): Text[] =>
  source?.ended ? [] : offers.filter(({ ended }) => ended).map(({ fromName }) => fill(OPENS_AGAIN, { name: fromName }));

/** Whom the change meets at their very next sign-in, a sentence for each part of it; nothing where it meets nobody anew. */
async function metAtOnce(context: Pick<ActionContext, 'tx' | 'today' | 'installation'>, unitId: number | null, after: Pick<Policy, 'allowed' | 'secondFactorFrom' | 'innerNetworks'>, before: Policy): Promise<Text[]> {
  const { tx, today } = context;
  const counts = await countReadiness(tx, await peopleOf(tx, unitId, today), await judgingOf(context, unitId, after, today));
  const withoutSecond = counts['password-only'] + counts.nothing;
  const narrower = after.innerNetworks.length > 0 && after.innerNetworks.join() !== before.innerNetworks.join();
  return [
    ...(narrower && withoutSecond > 0 ? [fill(MET_BY_NETWORKS, { n: withoutSecond })] : []),
    ...(after.secondFactorFrom === today && before.secondFactorFrom !== today && withoutSecond > 0 ? [fill(MET_BY_DAY, { n: withoutSecond })] : []),
  ];
}
