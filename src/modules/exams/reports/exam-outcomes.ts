import { z } from 'zod';
import { hiddenLine, liveLine, schoolScope, type Shown, suppress, yearName } from '#modules/education/public.js';
import { editionField, EditionInput, placeLines, type UnitNamer, unitNamer } from '#modules/institutions/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { addDays, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import { type ReportContext, type ReportField, reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { examTitle, STAGES, TERM_WORDS } from '../domain/exam-words.js';
import { seeStatistics } from '../permissions.js';
import { listExamYears } from '../store/catalogue.js';
import { examNumbersOn } from '../store/exam-parameters.js';
import { countOutcomes, type OutcomeCounts } from '../store/report-outcomes.js';
import { NO_EXAMS_OF_YEAR, SELECTED_LATER } from '../texts.js';
import { ALL_PLACES, INSTITUTION_FIELD, refuseOtherPlaces, RegNr } from './fields.js';

const Question = z.object({ year: z.coerce.number().int(), stage: z.enum(STAGES), on: emptyAsNull(IsoDateInput), regNr: RegNr, edition: EditionInput });

/** How exams came out, in numbers without names (Pretendentu un absolventu pārbaudījumu un eksāmenu rezultāti): by institution, exam and whether they finish there this year. */
export const examOutcomes = reportKind({
  name: 'exam-outcomes',
  title: { lv: 'Pretendentu un absolventu pārbaudījumu un eksāmenu rezultāti', en: 'Exam results of candidates and graduates' },
  summary: {
    lv: 'Cik kārtotāju katrā iestādē un centralizētajā eksāmenā sasniedza slieksni, cik ne; šā gada absolventi un pretendenti atsevišķi. Tikai paziņotie rezultāti, tikai skaitļi; mazi skaitļi ir slēpti.',
    en: 'How many candidates of each institution and centralised exam reached the threshold and how many did not; graduates of the year and others apart. Published results alone, numbers alone; small ones are hidden.',
  },
  permission: seeStatistics,
  input: Question,
  fields: [
    { name: 'year', label: { lv: 'Mācību gads', en: 'School year' }, kind: 'choice', options: yearOptions },
    { name: 'stage', label: { lv: 'Izglītības veids', en: 'Kind of education' }, kind: 'choice', options: () => Promise.resolve(STAGES.map((value) => ({ value, text: ACQUIRED[value] }))) },
    { name: 'on', label: { lv: 'Atlases datums', en: 'Day of selection' }, hint: { lv: 'Rezultāti, kas paziņoti līdz šīs dienas beigām. Tukšs – šodiena.', en: 'Results published by the end of this day. Empty: today.' }, kind: 'day', optional: true },
    INSTITUTION_FIELD,
    editionField,
  ] as const satisfies readonly ReportField[],
  async check(context, { year, on, regNr }) {
    const { tx, today } = context;
    await refuseOtherPlaces(context, regNr);
    if (!(await listExamYears(tx)).includes(year)) throw invalid('year', NO_EXAMS_OF_YEAR);
    if (on !== null && on > today) throw invalid('on', SELECTED_LATER);
  },
  columns: columnsOf,
  async *rows(context, { year, stage, on, regNr, edition }): AsyncGenerator<Row> {
    const { tx, now, today } = context;
    const day = on ?? today;
    const dayEnds = instantInRiga(addDays(day, 1));
    // What is published at midnight belongs to the next day.
    const until = now < dayEnds ? now : new Date(dayEnds.getTime() - 1);
    const smallest = (await examNumbersOn(tx, today))['smallest-number'];
    const unitOf = await unitNamer(tx, day, edition);
    for (const counts of await countOutcomes(tx, { year, stage, until, on: day, scope: await schoolScope(context), regNr })) yield { ...counts, ...shownOf(counts, smallest), unitOf };
  },
  async about({ tx, today }, { year, stage, on, regNr, edition }, lang) {
    const day = on ?? today;
    const hidden = hiddenLine((await examNumbersOn(tx, today))['smallest-number'], lang);
    return [
      { label: YEAR[lang], value: yearName(year)[lang] },
      { label: KIND[lang], value: ACQUIRED[stage][lang] },
      { label: SELECTED[lang], value: readableDay(day) },
      { label: INSTITUTION_FIELD.label[lang], value: regNr ?? ALL_PLACES[lang] },
      liveLine(lang),
      ...(await placeLines(tx, day, edition, lang)),
      { label: WHOSE[lang], value: WHO_IS_WHO[lang] },
      { label: COUNTED[lang], value: ONCE[lang] },
      hidden,
      { label: hidden.label, value: WHOLE_ROW[lang] },
    ];
  },
});

interface ShownCounts {
  readonly shown: readonly Shown[];
  readonly total: Shown;
  readonly shownMean: Shown;
}
type Row = OutcomeCounts & ShownCounts & { readonly unitOf: UnitNamer };

/**
 * The numbers of a row with small ones hidden, and all of them where there are few people: zeros would tell what came of each. Every row by itself, whoever asks for which
 * institutions and day, and nothing is summed over rows, so that no two files together tell what one hides. The mean is a whole per cent: its tenths would tell of how many.
 */
