import { addDays } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { type FieldState, fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage, type WebRoute } from '#web/page-route.js';
import { changeDeadline, openDeadlineForm } from '../../actions/change-deadline.js';
import { addSchoolYear, correctSchoolYear, correctYearEnd, openNewYearForm, openYearForm, putBreak } from '../../actions/keep-school-years.js';
import { GRADES, SEASONS } from '../../domain/school-year.js';
import { BasisFields, FormFrame } from '../classifiers/frame.js';
import { MATTER_WORDS, optionsOf, RULE_WORDS, SEASON_WORDS, WORDS } from '../classifiers/words.js';
import { yearTitle } from './words.js';

const here = (year: number): string => `/education/years/${year}`;
const backTo = (year: number) => ({ text: yearTitle(year), href: here(year) });

type Field = (name: string, first?: string | readonly string[]) => FieldState;
const SemesterFields = ({ field, first }: { field: Field; first: { startsOn: string; firstSemesterEndsOn: string; secondSemesterStartsOn: string } }) => (
  <>
    <DateField {...field('startsOn', first.startsOn)} label={WORDS.startsOn} />
    <DateField {...field('firstSemesterEndsOn', first.firstSemesterEndsOn)} label={WORDS.firstEnds} />
    <DateField {...field('secondSemesterStartsOn', first.secondSemesterStartsOn)} label={WORDS.secondStarts} />
  </>
);

/** Forms that keep the calendar; each begins with what is recorded. */
export const yearForms: readonly WebRoute[] = [
  formPage({
    path: '/education/years/new',
    load: openNewYearForm,
    render: ({ latest, ends }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      const later = (day: string | undefined) => (day ? addDays(day as Parameters<typeof addDays>[0], 364) : '');
      const endOf = (grade: number) => later(ends.find((one) => one.grade === grade)?.endsOn);
      const first = { startsOn: latest ? `${latest.year + 1}-09-01` : '', firstSemesterEndsOn: later(latest?.firstSemesterEndsOn), secondSemesterStartsOn: later(latest?.secondSemesterStartsOn) };
      return (
        <FormFrame view={view} attempt={attempt} title={NEW} back={{ text: WORDS.years, href: '/education/years' }} lead={NEW_LEAD}>
          <TextField {...field('year', latest ? String(latest.year + 1) : '')} label={YEAR} hint={YEAR_HINT} width="short" inputMode="numeric" maxLength={4} />
          <SemesterFields field={field} first={first} />
          <DateField {...field('endsOn', endOf(1))} label={ENDS} />
          <DateField {...field('endsOn9', endOf(9))} label={ENDS_9} />
          <DateField {...field('endsOn12', endOf(12))} label={ENDS_12} />
          <BasisFields field={field} name="source" />
        </FormFrame>
      );
    },
    action: addSchoolYear,
    done: ({ year }) => ({ to: here(year), notice: ADDED }),
  }),
  formPage({
    path: '/education/years/:year/days',
    load: openYearForm,
    render: ({ year }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      return (
        <FormFrame view={view} attempt={attempt} title={DAYS} back={backTo(year.year)} lead={LEAD}>
          <SemesterFields field={field} first={year} />
          <BasisFields field={field} name="source" first={year.source} verified={year.verified} />
        </FormFrame>
      );
    },
    action: correctSchoolYear,
    done: ({ year }) => ({ to: here(year), notice: SAVED }),
  }),
  formPage({
    path: '/education/years/:year/ends',
    load: openYearForm,
    render: ({ year, ends, grades }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      const end = ends.find(({ grade }) => grades.includes(grade));
      return (
        <FormFrame view={view} attempt={attempt} title={END} back={backTo(year.year)} lead={LEAD}>
          <Checkboxes {...field('grades', grades.map(String))} label={WORDS.grades} inline options={GRADES.map((grade) => ({ value: String(grade), label: `${grade}.` }))} />
          <DateField {...field('endsOn', end?.endsOn ?? '')} label={WORDS.lastDay} />
          <BasisFields field={field} name="source" />
        </FormFrame>
      );
    },
    action: correctYearEnd,
    done: ({ year }) => ({ to: here(year), notice: SAVED }),
  }),
  ...SEASONS.map((season) =>
    formPage({
      path: `/education/years/:year/breaks/${season}`,
      load: openYearForm,
      render: ({ year, breaks }, view, attempt) => {
        const field = fieldsOf({ lang: view.lang, ...attempt });
        const found = breaks.find((one) => one.season === season);
        return (
          <FormFrame view={view} attempt={attempt} title={SEASON_WORDS[season]} back={backTo(year.year)} lead={LEAD}>
            <DateField {...field('startsOn', found?.startsOn ?? '')} label={WORDS.firstDay} />
            <DateField {...field('endsOn', found?.endsOn ?? '')} label={WORDS.lastDay} />
            <BasisFields field={field} name="source" first={found?.source ?? ''} verified={found?.verified ?? false} />
          </FormFrame>
        );
      },
      action: putBreak,
      input: (raw) => ({ ...raw, season }),
      done: ({ year }) => ({ to: here(year), notice: SAVED }),
    }),
  ),
  formPage({
    path: '/education/years/:year/deadlines/:matter',
    load: openDeadlineForm,
    render: ({ year, matter, rule }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      return (
        <FormFrame view={view} attempt={attempt} title={MATTER_WORDS[matter]} back={backTo(year)} lead={DEADLINE_LEAD}>
          <SelectField {...field('rule', rule?.rule ?? 'on a day')} label={RULE} options={optionsOf(RULE_WORDS)} />
          <DateField {...field('dueOn', rule?.dueOn ?? '')} label={DUE_ON} hint={DUE_ON_HINT} optional />
          <TextField {...field('workingDays', rule?.workingDays === null || !rule ? '' : String(rule.workingDays))} label={WORKING_DAYS} hint={WORKING_DAYS_HINT} width="short" inputMode="numeric" optional />
          <DateField {...field('opensOn', rule?.opensOn ?? '')} label={OPENS_ON} optional />
          <DateField {...field('correctionsUntil', rule?.correctionsUntil ?? '')} label={CORRECTIONS} optional />
          <BasisFields field={field} name="legalBasis" first={rule?.legalBasis ?? ''} verified={rule?.verified ?? false} />
        </FormFrame>
      );
    },
    action: changeDeadline,
    done: ({ year }) => ({ to: here(year), notice: SAVED }),
  }),
];

