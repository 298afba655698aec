import { createHash } from 'node:crypto';
import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { readAction, writeAction } from '#platform/actions/action.js';
import { readZip, UnfitArchive } from '#platform/documents/public.js';
import { type UploadedFile, UploadedFileInput } from '#platform/files/uploaded-file.js';
import { type OpenedScan, openScan } from '#platform/scans/open-scan.js';
import { judgeScans, readScanName, type ScanVerdict, workKey } from '../domain/judge-scans.js';
import { bringScans } from '../permissions.js';
import { countScans, insertScan, type ListedWork, listScannedWorks, lockWorks, type ScanCounts } from '../store/scans.js';
import type { SittingRow } from '../store/sittings.js';
import { CHOOSE_SCANS, UNFIT_ZIP, UNFIT_ZIP_NAMES, UNFIT_ZIP_SIZE } from '../texts.js';
import { recordingOf } from './inputs.js';
import { getSitting } from './scope.js';

const PAGE = 100;
/** Of one archive: a sitting of two hundred candidates with three parts, and what is unpacked of it. */
const ARCHIVE_LIMITS = { mostEntries: 1_000, mostBytes: 104_857_600 };

export interface ScansOfSitting {
  readonly sitting: SittingRow;
  readonly counts: ScanCounts;
  readonly works: readonly ListedWork[];
  readonly onlyWithout: boolean;
  readonly next: string | null;
}

/** The works of a sitting by their codes, and which of them were scanned; the scans themselves are for those who assess. */
export const openScans = readAction({
  name: 'exams.open-scans',
  title: { lv: 'Apskatīts, kuri pārbaudījuma darbi ir skenēti', en: 'Looked at which works of an exam are scanned' },
  permission: bringScans,
  input: z.object({ id: z.uuid(), all: z.enum(['yes', '']).default(''), after: emptyAsNull(z.uuid()) }),
  async run(context, { id, all, after }): Promise<ScansOfSitting> {
    const sitting = await getSitting(context, id);
    const onlyWithout = all !== 'yes';
    const works = await listScannedWorks(context.tx, id, { onlyWithout, after, limit: PAGE + 1 });
    return { sitting, counts: await countScans(context.tx, id), works: works.slice(0, PAGE), onlyWithout, next: works.length > PAGE ? works[PAGE - 1]!.workId : null };
  },
  audit: ({ output }) => ({ facts: { sitting: output.sitting.id, exam: output.sitting.code, year: output.sitting.year, found: output.works.length } }),
});

export interface ScanAnswer {
  /** As the sender has it, to find it again; it is kept nowhere. */
  readonly name: string;
  readonly verdict: ScanVerdict;
}
export interface BroughtScans {
  readonly sitting: SittingRow;
  readonly answers: readonly ScanAnswer[];
  readonly persons: readonly string[];
}

const Files = z.preprocess((raw) => (Array.isArray(raw) ? raw : [raw]), z.array(UploadedFileInput)).transform((files) => files.filter((one) => one !== null));

/**
 * Takes scans of the works of a sitting: PDF, PNG or JPEG files named by codes, or ZIP archives of them. Each file is answered; all that can be taken is taken together, so that after
 * a failure the same files are sent again, and what is there already changes nothing.
 */
export const bringScansOfSitting = writeAction({
  name: 'exams.bring-scans',
  title: { lv: 'Ielādēti pārbaudījuma darbu skenējumi', en: 'Scans of works of an exam brought in' },
  permission: bringScans,
  input: z.object({ id: z.uuid(), files: Files }),
  async run(context, { id, files }): Promise<BroughtScans> {
    const sitting = await getSitting(context, id);
    if (files.length === 0) throw invalid('files', CHOOSE_SCANS);
    const arrived: Arrived[] = [];
    for (const file of files) arrived.push(...(await unpack(file)));
    if (arrived.length === 0) throw invalid('files', CHOOSE_SCANS);
    // Opened before the works are locked: a file that takes long keeps nobody else waiting.
    const opened: (OpenedScan | null)[] = [];
    for (const { name, content } of arrived) opened.push(readScanName(name, sitting.parts) && (await openScan(content)));
    const works = await lockWorks(context.tx, id);
    const judged = judgeScans(arrived.map(({ name, sha256 }, at) => ({ name, sha256, isReadable: opened[at] !== null })), sitting.parts, new Map(works.map((work) => [workKey(work.candidateCode, work.part), work])));
    const taken = new Set<string>();
    for (const [at, { verdict, workId }] of judged.entries()) {
      if (workId === null || verdict === 'unchanged') continue;
      await insertScan(context.tx, { workId, sha256: arrived[at]!.sha256, content: arrived[at]!.content, ...opened[at]! }, recordingOf(context));
      taken.add(workId);
    }
    const persons = [...new Set(works.filter(({ workId }) => taken.has(workId)).map(({ personId }) => personId))];
    return { sitting, persons, answers: judged.map(({ verdict }, at) => ({ name: arrived[at]!.name, verdict })) };
  },
  audit: ({ output }) => ({ subjects: output.persons, facts: { sitting: output.sitting.id, exam: output.sitting.code, year: output.sitting.year, ...countsOf(output.answers) } }),
});

const TAKEN: readonly ScanVerdict[] = ['taken', 'replaced'];
const countsOf = (answers: readonly ScanAnswer[]) => ({
  received: answers.filter(({ verdict }) => TAKEN.includes(verdict)).length,
  unchanged: answers.filter(({ verdict }) => verdict === 'unchanged').length,
  refused: answers.filter(({ verdict }) => verdict !== 'unchanged' && !TAKEN.includes(verdict)).length,
});

interface Arrived {
  readonly name: string;
  readonly content: Buffer;
  readonly sha256: string;
}

const arrivedAs = (name: string, content: Buffer): Arrived => ({ name, content, sha256: createHash('sha256').update(content).digest('hex') });

/** A file by itself, or the files in an archive: known by its content, not by its name. What systems add to archives of their own is left out. @throws InvalidInput */
async function unpack({ name, content }: UploadedFile): Promise<Arrived[]> {
  if (!content.subarray(0, 4).equals(ZIP_BEGINS)) return [arrivedAs(name, content)];
  try {
    const entries = await readZip(new Uint8Array(content), ARCHIVE_LIMITS);
    return entries.filter((entry) => !ADDED_BY_SYSTEMS.test(entry.name)).map((entry) => arrivedAs(entry.name, Buffer.from(entry.content)));
  } catch (error) {
    if (!(error instanceof UnfitArchive)) throw error;
    throw invalid('files', error.fault === 'archive-size' ? UNFIT_ZIP_SIZE : error.fault === 'archive-names' ? UNFIT_ZIP_NAMES : UNFIT_ZIP);
  }
}

const ZIP_BEGINS = Buffer.from('PK\x03\x04', 'latin1');
const ADDED_BY_SYSTEMS = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;
