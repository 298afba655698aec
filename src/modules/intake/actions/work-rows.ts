import { nameKey, readSchoolBook, type SchoolBook } from '#modules/education/public.js';
import { type AbsenceTotals, listTotalsOf, takeRecords, type Taken, type Taking, type Records } from '#modules/marks/public.js';
import { NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import type { RowAnswer } from '../domain/answer.js';
import type { ArrivingRow } from '../domain/arriving.js';
import { type DecidedNames, explain } from '../domain/explain.js';
import { judgeRows, type Judged, type NumberedRow } from '../domain/judge-rows.js';
import { type Aliases, meaningsOf } from '../domain/meanings.js';
import type { Known } from '../domain/row-rules.js';
import type { Decided } from '../domain/suggestions.js';
import { listDecided } from '../store/aliases.js';
import { insertAnswers } from '../store/answers.js';
import { type BatchRow, type Counts, lockInstitution } from '../store/batches.js';
import { readAliases } from '../store/match-aliases.js';
import { readSandboxBook, takeIntoSandbox } from '../store/sandbox.js';
import { NO_CLASSES, NO_SUCH_YEAR } from '../texts/intake.js';

interface Moment {
  readonly now: Date;
  readonly today: IsoDate;
}

interface Worked {
  readonly counts: Counts;
  readonly answers: readonly RowAnswer[];
  /** Whose records were written. */
  readonly persons: readonly string[];
}

/**
 * Works off rows of a batch in the caller's transaction: reads what the institution's year looks like, judges the rows, writes the records and the
 * answers. About fifteen statements, however many rows there are. One batch of an institution at a time.
 * @param persons whom the rows are about, where the sender named them by our own identifiers: no other learner is read
 */
export async function workRows(tx: Write, batch: BatchRow, rows: readonly NumberedRow[], moment: Moment, persons?: readonly string[]): Promise<Worked> {
  await lockInstitution(tx, batch.institutionId);
  const judged = judgeRows(batch.kind, rows, await readKnown(tx, batch, rows, moment.today, persons));
  const taken = await take(tx, batch, judged.records, moment.now);
  const answers = [...judged.answers, ...clashAnswers(taken, judged.records, rows, batch.journalId !== null)];
  await insertAnswers(tx, batch.id, answers);
  return { answers, counts: countsOf(taken, judged, answers), persons: [...new Set(judged.records.records.map(({ personId }) => personId))] };
}

function countsOf({ taken, corrected, unchanged }: Taken, { repeated }: Judged, answers: readonly RowAnswer[]): Counts {
  const rowsIn = (state: RowAnswer['state']) => new Set(answers.filter((one) => one.state === state).map(({ row }) => row)).size;
  return { taken, corrected, unchanged: unchanged + repeated, refused: rowsIn('refused'), waiting: rowsIn('waiting'), warned: rowsIn('warned') };
}

function clashAnswers({ clashes }: Taken, { records }: Records, rows: readonly NumberedRow[], ofJournal: boolean): RowAnswer[] {
  if (clashes.length === 0) return [];
  const sent = new Map(rows.map((one) => [one.row, one.sent]));
  const persons = new Map(records.map(({ row, personId }) => [row, personId]));
  return clashes.map((clash) => explain.clash(sent.get(clash.row), clash, { personId: persons.get(clash.row) ?? null, ofJournal }));
}

/** What came before is kept as it was where a batch is only tried. */
async function take(tx: Write, batch: BatchRow, records: Records, now: Date): Promise<Taken> {
  if (batch.isSandbox) return takeIntoSandbox(tx, batch, records, batch.isDryRun, now);
  const taking: Taking = {
    institutionId: batch.institutionId, year: batch.year, channel: batch.channel, journalId: batch.journalId, batchId: batch.id, sentAt: batch.receivedAt, at: now, by: batch.receivedBy,
    reason: batch.channel === 'service' ? 'resent' : 'uploaded-again',
  };
  if (!batch.isDryRun) return takeRecords(tx, records, taking);
  await tx.run(sql`savepoint tried`);
  const taken = await takeRecords(tx, records, taking);
  await tx.run(sql`rollback to savepoint tried`);
  return taken;
}

async function readKnown(tx: Write, batch: BatchRow, rows: readonly NumberedRow[], today: IsoDate, persons: readonly string[] | undefined): Promise<Known> {
  const { institutionId, year, journalId, kind } = batch;
  const book = batch.isSandbox ? await readSandboxBook(tx, batch) : await readSchoolBook(tx, institutionId, year, { persons, withoutOutcomes: kind !== 'outcome' });
  if (!book) throw new NotFound('no-such-year', NO_SUCH_YEAR, { year });
  if (book.classes.length === 0) throw new NotFound('no-classes', NO_CLASSES, { year });
  const aliases = await readAliases(tx, institutionId, year, journalId);
  return {
    book, aliases, today,
    decided: kind === 'mark' ? await readDecided(tx, unknownNames(rows, book, aliases), batch) : new Map(),
    totals: kind === 'absence' && !batch.isSandbox ? totalsByPerson(await listTotalsOf(tx, institutionId, year, book.knownAs.map(({ personId }) => personId))) : new Map(),
  };
}

/** Names of subjects that mean nothing yet, each once. */
function unknownNames(rows: readonly NumberedRow[], book: SchoolBook, aliases: Aliases): string[] {
  const names = new Set<string>();
  for (const { sent } of rows) {
    const row = sent as Partial<ArrivingRow> | null;
    if (typeof row?.subject === 'string' && (row.subjectId === undefined || row.subjectId === null)) names.add(row.subject);
  }
  if (names.size === 0) return [];
  const meanings = meaningsOf(book, aliases);
  return [...names].filter((name) => !meanings.subject(null, name)).map(nameKey).filter(Boolean);
}

async function readDecided(tx: Write, keys: readonly string[], { institutionId, journalId }: BatchRow): Promise<DecidedNames> {
  if (keys.length === 0) return new Map();
  const found = await listDecided(tx, keys, institutionId);
  return Map.groupBy(
    found.map(({ nameKey: key, journals, ...one }): Decided & { key: string } => ({ ...one, key, journal: journalId !== null && journals.includes(journalId) })),
    ({ key }) => key,
  );
}

const totalsByPerson = (totals: readonly (AbsenceTotals & { readonly personId: string })[]): Known['totals'] => Map.groupBy(totals, ({ personId }) => personId);
