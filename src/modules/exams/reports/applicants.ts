import { z } from 'zod';
import { liveLine, schoolScope, yearName } from '#modules/education/public.js';
import { type BothMaps, bothMapColumns, bothMaps, editionField, EditionInput, placeLines } from '#modules/institutions/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { invalid } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import type { ReportContext, ReportField } from '#platform/reports/report-kind.js';
import type { AboutLine } from '#platform/spreadsheets/spreadsheet.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { classWords } from '../domain/candidate-kinds.js';
import { seeResults } from '../permissions.js';
import { type ReportedApplicant, streamApplicants } from '../store/report-rows.js';
import { ENDS_BEFORE_IT_BEGINS } from '../texts.js';
import { INSTITUTION_FIELD, RegNr } from './fields.js';

const Question = z.object({ from: IsoDateInput, to: IsoDateInput, regNr: RegNr, edition: EditionInput });
type Question = z.infer<typeof Question>;

/**
 * Who was registered for centralised exams (CE kārtotāju pieteikumu pārskats). The earlier certificates among its columns are of the room that issues them, which makes the report
 * of these parts.
 */
export const EXAM_APPLICANTS = {
  name: 'exam-applicants',
  title: { lv: 'CE kārtotāju pieteikumu pārskats', en: 'Entries for centralised exams' },
  summary: { lv: 'Kas norādītajās dienās reģistrēts centralizētajiem eksāmeniem un kuros priekšmetos sertifikāts jau ir.', en: 'Who was registered for centralised exams on the given days, and in which subjects they have a certificate already.' },
  permission: seeResults,
  input: Question,
  fields: [{ name: 'from', label: { lv: 'Datums no', en: 'From' }, kind: 'day' }, { name: 'to', label: { lv: 'Datums līdz', en: 'Until' }, kind: 'day' }, INSTITUTION_FIELD, editionField] as readonly ReportField[],
  check: (_context: ReportContext, { from, to }: Question): Promise<void> => (to < from ? Promise.reject(invalid('to', ENDS_BEFORE_IT_BEGINS)) : Promise.resolve()),
  columns: columnsOf,
  async *rows(context: ReportContext, { from, to, regNr, edition }: Question): AsyncGenerator<ApplicantOnMaps> {
    const maps = await bothMaps(context.tx, lastDay(to, context.today), edition);
    for await (const row of streamApplicants(context.tx, { from: instantInRiga(from), to: instantInRiga(addDays(to, 1)) }, { scope: await schoolScope(context), today: context.today, regNr })) yield { ...row, maps };
  },
  personOf: ({ personId }: ReportedApplicant) => personId,
  about: async ({ tx, today }: ReportContext, { from, to, regNr, edition }: Question, lang: Lang): Promise<AboutLine[]> => [
    { label: DAYS[lang], value: `${readableDay(from)}–${readableDay(to)}` },
    { label: INSTITUTION_FIELD.label[lang], value: regNr ?? ALL[lang] },
    liveLine(lang),
    ...(await placeLines(tx, lastDay(to, today), edition, lang)),
  ],
} as const;

/** A candidate with where the institution lies on the map of the last of the days and on the chosen one. */
export type ApplicantOnMaps = ReportedApplicant & { readonly maps: BothMaps };

/** Founders are known until today. */
const lastDay = (to: IsoDate, today: IsoDate): IsoDate => (to < today ? to : today);

function columnsOf<Row extends ApplicantOnMaps>(lang: Lang, earlier: readonly Column<Row>[]): Column<Row>[] {
  const text = (header: Text, value: (row: Row) => string | null): Column<Row> => ({ kind: 'text', header: header[lang], value });
  return [
    text({ lv: 'Uzvārds', en: 'Family name' }, ({ family }) => family),
    text({ lv: 'Vārds', en: 'Given name' }, ({ given }) => given),
    text({ lv: 'Klase', en: 'Class' }, (row) => classWords(row)[lang]),
    text({ lv: 'Kārtotāja kods', en: 'Candidate code' }, ({ codes }) => codes.join(', ')),
    text({ lv: 'Iestāde', en: 'Institution' }, ({ institution }) => institution),
    text({ lv: 'Mācību gads', en: 'School year' }, ({ year }) => yearName(year)[lang]),
    { kind: 'date', header: { lv: 'Reģistrēts', en: 'Registered on' }[lang], value: ({ registeredOn }) => registeredOn },
    text({ lv: 'Pieteiktie eksāmeni', en: 'Exams entered for' }, ({ exams }) => exams.join(', ')),
    ...earlier,
    ...bothMapColumns<Row>(lang),
  ];
}

const DAYS: Text = { lv: 'Reģistrēti', en: 'Registered' };
const ALL: Text = { lv: 'visas, ko drīkst redzēt', en: 'all that may be seen' };
