import { z } from 'zod';
import { schoolScope } from '#modules/education/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { invalid } from '#kernel/errors.js';
import { addDays, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import { reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { seeResults } from '../permissions.js';
import { type ReportedApplicant, streamApplicants } from '../store/report-rows.js';
import { ENDS_BEFORE_IT_BEGINS } from '../texts.js';
import { INSTITUTION_FIELD, RegNr } from './fields.js';

/** Who was registered for centralised exams, and who has reached the threshold of which before (CE kārtotāju pieteikumu pārskats). */
export const applicantsReport = reportKind({
  name: 'exam-applicants',
  title: { lv: 'CE kārtotāju pieteikumu pārskats', en: 'Entries for centralised exams' },
  summary: { lv: 'Kas norādītajās dienās reģistrēts centralizētajiem eksāmeniem un kuros priekšmetos slieksni jau sasniedzis agrāk.', en: 'Who was registered for centralised exams on the given days, and in which subjects they reached the threshold before.' },
  permission: seeResults,
  input: z.object({ from: IsoDateInput, to: IsoDateInput, regNr: RegNr }),
  fields: [{ name: 'from', label: { lv: 'Datums no', en: 'From' }, kind: 'day' }, { name: 'to', label: { lv: 'Datums līdz', en: 'Until' }, kind: 'day' }, INSTITUTION_FIELD],
  check: (_context, { from, to }) => (to < from ? Promise.reject(invalid('to', ENDS_BEFORE_IT_BEGINS)) : Promise.resolve()),
  columns: columnsOf,
  async *rows(context, { from, to, regNr }) {
    yield* streamApplicants(context.tx, { from: instantInRiga(from), to: instantInRiga(addDays(to, 1)) }, { scope: await schoolScope(context), today: context.today, now: context.now, regNr });
  },
  personOf: ({ personId }) => personId,
  about: (_context, { from, to, regNr }, lang) => Promise.resolve([{ label: DAYS[lang], value: `${readableDay(from)}–${readableDay(to)}` }, { label: INSTITUTION_FIELD.label[lang], value: regNr ?? ALL[lang] }]),
});

/** Subjects that everybody takes have a column of their own, by the first letters of their codes. */
const SUBJECTS: readonly { readonly name: Text; readonly codes: readonly string[] }[] = [
  { name: { lv: 'Latviešu valoda', en: 'Latvian' }, codes: ['LAT'] },
  { name: { lv: 'Matemātika', en: 'Mathematics' }, codes: ['MAT'] },
  { name: { lv: 'Svešvaloda', en: 'Foreign language' }, codes: ['ANG', 'VAC', 'FRA', 'KRI'] },
];
const OWN_COLUMN = SUBJECTS.flatMap(({ codes }) => codes);

function columnsOf(lang: Lang): Column<ReportedApplicant>[] {
  const text = (header: Text, value: (row: ReportedApplicant) => string | null): Column<ReportedApplicant> => ({ kind: 'text', header: header[lang], value });
  const earlier = (row: ReportedApplicant, fits: (code: string) => boolean) => row.earlier.filter(({ code }) => fits(code.slice(0, 3))).map(({ code, year, total }) => `${year}/${year + 1} ${code} ${total} %`).join(', ');
  return [
    text({ lv: 'Uzvārds', en: 'Family name' }, ({ family }) => family),
    text({ lv: 'Vārds', en: 'Given name' }, ({ given }) => given),
    text({ lv: 'Klase', en: 'Class' }, ({ classTitle }) => classTitle),
    text({ lv: 'Kārtotāja kods', en: 'Candidate code' }, ({ codes }) => codes.join(', ')),
    text({ lv: 'Iestāde', en: 'Institution' }, ({ institution }) => institution),
    text({ lv: 'Pieteiktie eksāmeni', en: 'Exams entered for' }, ({ exams }) => exams.join(', ')),
    ...SUBJECTS.map(({ name, codes }) => text({ lv: `${name.lv}: slieksnis sasniegts agrāk`, en: `${name.en}: threshold reached before` }, (row) => earlier(row, (code) => codes.includes(code)))),
    text({ lv: 'Citi priekšmeti: slieksnis sasniegts agrāk', en: 'Other subjects: threshold reached before' }, (row) => earlier(row, (code) => !OWN_COLUMN.includes(code))),
  ];
}

const DAYS: Text = { lv: 'Reģistrēti', en: 'Registered' };
const ALL: Text = { lv: 'visas, ko drīkst redzēt', en: 'all that may be seen' };
