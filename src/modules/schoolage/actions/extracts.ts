import { createHash } from 'node:crypto';
import { z } from 'zod';
import { listUnitsOn } from '#modules/territories/public.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { UploadedFileInput } from '#platform/files/uploaded-file.js';
import type { Read } from '#platform/db/transaction.js';
import { COLUMN_NAMES, type ExtractLine, readExtract, tableOfCsv, tableOfWorkbook, type UnitFinder } from '../domain/extract-file.js';
import { VERDICTS } from '../domain/words.js';
import { takeExtracts } from '../permissions.js';
import { advance, type AnswerRow, countRows, type ExtractCounts, type ExtractRow, findAtWork, findExtract, findLatestApplied, findSameFile, insertExtract, insertLines, listAnswers, listExtracts } from '../store/extracts.js';
import { CHOOSE_FILE, DAY_TO_COME, NO_ROWS, NO_SUCH_EXTRACT, NOT_PROPOSED, OLDER_THAN_APPLIED, ONE_AT_WORK, TOO_OLD, UNREADABLE } from '../texts.js';
import { recordingOf } from './recording.js';
import { workOffExtract } from './work-off-extract.js';

export type { AnswerRow, ExtractCounts, ExtractRow };

export const openExtracts = readAction({
  name: 'schoolage.open-extracts',
  title: { lv: 'Apskatīti Fizisko personu reģistra izraksti', en: 'Extracts of the population register looked at' },
  permission: takeExtracts,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx }) => ({ extracts: await listExtracts(tx, MOST_SHOWN) }),
});
const MOST_SHOWN = 40;

/** Extracts come each quarter; one of long ago is a mistaken year. */
const OLDEST_DAYS = 366;

/** @throws InvalidInput at `asOf` for a day to come, of long ago or before what has been applied; Conflict while another extract waits */
async function checkTurn({ tx, today }: Pick<WriteContext, 'tx' | 'today'>, asOf: IsoDate): Promise<void> {
  if (asOf > today) throw invalid('asOf', DAY_TO_COME);
  if (asOf < addDays(today, -OLDEST_DAYS)) throw invalid('asOf', TOO_OLD);
  const latest = await findLatestApplied(tx);
  if (latest && asOf < latest.asOf) throw invalid('asOf', fill(OLDER_THAN_APPLIED, { day: readableDay(latest.asOf) }));
  if (await findAtWork(tx)) throw new Conflict('one-at-work', ONE_AT_WORK);
}

/** Municipalities of a day by their codes and names, however these are capitalised. */
async function unitsOn(tx: Read, day: IsoDate): Promise<UnitFinder> {
  const units = new Map((await listUnitsOn(tx, day)).flatMap(({ atvk, name }) => [[atvk, atvk], [name.toLowerCase(), atvk]]));
  return (words) => units.get(words.toLowerCase());
}

async function readLines(tx: Read, name: string, content: Buffer, asOf: IsoDate): Promise<ExtractLine[] | null> {
  const unitOf = await unitsOn(tx, asOf);
  try {
    return readExtract(/\.csv$/i.test(name) ? tableOfCsv(content) : await tableOfWorkbook(content), unitOf);
  } catch {
    throw invalid('file', UNREADABLE);
  }
}

/** Takes a file of the population register: its rows are judged in the background, and nothing changes before it is applied. The same file again is the same extract. */
export const uploadExtract = writeAction({
  name: 'schoolage.upload-extract',
  title: { lv: 'Ielādēts Fizisko personu reģistra izraksts', en: 'Extract of the population register brought in' },
  permission: takeExtracts,
  input: z.object({ asOf: IsoDateInput, file: UploadedFileInput }),
  async run(context, { asOf, file }) {
    if (!file) throw invalid('file', CHOOSE_FILE);
    const { tx } = context;
    const contentHash = createHash('sha256').update(file.content).digest('hex');
    const same = await findSameFile(tx, asOf, contentHash);
    if (same) return { id: same.id, rows: same.rowCount };
    await checkTurn(context, asOf);
    const lines = await readLines(tx, file.name, file.content, asOf);
    if (!lines || lines.length === 0) throw invalid('file', fill(NO_ROWS, { columns: COLUMN_NAMES }));
    const id = await insertExtract(tx, { asOf, source: 'file', fileName: file.name, contentHash }, recordingOf(context));
    await insertLines(tx, id, lines);
    await context.enqueue(workOffExtract, { id });
    return { id, rows: lines.length };
  },
  audit: ({ input, output }) => ({ facts: { import: output.id, on: input.asOf, rows: output.rows } }),
});

