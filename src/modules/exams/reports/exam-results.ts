import { z } from 'zod';
import { liveLine, schoolScope } from '#modules/education/public.js';
import { type BothMaps, bothMapColumns, bothMaps, editionField, EditionInput, placeLines } from '#modules/institutions/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { invalid } from '#kernel/errors.js';
import { type PersonCode, readablePersonCode } from '#kernel/person-code.js';
import type { Lang, Text } from '#kernel/text.js';
import type { Chosen, ReportContext, ReportField, ReportOption } from '#platform/reports/report-kind.js';
import type { AboutLine } from '#platform/spreadsheets/spreadsheet.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { classWords } from '../domain/candidate-kinds.js';
import { EXAM_KINDS, examTitle, KIND_WORDS, TERM_WORDS } from '../domain/exam-words.js';
import { OUTCOME_WORDS } from '../domain/outcomes.js';
import { MOST_PARTS } from '../domain/scoring.js';
import { seeCodes, seeResults } from '../permissions.js';
import { listPublishedEvents, type PublishedEvent } from '../store/report-choices.js';
import { type ReportedResult, streamReportedResults } from '../store/report-rows.js';
import { findStanding } from '../store/results.js';
import { OTHER_KIND_OF_EXAM } from '../texts.js';
import { ALL_PLACES, INSTITUTION_FIELD, refuseOtherPlaces, RegNr } from './fields.js';

const Question = z.object({ examKind: z.enum(['any', ...EXAM_KINDS]).default('any'), event: z.uuid(), regNr: RegNr, edition: EditionInput });
type Question = z.infer<typeof Question>;

const ANY_KIND: Text = { lv: 'Visi', en: 'All' };
const KIND_FIELD: ReportField = {
  name: 'examKind', label: { lv: 'Pārbaudījuma veids', en: 'Kind of exam' }, kind: 'choice', narrows: true,
  options: () => Promise.resolve([{ value: 'any', text: ANY_KIND }, ...EXAM_KINDS.map((value) => ({ value, text: KIND_WORDS[value] }))]),
};

/**
 * Results of an exam at an institution (Izglītības iestādes pārbaudījuma rezultāti), published ones alone. The certificate numbers among its columns are of the room that
 * issues certificates, which makes the report of these parts.
 */
export const EXAM_RESULTS = {
  name: 'exam-results',
  title: { lv: 'Izglītības iestādes pārbaudījuma rezultāti', en: 'Results of an exam at an institution' },
  summary: {
    lv: 'Pārbaudījuma kārtotāji ar vērtējumu katrā daļā un kopā, ierašanos, starptautisko sertifikātu un sertifikāta numuru; arī monitoringa darbi. Tikai paziņotie rezultāti.',
    en: 'Candidates of an exam with their per cent in each part and in all, whether they came, international documents and certificate numbers; monitoring works too. Published results alone.',
  },
  permission: seeResults,
  more: { permission: seeCodes, opened: ({ personCode }: ReportedResult) => personCode !== null },
  input: Question,
  fields: [KIND_FIELD, { name: 'event', label: { lv: 'Norise', en: 'Event' }, kind: 'choice', options: eventOptions }, INSTITUTION_FIELD, editionField] as readonly ReportField[],
  async check(context: ReportContext, { examKind, event, regNr }: Question): Promise<void> {
    await refuseOtherPlaces(context, regNr);
    const found = await findStanding(context.tx, event);
    if (found && examKind !== 'any' && found.kind !== examKind) throw invalid('event', OTHER_KIND_OF_EXAM);
  },
  columns: columnsOf,
  async *rows(context: ReportContext, { event, regNr, edition }: Question): AsyncGenerator<ResultOnMaps> {
    const found = await findStanding(context.tx, event);
    if (!found) return;
    const maps = await bothMaps(context.tx, found.heldOn, edition);
    const codesIn = context.more && (await schoolScope({ ...context, scope: context.more }));
    for await (const row of streamReportedResults(context.tx, event, { scope: await schoolScope(context), codesIn, today: context.today, now: context.now, regNr })) yield { ...row, maps };
  },
  personOf: ({ personId }: ReportedResult) => personId,
  async about({ tx }: ReportContext, { event, regNr, edition }: Question, lang: Lang): Promise<AboutLine[]> {
    const found = await findStanding(tx, event);
    return [
      ...(found ? [{ label: EXAM[lang], value: `${examTitle(found)[lang]}, ${TERM_WORDS[found.term][lang].toLowerCase()}, ${readableDay(found.heldOn)}` }] : []),
      { label: INSTITUTION_FIELD.label[lang], value: regNr ?? ALL_PLACES[lang] },
      liveLine(lang),
      ...(found ? await placeLines(tx, found.heldOn, edition, lang) : []),
    ];
  },
} as const;

