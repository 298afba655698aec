import { z } from 'zod';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { jsonInput } from '#kernel/json-input.js';
import type { Text } from '#kernel/text.js';
import { readAction } from '#platform/actions/action.js';
import { NO_POLICY, type Policy, secondFactorFrom, type Stage, stageOn } from '../domain/policy.js';
import { type Advised, READINESS } from '../domain/readiness.js';
import { seeProgramme } from '../permissions.js';
import { havePasswordsEnded, listPasswordEnds, type PasswordEndRow } from '../store/password-ends.js';
import { findPolicyWithDay, listPolicyHistory, type PolicyRow } from '../store/policies.js';
import { countReadiness, countTechnical, type ExceptionRow, listExceptions, listReadiness, type ReadinessCounts, type ReadinessRow, streamReadiness } from '../store/readiness.js';
import { listOfferedPolicies, type OfferedPolicy } from '../store/policy-handovers.js';
import { listReminders, type ReminderRow } from '../store/reminders.js';
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
  /** What people may be advised to add: allowed, and there. */
  readonly advised: readonly Advised[];
  /** In its last days an exception is not relied on. */
  readonly noticeDays: number;
  readonly people: readonly ReadinessRow[];
  readonly next: string | null;
  readonly found: number;
  readonly ends: readonly PasswordEndRow[];
  readonly history: readonly PolicyRow[];
  readonly reminders: readonly ReminderRow[];
  /** What its predecessors had at a reform and it has not decided on. */
  readonly offers: readonly OfferedPolicy[];
  readonly exceptions: readonly ExceptionRow[];
  /** Users machines act as, who are in no other number. */
  readonly technical: number;
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
    const day = on ?? today;
    const people = await peopleOf(tx, unitId, today);
    const judging = await judgingOf(context, unitId, policy, day);
    const counts = await countReadiness(tx, people, judging);
    const search = { people, judging, today, readiness: readiness ? [readiness] : [], words };
    const found = await listReadiness(tx, search, after, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const last = found.length > PAGE ? shown.at(-1) : undefined;
    const ended = await havePasswordsEnded(tx, unitId, now);
    return {
      unitId, name, day, policy, nationalDay, ended, counts,
      advised: await advisedIn(context, unitId, policy),
      noticeDays: judging.noticeDays,
      help: decided?.help ?? '',
      helpers: await whomToAsk(context, unitId),
      stage: stageOn(policy, nationalDay, today, ended),
      twoFactorsFrom: secondFactorFrom(policy, nationalDay),
      people: shown,
      next: last ? JSON.stringify([last.nameKey, last.id]) : null,
      found: readiness ? counts[readiness] : Object.values(counts).reduce((sum, n) => sum + n, 0),
      ends: await listPasswordEnds(tx, unitId),
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
    const judging = await judgingOf(context, unitId, policy, on ?? context.today);
    const advised = await advisedIn(context, unitId, policy);
    return { format, advised, rows: streamReadiness(context.tx, { people, judging, today: context.today, readiness: readiness ? [readiness] : [], words }) };
  },
  audit: ({ input }) => ({ facts: { unit: input.unit, format: input.format } }),
});
