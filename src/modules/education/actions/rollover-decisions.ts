import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Conflict, type FieldError, InvalidInput, invalid, NotFound } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { isInGrade } from '../domain/class-kinds.js';
import { classTitleKey } from '../domain/names.js';
import { classesFor, type Fate, FATES, type GradeClass, nextYearClasses } from '../domain/rollover.js';
import { keepPupils } from '../permissions.js';
import { listClasses } from '../store/classes.js';
import type { SchoolRow } from '../store/institutions.js';
import { changeLines, listLines, type Right, type RolloverLine } from '../store/rollover.js';
import { CHANGED_SINCE_SEEN, LAST_GRADE, NO_NEXT_CLASS, NO_SUCH_CLASS, NO_SUCH_MEMBERSHIP, NOT_A_NEXT_CLASS, TITLE_MISSING } from './refusals.js';
import { getProposal } from './rollover.js';

type Context = Pick<ActionContext, 'tx' | 'today' | 'scope'>;
const FateInput = z.enum(FATES);
const TitleInput = z.string().trim().max(40).default('');

/** A proposal that is still open, with its lines and the classes that next year can have. @throws Conflict */
async function openProposal(context: Context, regNr: string) {
  const { tx, today } = context;
  const { school, years, rollover } = await getProposal(context, regNr);
  const [made, thisYear] = await Promise.all([years.current + 1, years.current].map((year) => listClasses(tx, school.id, year, today, today)));
  const graded = (classes: typeof made): GradeClass[] => (classes ?? []).flatMap(({ title, grade, kind }) => (grade === null || !isInGrade(kind) ? [] : [{ title, grade, kind }]));
  return { school, rollover, lines: await listLines(tx, rollover.id, today), classes: nextYearClasses(graded(made), graded(thisYear)) };
}

/** What a decision makes of someone's line. @throws InvalidInput at `fate` or `toTitle`, where it says which classes are possible */
function rightFor(fate: Fate, toTitle: string, { fromGrade: grade, fromKind: kind, lastGrade }: RolloverLine, classes: readonly GradeClass[]): Right {
  if (fate === 'leave' || fate === 'stay') return { fate, toTitle: null, toKey: null, toGrade: null };
  if (fate === 'promote' && grade >= lastGrade) throw invalid('fate', fill(LAST_GRADE, { grade: lastGrade }));
  const possible = classesFor(fate, { grade, kind }, classes);
  const titles = possible.map(({ title }) => title).join(', ');
  if (possible.length === 0) throw invalid('toTitle', fill(NO_NEXT_CLASS, { grade: fate === 'promote' ? grade + 1 : grade }));
  if (!toTitle) throw invalid('toTitle', fill(TITLE_MISSING, { titles }));
  const found = possible.find((one) => classTitleKey(one.title) === classTitleKey(toTitle));
  if (!found) throw invalid('toTitle', fill(NOT_A_NEXT_CLASS, { titles }));
  return { fate, toTitle: found.title, toKey: classTitleKey(found.title), toGrade: found.grade };
}

/** The titles between which a form lets choose, for who goes on and who repeats. */
const choicesFor = ({ fromGrade: grade, fromKind: kind, lastGrade }: RolloverLine, classes: readonly GradeClass[]) => ({
  promote: grade >= lastGrade ? [] : classesFor('promote', { grade, kind }, classes).map(({ title }) => title),
  repeat: classesFor('repeat', { grade, kind }, classes).map(({ title }) => title),
});
export type NextTitles = ReturnType<typeof choicesFor>;

export interface DecisionPage {
  readonly school: SchoolRow;
  readonly line: RolloverLine;
  readonly titles: NextTitles;
}

/** @throws InvalidInput */
function lineOf(lines: readonly RolloverLine[], membershipId: string): RolloverLine {
  const line = lines.find((one) => one.membershipId === membershipId);
  if (!line) throw invalid('membershipId', NO_SUCH_MEMBERSHIP);
  return line;
}

export const openDecision = readAction({
  name: 'education.open-rollover-decision',
  title: { lv: 'Atvērts lēmums par pārcelšanu', en: 'Decision of promotion opened' },
  permission: keepPupils,
  input: z.object({ regNr: z.string(), membershipId: z.uuid() }),
  async run(context, { regNr, membershipId }): Promise<DecisionPage> {
    const { school, lines, classes } = await openProposal(context, regNr);
    const line = lineOf(lines, membershipId);
    return { school, line, titles: choicesFor(line, classes) };
  },
  audit: ({ input, output }) => ({ subjects: [output.line.personId], facts: { membership: input.membershipId } }),
});

