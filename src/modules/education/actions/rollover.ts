import { z } from 'zod';
import { Conflict, invalid } from '#kernel/errors.js';
import { type IsoDate, isoDate } from '#kernel/iso-date.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { type ActionContext, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import { COMPLETED } from '../domain/end-reasons.js';
import { classTitleKey } from '../domain/names.js';
import { FATES, proposeFor } from '../domain/rollover.js';
import { keepPupils, orderRollover } from '../permissions.js';
import { copyGroups } from '../store/classes.js';
import type { SchoolRow } from '../store/institutions.js';
import { changeLine, findRollover, insertNextClasses, insertProposal, listAtYearEnd, listLines, moveAll, type NewLine, type RolloverLine, type RolloverRow, takeToApply } from '../store/rollover.js';
import { blocksOf } from './contributed.js';
import { NO_NEXT_YEAR, NO_ROLLOVER, NO_SUCH_MEMBERSHIP, ROLLOVER_APPLIED, ROLLOVER_TOO_EARLY, TITLE_MISSING } from './refusals.js';
import { getSchool, getYears, recordingOf, type Years } from './school-scope.js';

export interface YearEndPage {
  readonly school: SchoolRow;
  readonly years: Years;
  readonly rollover: RolloverRow | undefined;
  readonly lines: readonly RolloverLine[];
  readonly mayOrder: boolean;
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
    const years = await getYears(context, null);
    const rollover = await findRollover(tx, school.id, years.current);
    const mayOrder = !isNowhere(scopeOf(actor, orderRollover));
    return { school, years, rollover, lines: rollover ? await listLines(tx, rollover.id, today) : [], mayOrder, from: firstDayToApply(years.current) };
  },
  audit: ({ output }) => ({ subjects: output.lines.map((line) => line.personId), facts: { institution: output.school.id, found: output.lines.length } }),
});

/** Proposes for each pupil of the year's classes, with the rules that speak against promotion; a proposal not yet applied is made anew. */
export const propose = writeAction({
  name: 'education.propose-rollover',
  title: { lv: 'Sagatavots priekšlikums pārcelšanai', en: 'Promotion proposed' },
  permission: keepPupils,
  input: z.object({ regNr: z.string() }),
  async run(context, { regNr }) {
    const { tx, today } = context;
    const school = await getSchool(context, regNr);
    const { current: year } = await getYears(context, null);
    if ((await findRollover(tx, school.id, year))?.state === 'applied') throw new Conflict('rollover-applied', ROLLOVER_APPLIED);
    const pupils = await listAtYearEnd(tx, school.id, year, today);
    const blocks = await blocksOf(tx, pupils.map((pupil) => ({ ...pupil, year })));
    const lines = pupils.map((pupil): NewLine => {
      const against = blocks.get(pupil.membershipId) ?? [];
      const line = proposeFor({ ...pupil, blocks: against });
      return { ...line, toKey: line.toTitle && classTitleKey(line.toTitle), blockedBy: against.map((block) => `${block.rule}: ${[block.words.lv, ...block.subjects].join(', ')}`).join('; ') };
    });
    await insertProposal(tx, school.id, year, lines, recordingOf(context));
    return { institution: school.id, year, pupils: lines.map((line) => line.personId) };
  },
  audit: ({ output }) => ({ subjects: output.pupils, facts: { institution: output.institution, year: output.year, pupils: output.pupils.length } }),
});

/** A proposal that can still be changed. @throws Conflict */
async function getProposal(context: Pick<ActionContext, 'tx' | 'today' | 'scope'>, regNr: string) {
  const school = await getSchool(context, regNr);
  const years = await getYears(context, null);
  const rollover = await findRollover(context.tx, school.id, years.current);
  if (!rollover) throw new Conflict('no-rollover', NO_ROLLOVER);
  if (rollover.state === 'applied') throw new Conflict('rollover-applied', ROLLOVER_APPLIED);
  return { school, years, rollover };
}

/** The school decides otherwise for one pupil. */
export const decideFor = writeAction({
  name: 'education.decide-rollover',
  title: { lv: 'Mainīts priekšlikums pārcelšanai', en: 'Proposal of promotion changed' },
  permission: keepPupils,
  input: z.object({ regNr: z.string(), membershipId: z.uuid(), fate: z.enum(FATES), toTitle: z.string().trim().max(40).default('') }),
  async run(context, { regNr, membershipId, fate, toTitle }) {
    const { rollover } = await getProposal(context, regNr);
    const line = (await listLines(context.tx, rollover.id, context.today)).find((one) => one.membershipId === membershipId);
    if (!line) throw invalid('membershipId', NO_SUCH_MEMBERSHIP);
    const goesOn = fate === 'promote' || fate === 'repeat';
    if (goesOn && !toTitle) throw invalid('toTitle', TITLE_MISSING);
    const toGrade = fate === 'promote' ? line.fromGrade + 1 : line.fromGrade;
    await changeLine(context.tx, rollover.id, membershipId, goesOn ? { fate, toTitle, toKey: classTitleKey(toTitle), toGrade } : { fate, toTitle: null, toKey: null, toGrade: null });
    return { personId: line.personId };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { membership: input.membershipId, fate: input.fate } }),
});

/**
 * Moves the whole school by the head's order: makes next year's classes, copies the groups, places everyone and ends the memberships of leavers.
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
  const pupils = (await listLines(tx, rolloverId, today)).map((line) => line.personId);
  const classes = await insertNextClasses(tx, rolloverId, next.year, recording);
  const groups = await copyGroups(tx, school.id, next.year, recording);
  const done = await moveAll(tx, rolloverId, next.year, next.startsOn, COMPLETED, orderNr, recording);
  return { institution: school.id, pupils, classes, groups, ...done };
}
