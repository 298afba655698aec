import { z } from 'zod';
import { daysBetween, readableDay, type IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { LOCKED_OUT, STILL_TO_DO } from '../domain/readiness.js';
import { leadProgramme } from '../permissions.js';
import { findPolicy, listPolicies } from '../store/policies.js';
import { listReadiness, type ReadinessRow } from '../store/readiness.js';
import { getUnitInScope, peopleOf, UnitInput } from './people-of.js';

/** Days before the end of passwords on which everybody not yet ready gets a mail. */
const DAYS_BEFORE = [30, 14, 7, 1];
const AT_ONCE = 5_000;

/** Everybody of a municipality who is not ready yet, with what each still has to do: for letters to print. */
export const readLetters = readAction({
  name: 'authentication.read-letters',
  title: { lv: 'Atvērtas vēstules par drošu pierakstīšanos', en: 'Letters about safe sign-in opened' },
  permission: leadProgramme,
  input: z.object({ unit: UnitInput }),
  async run(context, { unit }) {
    const { unitId, name } = await getUnitInScope(context, unit);
    return { unitId, name, policy: await findPolicy(context.tx, unitId), people: await listUnready(context, unitId) };
  },
  audit: ({ input, output }) => ({ facts: { unit: input.unit, people: output.people.length } }),
});

/** Mails now to everybody of a municipality who is not ready; the same person at most once a day. */
export const remindNow = writeAction({
  name: 'authentication.remind-now',
  title: { lv: 'Nosūtīti atgādinājumi par drošu pierakstīšanos', en: 'Reminders about safe sign-in sent' },
  permission: leadProgramme,
  input: z.object({ unit: UnitInput }),
  async run(context, { unit }) {
    const { unitId } = await getUnitInScope(context, unit);
    return remindPeople(context, unitId, (await findPolicy(context.tx, unitId))?.passwordsEndOn ?? null);
  },
  audit: ({ input, output }) => ({ facts: { unit: input.unit, reminded: output } }),
});

/** 30, 14, 7 and 1 day before passwords end; done by a job each morning. */
export const remindBeforeTheDay = writeAction({
  name: 'authentication.remind-before-the-day',
  title: { lv: 'Nosūtīti atgādinājumi pirms paroļu izslēgšanas', en: 'Reminders before the end of passwords sent' },
  permission: leadProgramme,
  input: z.object({}),
  async run(context) {
    let reminded = 0;
    for (const { unitId, passwordsEndOn } of await listPolicies(context.tx)) {
      if (passwordsEndOn && DAYS_BEFORE.includes(daysBetween(context.today, passwordsEndOn))) reminded += await remindPeople(context, unitId, passwordsEndOn);
    }
    return reminded;
  },
  audit: ({ output }) => ({ facts: { reminded: output } }),
});

const listUnready = async ({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, unitId: number | null): Promise<ReadinessRow[]> =>
  listReadiness(tx, { people: await peopleOf(tx, unitId, today), day: today, readiness: [...LOCKED_OUT, 'excepted'], words: '' }, null, AT_ONCE);

async function remindPeople(context: WriteContext, unitId: number | null, day: IsoDate | null): Promise<number> {
  const people = (await listUnready(context, unitId)).filter((person) => person.email);
  for (const { id, email, readiness } of people) {
    await notify(context, { userId: id, email, kind: 'authentication.reminder', ...wordsOf(STILL_TO_DO[readiness]!, day), link: '/my/sign-in', onceKey: `sign-in-reminder:${context.today}` });
  }
  return people.length;
}

const wordsOf = (toDo: Text, day: IsoDate | null): { subject: Text; body: Text } => ({
  subject: day
    ? { lv: `No ${readableDay(day)} parole vairs nederēs`, en: `From ${readableDay(day)} the password will no longer do` }
    : { lv: 'Jāpievieno drošs pierakstīšanās līdzeklis', en: 'Add a safe means of sign-in' },
  body: toDo,
});
