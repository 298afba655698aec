import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { refuseFarAhead } from '#kernel/far-day.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { jsonInput } from '#kernel/json-input.js';
import type { Text } from '#kernel/text.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import { NO_POLICY, type Policy, secondFactorFrom, type Stage, stageOn } from '../domain/policy.js';
import { type Advised, READINESS } from '../domain/readiness.js';
import { openUntil, waitingRequest } from '../domain/reopening.js';
import { seeProgramme } from '../permissions.js';
import { havePasswordsEnded, listPasswordEnds, type PasswordEndRow } from '../store/password-ends.js';
import { listAccounts } from '../store/people.js';
import { findPolicyWithDay, listPolicyHistory, type PolicyRow } from '../store/policies.js';
import { countFound, countReadiness, countStrengths, countTechnical, type ExceptionRow, listExceptions, listReadiness, type ReadinessCounts, type ReadinessRow, type StrengthCounts, streamReadiness } from '../store/readiness.js';
import { listOfferedPolicies, type OfferedPolicy } from '../store/policy-handovers.js';
import { listReminders, type ReminderRow } from '../store/reminders.js';
import { DAY_PASSED } from '../texts.js';
import { judgingOf } from './count-locked-out.js';
import { getUnitInScope, peopleOf, UnitInput } from './people-of.js';
import { advisedIn } from './terms-of.js';
import { type Helper, whomToAsk } from './whom-to-ask.js';

export type { ReadinessRow };

const PAGE = 50;
/** A wrong position is the beginning. */
const Position = jsonInput(z.tuple([z.string(), z.uuid()])).nullable().catch(null);

const BoardInput = z.object({
  unit: UnitInput,
  /** The day that is rehearsed: exceptions that end before it no longer help. */
  on: z.union([z.literal('').transform(() => null), IsoDateInput]).nullable().default(null),
  readiness: z.union([z.literal(''), z.enum(READINESS)]).default(''),
  words: z.string().trim().max(100).default(''),
  after: Position,
});

interface Asked {
  readonly hours: number;
  readonly reason: string;
  readonly by: string;
  /** By the reader: somebody else approves it. */
  readonly own: boolean;
}

async function askedOf({ tx, actor }: Pick<ActionContext, 'tx' | 'actor'>, request: PasswordEndRow | undefined): Promise<Asked | null> {
  if (!request) return null;
  const [who] = await listAccounts(tx, [request.byUser]);
  return { hours: request.hours!, reason: request.reason, by: who?.name ?? '', own: request.byUser === actor.id };
}

/** How ready a municipality is, and who would be locked out if passwords ended on the day. */
export interface Board {
  readonly unitId: number | null;
  readonly name: Text;
  /** The day all numbers are for: today, unless another is rehearsed. */
  readonly day: IsoDate;
  readonly policy: Policy;
  /** Where people call when sign-in fails. */
  readonly help: string;
  readonly helpers: readonly Helper[];
  /** From which day everybody in the country needs two factors, and from which everybody here does. */
  readonly nationalDay: IsoDate;
  readonly twoFactorsFrom: IsoDate;
  readonly stage: Stage;
  readonly ended: boolean;
  readonly counts: ReadinessCounts;
  readonly strengths: StrengthCounts;
  /** What people may be advised to add: allowed, and there. */
  readonly advised: readonly Advised[];
  /** In its last days an exception is not relied on. */
  readonly noticeDays: number;
  readonly people: readonly ReadinessRow[];
  readonly next: string | null;
  readonly found: number;
  readonly ends: readonly PasswordEndRow[];
  /** Until when passwords that had ended are open again; null where they are not. */
  readonly openUntil: Date | null;
  /** Who asks to open them, while somebody else may approve it. */
  readonly asked: Asked | null;
  readonly history: readonly PolicyRow[];
  readonly reminders: readonly ReminderRow[];
  /** What its predecessors had at a reform and it has not decided on. */
  readonly offers: readonly OfferedPolicy[];
  readonly exceptions: readonly ExceptionRow[];
  /** Users machines act as, who are in no other number. */
  readonly technical: number;
}

