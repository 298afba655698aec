import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { addDays, IsoDateInput } from '#kernel/iso-date.js';
import { PersonCodeInput } from '#kernel/person-code.js';
import type { Text } from '#kernel/text.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { gathering } from '#platform/db/gathering.js';
import type { Read } from '#platform/db/transaction.js';
import { checkStatus as permission } from '../permissions.js';
import { type Learner, listStatuses, type StatusRow } from '../store/status.js';
import { schoolScope } from './school-scope.js';

/** An answer is repeated for so long without asking the register again; `checkedAt` says when it was asked. */
export const STATUS_LIFETIME_SECONDS = 60;
/** So many answers are kept at most; the oldest give way. */
const MOST_KEPT = 20_000;
/** How far from today a day may lie: the status serves benefits of now, not a person's history. */
const MOST_DAYS = 366;

export interface CheckedStatus extends StatusRow {
  readonly checkedAt: Date;
}

/**
 * Whether someone is a learner on a day, and nothing more: for programs that give learners something. Someone unknown is no learner, so that nobody
 * finds out by it who is in the register. Each check is logged with the person, one that was answered from memory too.
 */
export const checkStatus = readAction({
  name: 'education.check-status',
  title: { lv: 'Pārbaudīts izglītojamā statuss', en: 'Learner status checked' },
  permission,
  input: z.object({ personCode: PersonCodeInput.optional(), personReference: z.uuid().optional(), asOf: IsoDateInput.optional() }),
  async run(context, { personCode, personReference, asOf }): Promise<CheckedStatus> {
    const { today } = context;
    if ((personCode === undefined) === (personReference === undefined)) throw invalid('personCode', ONE_OF_TWO);
    const day = asOf ?? today;
    if (day < addDays(today, -MOST_DAYS) || day > addDays(today, MOST_DAYS)) throw invalid('asOf', TOO_FAR);
    const who: Learner = { code: personCode ?? null, id: personReference ?? null, day };
    return context.scope.everywhere ? fromMemory(context, who) : answerOf(context, (await listStatuses(context.tx, [who], await schoolScope(context)))[0]!);
  },
  audit: ({ input, output }) => ({ subjects: output.personId ? [output.personId] : [], facts: input.asOf ? { on: input.asOf } : {} }),
});

interface Kept {
  readonly until: number;
  /** Once it is there: what waits to be asked again need not hold what once waited for it. */
  answer: CheckedStatus | Promise<CheckedStatus>;
}

interface Memory {
  readonly kept: Map<string, Kept>;
  readonly ask: (who: Learner) => Promise<StatusRow>;
}

const memories = new WeakMap<Read, Memory>();

function memoryOf(tx: Read): Memory {
  const known = memories.get(tx) ?? { kept: new Map<string, Kept>(), ask: gathering((all: readonly Learner[]) => listStatuses(tx, all, EVERYWHERE)) };
  memories.set(tx, known);
  return known;
}

/** Who asks about the same person at once waits for the same answer; those who ask about others share a statement. */
function fromMemory(context: ActionContext, who: Learner): CheckedStatus | Promise<CheckedStatus> {
  const { kept, ask } = memoryOf(context.tx);
  const key = `${who.code ?? who.id} ${who.day}`;
  const known = kept.get(key);
  const now = context.now.getTime();
  if (known && known.until > now) return known.answer;
  const asked: Kept = { until: now + STATUS_LIFETIME_SECONDS * 1_000, answer: ask(who).then((found) => (asked.answer = answerOf(context, found))) };
  kept.delete(key);
  kept.set(key, asked);
  Promise.resolve(asked.answer).catch(() => kept.delete(key));
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return asked.answer;
}

const answerOf = ({ now }: ActionContext, found: StatusRow): CheckedStatus => ({ ...found, checkedAt: now });

const ONE_OF_TWO: Text = { lv: 'Norādiet vai nu personas kodu (personCode), vai atsauci (personReference).', en: 'Give either the personal code (personCode) or the reference (personReference).' };
const TOO_FAR: Text = { lv: 'Diena var būt ne vairāk kā gadu no šodienas.', en: 'The day can be at most a year from today.' };
