import { allFaults } from '#kernel/all-faults.js';
import type { Clock } from '#kernel/clock.js';
import { Forbidden, invalid, Refusal, StaleProof, Unauthenticated } from '#kernel/errors.js';
import type { LogLook } from '../audit/log-of-looks.js';
import { type AuditEntry, writeEntries } from '../audit/write-audit.js';
import { type ConstraintTexts, refusalOfConstraint } from '../db/constraint-errors.js';
import type { Database } from '../db/database.js';
import { gathering } from '../db/gathering.js';
import { announcer, type Subscriptions } from '../events/event.js';
import { enqueuer, type JobSender } from '../jobs/job.js';
import type { MailServer } from '../mail/mail-server.js';
import { measureAction } from '../metrics/instruments.js';
import type { Action, AuditNote } from './action.js';
import { type Actor, isNowhere, type Scope } from './actor.js';
import type { Contributions } from './contributions.js';
import { parseInput } from './input-errors.js';
import { logRefusal, refusedBecause } from './log-refusal.js';
import type { Installation } from './installation.js';
import { scopeOf } from './permission.js';

/** What performing needs from the running program. */
export interface Platform {
  readonly database: Database;
  readonly logLook: LogLook;
  readonly clock: Clock;
  readonly jobs: JobSender;
  readonly subscriptions: Subscriptions;
  readonly constraintTexts: ConstraintTexts;
  readonly installation: Installation;
  readonly contributions: Contributions;
  /** Null where the installation has none: mail is then only kept. */
  readonly mail: MailServer | null;
}

export interface Occasion {
  readonly actor: Actor;
  readonly reason?: string | null;
  readonly requestId?: string | null;
  /** Until when the sender's proof is fresh; absent where no session is behind it (jobs, machines). */
  readonly freshUntil?: Date | null;
  /** Whether the asker has changed something just now, and would miss it on a standby that is a moment behind. */
  readonly justChanged?: boolean;
}

/**
 * The one door: checks the right and the input, runs the action and writes the audit log.
 * A read is logged before its answer is given; a write is logged in its own transaction.
 * @throws Refusal with a sentence for people; anything else is a fault of the program.
 */
export const perform = <Input, Output>(platform: Platform, action: Action<Input, Output>, rawInput: unknown, occasion: Occasion): Promise<Output> =>
  measureAction(action.name, (error) => error instanceof Refusal, () => checkAndRun(platform, action, rawInput, occasion));

async function checkAndRun<Input, Output>(platform: Platform, action: Action<Input, Output>, rawInput: unknown, occasion: Occasion): Promise<Output> {
  const scope = scopeOf(occasion.actor, action.permission);
  if (isNowhere(scope)) return refuse(platform, action, occasion, scope);
  if (action.asksFreshProof && occasion.freshUntil && occasion.freshUntil <= platform.clock.now()) throw new StaleProof('proof-needed', PROVE_ANEW);
  const [input] = await allFaults(
    () => parseInput(action.input, rawInput, action.judgesSigns),
    () => {
      if (action.reasonNeeded && !occasion.reason?.trim() && occasion.actor.kind !== 'system') throw invalid('reason', REASON_MISSING);
    },
  );
  try {
    return await (action.kind === 'read' ? look(platform, action, input, occasion, scope) : change(platform, action, input, occasion, scope));
  } catch (error) {
    const why = refusedBecause(error, action.permission, scope);
    if (why) await logRefusal(platform, attemptOf(action, occasion, scope, platform.clock.now()), why);
    throw refusalOfConstraint(error, platform.constraintTexts) ?? error;
  }
}

const REASON_MISSING = {
  lv: 'Norādiet, kādēļ skatāties šos datus: to redzēs arī pati persona.',
  en: 'Say why you look at this data: the person concerned will see it too.',
};

const PROVE_ANEW = {
  lv: 'Šī darbība ir riskanta, un kopš pierakstīšanās pagājis laiks. Apstipriniet, ka tas esat jūs, un turpiniet.',
  en: 'This is risky, and you signed in some time ago. Prove that it is you, and go on.',
};

type Reading<I, O> = Extract<Action<I, O>, { kind: 'read' }>;
type Writing<I, O> = Extract<Action<I, O>, { kind: 'write' }>;

async function look<I, O>(platform: Platform, action: Reading<I, O>, input: I, occasion: Occasion, scope: Scope): Promise<O> {
  const { database, clock, installation, contributions } = platform;
  const now = clock.now();
  const context = { tx: mustNotMiss(occasion) ? database.primary : database.read, actor: occasion.actor, scope, clock, now, today: clock.today(), reason: occasion.reason ?? null, installation, contributions };
  const output = await action.run(context, input);
  const note = action.audit?.({ input, output });
  if (note) await platform.logLook(entryOf(action, occasion, scope, now, note));
  return output;
}

