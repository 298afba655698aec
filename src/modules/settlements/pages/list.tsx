import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { FlowDiagram } from '#ui/chart/flow-diagram.js';
import { ButtonLink } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { pagingByKey } from '#web/list-links.js';
import type { View } from '#web/view.js';
import type { StatementsFound } from '../actions/statements.js';
import { money, PATH, Sides, STATES, StateTag, timeOf, versionOf, W } from './words.js';

export function StatementsPage({ view, found: { statements, next, flows } }: { view: View; found: StatementsFound }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: view.query, errors: [] });
  return (
    <Page {...view.frame} title={t(W.settlements)} width="work">
      <h1>{t(W.settlements)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Sides view={view} />
      {flows.length > 0 && (
        <FlowDiagram
          lang={lang}
          title={fill(PICTURE, { day: readableDay(flows[0]!.countedOn as never) })}
          left={W.recipient}
          right={W.provider}
          flows={flows.map((flow) => ({
            from: { id: String(flow.recipientId), label: flow.recipient }, to: { id: String(flow.providerId), label: flow.provider }, weight: flow.cents, note: money(view, flow.cents),
          }))}
        />
      )}
      <FilterForm lang={lang} clearHref={view.query['state'] || view.query['side'] ? PATH : undefined}>
        <SelectField {...field('side')} label={SIDE} emptyOption={W.all} options={[{ value: 'provider', label: AS_PROVIDER }, { value: 'recipient', label: AS_RECIPIENT }]} optional />
        <SelectField {...field('state')} label={W.state} emptyOption={W.all} options={Object.entries(STATES).map(([value, { text }]) => ({ value, label: text }))} optional />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={W.statements}
        captionHidden
        rows={statements}
        rowKey={(row) => row.id}
        empty={{ title: NONE, hint: NONE_HINT, action: <ButtonLink href={`${PATH}/institutions`}>{t(W.institutions)}</ButtonLink> }}
        paging={pagingByKey(view, { shown: statements.length, next })}
        columns={[
          { key: 'time', header: W.period, rowHeader: true, cell: (row) => <a href={`${PATH}/statements/${row.id}`}>{timeOf(row)}</a> },
          { key: 'recipient', header: W.recipient, cell: (row) => row.recipient },
          { key: 'provider', header: W.provider, cell: (row) => row.provider },
          { key: 'version', header: W.version, cell: (row) => versionOf(view, row.version) },
          { key: 'sum', header: W.sum, number: true, cell: (row) => money(view, row.cents) },
          { key: 'state', header: W.state, cell: (row) => <StateTag view={view} state={row.state} /> },
          { key: 'prepared', header: W.prepared, cell: (row) => instant(row.preparedAt) },
        ]}
      />
    </Page>
  );
}

const LEAD: Text = {
  lv: 'Par izglītojamo, kas mācās citas pašvaldības iestādē, maksā pašvaldība, kurā viņš deklarēts mēneša pirmajā datumā. Abas puses redz vienus un tos pašus pārskatus.',
  en: 'For a learner in an institution of another municipality the municipality pays in which they are declared on the first day of the month. Both sides see the same statements.',
};
const PICTURE: Text = { lv: 'Kas kam maksā par laiku no {day}', en: 'Who pays whom for the time from {day}' };
const SIDE: Text = { lv: 'Mana puse', en: 'Own side' };
const AS_PROVIDER: Text = { lv: 'Sniedzējs', en: 'Provider' };
const AS_RECIPIENT: Text = { lv: 'Saņēmējs', en: 'Recipient' };
const NONE: Text = { lv: 'Šādu pārskatu nav.', en: 'There are no such statements.' };
const NONE_HINT: Text = { lv: 'Pārskatus sagatavo pie iestādēm, kad apstiprināta izmaksu tāme un saskaitīti izglītojamie.', en: 'Statements are prepared beside the institutions, once a cost sheet is approved and the learners are counted.' };