export function shownOf({ reached, below, exempt, replaced, without, mean }: Pick<OutcomeCounts, 'reached' | 'below' | 'exempt' | 'replaced' | 'without' | 'mean'>, smallest: number): ShownCounts {
  const { cells: [shown = []], rowTotals: [total = null] } = suppress([[reached, below, exempt, replaced, without]], smallest);
  if (total === null) return { shown: shown.map(() => null), total, shownMean: null };
  return { shown, total, shownMean: reached + below >= smallest ? mean : null };
}

function columnsOf(lang: Lang): Column<Row>[] {
  const text = (header: Text, value: (row: Row) => string | null): Column<Row> => ({ kind: 'text', header: header[lang], value });
  const count = (header: Text, at: number): Column<Row> => ({ kind: 'integer', header: header[lang], value: ({ shown }) => shown[at] });
  return [
    text({ lv: 'Iestādes reģistrācijas Nr.', en: 'Registration number' }, ({ regNr }) => regNr),
    text({ lv: 'Iestādes nosaukums', en: 'Name of institution' }, ({ institution }) => institution),
    text({ lv: 'Iestādes veids', en: 'Kind of institution' }, ({ kindLv, kindEn }) => (lang === 'lv' ? kindLv : kindEn)),
    text({ lv: 'Pašvaldība', en: 'Municipality' }, (row) => row.unitOf(row, lang)),
    text({ lv: 'Mācību gads', en: 'School year' }, ({ year }) => yearName(year)[lang]),
    text({ lv: 'Eksāmena kods', en: 'Exam code' }, ({ code }) => code),
    text({ lv: 'Eksāmena nosaukums', en: 'Exam' }, (row) => examTitle(row)[lang]),
    text({ lv: 'Termiņš', en: 'Term' }, ({ term }) => TERM_WORDS[term][lang]),
    { kind: 'date', header: { lv: 'Norises diena', en: 'Held on' }[lang], value: ({ heldOn }) => heldOn },
    text(WHOSE, ({ areGraduates }) => (areGraduates ? GRADUATES : CANDIDATES)[lang]),
    count({ lv: 'Sasniedza slieksni', en: 'Reached the threshold' }, 0),
    count({ lv: 'Nesasniedza slieksni', en: 'Below the threshold' }, 1),
    count({ lv: 'Atbrīvoti', en: 'Exempt' }, 2),
    count({ lv: 'Starptautiskais sertifikāts', en: 'International document' }, 3),
    count({ lv: 'Bez rezultāta', en: 'Without a result' }, 4),
    { kind: 'integer', header: { lv: 'Kārtotāji kopā', en: 'Candidates in total' }[lang], value: ({ total }) => total },
    { kind: 'integer', header: { lv: 'Vidējais kopvērtējums, %', en: 'Mean total, %' }[lang], value: ({ shownMean }) => shownMean },
  ];
}

async function yearOptions({ tx }: ReportContext): Promise<{ value: string; text: Text }[]> {
  return (await listExamYears(tx)).map((year) => ({ value: String(year), text: yearName(year) }));
}

const ACQUIRED = {
  basic: { lv: 'Pamatizglītību ieguvušie', en: 'Who acquired basic education' },
  secondary: { lv: 'Vidējo izglītību ieguvušie', en: 'Who acquired secondary education' },
} as const satisfies Record<(typeof STAGES)[number], Text>;
const YEAR: Text = { lv: 'Mācību gads', en: 'School year' };
const KIND: Text = { lv: 'Izglītības veids', en: 'Kind of education' };
const SELECTED: Text = { lv: 'Atlases datums', en: 'Day of selection' };
const WHOSE: Text = { lv: 'Absolventi vai pretendenti', en: 'Graduates or other candidates' };
const GRADUATES: Text = { lv: 'Absolventi', en: 'Graduates' };
const CANDIDATES: Text = { lv: 'Pretendenti', en: 'Other candidates' };
const WHO_IS_WHO: Text = {
  lv: 'absolventi – iestādes 9. vai 12. klases skolēni šajā mācību gadā; pretendenti – visi citi kārtotāji: eksterni, iepriekšējo gadu absolventi, citu klašu skolēni',
  en: 'graduates: pupils of grade 9 or 12 of the institution in this school year; other candidates: externs, graduates of earlier years and pupils of other grades',
};
const WHOLE_ROW: Text = { lv: 'kur kārtotāju ir tik maz, slēpta visa rinda, arī nulles', en: 'where there are so few candidates the whole row is hidden, zeros too' };
const COUNTED: Text = { lv: 'Kas skaitīts', en: 'What is counted' };
const ONCE: Text = {
  lv: 'centralizēto eksāmenu kārtotāji, katrs eksāmenā vienreiz: papildtermiņā, ja uz to pārcelts; bez rezultāta – neieradās, izraidīts, anulēts vai rezultātu vēl nav',
  en: 'candidates of centralised exams, each once for an exam: in the extra term if sent to it; without a result: did not come, was expelled, annulled, or there is none yet',
};
