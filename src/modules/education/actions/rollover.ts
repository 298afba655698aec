import { z } from 'zod';
import { Conflict } from '#kernel/errors.js';
import { type IsoDate, isoDate } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { type ActionContext, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import { COMPLETED } from '../domain/end-reasons.js';
import { classTitleKey } from '../domain/names.js';
import { proposeFor } from '../domain/rollover.js';
import { classPlanChanged } from '../events.js';
import { keepPupils, orderRollover } from '../permissions.js';
import { copyGroups } from '../store/classes.js';
import type { SchoolRow } from '../store/institutions.js';
import { listPlanless, type Planless, takePlansOfYear } from '../store/plans.js';
import { findRollover, insertNextClasses, insertProposal, listAtYearEnd, listLines, moveAll, type NewLine, type RolloverLine, type RolloverRow, takeToApply } from '../store/rollover.js';
import { blocksOf } from './contributed.js';
import { NO_NEXT_YEAR, NO_ROLLOVER, ROLLOVER_APPLIED, ROLLOVER_OUTDATED, ROLLOVER_TOO_EARLY } from './refusals.js';
import { getSchool, getYears, recordingOf, type Years } from './school-scope.js';

export interface YearEndPage {
  readonly school: SchoolRow;
  readonly years: Years;
  readonly rollover: RolloverRow | undefined;
  readonly lines: readonly RolloverLine[];
  /** How many are in a class now of whom the proposal says nothing: they came, or changed class, after it. */
  readonly since: number;
  readonly mayOrder: boolean;
  /** Classes of the next year of which it is not known what they learn; none before they are made. */
  readonly planless: readonly Planless[];
  /** From which day it can be applied. */
  readonly from: IsoDate;
}

/** Promotion by the head's order is for the end of the year: from June on. */
const firstDayToApply = (year: number): IsoDate => isoDate(`${year + 1}-06-01`);

export const openYearEnd = readAction({
  name: 'education.open-year-end',
  title: { lv: 'Apskatīta pārcelšana nākamajā klasē', en: 'Promotion to the next grade looked at' },
  permission: keepPupils,
  input: z.object({ regNr: z.string() }),
  async run(context, { regNr }): Promise<YearEndPage> {
    const { tx, today, actor } = context;
    const school = await getSchool(context, regNr);
    const years = await getClosingYears(context, school);
    const rollover = await findRollover(tx, school.id, years.current);
    const mayOrder = !isNowhere(scopeOf(actor, orderRollover));
    const lines = rollover ? await listLines(tx, rollover.id, today) : [];
    const since = rollover?.state === 'proposed' ? (await cameSince(context, school, years.current, lines)).length : 0;
    const planless = rollover?.state === 'applied' ? await listPlanless(tx, school.id, years.current + 1) : [];
    return { school, years, rollover, lines, since, mayOrder, planless, from: firstDayToApply(years.current) };
  },
  audit: ({ output }) => ({ subjects: output.lines.map((line) => line.personId), facts: { institution: output.school.id, found: output.lines.length } }),
});

/** A school that is late closes the year before until the end of October, as long as somebody is still in a class of it. */
const LATE_UNTIL = '10-31';

/** The school years as at every page, with the one to be closed as the current one. */
async function getClosingYears({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, school: SchoolRow): Promise<Years> {
  const years = await getYears({ tx, today }, null);
  const before = years.current - 1;
  if (today > isoDate(`${years.current}-${LATE_UNTIL}`) || (await findRollover(tx, school.id, before))?.state === 'applied') return years;
  return (await listAtYearEnd(tx, school.id, before, today)).length > 0 ? { ...years, current: before } : years;
}

/** Who is in a class of the year today of whom a proposal says nothing. */
async function cameSince({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, school: SchoolRow, year: number, lines: readonly RolloverLine[]) {
  const known = new Set(lines.map((line) => `${line.membershipId} ${line.fromClassId}`));
  return (await listAtYearEnd(tx, school.id, year, today)).filter((one) => !known.has(`${one.membershipId} ${one.classId}`));
}

/** Proposes for each pupil of the year's classes, with the rules that speak against promotion; a proposal not yet applied is made anew, except for what the school decided. */
export const propose = writeAction({
  name: 'education.propose-rollover',
  title: { lv: 'Sagatavots priekšlikums pārcelšanai', en: 'Promotion proposed' },
  permission: keepPupils,
  input: z.object({ regNr: z.string() }),
  async run(context, { regNr }) {
    const { tx, today } = context;
    const school = await getSchool(context, regNr);
    const { current: year } = await getClosingYears(context, school);
    if ((await findRollover(tx, school.id, year))?.state === 'applied') throw new Conflict('rollover-applied', ROLLOVER_APPLIED);
    const pupils = await listAtYearEnd(tx, school.id, year, today);
    const blocks = await blocksOf(tx, pupils.map((pupil) => ({ ...pupil, year })), today);
    const lines = pupils.map((pupil): NewLine => {
      const against = blocks.get(pupil.membershipId) ?? [];
      const line = proposeFor({ ...pupil, blocks: against });
      return { ...line, toKey: line.toTitle && classTitleKey(line.toTitle), blocks: against };
    });
    const kept = await insertProposal(tx, school.id, year, lines, recordingOf(context));
    return { institution: school.id, year, pupils: lines.map((line) => line.personId), kept };
  },
  audit: ({ output }) => ({ subjects: output.pupils, facts: { institution: output.institution, year: output.year, pupils: output.pupils.length } }),
});

/** A proposal that can still be changed. @throws Conflict */
export async function getProposal(context: Pick<ActionContext, 'tx' | 'today' | 'scope'>, regNr: string) {
  const school = await getSchool(context, regNr);
  const years = await getClosingYears(context, school);
  const rollover = await findRollover(context.tx, school.id, years.current);
  if (!rollover) throw new Conflict('no-rollover', NO_ROLLOVER);
  if (rollover.state === 'applied') throw new Conflict('rollover-applied', ROLLOVER_APPLIED);
  return { school, years, rollover };
}

/**
 * Moves the whole school by the head's order: makes next year's classes, copies the groups, places everyone, ends the memberships of leavers and gives
 * classes the plans of subjects of this year.
 * One transaction: cut short, nothing has happened and it is pressed again; done, it refuses to be done twice.
 */
export const applyRollover = writeAction({
  name: 'education.apply-rollover',
  title: { lv: 'Izglītojamie pārcelti nākamajā klasē', en: 'Learners promoted to the next grade' },
  permission: orderRollover,
  input: z.object({ regNr: z.string(), orderNr: z.string().trim().min(1).max(40) }),
  asksFreshProof: true,
  async run(context, { regNr, orderNr }) {
    const { today } = context;
    const { school, years, rollover } = await getProposal(context, regNr);
    if (today < firstDayToApply(years.current)) throw new Conflict('too-early', ROLLOVER_TOO_EARLY);
    const next = years.years.find((one) => one.year === years.current + 1);
    if (!next) throw new Conflict('no-next-year', NO_NEXT_YEAR);
    return apply(context, school, rollover.id, next, orderNr);
  },
  audit: ({ output }) => ({ subjects: output.pupils, facts: { institution: output.institution, classes: output.classes, moved: output.moved, left: output.left, groups: output.groups } }),
});

async function apply(context: WriteContext, school: SchoolRow, rolloverId: string, next: Years['year'], orderNr: string) {
  const { tx, today } = context;
  const recording = recordingOf(context);
  if (!(await takeToApply(tx, rolloverId, orderNr, recording))) throw new Conflict('rollover-applied', ROLLOVER_APPLIED);
  const lines = await listLines(tx, rolloverId, today);
  const since = await cameSince(context, school, next.year - 1, lines);
  if (since.length > 0) throw new Conflict('rollover-outdated', fill(ROLLOVER_OUTDATED, { n: since.length }));
  const pupils = lines.map((line) => line.personId);
  const classes = await insertNextClasses(tx, rolloverId, next.year, recording);
  const groups = await copyGroups(tx, school.id, next.year, recording);
  const done = await moveAll(tx, rolloverId, next.year, next.startsOn, COMPLETED, orderNr, recording);
  const planned = await takePlansOfYear(tx, school.id, next.year);
  for (const classId of planned) await context.announce(classPlanChanged, { classId });
  return { institution: school.id, pupils, classes, groups, planned: planned.length, ...done };
}
