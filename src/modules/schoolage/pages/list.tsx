import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { Lead } from '#ui/lead.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { pagingByKey } from '#web/list-links.js';
import { hrefWith, type View } from '#web/view.js';
import { type InquiryList, type InquiryRow, OFFICE_REASON } from '../actions/inquiries.js';
import { GROUP_WORDS, GROUPS } from '../domain/words.js';
import { SidePage } from './frame.js';
import { nameOf, PATH, stateOf, statusOf, unitOf, W } from './words.js';

/** The children whom a municipality, or the country, looks for. */
export function ListPage({ view, list: { inquiries, total, next, units } }: { view: View; list: InquiryList }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: view.query, errors: [] });
  const file = (format: string) => hrefWith({ path: `${PATH}/export`, query: view.query }, { format, reason: OFFICE_REASON, after: undefined, seen: undefined });
  return (
    <SidePage view={view} title={W.title}>
      <Lead>{t(LEAD)}</Lead>
      <FilterForm lang={lang} {...(Object.keys(view.query).length > 0 && { clearHref: PATH })}>
        <SelectField {...field('state', 'open')} label={W.state} options={STATES} />
        <SelectField {...field('group')} label={W.status} emptyOption={W.all} options={GROUPS.map((value) => ({ value, label: GROUP_WORDS[value] }))} optional />
        {units.length > 1 && <SelectField {...field('atvk')} label={W.municipality} emptyOption={W.all} options={units.map(({ atvk, name }) => ({ value: atvk, label: name }))} optional />}
      </FilterForm>
      <DataTable
        lang={lang}
        caption={W.inquiries}
        captionHidden
        rows={inquiries}
        rowKey={({ id }) => id}
        empty={{ title: NOTHING, hint: NOTHING_HINT }}
        paging={pagingByKey(view, { shown: inquiries.length, total, next })}
        exports={{ xlsx: file('xlsx'), csv: file('csv') }}
        columns={[
          { key: 'child', header: W.child, rowHeader: true, cell: (row) => <ChildLink view={view} row={row} /> },
          { key: 'born', header: W.born, cell: ({ bornOn }) => (bornOn ? readableDay(bornOn) : '–') },
          ...(units.length > 1 ? [{ key: 'unit', header: W.municipality, cell: (row: InquiryRow) => t(unitOf(row)) }] : []),
          { key: 'status', header: W.status, cell: (row) => t(statusOf(row)) },
          { key: 'state', header: W.state, cell: (row) => <StateTag view={view} row={row} /> },
          { key: 'due', header: W.due, cell: (row) => readableDay(row.state === 'open' ? row.dueOn : (row.nextCheckOn ?? row.dueOn)) },
        ]}
      />
      <p class="hint">{t(DUE_MEANS)}</p>
    </SidePage>
  );
}

const ChildLink = ({ view, row }: { view: View; row: InquiryRow }): VNode => (
  <>
    <a href={`${PATH}/inquiries/${row.id}`}>{nameOf(row)}</a>
    {row.isProtected && ` (${view.t(W.protectedChild)})`}
  </>
);

function StateTag({ view, row }: { view: View; row: InquiryRow }): VNode {
  const { text, tone } = stateOf(row, view.today);
  return <StatusTag tone={tone}>{view.t(text)}</StatusTag>;
}

export const inquiryColumns = ({ lang, today }: { readonly lang: Lang; readonly today: string }): Column<InquiryRow>[] => [
  { kind: 'text', header: W.child[lang], value: nameOf },
  { kind: 'date', header: W.born[lang], value: ({ bornOn }) => bornOn },
  { kind: 'text', header: W.municipality[lang], value: (row) => unitOf(row)[lang] },
  { kind: 'text', header: W.status[lang], value: (row) => statusOf(row)[lang] },
  { kind: 'text', header: W.comment[lang], value: ({ comment }) => comment },
  { kind: 'text', header: W.state[lang], value: (row) => stateOf(row, today).text[lang] },
  { kind: 'date', header: W.due[lang], value: ({ dueOn }) => dueOn },
  { kind: 'date', header: W.nextCheck[lang], value: ({ nextCheckOn }) => nextCheckOn },
  { kind: 'date', header: FOUND_ON[lang], value: ({ foundOn }) => foundOn },
];

const STATES = [
  { value: 'open', label: W.open },
  { value: 'overdue', label: W.overdue },
  { value: 'without', label: W.without },
  { value: 'closed', label: W.closed },
  { value: 'all', label: W.all },
];
const LEAD: Text = {
  lv: 'Bērni, kas pēc Fizisko personu reģistra izraksta ir deklarēti pašvaldībā un nav nevienas izglītības iestādes sarakstā. Pašvaldība noskaidro, kur katrs mācās; kad bērnu uzņem, gadījums slēdzas pats.',
  en: 'Children who by the extract of the population register are declared in the municipality and stand in no institution’s list. The municipality finds out where each of them learns; when a child is enrolled, the inquiry closes by itself.',
};
const NOTHING: Text = { lv: 'Šādu gadījumu nav', en: 'There are no such inquiries' };
const NOTHING_HINT: Text = { lv: 'Mainiet atlasi, vai sagaidiet nākamo izrakstu: tas nāk reizi ceturksnī.', en: 'Change the filter, or wait for the next extract: it comes each quarter.' };
const DUE_MEANS: Text = { lv: 'Slēgtam gadījumam termiņa vietā ir nākamās pārbaudes diena, ja tā norādīta.', en: 'Of a closed inquiry the day of its next check stands in place of the deadline, where one is set.' };
const FOUND_ON: Text = { lv: 'Pēdējā izraksta diena', en: 'Day of the last extract' };
