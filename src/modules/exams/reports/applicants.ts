import { z } from 'zod';
import { liveLine, schoolScope, yearName } from '#modules/education/public.js';
import { type BothMaps, bothMapColumns, bothMaps, editionField, EditionInput, placeLines } from '#modules/institutions/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import { TimeOfDayInput } from '#kernel/time-of-day.js';
import type { ReportContext, ReportField } from '#platform/reports/report-kind.js';
import type { AboutLine } from '#platform/spreadsheets/spreadsheet.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { classWords } from '../domain/candidate-kinds.js';
import { seeResults } from '../permissions.js';
import { type ReportedApplicant, streamApplicants } from '../store/report-rows.js';
import { ENDS_BEFORE_IT_BEGINS } from '../texts.js';
import { ALL_PLACES, INSTITUTION_FIELD, refuseOtherPlaces, RegNr } from './fields.js';

const Question = z.object({ from: IsoDateInput, fromTime: emptyAsNull(TimeOfDayInput), to: IsoDateInput, toTime: emptyAsNull(TimeOfDayInput), regNr: RegNr, edition: EditionInput });
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
  fields: [
    { name: 'from', label: { lv: 'Datums no', en: 'From' }, kind: 'day' },
    { name: 'fromTime', label: { lv: 'Laiks no', en: 'From the time of' }, hint: { lv: 'Piemēram, 9:00. Tukšs – no dienas sākuma.', en: 'As in 9:00. Empty: from the beginning of the day.' }, kind: 'time', optional: true },
    { name: 'to', label: { lv: 'Datums līdz', en: 'Until' }, kind: 'day' },
    { name: 'toTime', label: { lv: 'Laiks līdz', en: 'Until the time of' }, hint: { lv: 'Šo minūti ieskaitot. Tukšs – līdz dienas beigām.', en: 'This minute with it. Empty: until the end of the day.' }, kind: 'time', optional: true },
    INSTITUTION_FIELD,
    editionField,
  ] as readonly ReportField[],
  async check(context: ReportContext, question: Question): Promise<void> {
    const { from, until } = spanOf(question);
    if (until <= from) throw invalid(question.to < question.from ? 'to' : 'toTime', ENDS_BEFORE_IT_BEGINS);
    await refuseOtherPlaces(context, question.regNr);
  },
  columns: columnsOf,
  async *rows(context: ReportContext, question: Question): AsyncGenerator<ApplicantOnMaps> {
    const { to, regNr, edition } = question;
    const { from, until } = spanOf(question);
    const maps = await bothMaps(context.tx, lastDay(to, context.today), edition);
    for await (const row of streamApplicants(context.tx, { from, to: until }, { scope: await schoolScope(context), today: context.today, regNr })) yield { ...row, maps };
  },
  personOf: ({ personId }: ReportedApplicant) => personId,
  about: async ({ tx, today }: ReportContext, { from, fromTime, to, toTime, regNr, edition }: Question, lang: Lang): Promise<AboutLine[]> => [
    { label: DAYS[lang], value: [[readableDay(from), fromTime], [readableDay(to), toTime]].map((one) => one.filter((word) => word !== null).join(' ')).join('–') },
    { label: INSTITUTION_FIELD.label[lang], value: regNr ?? ALL_PLACES[lang] },
    liveLine(lang),
    ...(await placeLines(tx, lastDay(to, today), edition, lang)),
  ],
} as const;

/** A candidate with where the institution lies on the map of the last of the days and on the chosen one. */
export type ApplicantOnMaps = ReportedApplicant & { readonly maps: BothMaps };

/** The first instant asked for and the one with which nothing more is; the minute of the end belongs to it. */
const spanOf = ({ from, fromTime, to, toTime }: Question): { readonly from: Date; readonly until: Date } => ({
  from: instantInRiga(from, fromTime ? `${fromTime}:00` : undefined),
  until: toTime ? new Date(instantInRiga(to, `${toTime}:00`).getTime() + MINUTE_MS) : instantInRiga(addDays(to, 1)),
});
const MINUTE_MS = 60_000;

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
