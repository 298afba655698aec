import { z } from 'zod';
import { classTitleKey, findSubject, getSchool, listSubjectsOn, nameKey } from '#modules/education/public.js';
import { invalid } from '#kernel/errors.js';
import { same, type Text } from '#kernel/text.js';
import { jsonInput } from '#kernel/json-input.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { type Learnt, suggestSubjects, type Suggestion } from '../domain/suggestions.js';
import { type LinesPage, mergeWaiting, pageOfLines, type Waiting, type WaitingName } from '../domain/waiting-names.js';
import { mapNames } from '../permissions.js';
import { insertSubjectAlias, listDecided, listSubjectAliases, type SubjectAliasRow } from '../store/aliases.js';
import { listLearnt, listNotes, listWaitingNames, type NameNote, NamePlace } from '../store/waiting-names.js';
import { CHOOSE_SUBJECT, NAME_NOT_WAITING, NO_SUCH_SUBJECT, SURE } from '../texts/mapping.js';
import { findMatchWithRows, type Match, MatchInput } from './open-match.js';
import { retryNameNow } from './retry-now.js';
import { getSchoolOrOwn, type TabbedSchool } from './school-or-own.js';

export type { WaitingName };

/** Where the desk goes on; an address that was cut shows its beginning. */
export const PlaceInput = jsonInput(NamePlace).nullable().catch(null);

export interface SubjectDesk extends LinesPage<Suggested & { readonly note: NameNote | null }> {
  readonly school: TabbedSchool;
  /** What was confirmed just now. */
  readonly matched: Match | null;
  readonly subjects: readonly { readonly id: number; readonly name: Text }[];
  readonly aliases: readonly (SubjectAliasRow & { readonly subject: Text })[];
}

/** So many names stand on a page of the desk. */
export const NAMES = 50;

const JournalInput = z.union([z.literal('').transform(() => null), z.uuid()]).default('').transform((id) => id || null);

/** The desk: each name that waits once, with what it most likely means and why; and what names mean already. */
export const openSubjectDesk = readAction({
  name: 'intake.open-subject-desk',
  title: { lv: 'Atvērts priekšmetu nosaukumu saskaņošanas galds', en: 'Desk for matching names of subjects opened' },
  permission: mapNames,
  input: z.object({ regNr: z.string().default(''), matched: MatchInput, after: PlaceInput, name: z.string().max(300).default(''), journal: JournalInput.catch(null) }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, matched, after, name, journal }): Promise<SubjectDesk> {
    const { tx, today } = context;
    const school = await getSchoolOrOwn(context, regNr);
    const rows = await listWaitingNames(tx, 'subject', school.id, name === '' ? { after, lines: NAMES + 1 } : { key: nameKey(name), journalId: journal });
    const subjects = await listSubjectsOn(tx, today);
    const nameOf = new Map(subjects.map(({ id, name, nameEn }): [number, Text] => [id, { lv: name, en: nameEn }]));
    const notes = new Map((await listNotes(tx, 'subject', school.id)).map((note) => [note.nameKey, note]));
    const names = await withSuggestions(context, school.id, rows, subjects);
    return {
      school,
      matched: await findMatchWithRows(context, 'subject', school.id, matched),
      ...pageOfLines(names.map((one) => ({ ...one, note: notes.get(one.key) ?? null })), NAMES, after?.[3] ?? 0),
      subjects: subjects.map(({ id }) => ({ id, name: nameOf.get(id)! })),
      aliases: (await listSubjectAliases(tx, school.id)).map((one) => ({ ...one, subject: nameOf.get(one.subjectId) ?? same(String(one.subjectId)) })),
    };
  },
});

interface Suggested extends WaitingName {
  readonly suggestions: readonly Suggestion<number>[];
  /** What the classes of the rows learn; empty where no plan of theirs is known. */
  readonly learnt: Learnt;
}