/** A result with where its institution lies on the map of the day of the exam and on the chosen one. */
export type ResultOnMaps = ReportedResult & { readonly maps: BothMaps };

/** Events of the kind chosen before in which institutions of the asker took part. */
async function eventOptions(context: ReportContext, { examKind = 'any' }: Chosen = {}): Promise<ReportOption[]> {
  const events = await listPublishedEvents(context.tx, await schoolScope(context), context.now);
  const words = (one: PublishedEvent, lang: Lang) => `${examTitle(one)[lang]}, ${TERM_WORDS[one.term][lang].toLowerCase()}, ${readableDay(one.heldOn)}`;
  return events.filter(({ kind }) => examKind === 'any' || kind === examKind).map((one) => ({ value: one.eventId, text: { lv: words(one, 'lv'), en: words(one, 'en') } }));
}

/** Who the row is about and what came of it; `certificate` is put after what it belongs to. */
function columnsOf<Row extends ResultOnMaps>(lang: Lang, withCodes: boolean, certificate: Column<Row>): Column<Row>[] {
  const text = (header: Text, value: (row: Row) => string | null): Column<Row> => ({ kind: 'text', header: header[lang], value });
  return [
    ...(withCodes ? [text({ lv: 'Personas kods', en: 'Personal code' }, ({ personCode }) => (personCode === null ? null : readablePersonCode(personCode as PersonCode)))] : []),
    text({ lv: 'Vārds', en: 'Given name' }, ({ given }) => given),
    text({ lv: 'Uzvārds', en: 'Family name' }, ({ family }) => family),
    text({ lv: 'Klase/kurss', en: 'Class' }, (row) => classWords(row)[lang]),
    text({ lv: 'Kārtotāja numurs', en: 'Candidate code' }, ({ candidateCode }) => candidateCode),
    text({ lv: 'Eksāmena nosaukums', en: 'Exam' }, (row) => examTitle(row)[lang]),
    ...Array.from({ length: MOST_PARTS }, (_, at): Column<Row> => ({ kind: 'integer', header: { lv: `Vērtējums ${at + 1}. daļā`, en: `Per cent in part ${at + 1}` }[lang], value: ({ perCents }) => perCents[at] ?? null })),
    { kind: 'integer', header: { lv: 'Vērtējums kopā', en: 'Total' }[lang], value: ({ total }) => total },
    text({ lv: 'Ieradās', en: 'Came' }, ({ came }) => (came ? YES : NO)[lang]),
    text({ lv: 'Starptautiskais sertifikāts', en: 'International document' }, ({ replacedBy }) => (replacedBy === null ? NONE[lang] : `${IS[lang]} (${replacedBy})`)),
    certificate,
    { kind: 'date', header: { lv: 'Norises diena', en: 'Held on' }[lang], value: ({ heldOn }) => heldOn },
    text({ lv: 'Iznākums', en: 'Outcome' }, ({ outcome }) => OUTCOME_WORDS[outcome][lang]),
    text({ lv: 'Iestāde', en: 'Institution' }, ({ institution }) => institution),
    ...bothMapColumns<Row>(lang),
  ];
}

const EXAM: Text = { lv: 'Pārbaudījums', en: 'Exam' };
const YES: Text = { lv: 'Jā', en: 'Yes' };
const NO: Text = { lv: 'Nē', en: 'No' };
const IS: Text = { lv: 'Ir', en: 'Yes' };
const NONE: Text = { lv: 'Nav', en: 'No' };
