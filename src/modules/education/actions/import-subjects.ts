import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { findFile } from '#platform/files/read-file.js';
import { storeFile } from '#platform/files/store-files.js';
import { UploadedFileInput } from '#platform/files/uploaded-file.js';
import { ACTION_TITLES, ALREADY_APPLIED, CHANGED_SINCE, GIVE_A_FILE, NO_SUCH_IMPORT, NOTHING_TO_DO } from '../texts/classifiers.js';
import { type Differences, differencesOf } from '../domain/subject-differences.js';
import { readCourses, readSubjects } from '../domain/subject-files.js';
import { keepClassifiers } from '../permissions.js';
import { findImport, type ImportRow, insertImport, lockImport, markApplied } from '../store/subject-imports.js';
import { changeSubjects, endCourses, endSubjects, insertSubjects, listAllSubjects, listCourses, putCourses } from '../store/subjects.js';
import { recordingOf } from './school-scope.js';

export const openImportForm = readAction({
  name: 'education.open-import-form',
  title: ACTION_TITLES.openForm,
  permission: keepClassifiers,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: () => Promise.resolve({}),
});

/** Keeps the two files of the open data to be looked at; nothing in the classifier changes yet. */
export const proposeImport = writeAction({
  name: 'education.propose-subject-import',
  title: ACTION_TITLES.proposeImport,
  permission: keepClassifiers,
  input: z.object({ subjects: UploadedFileInput, courses: UploadedFileInput }),
  async run(context, { subjects, courses }) {
    const { tx, actor, now } = context;
    if (!subjects && !courses) throw invalid('subjects', GIVE_A_FILE);
    if (subjects) refuseUnreadable('subjects', readSubjects(subjects.content).problems);
    if (courses) refuseUnreadable('courses', readCourses(courses.content).problems);
    const by = actor.id ?? actor.kind;
    const files = {
      subjectsFileId: subjects && (await storeFile(tx, subjects, by, now)),
      coursesFileId: courses && (await storeFile(tx, courses, by, now)),
    };
    return { id: await insertImport(tx, files, recordingOf(context)) };
  },
  audit: ({ output }) => ({ facts: { import: output.id } }),
});

/** A file that has not the columns is of another kind: told at once, beside its field. */
function refuseUnreadable(field: string, problems: ReturnType<typeof readSubjects>['problems']): void {
  const first = problems[0];
  if (first?.line === 1) throw invalid(field, first.words);
}

export interface ProposedImport {
  readonly id: string;
  readonly appliedAt: Date | null;
  readonly differences: Differences;
  /** Names the differences as they were seen, so that exactly these are applied. */
  readonly seen: string;
}

async function compare(tx: Read, { subjectsFileId, coursesFileId }: ImportRow): Promise<Differences> {
  const subjectsFile = subjectsFileId && (await findFile(tx, subjectsFileId));
  const coursesFile = coursesFileId && (await findFile(tx, coursesFileId));
  return differencesOf({
    subjects: await listAllSubjects(tx),
    courses: await listCourses(tx, null),
    subjectsFile: subjectsFile ? readSubjects(subjectsFile.content) : null,
    coursesFile: coursesFile ? readCourses(coursesFile.content) : null,
  });
}

const seenOf = (differences: Differences): string => createHash('sha256').update(JSON.stringify(differences)).digest('base64url').slice(0, 16);

/** What the files would change in the classifier as it is now. */
export const showImport = readAction({
  name: 'education.show-subject-import',
  title: ACTION_TITLES.proposeImport,
  permission: keepClassifiers,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx }, { id }): Promise<ProposedImport> {
    const found = await findImport(tx, id);
    if (!found) throw new NotFound('no-such-import', NO_SUCH_IMPORT);
    const differences = await compare(tx, found);
    return { id, appliedAt: found.appliedAt, differences, seen: seenOf(differences) };
  },
});

const SOURCE = 'data.gov.lv, datu kopa f7fbd98b-6f14-4eef-b17b-809732a9373d';

/** Takes the differences over that were looked at, and no others. */
export const applyImport = writeAction({
  name: 'education.apply-subject-import',
  title: ACTION_TITLES.applyImport,
  permission: keepClassifiers,
  input: z.object({ id: z.uuid(), seen: z.string() }),
  async run(context, { id, seen }) {
    const { tx, today } = context;
    const found = await lockImport(tx, id);
    if (!found) throw new NotFound('no-such-import', NO_SUCH_IMPORT);
    if (found.appliedAt) throw new Conflict('already-applied', ALREADY_APPLIED);
    const differences = await compare(tx, found);
    if (seenOf(differences) !== seen) throw new Conflict('changed-since', CHANGED_SINCE);
    const { added, changed, ended, coursesAdded, coursesChanged, coursesEnded } = differences;
    if ([added, changed, ended, coursesAdded, coursesChanged, coursesEnded].every((list) => list.length === 0)) throw new Conflict('nothing-to-do', NOTHING_TO_DO);
    const recording = recordingOf(context);
    await insertSubjects(tx, added, today, SOURCE);
    await changeSubjects(tx, changed, SOURCE, recording);
    await endSubjects(tx, ended.map((one) => one.id), today, recording);
    await putCourses(tx, [...coursesAdded, ...coursesChanged], today, SOURCE);
    await endCourses(tx, coursesEnded.map((one) => one.id), today);
    await markApplied(tx, id, recording);
    return { subjects: added.length + changed.length + ended.length, courses: coursesAdded.length + coursesChanged.length + coursesEnded.length };
  },
  audit: ({ input, output }) => ({ facts: { import: input.id, ...output } }),
});
