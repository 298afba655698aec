import type { VNode } from 'preact';
import { readableDay, yearOf } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import { Lead } from '#ui/lead.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { InstitutionsFound, Rate } from '../actions/institutions.js';
import { rateFormula } from '../domain/rate.js';
import { PATH, Sides, timeOf, W } from './words.js';

export function InstitutionsPage({ view, attempt, found: { periods, period, settledFrom, rates, mayKeep } }: { view: View; attempt: Attempt; found: InstitutionsFound }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: view.query, errors: [] });
  const ready = rates.filter(({ rateCents }) => rateCents !== null).length;
  return (
    <Page {...view.frame} title={t(W.institutions)} width="work" breadcrumbs={[{ text: W.settlements, href: PATH }, { text: W.institutions }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(W.institutions)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Sides view={view} />
      <FilterForm lang={lang}>
        <SelectField {...field('counted', period.countedOn)} label={W.period} options={periods.map((one) => ({ value: one.countedOn, label: timeOf(one) }))} />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={W.institutions}
        captionHidden
        rows={rates}
        rowKey={(row) => row.institutionId}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'institution', header: W.institution, rowHeader: true, cell: (row) => <a href={`${PATH}/institutions/${row.regNr}?year=${yearOf(period.countedOn)}`}>{row.name}</a> },
          { key: 'state', header: W.state, cell: (row) => <Readiness view={view} row={row} /> },
          { key: 'learners', header: W.learners, number: true, cell: (row) => row.learners ?? '–' },
          { key: 'elsewhere', header: ELSEWHERE, number: true, cell: (row) => row.elsewhere ?? '–' },
          { key: 'rate', header: W.rate, cell: (row) => (row.includedCents !== null && row.learners !== null ? rateFormula(row.includedCents, row.learners, row.rateCents, lang) : '–') },
        ]}
      />
      {mayKeep && (
        <>
          <h2>{t(OPEN_ONE)}</h2>
          <form class="form" method="get" action={`${PATH}/institution`}>
            <TextField {...field('regNr')} label={W.regNr} hint={REG_NR_HINT} inputMode="numeric" width="medium" />
            <ButtonRow>
              <Button variant="secondary">{t(OPEN)}</Button>
            </ButtonRow>
          </form>
          <h2>{t(PREPARE)}</h2>
          <p>{t(fill(ready === 0 ? NOT_READY : READY, { n: ready, time: timeOf(period), from: readableDay(settledFrom) }))}</p>
          {ready > 0 && (
            <Form csrf={view.csrf}>
              <HiddenFields values={{ counted: period.countedOn }} />
              <ButtonRow>
                <Button>{t(PREPARE)}</Button>
              </ButtonRow>
            </Form>
          )}
        </>
      )}
    </Page>
  );
}

const Readiness = ({ view, row }: { view: View; row: Rate }): VNode => {
  if (row.rateCents !== null) return <StatusTag tone="success">{view.t(READY_TAG)}</StatusTag>;
  if (row.sheetId === null) return <StatusTag tone="warning">{view.t(row.draft ? AWAITS : NO_SHEET)}</StatusTag>;
  return <StatusTag tone="warning">{view.t(NO_COUNT)}</StatusTag>;
};

const LEAD: Text = {
  lv: 'Likme ir gada iekļautās izmaksas, dalītas ar saskaitītajiem izglītojamiem un 12 mēnešiem. Izglītojamos saskaita naktī pēc skaitīšanas dienas; skaits vairs nemainās.',
  en: 'The rate is the included costs of the year divided by the learners counted and by 12 months. Learners are counted in the night of the day of the count, and the count stays.',
};
const ELSEWHERE: Text = { lv: 'No tiem deklarēti citur', en: 'Of them declared elsewhere' };
const NONE: Text = { lv: 'Nevienai iestādei šim laikam vēl nav ne tāmes, ne izglītojamo skaita.', en: 'No institution has a cost sheet or a count for this time yet.' };
const NONE_HINT: Text = { lv: 'Atveriet iestādi pēc reģistrācijas numura un ierakstiet tās izmaksas.', en: 'Open an institution by its registration number and record its costs.' };
const OPEN_ONE: Text = { lv: 'Atvērt iestādi', en: 'Open an institution' };
const REG_NR_HINT: Text = { lv: '10 cipari', en: '10 digits' };
const OPEN: Text = { lv: 'Atvērt', en: 'Open' };
const PREPARE: Text = { lv: 'Sagatavot pārskatus', en: 'Prepare statements' };
const READY: Text = {
  lv: 'Iestādes, kurām ir likme: {n}. Pārskatus par {time} saņems katra pašvaldība, kurā deklarēts kāds to izglītojamais. Ja tie jau ir, rodas pārskati par izmaiņām. Mēneši pirms {from} vairs netiek iekļauti.',
  en: 'Institutions that have a rate: {n}. Each municipality in which a learner of theirs is declared gets a statement for {time}. Where there are some, statements of changes are made. Months before {from} are no longer settled.',
};
const NOT_READY: Text = { lv: 'Vispirms vajag vismaz vienu iestādi ar apstiprinātu tāmi un izglītojamo skaitu.', en: 'At least one institution with an approved cost sheet and a count of learners is needed first.' };
const READY_TAG: Text = { lv: 'Likme ir', en: 'Rate is there' };
const AWAITS: Text = { lv: 'Tāme jāapstiprina', en: 'Costs to be approved' };
const NO_SHEET: Text = { lv: 'Nav tāmes', en: 'No cost sheet' };
const NO_COUNT: Text = { lv: 'Nav skaita', en: 'No count' };
