import { z } from 'zod';
import { listHolders, listHoldersAt } from '#modules/access/public.js';
import { daysOfYear, schoolScope, schoolYearOn, workingDaysCounter, YearInput } from '#modules/education/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { NO_YEAR } from '../domain/completeness-words.js';
import { municipalityReminder, schoolReminder } from '../domain/reminder-words.js';
import { type Stage, stagesOf } from '../domain/reminder-stages.js';
import { enterMarks, seeCompleteness } from '../permissions.js';
import { numbersOn } from '../store/completeness-parameters.js';
import { beginReminder, countSent, type DueRow, findOpen, finishReminder, listDuesOfYear, listOpenOfUnit, listTold, type ToldRow } from '../store/reminders.js';

const ofDue = { year: z.number().int(), dueOn: IsoDateInput, stage: z.number().int() };

interface Told {
  readonly userId: string;
  readonly email: string;
}

/**
 * Tells an institution's staff who enter marks what has not come: once for each stage of a deadline. The note that it was told stands in the same
 * transaction as the notices, so that a killed run tells nobody twice and forgets nobody.
 */
export const remindInstitution = writeAction({
  name: 'marks.remind-institution',
  title: { lv: 'Iestādei atgādināts par ievadi', en: 'Institution reminded of entry' },
  permission: seeCompleteness,
  input: z.object({ institutionId: z.uuid(), ...ofDue }),
  async run(context, { institutionId, stage, ...due }) {
    const { tx, today, now } = context;
    const open = await findOpen(tx, due, institutionId, today);
    if (!open) return { told: 0 };
    const missing = open.expected - open.received;
    const begun = await beginReminder(tx, { ...due, institutionId, unitId: null, stage, missing }, now);
    if (!begun) return { told: 0 };
    const users = await listHoldersAt(tx, enterMarks.name, institutionId, today);
    const link = `/marks/completeness/institutions/${open.regNr}?year=${due.year}&period=${open.periods.at(-1)}`;
    return { told: await tellAll(context, users, { ...schoolReminder({ ...due, periods: open.periods }, stage, { missing, school: open.name }), kind: 'marks.reminder', link, onceKey: `marks-reminder:${institutionId}:${keyOf(due, stage)}` }, begun.id) };
  },
  audit: ({ input, output }) => ({ facts: { institution: input.institutionId, year: input.year, until: input.dueOn, told: output.told } }),
});

/** Tells a municipality's education specialists which of its institutions have not entered everything. */
export const remindMunicipality = writeAction({
  name: 'marks.remind-municipality',
  title: { lv: 'Pašvaldībai atgādināts par ievadi', en: 'Municipality reminded of entry' },
  permission: seeCompleteness,
  input: z.object({ unitId: z.number().int(), ...ofDue }),
  async run(context, { unitId, stage, ...due }) {
    const { tx, today, now } = context;
    const open = await listOpenOfUnit(tx, due, unitId, today);
    if (open.length === 0) return { told: 0 };
    const missing = open.reduce((all, one) => all + one.expected - one.received, 0);
    const begun = await beginReminder(tx, { ...due, institutionId: null, unitId, stage, missing }, now);
    if (!begun) return { told: 0 };
    // The ministry sees the board; a digest of every municipality would drown it.
    const everywhere = new Set((await listHolders(tx, seeCompleteness.name, null, today)).map(({ userId }) => userId));
    const users = (await listHolders(tx, seeCompleteness.name, unitId, today)).filter(({ userId }) => !everywhere.has(userId));
    const periods = [...new Set(open.flatMap((one) => one.periods))].sort();
    const schools = open.map((one) => ({ name: one.name, missing: one.expected - one.received }));
    const link = `/marks/completeness?year=${due.year}&period=${periods.at(-1)}`;
    return { told: await tellAll(context, users, { ...municipalityReminder({ ...due, periods }, stage, schools), kind: 'marks.reminder-digest', link, onceKey: `marks-digest:${unitId}:${keyOf(due, stage)}` }, begun.id) };
  },
  audit: ({ input, output }) => ({ facts: { unitId: input.unitId, year: input.year, until: input.dueOn, told: output.told } }),
});

const keyOf = ({ year, dueOn }: Pick<DueRow, 'year' | 'dueOn'>, stage: number): string => `${year}:${dueOn}:${stage}`;

async function tellAll({ tx, enqueue, now }: WriteContext, users: readonly Told[], words: Omit<Parameters<typeof notify>[1], 'userId' | 'email'>, reminderId: string): Promise<number> {
  let told = 0;
  for (const { userId, email } of users) if (await notify({ tx, enqueue, now }, { ...words, userId, email: email || null })) told += 1;
  await finishReminder(tx, reminderId, told);
  return told;
}

export interface PlannedReminder extends DueRow, Stage {
  /** Institutions that were told; null while its day is still to come. */
  readonly sent: number | null;
  /** Institutions from which something has not come now. */
  readonly open: number;
}

export interface RemindersPage {
  readonly year: number;
  readonly planned: readonly PlannedReminder[];
  readonly told: readonly (ToldRow & { readonly unit: string | null })[];
}

const MOST_TOLD = 200;

/** What will be told whom and when, and what was. */
export const openReminders = readAction({
  name: 'marks.open-reminders',
  title: { lv: 'Apskatīti ievades atgādinājumi', en: 'Reminders of entry looked at' },
  permission: seeCompleteness,
  input: z.object({ year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { year: wanted }): Promise<RemindersPage> {
    const { tx, today } = context;
    const year = wanted ?? (await schoolYearOn(tx, today));
    if (year === undefined || !(await daysOfYear(tx, year))) throw invalid('year', NO_YEAR);
    const scope = await schoolScope(context);
    const [numbers, add] = [await numbersOn(tx, today), await workingDaysCounter(tx)];
    const [dues, sent] = [await listDuesOfYear(tx, year, scope), await countSent(tx, year, scope)];
    const planned = dues.flatMap(({ schools, ...due }) =>
      stagesOf(due.dueOn, { before: numbers['remind-before'], after: numbers['remind-after'] }, add).map((stage): PlannedReminder => {
        const done = sent.find((one) => one.dueOn === due.dueOn && one.stage === stage.stage);
        return { ...due, ...stage, open: schools, sent: done?.schools ?? (stage.day < today ? 0 : null) };
      }),
    );
    const units = await listUnitsOn(tx, today);
    const told = await listTold(tx, year, scope, context.scope.unitIds, MOST_TOLD);
    return { year, planned, told: told.map((row) => ({ ...row, unit: units.find((one) => one.unitId === row.unitId)?.name ?? null })) };
  },
});
