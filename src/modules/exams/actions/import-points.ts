import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { UploadedFileInput } from '#platform/files/uploaded-file.js';
import { job } from '#platform/jobs/job.js';
import { perform } from '#platform/actions/perform.js';
import { systemActor } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { TERMS } from '../domain/exam-words.js';
import { type ArrivedRow, judgePoints, TOTAL } from '../domain/judge-points.js';
import { type PointsFile, readPointsCsv, readPointsWorkbook } from '../domain/points-file.js';
import { keepResults } from '../permissions.js';
import { listEvents, listParts } from '../store/catalogue.js';
import { advanceImport, answerRows, findImport, findImportByKey, type ImportRow, insertImport, listAnswers, listCandidates, listImports, listSeenCodes, listUnfinished, listUnjudged, lockImport, type NewImport, type RowAnswer } from '../store/imports.js';
import { type EventStanding, findStanding, listStandings } from '../store/results.js';
import { putPoints } from '../store/works.js';
import { CHOOSE_EXAM, CHOOSE_POINTS_FILE, KEY_TAKEN, NO_POINTS_IN_FILE, NO_SUCH_EVENT, NO_SUCH_IMPORT, UNREADABLE_POINTS } from '../texts.js';
import { countResultsOf } from './count-results.js';
import { Code, recordingOf, Year } from './inputs.js';
import { chooseYear, getExam } from './show-catalogue.js';

/** So many rows are judged, written and counted in one transaction. */
const CHUNK = 500;
const MOST_AT_ONCE = 1_000;

/** Judges the next rows of an import and writes what came of each; a run that is killed goes on where it stopped. @returns the people concerned */
async function workOff(context: WriteContext, found: ImportRow, limit: number): Promise<string[]> {
  const { tx } = context;
  const rows = await listUnjudged(tx, found.id, limit);
  const event = await findStanding(tx, found.eventId);
  if (!event) throw new NotFound('no-such-event', NO_SUCH_EVENT);
  const exam = await getExam(context, event.year, event.code);
  const candidates = new Map((await listCandidates(tx, found.eventId, context.now)).map((one) => [one.candidateCode, one]));
  const judge = judgePoints(await listParts(tx, exam.id), candidates, new Set(await listSeenCodes(tx, found.id)));
  const answers = rows.map((row) => ({ line: row.line, judged: judge(row) }));
  const taken = answers.flatMap(({ judged }) => (judged.verdict === 'taken' ? [judged] : []));
  await putPoints(tx, taken.flatMap(({ entryId, points }) => points.map((one) => ({ entryId, ...one }))), 'import', recordingOf(context));
  await answerRows(tx, found.id, answers);
  await advanceImport(tx, found.id, context.now);
  const entryIds = taken.map(({ entryId }) => entryId);
  if (entryIds.length > 0) await countResultsOf(context, { eventId: found.eventId, entryIds, why: 're-count' });
  const concerned = new Set(entryIds);
  return [...candidates.values()].filter(({ entryId }) => concerned.has(entryId)).map(({ personId }) => personId);
}

/** Keeps what was sent under its key; the same key with the same content is the same import. */
async function keepImport(context: WriteContext, head: Omit<NewImport, 'contentHash'>, rows: readonly ArrivedRow[]): Promise<{ readonly found: ImportRow; readonly isNew: boolean }> {
  const { tx } = context;
  const { recordedBy } = recordingOf(context);
  const contentHash = createHash('sha256').update(JSON.stringify([head.eventId, rows])).digest('hex');
  const before = await findImportByKey(tx, recordedBy, head.key);
  if (before) {
    if (before.contentHash !== contentHash) throw new Conflict('key-taken', KEY_TAKEN);
    return { found: before, isNew: false };
  }
  const id = await insertImport(tx, { ...head, contentHash }, rows, recordingOf(context));
  return { found: (await findImport(tx, id))!, isNew: true };
}

async function eventOf(tx: Read, year: number, code: string, term: (typeof TERMS)[number]): Promise<string> {
  const event = (await listEvents(tx, (await getExam({ tx }, year, code)).id)).find((one) => one.term === term);
  if (!event) throw new NotFound('no-such-event', NO_SUCH_EVENT);
  return event.id;
}

const Points = z.union([z.string().max(10), z.number().transform(String)]);

/** A machine sends points of one exam, at most a thousand candidates at once; each row is answered. Sent twice under one key, it is taken once. */
export const sendPoints = writeAction({
  name: 'exams.send-points',
  title: { lv: 'Saņemti pārbaudījuma punkti', en: 'Points of an exam received' },
  permission: keepResults,
  input: z.object({
    year: Year, code: Code, term: z.enum(TERMS).default('main'), 'idempotency-key': z.string().trim().min(1).max(100),
    rows: z.array(z.object({ candidateCode: z.string().max(40), points: z.record(z.string().max(4), Points), total: Points.optional() })).min(1).max(MOST_AT_ONCE),
  }),
  async run(context, { year, code, term, rows, 'idempotency-key': key }) {
    const eventId = await eventOf(context.tx, year, code, term);
    const { found, isNew } = await keepImport(context, { eventId, key: `api:${key}`, source: 'api', fileName: '' }, rows.map(({ candidateCode, points, total }, at) => ({ candidateCode, points: total === undefined ? points : { ...points, [TOTAL]: total }, line: at + 1 })));
    const persons = isNew ? await workOff(context, found, MOST_AT_ONCE) : [];
    return { import: (await findImport(context.tx, found.id))!, answers: await listAnswers(context.tx, found.id, { after: 0, limit: MOST_AT_ONCE, onlyRefused: false }), persons };
  },
  audit: ({ input, output }) => ({ subjects: output.persons, facts: { import: output.import.id, exam: input.code, year: input.year, taken: output.import.taken, refused: output.import.refused } }),
});

