import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import { daysBetween, readableDay } from '#kernel/iso-date.js';
import { say, type Text } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { NO_POLICY, secondFactorFrom } from '../domain/policy.js';
import { LOCKED_OUT, type Readiness, stillToDo } from '../domain/readiness.js';
import { type Advice, type PasswordsHere, passwordsEndFor, stepsFor, subjectOf, untilWhen } from '../domain/steps.js';
import { leadProgramme } from '../permissions.js';
import { havePasswordsEnded } from '../store/password-ends.js';
import { findPolicyWithDay, listPolicies } from '../store/policies.js';
import { listReadiness, type ReadinessRow } from '../store/readiness.js';
import { insertReminder } from '../store/reminders.js';
import { judgingOf } from './count-locked-out.js';
import { getUnitInScope, peopleOf, UnitInput } from './people-of.js';
import { tellLeaders } from './tell-leaders.js';
import { adviceIn, advisedIn } from './terms-of.js';
import { type Helper, whomToAsk } from './whom-to-ask.js';

/** Days before the end of passwords on which everybody not yet ready gets a mail. */
const DAYS_BEFORE = [30, 14, 7, 1];
/** Days before the end of an exception on which whoever has nothing else is warned. */
const EXCEPTION_DAYS_BEFORE = [14, 7, 1];
const AT_ONCE = 5_000;

/** What every letter and reminder of a municipality says alike. */
interface LetterFacts extends PasswordsHere {
  readonly unitId: number | null;
  readonly name: Text;
  /** Where to call, as the municipality has written it; empty where it has not. */
  readonly help: string;
  readonly helpers: readonly Helper[];
  readonly publicUrl: string;
  /** What may be added: allowed, and there. */
  readonly advice: Advice;
}

export interface Letters extends LetterFacts {
  readonly people: readonly ReadinessRow[];
}

/** Everybody of a municipality who is not ready yet, with what each still has to do: for letters to print. */
export const readLetters = readAction({
  name: 'authentication.read-letters',
  title: { lv: 'Atvērtas vēstules par drošu pierakstīšanos', en: 'Letters about safe sign-in opened' },
  permission: leadProgramme,
  input: z.object({ unit: UnitInput }),
  async run(context, { unit }): Promise<Letters> {
    const { unitId, name } = await getUnitInScope(context, unit);
    return { ...(await factsOf(context, unitId, name)), people: await listUnready(context, unitId) };
  },
  audit: ({ input, output }) => ({ facts: { unit: input.unit, people: output.people.length } }),
});

/** How many were reminded now, and how many had been today already. */
export interface Reminded {
  readonly sent: number;
  readonly alreadyToday: number;
  readonly withoutMail: number;
}

/** Mails now to everybody of a municipality who is not ready; the same person at most once a day. */
export const remindNow = writeAction({
  name: 'authentication.remind-now',
  title: { lv: 'Nosūtīti atgādinājumi par drošu pierakstīšanos', en: 'Reminders about safe sign-in sent' },
  permission: leadProgramme,
  input: z.object({ unit: UnitInput }),
  async run(context, { unit }) {
    const { unitId, name } = await getUnitInScope(context, unit);
    return remindPeople(context, unitId, name, ownUserId(context.actor));
  },
  audit: ({ input, output }) => ({ facts: { unit: input.unit, reminded: output.sent } }),
});

/** 30, 14, 7 and 1 day before passwords end, and 14, 7 and 1 before an exception does; done by a job each morning. */
export const remindBeforeTheDay = writeAction({
  name: 'authentication.remind-before-the-day',
  title: { lv: 'Nosūtīti atgādinājumi pirms paroļu izslēgšanas', en: 'Reminders before the end of passwords sent' },
  permission: leadProgramme,
  input: z.object({}),
  async run(context) {
    let reminded = 0;
    const bodies = new Set((await listUnitsOn(context.tx, context.today)).map((unit) => unit.unitId));
    for (const { unitId, passwordsEndOn } of await listPolicies(context.tx)) {
      // The policy of a body that ceased stays readable, but its days hold for nobody.
      if (unitId !== null && !bodies.has(unitId)) continue;
      if (!passwordsEndOn || !DAYS_BEFORE.includes(daysBetween(context.today, passwordsEndOn))) continue;
      const { name } = await getUnitInScope(context, unitId);
      reminded += (await remindPeople(context, unitId, name, 'system')).sent;
    }
    return reminded + (await warnOfEndingExceptions(context));
  },
  audit: ({ output }) => ({ facts: { reminded: output } }),
});

