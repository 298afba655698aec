import { createHash } from 'node:crypto';
import { listOfPerson, type OwnCertificate } from '#modules/certificates/public.js';
import { appealUntil, examName, type OwnResult, type Publication, resultsOfPerson, STAGE_WORDS, stageOf, TERM_WORDS, WHY_WORDS } from '#modules/exams/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { instant } from '#ui/format.js';
import { rowOf, type ShownRow } from '../domain/shown-row.js';
import type { OfTerm } from '../store/packets.js';

/** `Vidējā izglītība, 2025./2026. mācību gads, pamattermiņš` */
export const sessionOf = ({ stage, year, term }: OfTerm): Text => ({
  lv: `${STAGE_WORDS[stage].lv}, ${year}./${year + 1}. mācību gads, ${TERM_WORDS[term].lv.toLowerCase()}`,
  en: `${STAGE_WORDS[stage].en}, school year ${year}/${year + 1}, ${TERM_WORDS[term].en.toLowerCase()}`,
});

/** A result as it is shown, in both languages. */
export const shownRow = (one: OwnResult, certificate: OwnCertificate | undefined, contestUntil: IsoDate | undefined): ShownRow =>
  rowOf({ one, certificate, contestUntil, words: { exam: examName(one), extraTerm: TERM_WORDS.extra, publishedAt: instant(one.visibleFrom), why: one.why && WHY_WORDS[one.why] } });

/** The exams of a person that a publication makes visible at its very instant: what an event's own publication shows earlier or later is none of its packets' business. */
export const examsOf = async (tx: Read, personId: string, { visibleFrom, ...of }: Pick<Publication, 'visibleFrom' | 'year' | 'stage' | 'term'>): Promise<OwnResult[]> =>
  (await resultsOfPerson(tx, personId, visibleFrom, visibleFrom)).filter(({ year, level, term }) => year === of.year && stageOf(level) === of.stage && term === of.term);

export interface Contents {
  readonly rows: readonly ShownRow[];
  /** Certificates in force, each beside a row. */
  readonly certificates: readonly OwnCertificate[];
  /** By which it is told later whether anything has changed. */
  readonly sha256: string;
}

/** What the portal would show of these exams at the instant, as the register stands now. */
export async function contentsOf({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, personId: string, results: readonly OwnResult[], visibleFrom: Date): Promise<Contents> {
  const known = new Map((await listOfPerson(tx, personId, { today, now: visibleFrom })).toReversed().map((one) => [one.entryId, one]));
  const contestUntil = await appealUntil(tx, visibleFrom);
  const rows = results.map((one) => shownRow(one, known.get(one.entryId), one.outcome === 'result' ? contestUntil : undefined));
  const certificates = results.flatMap((one) => known.get(one.entryId) ?? []).filter(({ number }) => rows.some(({ certificate }) => certificate?.number === number));
  const sha256 = createHash('sha256').update(JSON.stringify([rows, certificates.map(({ edocSha256 }) => edocSha256)])).digest('hex');
  return { rows, certificates, sha256 };
}