/** Jobs go on from what was written a moment ago, and programs keep no cookie that would tell what they wrote (decision 30). */
const mustNotMiss = ({ actor, justChanged }: Occasion): boolean => justChanged === true || actor.kind === 'system' || actor.kind === 'machine';

/** Something to be done, with all that was found out about it. */
interface Doing<I> {
  readonly input: I;
  readonly occasion: Occasion;
  readonly scope: Scope;
}

function change<I, O>(platform: Platform, action: Writing<I, O>, input: I, occasion: Occasion, scope: Scope): Promise<O> {
  const doing = { input, occasion, scope };
  return action.shared ? together(platform, action)(doing) : doAll(platform, action, [doing]).then(([output]) => output!);
}

/** So many transactions of a shared action are under way at a time, and so many share one at most. */
const TOGETHER = { lanes: 3, mostAtOnce: 50 };

type Together<I, O> = (doing: Doing<I>) => Promise<O>;
const gathered = new WeakMap<Platform, Map<object, Together<any, any>>>();

function together<I, O>(platform: Platform, action: Writing<I, O>): Together<I, O> {
  const actions = gathered.get(platform) ?? new Map<object, Together<any, any>>();
  gathered.set(platform, actions);
  const doer = actions.get(action) ?? gathering((all: readonly Doing<I>[]) => doAll(platform, action, all), TOGETHER);
  actions.set(action, doer);
  return doer;
}

/** In one transaction with the audit entries; several run beside each other, and where one fails nothing of any stands. */
function doAll<I, O>({ database, clock, installation, contributions, subscriptions, jobs }: Platform, action: Writing<I, O>, all: readonly Doing<I>[]): Promise<O[]> {
  const [now, today] = [clock.now(), clock.today()];
  return database.transaction(async (tx) => {
    const shared = { tx, clock, now, today, installation, contributions, announce: announcer(tx, now, subscriptions, jobs), enqueue: enqueuer(tx, jobs) };
    // All are waited for, so that no statement of one follows another's failure into the next use of the connection.
    const outcomes = await Promise.allSettled(all.map(({ input, occasion: { actor, reason = null }, scope }) => action.run({ ...shared, actor, scope, reason }, input)));
    const outputs = outcomes.map((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
    await writeEntries(tx, all.map(({ input, occasion, scope }, at) => entryOf(action, occasion, scope, now, action.audit({ input, output: outputs[at]! }))));
    return outputs;
  });
}

/** An anonymous attempt is only asked to sign in; who is known and has no right is told so, and it is logged. */
async function refuse(platform: Platform, action: Action<never, unknown> | Action<any, any>, occasion: Occasion, scope: Scope): Promise<never> {
  if (occasion.actor.kind === 'anonymous') throw new Unauthenticated('sign-in-needed', SIGN_IN_NEEDED);
  await logRefusal(platform, attemptOf(action, occasion, scope, platform.clock.now()), 'no-right');
  throw new Forbidden('no-right', occasion.actor.kind === 'machine' ? NO_RIGHT_OF_A_PROGRAM : NO_RIGHT, { permission: action.permission.name });
}

const SIGN_IN_NEEDED = { lv: 'Lai turpinātu, pierakstieties.', en: 'Sign in to continue.' };
const NO_RIGHT = {
  lv: 'Jums nav tiesību uz šo darbību. Tiesības var pieprasīt sadaļā “Manas tiesības”.',
  en: 'You have no right to do this. Rights can be requested under “My rights”.',
};
const NO_RIGHT_OF_A_PROGRAM = {
  lv: 'Programmas tehniskajam lietotājam nav tiesību uz šo darbību. Tās piešķir iestādes vai pašvaldības lietotāju administrators, visā valstī – tiesību administrators.',
  en: 'The technical user of this program has no right to do this. The user administrator of its institution or municipality gives rights, the rights administrator those for the whole country.',
};

const entryOf = (action: { name: string }, occasion: Occasion, scope: Scope, at: Date, note: AuditNote): AuditEntry => ({
  ...attemptOf(action, occasion, scope, at),
  outcome: 'done',
  subjects: note.subjects ?? [],
  facts: note.facts ?? {},
});

const attemptOf = (action: { name: string }, occasion: Occasion, scope: Scope, at: Date) => ({
  at,
  actor: occasion.actor,
  acting: scope.acting,
  action: action.name,
  reason: occasion.reason ?? null,
  requestId: occasion.requestId ?? null,
});
