import { EXAM_APPLICANTS, type ApplicantOnMaps } from '#modules/exams/public.js';
import type { Lang, Text } from '#kernel/text.js';
import { reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { type NumberOfPerson, numbersOfPersons } from '../store/report-numbers.js';
import { inPortions, PORTION } from '#kernel/in-portions.js';

type Row = ApplicantOnMaps & { readonly earlier: readonly NumberOfPerson[] };

/** Who was registered for centralised exams as `exams` reports it, with the certificates that they have already in a column for each subject. */
export const examApplicants = reportKind({
  ...EXAM_APPLICANTS,
  columns: (lang) => EXAM_APPLICANTS.columns<Row>(lang, earlierColumns(lang)),
  async *rows(context, question): AsyncGenerator<Row> {
    for await (const portion of inPortions(EXAM_APPLICANTS.rows(context, question), PORTION)) {
      const held = Map.groupBy(await numbersOfPersons(context.tx, [...new Set(portion.map(({ personId }) => personId))], context.now), ({ personId }) => personId);
      for (const row of portion) yield { ...row, earlier: held.get(row.personId) ?? [] };
    }
  },
});

/** Subjects by the first letters of their codes; what nobody has named yet stands in the last column. */
const SUBJECTS: readonly { readonly name: Text; readonly codes: readonly string[] }[] = [
  { name: { lv: 'Latviešu valoda', en: 'Latvian' }, codes: ['LAT'] },
  { name: { lv: 'Matemātika', en: 'Mathematics' }, codes: ['MAT'] },
  { name: { lv: 'Svešvaloda', en: 'Foreign language' }, codes: ['ANG', 'VAC', 'FRA', 'KRI'] },
  { name: { lv: 'Bioloģija', en: 'Biology' }, codes: ['BIO'] },
  { name: { lv: 'Dabaszinības', en: 'Natural sciences' }, codes: ['DAB'] },
  { name: { lv: 'Dizains un tehnoloģijas', en: 'Design and technologies' }, codes: ['DIT'] },
  { name: { lv: 'Fizika', en: 'Physics' }, codes: ['FIZ'] },
  { name: { lv: 'Ģeogrāfija', en: 'Geography' }, codes: ['GEO'] },
  { name: { lv: 'Ķīmija', en: 'Chemistry' }, codes: ['KIM'] },
  { name: { lv: 'Kultūra un māksla', en: 'Culture and art' }, codes: ['KUM'] },
  { name: { lv: 'Programmēšana', en: 'Programming' }, codes: ['PRO'] },
  { name: { lv: 'Sociālās zinātnes', en: 'Social sciences' }, codes: ['SOC'] },
  { name: { lv: 'Vēsture', en: 'History' }, codes: ['VES'] },
];
const NAMED = SUBJECTS.flatMap(({ codes }) => codes);
const OTHERS: Text = { lv: 'Citi priekšmeti', en: 'Other subjects' };

function earlierColumns(lang: Lang): Column<Row>[] {
  const column = (header: Text, fits: (subject: string) => boolean): Column<Row> => ({ kind: 'text', header: header[lang], value: ({ earlier }) => earlier.filter(({ examCode }) => fits(examCode.slice(0, 3))).map(({ number }) => number).join(', ') || null });
  return [...SUBJECTS.map(({ name, codes }) => column(name, (subject) => codes.includes(subject))), column(OTHERS, (subject) => !NAMED.includes(subject))];
}