/** What was cannot be rehearsed: who had which means then is not asked for here. */
function dayToRehearse(on: IsoDate | null, today: IsoDate): IsoDate {
  if (on !== null && on < today) throw invalid('on', DAY_PASSED);
  refuseFarAhead('on', on, today);
  return on ?? today;
}

export const readBoard = readAction({
  name: 'authentication.read-board',
  title: { lv: 'Apskatīta lietotāju gatavība drošai pierakstīšanās kārtībai', en: 'Readiness for safe sign-in looked at' },
  permission: seeProgramme,
  input: BoardInput,
  async run(context, { unit, on, readiness, words, after }): Promise<Board> {
    const { tx, now, today } = context;
    const { unitId, name } = await getUnitInScope(context, unit);
    const { policy: decided, nationalDay } = await findPolicyWithDay(tx, unitId);
    const policy = decided ?? NO_POLICY;
    const day = dayToRehearse(on, today);
    const people = await peopleOf(tx, unitId, today);
    const judging = await judgingOf(context, unitId, policy, day);
    const counts = await countReadiness(tx, people, judging);
    const search = { people, judging, today, readiness: readiness ? [readiness] : [], words };
    const found = await listReadiness(tx, search, after, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const last = found.length > PAGE ? shown.at(-1) : undefined;
    const ended = await havePasswordsEnded(tx, unitId, now);
    const ends = await listPasswordEnds(tx, unitId);
    return {
      unitId, name, day, policy, nationalDay, ended, counts,
      strengths: await countStrengths(tx, people, judging),
      advised: await advisedIn(context, unitId, policy),
      noticeDays: judging.noticeDays,
      help: decided?.help ?? '',
      helpers: await whomToAsk(context, unitId),
      stage: stageOn(policy, nationalDay, today, ended),
      twoFactorsFrom: secondFactorFrom(policy, nationalDay),
      people: shown,
      next: last ? JSON.stringify([last.nameKey, last.id]) : null,
      found: words ? await countFound(tx, search) : readiness ? counts[readiness] : Object.values(counts).reduce((sum, n) => sum + n, 0),
      ends,
      openUntil: openUntil(ends, now),
      asked: await askedOf(context, waitingRequest(ends, now)),
      history: await listPolicyHistory(tx, unitId),
      reminders: await listReminders(tx, unitId),
      offers: unitId === null ? [] : await listOfferedPolicies(tx, unitId, now),
      exceptions: await listExceptions(tx, people),
      technical: await countTechnical(tx, people),
    };
  },
  audit: ({ input }) => ({ facts: { unit: input.unit } }),
});

/** The same people as a file, streamed from the same query. */
export const exportBoard = readAction({
  name: 'authentication.export-board',
  title: { lv: 'Izgūta lietotāju gatavība drošai pierakstīšanās kārtībai', en: 'Readiness for safe sign-in exported' },
  permission: seeProgramme,
  input: BoardInput.extend({ format: z.enum(['xlsx', 'csv']) }),
  async run(context, { unit, on, readiness, words, format }) {
    const { unitId } = await getUnitInScope(context, unit);
    const people = await peopleOf(context.tx, unitId, context.today);
    const { policy = NO_POLICY } = await findPolicyWithDay(context.tx, unitId);
    const judging = await judgingOf(context, unitId, policy, dayToRehearse(on, context.today));
    const advised = await advisedIn(context, unitId, policy);
    return { format, advised, ended: await havePasswordsEnded(context.tx, unitId, context.now), rows: streamReadiness(context.tx, { people, judging, today: context.today, readiness: readiness ? [readiness] : [], words }) };
  },
  audit: ({ input }) => ({ facts: { unit: input.unit, format: input.format } }),
});