const NEW: Text = { lv: 'Pievienot mācību gadu', en: 'Add a school year' };
const NEW_LEAD: Text = {
  lv: 'Piedāvātās dienas ir tā pati nedēļas diena gadu vēlāk. Brīvlaiki un termiņi tiks pārņemti no iepriekšējā gada kā nepārbaudīti; pēc tam tos var labot.',
  en: 'The days offered are the same weekday a year later. Holidays and deadlines are taken over from the year before as unverified; they can be corrected afterwards.',
};
const YEAR: Text = { lv: 'Kalendārais gads, kurā mācību gads sākas', en: 'The calendar year in which it starts' };
const YEAR_HINT: Text = { lv: 'Piemēram, 2027', en: 'For example 2027' };
const ENDS: Text = { lv: 'Pēdējā diena 1.–8., 10. un 11. klasē', en: 'Last day of grades 1–8, 10 and 11' };
const ENDS_9: Text = { lv: 'Pēdējā diena 9. klasē', en: 'Last day of grade 9' };
const ENDS_12: Text = { lv: 'Pēdējā diena 12. klasē', en: 'Last day of grade 12' };
const DAYS: Text = { lv: 'Semestru dienas', en: 'Days of semesters' };
const END: Text = { lv: 'Mācību gada beigas klasēs', en: 'End of the year by grade' };
const LEAD: Text = { lv: 'Līdzšinējais ieraksts paliek redzams. No šīm dienām tūlīt tiks skaitīti visi termiņi.', en: 'What was recorded stays visible. All deadlines are counted from these days at once.' };
const DEADLINE_LEAD: Text = { lv: 'Līdzšinējais termiņš paliek redzams kopā ar savu pamatu.', en: 'The deadline of before stays visible with its basis.' };
const RULE: Text = { lv: 'Kā skaita', en: 'How it is counted' };
const DUE_ON: Text = { lv: 'Diena', en: 'Day' };
const DUE_ON_HINT: Text = { lv: 'Ja termiņš ir noteikta diena', en: 'If it is a fixed day' };
const WORKING_DAYS: Text = { lv: 'Darbdienas', en: 'Working days' };
const WORKING_DAYS_HINT: Text = { lv: 'Ja termiņu skaita; pirmo dienu neskaita', en: 'If it is counted; the first day does not count' };
const OPENS_ON: Text = { lv: 'Ievadi gaida no', en: 'Entries are awaited from' };
const CORRECTIONS: Text = { lv: 'Brīvi labo līdz', en: 'Corrected freely until' };
const ADDED: Text = { lv: 'Mācību gads pievienots. Pārbaudiet brīvlaikus un termiņus.', en: 'The school year has been added. Check its holidays and deadlines.' };
const SAVED: Text = { lv: 'Izmaiņas saglabātas; līdzšinējais ieraksts ir redzams lapas beigās.', en: 'Saved; what was recorded before is shown at the end of the page.' };