/** The school decides otherwise for one pupil. */
export const decideFor = writeAction({
  name: 'education.decide-rollover',
  title: { lv: 'Mainīts priekšlikums pārcelšanai', en: 'Proposal of promotion changed' },
  permission: keepPupils,
  input: z.object({ regNr: z.string(), membershipId: z.uuid(), fate: FateInput, toTitle: TitleInput }),
  async run(context, { regNr, membershipId, fate, toTitle }) {
    const { rollover, lines, classes } = await openProposal(context, regNr);
    const line = lineOf(lines, membershipId);
    await changeLines(context.tx, rollover.id, [membershipId], rightFor(fate, toTitle, line, classes));
    return { personId: line.personId };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { membership: input.membershipId, fate: input.fate } }),
});

/** What the same decision would change for the pupils of one class. */
interface ClassPlan {
  readonly right: Right;
  readonly changes: readonly RolloverLine[];
  /** Stands for exactly these changes. */
  readonly seen: string;
}

export interface ClassDecisionPage {
  readonly school: SchoolRow;
  readonly lines: readonly RolloverLine[];
  readonly titles: NextTitles;
  /** Once a decision was chosen: what it changes, or what is wrong with it. */
  readonly plan: ClassPlan | null;
  readonly errors: readonly FieldError[];
}

/** @throws InvalidInput for a decision that is possible for none or not for all of them */
function planFor(lines: readonly RolloverLine[], classes: readonly GradeClass[], fate: Fate, toTitle: string): ClassPlan {
  const right = lines.map((line) => rightFor(fate, toTitle, line, classes))[0]!;
  const changes = lines.filter((line) => line.fate !== right.fate || line.toTitle !== right.toTitle);
  const told = changes.map((line) => [line.membershipId, line.fate, line.toTitle]);
  return { right, changes, seen: createHash('sha256').update(JSON.stringify([right, told])).digest('base64url').slice(0, 16) };
}

/** @throws NotFound where nobody of the proposal is in the class */
async function openClass(context: Context, regNr: string, classId: string) {
  const { lines: all, ...proposal } = await openProposal(context, regNr);
  const lines = all.filter(({ fromClassId }) => fromClassId === classId);
  if (lines.length === 0) throw new NotFound('no-such-class', NO_SUCH_CLASS);
  return { ...proposal, lines };
}

/** The form for deciding the same for a whole class; with a decision chosen, what it would change. */
export const openClassDecision = readAction({
  name: 'education.open-class-rollover-decision',
  title: { lv: 'Atvērts lēmums par klases pārcelšanu', en: 'Decision of promotion of a class opened' },
  permission: keepPupils,
  input: z.object({ regNr: z.string(), classId: z.uuid(), fate: FateInput.or(z.literal('')).default(''), toTitle: TitleInput }),
  async run(context, { regNr, classId, fate, toTitle }): Promise<ClassDecisionPage> {
    const { school, lines, classes } = await openClass(context, regNr, classId);
    const page = { school, lines, titles: choicesFor(lines[0]!, classes), plan: null, errors: [] };
    if (fate === '') return page;
    try {
      return { ...page, plan: planFor(lines, classes, fate, toTitle) };
    } catch (error) {
      if (error instanceof InvalidInput) return { ...page, errors: error.fields };
      throw error;
    }
  },
  audit: ({ input, output }) => ({ subjects: output.lines.map(({ personId }) => personId), facts: { class: input.classId, found: output.lines.length } }),
});

/** Decides the same for a whole class: exactly what was seen, and nothing where somebody decided otherwise meanwhile. */
export const decideForClass = writeAction({
  name: 'education.decide-class-rollover',
  title: { lv: 'Mainīts priekšlikums klases pārcelšanai', en: 'Proposal of promotion of a class changed' },
  permission: keepPupils,
  input: z.object({ regNr: z.string(), classId: z.uuid(), fate: FateInput, toTitle: TitleInput, seen: z.string() }),
  async run(context, { regNr, classId, fate, toTitle, seen }) {
    const { rollover, lines, classes } = await openClass(context, regNr, classId);
    const plan = planFor(lines, classes, fate, toTitle);
    if (plan.seen !== seen) throw new Conflict('changed-since', CHANGED_SINCE_SEEN);
    await changeLines(context.tx, rollover.id, plan.changes.map(({ membershipId }) => membershipId), plan.right);
    return { changed: plan.changes.map(({ personId }) => personId) };
  },
  audit: ({ input, output }) => ({ subjects: output.changed, facts: { class: input.classId, fate: input.fate, pupils: output.changed.length } }),
});