/** Draws an extract of today from the program's own register of persons. */
export const drawExtract = writeAction({
  name: 'schoolage.draw-extract',
  title: { lv: 'Sagatavots izraksts no personu reģistra', en: 'Extract drawn from the register of persons' },
  permission: takeExtracts,
  input: z.object({}),
  async run(context) {
    await checkTurn(context, context.today);
    const id = await insertExtract(context.tx, { asOf: context.today, source: 'register', fileName: '', contentHash: '' }, recordingOf(context));
    await context.enqueue(workOffExtract, { id });
    return { id };
  },
  audit: ({ output }) => ({ facts: { import: output.id } }),
});

async function getExtract(tx: Read, id: string): Promise<ExtractRow> {
  const found = await findExtract(tx, id);
  if (!found) throw new NotFound('no-such-extract', NO_SUCH_EXTRACT);
  return found;
}

export interface ShownExtract {
  readonly extract: ExtractRow;
  readonly counts: readonly ExtractCounts[];
  readonly verdict: (typeof VERDICTS)[number];
  readonly answers: readonly AnswerRow[];
  readonly next: number | null;
}
const PAGE = 100;

/** What an extract holds and would do, or did; its rows by their answer. Rows that were recognised name nobody. */
export const viewExtract = readAction({
  name: 'schoolage.view-extract',
  title: { lv: 'Apskatīts Fizisko personu reģistra izraksts', en: 'Extract of the population register looked at' },
  permission: takeExtracts,
  input: z.object({ id: z.uuid(), after: z.coerce.number().int().min(0).default(0), verdict: z.preprocess((raw) => raw || undefined, z.enum(VERDICTS).optional()) }),
  async run({ tx }, { id, after, verdict }): Promise<ShownExtract> {
    const extract = await getExtract(tx, id);
    const counts = await countRows(tx, id);
    const shown = verdict ?? (counts.some((one) => one.verdict === 'refused') ? 'refused' : 'missing');
    const rows = await listAnswers(tx, id, shown, { after, limit: PAGE + 1 });
    return { extract, counts, verdict: shown, answers: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.line : null };
  },
  audit: ({ output }) => ({ subjects: output.answers.flatMap(({ personId }) => personId ?? []), facts: { import: output.extract.id, found: output.answers.length } }),
});

/** Lets a proposed extract change inquiries; done in the background, once. */
export const applyExtract = writeAction({
  name: 'schoolage.apply-extract',
  title: { lv: 'Piemērots Fizisko personu reģistra izraksts', en: 'Extract of the population register applied' },
  permission: takeExtracts,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    await getExtract(context.tx, id);
    if (!(await advance(context.tx, id, 'proposed', 'applying', recordingOf(context)))) throw new Conflict('not-proposed', NOT_PROPOSED);
    await context.enqueue(workOffExtract, { id });
    return { id };
  },
  audit: ({ input }) => ({ facts: { import: input.id } }),
});

/** Takes a proposal back; its rows stay as the answer to what was handed in. */
export const withdrawExtract = writeAction({
  name: 'schoolage.withdraw-extract',
  title: { lv: 'Atsaukts nepiemērots Fizisko personu reģistra izraksts', en: 'Extract of the population register taken back before it was applied' },
  permission: takeExtracts,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    await getExtract(context.tx, id);
    const by = recordingOf(context);
    if (!(await advance(context.tx, id, 'proposed', 'withdrawn', by)) && !(await advance(context.tx, id, 'judging', 'withdrawn', by))) throw new Conflict('not-proposed', NOT_PROPOSED);
    return { id };
  },
  audit: ({ input }) => ({ facts: { import: input.id } }),
});