/** The names that wait, each with what it most likely means. */
async function withSuggestions(context: Pick<ActionContext, 'tx'>, institutionId: string, rows: readonly Waiting[], subjects: readonly { readonly id: number; readonly name: string }[]): Promise<Suggested[]> {
  const waiting = mergeWaiting(rows);
  if (waiting.length === 0) return [];
  const decided = await listDecided(context.tx, [...new Set(waiting.map(({ key }) => key))], institutionId);
  const learntIn = await readLearnt(context, institutionId, rows);
  return waiting.map((name) => {
    const learnt = learntIn(name.classes);
    const before = decided
      .filter((one) => one.nameKey === name.key)
      .map(({ subjectId, own, journals, schools }) => ({ subjectId, own, journal: name.journalId !== null && journals.includes(name.journalId), schools }));
    return { ...name, learnt, suggestions: suggestSubjects(name.name, subjects, before, learnt) };
  });
}

/** What classes learn, as asked for by their titles in rows; of rows without a class, what any class of the institution learns. */
async function readLearnt({ tx }: Pick<ActionContext, 'tx'>, institutionId: string, waiting: readonly Pick<Waiting, 'year'>[]): Promise<(titles: readonly string[]) => Learnt> {
  const learnt = await listLearnt(tx, institutionId, [...new Set(waiting.map(({ year }) => year))]);
  return (titles) => {
    const keys = new Set(titles.map(classTitleKey));
    const here = keys.size > 0 ? learnt.filter(({ title }) => keys.has(classTitleKey(title))) : learnt;
    return new Map([...Map.groupBy(here, ({ subjectId }) => subjectId)].map(([subjectId, rows]) => [subjectId, rows.map(({ title }) => title)]));
  };
}

const YesInput = z.string().default('').transform((word) => word === 'yes');

/** The name as it waits, however it was written. @throws InvalidInput where nothing with it waits any more */
async function getWaiting(context: Pick<ActionContext, 'tx' | 'today'>, institutionId: string, journalId: string | null, name: string): Promise<Suggested> {
  const rows = await listWaitingNames(context.tx, 'subject', institutionId, { key: nameKey(name), journalId });
  const [found] = await withSuggestions(context, institutionId, rows, await listSubjectsOn(context.tx, context.today));
  if (!found) throw invalid('name', NAME_NOT_WAITING);
  return found;
}

/** Whether to ask once more: the classes of the rows do not learn the subject, or a press on the desk passed over what is more likely. */
const isDoubtful = ({ learnt, suggestions }: Pick<Suggested, 'learnt' | 'suggestions'>, subjectId: number, quick: boolean): boolean =>
  (learnt.size > 0 && !learnt.has(subjectId)) || (quick && suggestions[0]?.id !== subjectId);

/** In place of one of the suggestions: the subject is chosen of the whole classifier (`other`). */
export const OTHER = 'other';

/** One confirmation: the name means this subject for the whole school from now on, and the rows that waited for it are taken at once. */
export const matchSubject = writeAction({
  name: 'intake.match-subject',
  title: { lv: 'Saskaņots e-žurnāla priekšmeta nosaukums', en: 'E-journal’s name of a subject matched' },
  permission: mapNames,
  input: z.object({ regNr: z.string(), journal: JournalInput, name: z.string().min(1).max(300), subject: z.string().default(''), other: z.string().default(''), offer: YesInput, quick: YesInput, sure: YesInput }),
  async run(context, { regNr, journal, name, subject: chosen, other, offer, quick, sure }) {
    const { tx, actor, now } = context;
    const school = await getSchool(context, regNr);
    const subjectId = Number(chosen === OTHER ? other : chosen);
    if (!subjectId) throw invalid(chosen === OTHER ? 'other' : 'subject', CHOOSE_SUBJECT);
    const subject = await findSubject(tx, subjectId);
    if (!subject) throw invalid('subject', NO_SUCH_SUBJECT);
    const waiting = await getWaiting(context, school.id, journal, name);
    if (!sure && isDoubtful(waiting, subject.id, quick)) throw invalid('sure', SURE);
    const alias = await insertSubjectAlias(tx, { institutionId: school.id, journalId: journal, name: waiting.name, nameKey: waiting.key, subjectId, isOffered: offer && journal !== null }, actor.id!, now);
    const retried = await retryNameNow(context, school.id, 'subject', waiting.key);
    return { school, alias, subject, name: waiting.name, retried };
  },
  audit: ({ input, output: { school, alias, subject, name, retried } }) => ({
    subjects: retried.persons,
    facts: { institution: school.id, alias, name, subject: subject.id, offered: input.offer, rows: retried.rows, recorded: retried.taken },
  }),
});
