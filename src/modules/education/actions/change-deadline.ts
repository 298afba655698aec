import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid, NotFound } from '#kernel/errors.js';
import { type IsoDate, isoDate, readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { ACTION_TITLES, CORRECTED_BEFORE_DUE, DAY_FAR_FROM_YEAR, GIVE_A_DAY, GIVE_DAYS, NO_SUCH_DEADLINE, NO_SUCH_YEAR, OPENS_AFTER_DUE } from '../texts/classifiers.js';
import { COUNTING_RULES, type DeadlineRule, type Matter, MATTERS } from '../domain/deadlines.js';
import { GRADES } from '../domain/school-year.js';
import { keepClassifiers } from '../permissions.js';
import { findDeadline, putDeadline } from '../store/deadlines.js';
import { findSchoolYear } from '../store/school-calendar.js';
import type { Write } from '#platform/db/transaction.js';
import { daysOfYear } from './ask-calendar.js';
import { Checked, DayOrNull, LegalBasis, Year } from './classifier-inputs.js';
import { recordingOf } from './school-scope.js';

export const openDeadlineForm = readAction({
  name: 'education.open-deadline-form',
  title: ACTION_TITLES.openForm,
  permission: keepClassifiers,
  input: z.object({ year: Year, matter: z.string() }),
  audit: NOT_PERSONAL,
  async run({ tx }, { year, matter }): Promise<{ year: number; matter: Matter; rule: DeadlineRule | null }> {
    const known = MATTERS.find((one) => one === matter);
    if (!known) throw new NotFound('no-such-deadline', NO_SUCH_DEADLINE);
    if (!(await findSchoolYear(tx, year))) throw new NotFound('no-such-year', NO_SUCH_YEAR);
    return { year, matter: known, rule: (await findDeadline(tx, year, known)) ?? null };
  },
});

/** Sets until when something is due in a school year, by a day or by counting; the deadline of before stays readable. */
export const changeDeadline = writeAction({
  name: 'education.change-deadline',
  title: ACTION_TITLES.changeDeadline,
  permission: keepClassifiers,
  input: z.object({
    year: Year, matter: z.enum(MATTERS), rule: z.enum(COUNTING_RULES), dueOn: DayOrNull, workingDays: emptyAsNull(z.coerce.number().int().min(0).max(60)),
    opensOn: DayOrNull, correctionsUntil: DayOrNull, legalBasis: LegalBasis, verified: Checked,
  }),
  async run(context, input) {
    const { tx } = context;
    const isDay = input.rule === 'on a day';
    if (!(await findSchoolYear(tx, input.year))) throw new NotFound('no-such-year', NO_SUCH_YEAR);
    if (isDay && !input.dueOn) throw invalid('dueOn', GIVE_A_DAY);
    if (!isDay && input.workingDays === null) throw invalid('workingDays', GIVE_DAYS);
    for (const field of ['dueOn', 'opensOn', 'correctionsUntil'] as const) checkNear(input.year, field, input[field]);
    const was = await findDeadline(tx, input.year, input.matter);
    await putDeadline(tx, { ...input, dueOn: isDay ? input.dueOn : null, workingDays: isDay ? null : input.workingDays }, recordingOf(context));
    await checkOrder(tx, input);
    return { year: input.year, was: was ? { rule: was.rule, dueOn: was.dueOn, workingDays: was.workingDays, legalBasis: was.legalBasis } : null };
  },
  audit: ({ input, output }) => ({ facts: { now: input, was: output.was } }),
});

/** @throws InvalidInput for a day that can be of no deadline of the year, such as one of another century */
function checkNear(year: number, field: string, day: IsoDate | null): void {
  const [from, until] = [isoDate(`${year}-08-01`), isoDate(`${year + 1}-12-31`)];
  if (day && (day < from || day > until)) throw invalid(field, fill(DAY_FAR_FROM_YEAR, { from: readableDay(from), until: readableDay(until) }));
}

/** Whatever is due in any grade is due once its entry is open, and before its corrections end. @throws InvalidInput */
async function checkOrder(tx: Write, { year, matter, opensOn, correctionsUntil }: { readonly year: number; readonly matter: Matter; readonly opensOn: IsoDate | null; readonly correctionsUntil: IsoDate | null }): Promise<void> {
  const days = await daysOfYear(tx, year);
  const due = GRADES.flatMap((grade) => days?.due(matter, { grade })?.day ?? []).toSorted();
  if (opensOn && due[0] && opensOn > due[0]) throw invalid('opensOn', fill(OPENS_AFTER_DUE, { day: readableDay(due[0]) }));
  if (correctionsUntil && due.length > 0 && correctionsUntil < due.at(-1)!) throw invalid('correctionsUntil', fill(CORRECTED_BEFORE_DUE, { day: readableDay(due.at(-1)!) }));
}
