import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { cents, decimalEuros } from '#kernel/money.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { exportedFile } from '#web/exported-file.js';
import { pagingByKey } from '#web/list-links.js';
import type { Download } from '#web/page-route.js';
import { hrefWith, type View } from '#web/view.js';
import type { LearnersFound } from '../actions/statements.js';
import type { LearnerRow, StatementRow } from '../actions/statements.js';
import { crumbsTo, titleOf } from './statement.js';
import { money, PATH, timeOf, versionOf, W } from './words.js';

export function LearnersPage({ view, found: { statement, learners, next } }: { view: View; found: LearnersFound }): VNode {
  const { lang, t } = view;
  const file = (format: string) => hrefWith({ path: `${PATH}/statements/${statement.id}/export`, query: view.query }, { format, after: undefined, seen: undefined });
  return (
    <Page {...view.frame} title={t(TITLE)} width="work" breadcrumbs={[...crumbsTo(statement), { text: TITLE }]}>
      <h1>{t(TITLE)}</h1>
      <Lead>{`${t(titleOf(statement))}, ${timeOf(statement)} ${t(LEAD)}`}</Lead>
      <DataTable
        lang={lang}
        caption={TITLE}
        captionHidden
        rows={learners}
        rowKey={(row) => String(row.place)}
        paging={pagingByKey(view, { shown: learners.length, next })}
        exports={{ xlsx: file('xlsx'), csv: file('csv') }}
        columns={[
          { key: 'name', header: NAME, rowHeader: true, cell: nameOf },
          { key: 'institution', header: W.institution, cell: (row) => row.institution },
          { key: 'months', header: W.months, cell: (row) => `${monthsOf(row)} (${row.months})` },
          { key: 'rate', header: W.rate, number: true, cell: (row) => money(view, row.rateCents) },
          { key: 'sum', header: W.sum, number: true, cell: (row) => money(view, row.cents) },
          { key: 'cause', header: CAUSE, cell: (row) => t(CAUSES[row.cause]) },
        ]}
      />
    </Page>
  );
}

/** The same list as a file for accounting. */
export function learnersFile({ statement, format, rows }: { statement: StatementRow; format: 'xlsx' | 'csv'; rows: readonly LearnerRow[] }, view: View): Download {
  const { t } = view;
  const columns: Column<LearnerRow>[] = [
    { kind: 'text', header: t(W.regNr), value: (row) => row.regNr },
    { kind: 'text', header: t(W.institution), value: (row) => row.institution },
    { kind: 'text', header: t(NAME), value: nameOf },
    { kind: 'text', header: t(DECLARED), value: () => statement.recipient },
    { kind: 'date', header: t(FIRST), value: (row) => row.firstMonth },
    { kind: 'date', header: t(LAST), value: (row) => row.lastMonth },
    { kind: 'integer', header: t(W.months), value: (row) => row.months },
    { kind: 'decimal', header: t(W.rate), value: (row) => decimalEuros(cents(row.rateCents)), digits: 2 },
    { kind: 'decimal', header: t(W.sum), value: (row) => decimalEuros(cents(row.cents)), digits: 2 },
    { kind: 'text', header: t(CAUSE), value: (row) => t(CAUSES[row.cause]) },
  ];
  return exportedFile(view, titleOf(statement), { format, rows }, columns, [
    { label: t(W.period), value: timeOf(statement) },
    { label: t(W.version), value: versionOf(view, statement.version) },
    { label: t(DATA), value: t(FROZEN) },
    { label: t(ADDRESS), value: t(FIRST_DAY) },
  ]);
}

const nameOf = ({ family, given }: LearnerRow): string => (family ? `${family}, ${given}` : '–');
const monthsOf = ({ firstMonth, lastMonth }: LearnerRow): string => (firstMonth === lastMonth ? monthWords(firstMonth) : `${monthWords(firstMonth)}–${monthWords(lastMonth)}`);
const monthWords = (month: string): string => `${month.slice(5, 7)}.${month.slice(0, 4)}.`;

const CAUSES: Readonly<Record<LearnerRow['cause'], Text>> = {
  counted: { lv: 'pirmo reizi', en: 'for the first time' },
  'now-payer': { lv: 'tagad maksā šī pašvaldība', en: 'this municipality pays now' },
  'payer-no-more': { lv: 'šī pašvaldība vairs nemaksā', en: 'this municipality pays no more' },
  'rate-changed': { lv: 'mainīta likme', en: 'the rate has changed' },
};
const TITLE: Text = { lv: 'Izglītojamie pa mēnešiem', en: 'Learners by month' };
const LEAD: Text = { lv: 'Šo pašu sarakstu redz abas pašvaldības. Aizsargājamām personām redzami tikai iniciāļi.', en: 'Both municipalities see this very list. Of protected people initials alone are shown.' };
const NAME: Text = { lv: 'Izglītojamais', en: 'Learner' };
const DECLARED: Text = { lv: 'Deklarēts pašvaldībā', en: 'Declared in' };
const FIRST: Text = { lv: 'Pirmais mēnesis', en: 'First month' };
const LAST: Text = { lv: 'Pēdējais mēnesis', en: 'Last month' };
const CAUSE: Text = { lv: 'Kāpēc', en: 'Why' };
const DATA: Text = { lv: 'Dati', en: 'Data' };
const FROZEN: Text = { lv: 'kā sagatavots: vēlākas izmaiņas ir nākamajās redakcijās', en: 'as prepared: later changes are in the next versions' };
const ADDRESS: Text = { lv: 'Adrese', en: 'Address' };
const FIRST_DAY: Text = { lv: 'deklarētā dzīvesvieta mēneša pirmajā datumā', en: 'declared address on the first day of the month' };
