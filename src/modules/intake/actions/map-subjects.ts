import { z } from 'zod';
import { findSubject, getSchool, listSubjectsOn, nameKey, type SchoolRow } from '#modules/education/public.js';
import { invalid } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { suggestSubjects, type Suggestion } from '../domain/suggestions.js';
import { mergeWaiting, type WaitingName } from '../domain/waiting-names.js';
import { mapNames } from '../permissions.js';
import { insertSubjectAlias, listDecided, listSubjectAliases, type SubjectAliasRow } from '../store/aliases.js';
import { listNotes, listWaitingNames, type NameNote } from '../store/waiting-names.js';
import { CHOOSE_SUBJECT, NAME_NOT_WAITING, NO_SUCH_SUBJECT } from '../texts/mapping.js';
import { findMatchWithRows, type Match, MatchInput } from './open-match.js';
import { retryNameNow } from './retry-now.js';
import { getSchoolOrOwn } from './school-or-own.js';

export type { WaitingName };

export interface SubjectDesk {
  readonly school: SchoolRow;
  /** What was confirmed just now. */
  readonly matched: Match | null;
  readonly names: readonly (WaitingName & { readonly suggestions: readonly Suggestion<number>[]; readonly note: NameNote | null })[];
  readonly subjects: readonly { readonly id: number; readonly name: string }[];
  readonly aliases: readonly (SubjectAliasRow & { readonly subject: string })[];
}

/** The desk: each name that waits once, with what it most likely means and why; and what names mean already. */
export const openSubjectDesk = readAction({
  name: 'intake.open-subject-desk',
  title: { lv: 'Atvērts priekšmetu nosaukumu saskaņošanas galds', en: 'Desk for matching names of subjects opened' },
  permission: mapNames,
  input: z.object({ regNr: z.string().default(''), matched: MatchInput }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, matched }): Promise<SubjectDesk> {
    const { tx, today } = context;
    const school = await getSchoolOrOwn(context, regNr);
    const waiting = mergeWaiting(await listWaitingNames(tx, 'subject', school.id), nameKey);
    const subjects = await listSubjectsOn(tx, today);
    const nameOf = new Map(subjects.map(({ id, name }) => [id, name]));
    const keys = [...new Set(waiting.map(({ key }) => key))];
    const decided = keys.length > 0 ? await listDecided(tx, keys, school.id) : [];
    const notes = new Map((await listNotes(tx, 'subject', school.id)).map((note) => [note.nameKey, note]));
    return {
      school,
      matched: await findMatchWithRows(context, 'subject', school.id, matched),
      names: waiting.map((name) => ({
        ...name,
        note: notes.get(name.key) ?? null,
        suggestions: suggestSubjects(
          name.name,
          subjects,
          decided
            .filter((one) => one.nameKey === name.key)
            .map(({ subjectId, own, journals, schools }) => ({ subjectId, own, journal: name.journalId !== null && journals.includes(name.journalId), schools })),
        ),
      })),
      subjects: subjects.map(({ id, name }) => ({ id, name })),
      aliases: (await listSubjectAliases(tx, school.id)).map((one) => ({ ...one, subject: nameOf.get(one.subjectId) ?? String(one.subjectId) })),
    };
  },
});

const JournalInput = z.union([z.literal('').transform(() => null), z.uuid()]).default('').transform((id) => id || null);

/** The name as it waits, however it was written. @throws InvalidInput where nothing with it waits any more */
async function getWaiting({ tx }: Pick<ActionContext, 'tx'>, institutionId: string, journalId: string | null, name: string): Promise<WaitingName> {
  const found = mergeWaiting(await listWaitingNames(tx, 'subject', institutionId), nameKey).find((one) => one.key === nameKey(name) && one.journalId === journalId);
  if (!found) throw invalid('name', NAME_NOT_WAITING);
  return found;
}

/** In place of one of the suggestions: the subject is chosen of the whole classifier (`other`). */
export const OTHER = 'other';

/** One confirmation: the name means this subject for the whole school from now on, and the rows that waited for it are taken at once. */
export const matchSubject = writeAction({
  name: 'intake.match-subject',
  title: { lv: 'Saskaņots e-žurnāla priekšmeta nosaukums', en: 'E-journal’s name of a subject matched' },
  permission: mapNames,
  input: z.object({ regNr: z.string(), journal: JournalInput, name: z.string().min(1).max(300), subject: z.string().default(''), other: z.string().default(''), offer: z.string().default('').transform((word) => word === 'yes') }),
  async run(context, { regNr, journal, name, subject: chosen, other, offer }) {
    const { tx, actor, now } = context;
    const school = await getSchool(context, regNr);
    const subjectId = Number(chosen === OTHER ? other : chosen);
    if (!subjectId) throw invalid(chosen === OTHER ? 'other' : 'subject', CHOOSE_SUBJECT);
    const subject = await findSubject(tx, subjectId);
    if (!subject) throw invalid('subject', NO_SUCH_SUBJECT);
    const waiting = await getWaiting(context, school.id, journal, name);
    const alias = await insertSubjectAlias(tx, { institutionId: school.id, journalId: journal, name: waiting.name, nameKey: waiting.key, subjectId, isOffered: offer && journal !== null }, actor.id!, now);
    const retried = await retryNameNow(context, school.id, 'subject', waiting.key);
    return { school, alias, subject, name: waiting.name, retried };
  },
  audit: ({ input, output: { school, alias, subject, name, retried } }) => ({
    subjects: retried.persons,
    facts: { institution: school.id, alias, name, subject: subject.id, offered: input.offer, rows: retried.rows, recorded: retried.taken },
  }),
});
