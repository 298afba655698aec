import { z } from 'zod';
import { type ClassRow, classTitleKey, getSchool, getYears, listClasses } from '#modules/education/public.js';
import { invalid } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { suggestClasses, type Suggestion } from '../domain/suggestions.js';
import { type LinesPage, mergeWaiting, pageOfLines, type WaitingName } from '../domain/waiting-names.js';
import { mapNames } from '../permissions.js';
import { type ClassAliasRow, insertClassAlias, listClassAliases } from '../store/aliases.js';
import { listNotes, listWaitingNames, type NameNote } from '../store/waiting-names.js';
import { CHOOSE_CLASS, NAME_NOT_WAITING, NO_SUCH_CLASS } from '../texts/mapping.js';
import { findMatchWithRows, type Match, MatchInput } from './open-match.js';
import { retryNameNow } from './retry-now.js';
import { NAMES, PlaceInput } from './map-subjects.js';
import { getSchoolOrOwn, type TabbedSchool } from './school-or-own.js';

export interface ClassDesk extends LinesPage<WaitingName & { readonly suggestions: readonly Suggestion<string>[]; readonly note: NameNote | null }> {
  readonly school: TabbedSchool;
  readonly year: number;
  /** What was confirmed just now. */
  readonly matched: Match | null;
  readonly classes: readonly ClassRow[];
  readonly aliases: readonly (ClassAliasRow & { readonly class: string })[];
}

/** The names of classes that wait, beside the classes of the register in the year they are of. */
export const openClassDesk = readAction({
  name: 'intake.open-class-desk',
  title: { lv: 'Atvērts klašu nosaukumu saskaņošanas galds', en: 'Desk for matching names of classes opened' },
  permission: mapNames,
  input: z.object({ regNr: z.string().default(''), year: z.coerce.number().int().optional().catch(undefined), matched: MatchInput, after: PlaceInput, name: z.string().max(100).default('') }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, year: wanted, matched, after, name }): Promise<ClassDesk> {
    const { tx, today } = context;
    const school = await getSchoolOrOwn(context, regNr);
    const waiting = await listWaitingNames(tx, 'class', school.id, { year: wanted ?? 'fullest', ...(name === '' ? { after, lines: NAMES + 1 } : { key: classTitleKey(name) }) });
    const { year } = (await getYears(context, wanted ?? waiting[0]?.year ?? null)).year;
    const classes = (await listClasses(tx, school.id, year, today, today)).filter(({ kind }) => kind === 'class' || kind === 'special');
    const titles = new Map(classes.map(({ id, title }) => [id, title]));
    const notes = new Map((await listNotes(tx, 'class', school.id)).map((note) => [note.nameKey, note]));
    const names = mergeWaiting(waiting);
    return {
      school,
      year,
      matched: await findMatchWithRows(context, 'class', school.id, matched),
      ...pageOfLines(names.map((one) => ({ ...one, note: notes.get(one.key) ?? null, suggestions: suggestClasses(one.name, classes, one.likely ?? null) })), NAMES, after?.[3] ?? 0),
      classes,
      aliases: (await listClassAliases(tx, school.id, year)).map((one) => ({ ...one, class: titles.get(one.classId) ?? '–' })),
    };
  },
});

/** The title means this class of the register for the year, and the rows that waited for it are taken at once. */
export const matchClass = writeAction({
  name: 'intake.match-class',
  title: { lv: 'Saskaņots e-žurnāla klases nosaukums', en: 'E-journal’s name of a class matched' },
  permission: mapNames,
  input: z.object({ regNr: z.string(), year: z.coerce.number().int(), name: z.string().min(1).max(100), class: z.string().default('') }),
  async run(context, { regNr, year, name, class: classId }) {
    const { tx, actor, now, today } = context;
    const school = await getSchool(context, regNr);
    if (classId === '') throw invalid('class', CHOOSE_CLASS);
    const found = (await listClasses(tx, school.id, year, today, today)).find(({ id }) => id === classId);
    if (!found) throw invalid('class', NO_SUCH_CLASS);
    const key = classTitleKey(name);
    if ((await listWaitingNames(tx, 'class', school.id, { year, key })).length === 0) throw invalid('name', NAME_NOT_WAITING);
    const alias = await insertClassAlias(tx, { institutionId: school.id, year, title: name, titleKey: key, classId }, actor.id!, now);
    return { school, alias, title: found.title, year, name, retried: await retryNameNow(context, school.id, 'class', key) };
  },
  audit: ({ input, output: { school, alias, retried } }) => ({
    subjects: retried.persons,
    facts: { institution: school.id, alias, name: input.name, class: input.class, rows: retried.rows, recorded: retried.taken },
  }),
});
