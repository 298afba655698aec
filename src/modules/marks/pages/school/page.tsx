import type { VNode } from 'preact';
import { type SchoolChoices, SchoolList, yearName } from '#modules/education/public.js';
import { same, type Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { View } from '#web/view.js';
import type { SchoolMarks } from '../../actions/start-page.js';
import { periodName } from '../../domain/periods.js';
import { W } from '../words.js';

/** The institutions of whoever is responsible for several. */
export function SchoolsPage({ view, start }: { view: View; start: SchoolChoices }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(W.marks)} width="work">
      <h1>{t(W.marks)}</h1>
      <Lead>{t(SCHOOLS_LEAD)}</Lead>
      <SchoolList view={view} start={start} home="/marks" pathOf={(regNr) => `/marks/institutions/${regNr}`} words={{ institution: W.institution, caption: INSTITUTIONS, regNr: REG_NR, none: NO_SCHOOLS, noneHint: NO_SCHOOLS_HINT }} more={[
        { key: 'classes', header: W.classes, number: true, cell: (school) => number(school.classes, lang) },
        { key: 'pupils', header: PUPILS, number: true, cell: (school) => number(school.pupils, lang) },
      ]} />
    </Page>
  );
}

const SHOWN = ['S1', 'S2', 'YEAR'] as const;

/** The classes of an institution, with what has been entered for each period. */
export function SchoolPage({ view, start }: { view: View; start: SchoolMarks }): VNode {
  const { lang, t } = view;
  const { school, years, classes, counts } = start;
  const year = years.year.year;
  const count = (classId: string, period: string) => counts.find((one) => one.classId === classId && one.period === period)?.records ?? 0;
  return (
    <Page {...view.frame} title={school.name} width="work" breadcrumbs={[{ text: W.marks, href: '/marks' }, { text: same(school.name) }]}>
      <h1>{school.name}</h1>
      <Lead>{t(SCHOOL_LEAD)}</Lead>
      <FilterForm lang={lang}>
        <SelectField {...fieldsOf({ lang, values: {}, errors: [] })('year', String(year))} label={W.year} options={years.years.map((one) => ({ value: String(one.year), label: yearName(one.year) }))} />
      </FilterForm>
      <ButtonRow>
        <ButtonLink href={`/marks/institutions/${school.regNr}/nil?year=${year}`} variant="secondary">
          {t(W.nil)}
        </ButtonLink>
        <ButtonLink href={`/marks/completeness/institutions/${school.regNr}?year=${year}`} variant="secondary">
          {t(COMPLETENESS)}
        </ButtonLink>
      </ButtonRow>
      <DataTable
        lang={lang}
        caption={W.classes}
        captionHidden
        rows={classes.filter(({ kind }) => kind === 'class' || kind === 'special' || kind === 'preschool')}
        rowKey={(one) => one.id}
        empty={{ title: NO_CLASSES, hint: NO_CLASSES_HINT }}
        columns={[
          { key: 'title', header: W.class, rowHeader: true, cell: (one) => <a href={`/marks/classes/${one.id}`}>{one.title}</a> },
          { key: 'teacher', header: TEACHER, cell: (one) => one.teacher ?? '' },
          { key: 'pupils', header: PUPILS, number: true, cell: (one) => number(one.pupils, lang) },
          ...SHOWN.map((period) => ({
            key: period, header: periodName(period), number: true,
            cell: (one: SchoolMarks['classes'][number]) => (one.grade === null ? '' : <a href={`/marks/classes/${one.id}?period=${period}`}>{number(count(one.id, period), lang)}<span class="visually-hidden">{` ${one.title}`}</span></a>),
          })),
          { key: 'absences', header: WITH_ABSENCES, number: true, cell: (one) => <a href={`/marks/classes/${one.id}?period=ABSENCE`}>{number(count(one.id, 'ABSENCE'), lang)}<span class="visually-hidden">{` ${one.title}`}</span></a> },
        ]}
      />
    </Page>
  );
}

const SCHOOLS_LEAD: Text = { lv: 'Izvēlieties iestādi, lai redzētu, kas ievadīts par tās klasēm.', en: 'Choose an institution to see what has been entered for its classes.' };
const SCHOOL_LEAD: Text = { lv: 'Cik vērtējumu katrā klasē ievadīts. Atveriet klasi, lai skatītu, ievadītu un labotu.', en: 'How many assessments are entered in each class. Open a class to look, enter and correct.' };
const COMPLETENESS: Text = { lv: 'Ievades pilnība', en: 'Completeness of entry' };
const INSTITUTIONS: Text = { lv: 'Iestādes', en: 'Institutions' };
const NO_SCHOOLS: Text = { lv: 'Neviena iestāde neatbilst meklētajam.', en: 'No institution matches.' };
const NO_SCHOOLS_HINT: Text = { lv: 'Notīriet atlasi vai meklējiet pēc citas nosaukuma daļas.', en: 'Clear the filter, or search by another part of the name.' };
const REG_NR: Text = { lv: 'Reģistrācijas nr.', en: 'Registration no.' };
const PUPILS: Text = { lv: 'Izglītojamie', en: 'Learners' };
const TEACHER: Text = { lv: 'Audzinātājs', en: 'Class teacher' };
const WITH_ABSENCES: Text = { lv: 'Skolēni ar kavējumiem', en: 'Pupils with absences' };
const NO_CLASSES: Text = { lv: 'Šajā mācību gadā iestādei klašu nav.', en: 'The institution has no classes in this school year.' };
const NO_CLASSES_HINT: Text = { lv: 'Klases veido sadaļā “Klases un izglītojamie”.', en: 'Classes are made under “Classes and learners”.' };
