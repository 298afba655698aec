import { getYears, readSchoolBook } from '#modules/education/public.js';
import type { WriteContext } from '#platform/actions/action.js';
import { checkPackage } from '../../domain/oneroster/check-package.js';
import { CATALOGUE } from '../../domain/oneroster/catalogue/catalogue.js';
import type { Outlook, Try } from '../../domain/oneroster/outlook.js';
import type { PackageReport } from '../../domain/oneroster/package-report.js';
import { rosterDifferences, SAME } from '../../domain/oneroster/roster-differences.js';
import { packageRecords } from '../../domain/oneroster/read-records.js';
import { closedTrouble, unnamedTrouble } from '../../domain/oneroster/trouble.js';
import { translate, type Translated } from '../../domain/oneroster/translate.js';
import { openArchive } from '../../domain/package-archive.js';
import { keepKnown, listSentRecords, readEarlier, type SentBy } from '../../store/oneroster/known-records.js';
import { getContent, type PackageRow } from '../../store/oneroster/packages.js';
import { type Group, grouping, type GroupSender, receiveGroup } from './receive-group.js';
import { splitClosed, withdrawSent } from './withdraw-sent.js';

/** Rows of results that stop only themselves; an error anywhere else makes the package unfit. */
const ROW_FILES: readonly string[] = ['results.csv', 'resultLearningObjectiveIds.csv'];
/** So many faulty rows of a code are told apart; a package with more is unfit. */
const FAULTY_ROWS = 5_000;

export interface Checked {
  readonly report: PackageReport;
  readonly outlook: Outlook | null;
}

/** Checks a package, and where it is fit finds out what it would do: its rows are tried in the pipeline and nothing is kept of them. */
export async function tryPackage(context: WriteContext, of: PackageRow): Promise<Checked> {
  const content = await getContent(context.tx, of.id);
  const report = await checkPackage(await openArchive(content), FAULTY_ROWS);
  const shown = { ...report, findings: firstOfEach(report) };
  if (!isFit(report)) return { report: shown, outlook: null };
  const { groups, translated } = await translatePackage(context, of, content, report);
  const tries: Try[] = [];
  for (const group of groups) tries.push({ year: group.year, kind: group.kind, rows: group.rows.length, batchId: await receiveGroup(context, senderOf(of, 'tried'), group) });
  const { year } = await getYears(context, null);
  const book = await readSchoolBook(context.tx, of.institutionId, year.year);
  const modes = new Map(report.files.map(({ name, mode, present }) => [name, present ? mode : 'absent']));
  const isWhole = modes.get('users.csv') === 'bulk' && modes.get('enrollments.csv') === 'bulk';
  const gone = translated.withdrawn.length === 0 ? [] : await listSentRecords(context.tx, [of.institutionId], sentBy(of, report), translated.withdrawn.map(({ id }) => id));
  const { open, closed } = await splitClosed(context.tx, gone, context.today);
  const troubles = [...translated.troubles, ...(sourceOf(of, report) === null ? unnamedTrouble(translated.withdrawn) : []), ...closedTrouble(translated.withdrawn, closed.map(({ record }) => record.sourceRecord))];
  return { report: shown, outlook: { tries, troubles, withdrawn: open.length, differences: book ? rosterDifferences(translated.known, book, context.today, isWhole) : SAME } };
}

/** Sends what a package means into the pipeline, takes back what it takes back, and remembers its identifiers. */
export async function sendPackage(context: WriteContext, of: PackageRow): Promise<{ batchIds: readonly string[]; withdrawn: number; persons: readonly string[] }> {
  const content = await getContent(context.tx, of.id);
  const report = await checkPackage(await openArchive(content), FAULTY_ROWS);
  const { groups, translated } = await translatePackage(context, of, content, report);
  const { withdrawn, persons } = await withdrawSent(context.tx, translated.withdrawn.map(({ id }) => id), {
    institutionIds: [of.institutionId], ...sentBy(of, report), channel: of.journalId ? 'service' : 'file', by: senderIdOf(of), at: context.now, today: context.today,
  });
  const batchIds: string[] = [];
  for (const group of groups) batchIds.push(await receiveGroup(context, senderOf(of, 'sent'), group));
  const source = sourceOf(of, report);
  if (source !== null) await keepKnown(context.tx, of.institutionId, source, translated.known, context.now);
  return { batchIds, withdrawn, persons };
}

/** Whether nothing but single results is wrong. */
export function isFit({ findings, counts, errors }: PackageReport): boolean {
  if (errors === 0) return true;
  const isError = ({ code }: { code: (typeof counts)[number]['code'] }) => CATALOGUE[code].severity === 'error';
  if (counts.some((one) => isError(one) && one.count > FAULTY_ROWS)) return false;
  return findings.filter(isError).every(({ file, row }) => row !== null && row > 1 && ROW_FILES.includes(file));
}

const KEPT_FINDINGS = 100;

/** A report that is kept holds the first of each code. */
function firstOfEach({ findings }: PackageReport): PackageReport['findings'] {
  const seen = new Map<string, number>();
  return findings.filter(({ code }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count <= KEPT_FINDINGS;
  });
}

async function translatePackage({ tx }: WriteContext, of: PackageRow, content: Buffer, report: PackageReport): Promise<{ groups: readonly Group[]; translated: Translated }> {
  const faulty = new Map<string, Set<number>>();
  for (const { code, file, row } of report.findings) {
    if (row === null || CATALOGUE[code].severity !== 'error') continue;
    faulty.set(file, (faulty.get(file) ?? new Set()).add(row));
  }
  const { groups, add } = grouping();
  const source = sourceOf(of, report);
  const earlier = source === null ? new Map() : await readEarlier(tx, of.institutionId, source);
  const translated = await translate(packageRecords(await openArchive(content)), { regNr: of.regNr, earlier, faulty }, add);
  return { groups: groups(), translated };
}

/**
 * Identifiers are one sender's: of the e-journal, or of the program that made the uploaded package, as the package or else whoever uploaded it says.
 * Null where nobody says it: two programs may number alike, so that such a package meets nothing of before and nothing of it is remembered.
 */
const sourceOf = (of: PackageRow, report: PackageReport): string | null => {
  const { journalId, program } = sentBy(of, report);
  return journalId ? `journal ${journalId}` : program && `upload ${program}`;
};

const sentBy = ({ journalId, program }: PackageRow, { source }: PackageReport): SentBy => ({ journalId, program: journalId ? null : source || program || null });

/** Who sends a package: whoever released it, where somebody had to. */
export const senderIdOf = ({ releasedBy, receivedBy }: PackageRow): string => releasedBy ?? receivedBy;

const senderOf = (of: PackageRow, purpose: 'tried' | 'sent'): GroupSender => ({
  institutionId: of.institutionId, journalId: of.journalId, channel: of.journalId ? 'service' : 'file', format: 'oneroster-csv', by: senderIdOf(of), key: `oneroster ${of.id} ${purpose}`, isDryRun: purpose === 'tried',
});
