import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { dayInRiga } from '#kernel/clock.js';
import { Refusal } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import type { Platform } from '../actions/perform.js';
import { comesAfter } from '../db/standby.js';
import type { Write } from '../db/transaction.js';
import { job } from '../jobs/job.js';
import { spreadsheet } from '../spreadsheets/spreadsheet.js';
import { aboutLines } from './about-lines.js';
import { logPeople, type People } from './log-people.js';
import { tellFailed, tellReady } from './tell-asker.js';
import type { ReportContext, ReportKind } from './report-kind.js';
import { findRequest, putBackCutOff, type ReportRequest } from './report-request.js';
import { addChunk, finishRun, giveUpRun, noteAbout, noteProgress, Overtaken, type Run, takeOver } from './report-run.js';
import { FAILED, NO_LONGER_OFFERED } from './texts.js';

/** A report that kills its process every time must not do so for ever. */
export const MOST_ATTEMPTS = 4;
const CHUNK_BYTES = 1_000_000;
const HEARTBEAT_MS = 5_000;
/** A run silent for so long is taken for dead. */
export const SILENCE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Makes one asked-for report, in pieces that commit by themselves. A run killed midway leaves pieces nobody is offered;
 * the next begins anew, so that a file is always of one moment.
 */
export const makeReport = job({
  name: 'platform.make-report',
  input: z.object({ requestId: z.uuid() }),
  retries: MOST_ATTEMPTS - 1,
  expireMinutes: 240,
  whenCutOff: ({ platform: { database } }, { requestId }) => database.transaction((tx) => putBackCutOff(tx, requestId, MOST_ATTEMPTS)),
  async run({ platform }, { requestId }) {
    const { database, clock, contributions } = platform;
    const run: Run = { requestId, runId: randomUUID() };
    const started = clock.now();
    if (!(await database.transaction((tx) => takeOver(tx, run, new Date(started.getTime() - SILENCE_MS), started)))) return;
    const request = (await findRequest(database.primary, requestId))!;
    const kind = contributions.reports.find((one) => one.name === request.kind);
    try {
      if (!kind) return await giveUp(platform, run, request, NO_LONGER_OFFERED);
      await writeFile(platform, run, request, kind);
    } catch (error) {
      if (error instanceof Overtaken) return;
      if (error instanceof Refusal) return await giveUp(platform, run, request, error.text);
      const last = request.attempts >= MOST_ATTEMPTS;
      await giveUp(platform, run, request, last ? FAILED : null);
      throw error;
    }
  },
});

const giveUp = (platform: Platform, run: Run, request: ReportRequest, reason: Text | null) =>
  platform.database.transaction(async (tx) => {
    const now = platform.clock.now();
    await giveUpRun(tx, run, reason, now);
    if (reason) await tellFailed(platform, tx, request, reason, now);
  });

async function writeFile(platform: Platform, run: Run, request: ReportRequest, kind: ReportKind): Promise<void> {
  const { database, clock } = platform;
  const inOwn = (work: (tx: Write) => Promise<void>) => database.transaction(work);
  // The moment of the data is that of the taking over: a standby that does not come so far is left aside.
  const tx = (await comesAfter(database)) ? database.read : database.primary;
  const context: ReportContext = { tx, scope: { ...request.scope, acting: null }, more: request.moreScope && { ...request.moreScope, acting: null }, today: dayInRiga(request.dataMoment!), now: request.dataMoment! };
  const input = kind.input.parse(request.input);
  const people: People = { plain: new Set(), opened: new Set() };
  const progress = { done: 0, total: (await kind.total?.(context, input)) ?? null };
  const about = await aboutLines(kind, request, context, input);
  await inOwn((tx) => noteAbout(tx, run, about));
  const file = spreadsheet(
    { format: request.format, lang: request.lang, title: kind.title[request.lang], about, columns: kind.columns(request.lang, context.more !== null) },
    counting(naming(kind, kind.rows(context, input), people), progress),
  );
  const beat = setInterval(() => void inOwn((tx) => noteProgress(tx, run, progress, clock.now())).catch((error: Error) => file.destroy(error)), HEARTBEAT_MS);
  const digest = createHash('sha256');
  let bytes = 0;
  try {
    let seq = 0;
    for await (const piece of inPieces(file, CHUNK_BYTES)) {
      digest.update(piece);
      bytes += piece.length;
      await inOwn(async (tx) => {
        await noteProgress(tx, run, progress, clock.now());
        await addChunk(tx, run, seq++, piece);
      });
    }
  } finally {
    clearInterval(beat);
  }
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + (kind.keepDays ?? 30) * DAY_MS);
  await inOwn(async (tx) => {
    await finishRun(tx, run, { rows: progress.done, bytes, sha256: digest.digest('hex'), expiresAt }, now);
    if (kind.personOf) await logPeople(tx, request, people, now);
    await tellReady(platform, tx, request, kind, expiresAt, now);
  });
}

async function* naming<Row>({ personOf, more }: ReportKind, rows: AsyncIterable<Row>, people: People): AsyncGenerator<Row> {
  const opened = more?.opened as ((row: Row) => boolean) | undefined;
  for await (const row of rows) {
    if (personOf) (opened?.(row) ? people.opened : people.plain).add((personOf as (row: Row) => string)(row));
    yield row;
  }
}

async function* counting<Row>(rows: AsyncIterable<Row>, progress: { done: number }): AsyncGenerator<Row> {
  for await (const row of rows) {
    progress.done += 1;
    yield row;
  }
}

/** The same bytes in pieces of about one size. */
async function* inPieces(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    gathered.push(chunk);
    length += chunk.length;
    if (length < size) continue;
    yield Buffer.concat(gathered);
    gathered = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(gathered);
}