/** Whoever has nothing but an exception is warned before it ends, and so are those who lead where it does. */
async function warnOfEndingExceptions(context: WriteContext): Promise<number> {
  const { tx, today } = context;
  let warned = 0;
  for (const unitId of [null, ...(await listUnitsOn(tx, today)).map((unit) => unit.unitId)]) {
    const ending = (await listUnready(context, unitId, ['excepted', 'exception-ends'])).filter(({ exceptedUntil }) => exceptedUntil !== null && EXCEPTION_DAYS_BEFORE.includes(daysBetween(today, exceptedUntil)));
    if (ending.length === 0) continue;
    const advised = await advisedIn(context, unitId, (await findPolicyWithDay(tx, unitId)).policy ?? NO_POLICY);
    for (const { id, email, readiness, exceptedUntil } of ending) {
      const day = readableDay(exceptedUntil!);
      const todo = stillToDo(readiness, advised, false)!;
      const told = await notify(context, {
        userId: id,
        email: email || null,
        kind: 'authentication.reminder',
        subject: { lv: `Izņēmums beidzas ${day}`, en: `Your exception ends on ${day}` },
        body: { lv: `No ${day} vairs nevarēsiet pierakstīties kā līdz šim. ${todo.lv}`, en: `From ${day} you can no longer sign in as before. ${todo.en}` },
        link: '/my/sign-in',
        onceKey: `exception-ends:${exceptedUntil}:${today}`,
      });
      if (told) warned += 1;
    }
    await tellLeaders(context, unitId, `exceptions-end:${unitId}:${today}`, {
      subject: { lv: 'Beidzas izņēmumi no pierakstīšanās kārtības', en: 'Exceptions from the sign-in policy end' },
      body: {
        lv: `Drīz beigsies izņēmumi, un bez cita līdzekļa paliktu: ${ending.length}. Palīdziet viņiem, pirms viņi nevar pierakstīties.`,
        en: `Exceptions end soon, and left without another means would be: ${ending.length}. Help them before they cannot sign in.`,
      },
    });
  }
  return warned;
}

async function listUnready(context: Pick<ActionContext, 'tx' | 'today' | 'installation'>, unitId: number | null, readiness: readonly Readiness[] = [...LOCKED_OUT, 'excepted']): Promise<ReadinessRow[]> {
  const { tx, today } = context;
  const { policy = NO_POLICY } = await findPolicyWithDay(tx, unitId);
  return listReadiness(tx, { people: await peopleOf(tx, unitId, today), judging: await judgingOf(context, unitId, policy, today), today, readiness, words: '' }, null, AT_ONCE);
}

async function factsOf(context: Pick<ActionContext, 'tx' | 'today' | 'now' | 'installation'>, unitId: number | null, name: Text): Promise<LetterFacts> {
  const { policy, nationalDay } = await findPolicyWithDay(context.tx, unitId);
  const twoFactorsFrom = secondFactorFrom(policy ?? { secondFactorFrom: null }, nationalDay);
  const advice = await adviceIn(context, unitId, policy ?? NO_POLICY);
  const ended = await havePasswordsEnded(context.tx, unitId, context.now);
  return { unitId, name, today: context.today, ended, passwordsEndOn: policy?.passwordsEndOn ?? null, twoFactorsFrom, help: policy?.help ?? '', helpers: await whomToAsk(context, unitId), publicUrl: context.installation.publicUrl, advice: ended ? { ...advice, recoveryCodes: false } : advice };
}

async function remindPeople(context: WriteContext, unitId: number | null, name: Text, byUser: string): Promise<Reminded> {
  const facts = await factsOf(context, unitId, name);
  const people = await listUnready(context, unitId);
  let sent = 0;
  let alreadyToday = 0;
  for (const person of people) {
    if (!person.email) continue;
    const told = await notify(context, { userId: person.id, email: person.email, kind: 'authentication.reminder', ...wordsOf(facts, person), link: '/my/sign-in', onceKey: `sign-in-reminder:${context.today}` });
    if (told) sent += 1;
    else alreadyToday += 1;
  }
  if (sent > 0) await insertReminder(context.tx, { unitId, sent, byUser }, context.now);
  return { sent, alreadyToday, withoutMail: people.length - sent - alreadyToday };
}

/** The same as in a printed letter: what, until when, how, whom to ask. */
function wordsOf(facts: LetterFacts, person: ReadinessRow): { subject: Text; body: Text } {
  const { name, help, helpers, publicUrl, advice } = facts;
  const end = passwordsEndFor(facts, person);
  const steps = stepsFor(person, publicUrl, advice, end);
  const body = (lang: 'lv' | 'en') =>
    [
      `${say(GREETING, lang)}, ${person.name}!`,
      say(untilWhen(end), lang),
      steps.map((step, index) => `${index + 1}. ${say(step, lang)}`).join('\n'),
      `${say(WHOM_TO_ASK, lang)}\n${[...helpers.map((one) => [one.name, one.email].filter(Boolean).join(', ')), help].filter(Boolean).join('\n')}`,
      say(name, lang),
    ].join('\n\n');
  return { subject: subjectOf(end), body: { lv: body('lv'), en: body('en') } };
}

export const GREETING: Text = { lv: 'Labdien', en: 'Good day' };
export const WHOM_TO_ASK: Text = { lv: 'Ja kas neizdodas, palīdzēs:', en: 'If something does not work, these help:' };
