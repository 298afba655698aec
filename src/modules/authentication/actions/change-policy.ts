import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid, InvalidInput } from '#kernel/errors.js';
import { refuseFarAhead } from '#kernel/far-day.js';
import { IsoDateInput, readableDay } from '#kernel/iso-date.js';
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
    innerNetworks: z.string().default('').transform((words) => words.split(/[\s,;]+/).filter(Boolean)),
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
    for (const name of ['administratorsFrom', 'secondFactorFrom', 'passwordsEndOn'] as const) {
      const day = policy[name];
      if (day && day < today && day !== before?.[name] && day !== source?.policy[name]) throw invalid(name, DAY_PASSED);
    }
    refuseFarAhead('passwordsEndOn', policy.passwordsEndOn, today);
    for (const name of ['administratorsFrom', 'secondFactorFrom'] as const) {
      if (policy[name] && policy[name] > nationalDay) throw invalid(name, fill(AFTER_NATIONAL_DAY, { day: readableDay(nationalDay) }));
    }
    const second = secondFactorFrom(policy, nationalDay);
    if (policy.passwordsEndOn && policy.passwordsEndOn < second) throw invalid('passwordsEndOn', fill(END_BEFORE_SECOND_FACTOR, { day: readableDay(second) }));
    if (policy.administratorsFrom && policy.administratorsFrom > second) throw invalid('administratorsFrom', ADMINISTRATORS_COME_FIRST);
    if (policy.idleMinutes !== null && policy.absoluteMinutes !== null && policy.idleMinutes > policy.absoluteMinutes) throw invalid('idleMinutes', IDLE_OUTLASTS);
    const wrong = policy.innerNetworks.find((network) => !isNetwork(network));
    if (wrong !== undefined) throw invalid('innerNetworks', BAD_NETWORK);
    const there = await meansThere(context, unitId);
    const lasting = OTHER_THAN_PASSWORD.some((factor) => policy.allowed.includes(factor) && there.includes(factor));
    if (policy.passwordsEndOn && !lasting) throw invalid('allowed', NO_OTHER_WAY);
    if (!lasting && !policy.allowed.includes('code')) throw invalid('allowed', NO_SECOND_FACTOR);
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