export interface ImportForm {
  readonly years: readonly number[];
  readonly year: number;
  readonly events: readonly EventStanding[];
  readonly imports: readonly ImportRow[];
}

export const openImport = readAction({
  name: 'exams.open-import',
  title: { lv: 'Atvērta punktu ielāde', en: 'Import of points opened' },
  permission: keepResults,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run(context): Promise<ImportForm> {
    const { years, year } = await chooseYear(context, null);
    const events = [...(await listStandings(context.tx, year)), ...(await listStandings(context.tx, year - 1))];
    return { years, year, events, imports: await listImports(context.tx, 20) };
  },
});

async function readFile(name: string, content: Buffer): Promise<{ readonly source: 'xlsx' | 'csv'; readonly rows: PointsFile }> {
  const source = /\.csv$/i.test(name) ? 'csv' : 'xlsx';
  try {
    return { source, rows: source === 'csv' ? readPointsCsv(new TextDecoder('utf-8', { fatal: true }).decode(content)) : await readPointsWorkbook(content) };
  } catch {
    throw invalid('file', UNREADABLE_POINTS);
  }
}

/** Takes a file of points; its rows are judged in the background, and the same file again is the same import. */
export const uploadPoints = writeAction({
  name: 'exams.upload-points',
  title: { lv: 'Ielādēta punktu datne', en: 'File of points brought in' },
  permission: keepResults,
  input: z.object({ eventId: z.union([z.uuid(), z.literal('')]), file: UploadedFileInput }),
  async run(context, { eventId, file }) {
    if (eventId === '') throw invalid('eventId', CHOOSE_EXAM);
    if (!file) throw invalid('file', CHOOSE_POINTS_FILE);
    if (!(await findStanding(context.tx, eventId))) throw invalid('eventId', NO_SUCH_EVENT);
    const { source, rows } = await readFile(file.name, file.content);
    if (!rows || rows.length === 0) throw invalid('file', NO_POINTS_IN_FILE);
    const key = `file:${eventId}:${createHash('sha256').update(file.content).digest('hex')}`;
    const { found } = await keepImport(context, { eventId, key, source, fileName: file.name }, rows);
    await context.enqueue(workOffImport, { id: found.id });
    return found;
  },
  audit: ({ output }) => ({ facts: { import: output.id, rows: output.rowCount } }),
});

/** One part of an import; the job comes again until no row waits. */
export const workOffChunk = writeAction({
  name: 'exams.work-off-import',
  title: { lv: 'Pārbaudīta un pieņemta daļa ielādēto punktu', en: 'Part of the points brought in judged and taken' },
  permission: JOBS_ALONE,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const found = await findImport(context.tx, id);
    if (!found || found.finishedAt || !(await lockImport(context.tx, id))) return { persons: [], isDone: true };
    const persons = await workOff(context, found, CHUNK);
    return { persons, isDone: (await findImport(context.tx, id))!.finishedAt !== null };
  },
  audit: ({ input, output }) => ({ subjects: output.persons, facts: { import: input.id, done: output.isDone } }),
});

/** Works an import off, a transaction for each part. */
export const workOffImport = job({
  name: 'exams.work-off-import',
  input: z.object({ id: z.string() }),
  async run({ platform }, { id }) {
    const actor = systemActor('exams.work-off-import');
    while (!(await perform(platform, workOffChunk, { id }, { actor })).isDone);
  },
});

/** Every few minutes: imports whose work was cut off go on. */
export const takeUpImports = job({
  name: 'exams.take-up-imports',
  input: z.object({}),
  schedule: '*/5 * * * *',
  async run(context) {
    for (const id of await listUnfinished(context.platform.database.primary)) await workOffImport.run(context, { id });
  },
});

export interface ShownImport {
  readonly found: ImportRow;
  readonly event: EventStanding;
  readonly answers: readonly RowAnswer[];
  readonly next: number | null;
  readonly onlyRefused: boolean;
}
const PAGE = 100;

/** How far an import is, and what came of its rows: those that were refused, or all. */
export const viewImport = readAction({
  name: 'exams.view-import',
  title: { lv: 'Apskatīta punktu ielāde', en: 'Import of points looked at' },
  permission: keepResults,
  input: z.object({ id: z.uuid(), after: z.coerce.number().int().min(0).default(0), all: z.enum(['yes', '']).default('') }),
  async run({ tx }, { id, after, all }): Promise<ShownImport> {
    const found = await findImport(tx, id);
    if (!found) throw new NotFound('no-such-import', NO_SUCH_IMPORT);
    const onlyRefused = all !== 'yes';
    const rows = await listAnswers(tx, id, { after, limit: PAGE + 1, onlyRefused });
    return { found, onlyRefused, event: (await findStanding(tx, found.eventId))!, answers: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.line : null };
  },
  audit: ({ output }) => ({ facts: { import: output.found.id, found: output.answers.length } }),
});
