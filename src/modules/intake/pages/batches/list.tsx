import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import type { Text } from '#kernel/text.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { pagingByKey } from '#web/list-links.js';
import type { View } from '#web/view.js';
import type { BatchesPage as Found, ShownBatch } from '../../actions/show-batches.js';
import { KIND_NAMES, W } from '../intake-words.js';
import { BATCH_STATE, ofTotal } from './words.js';

export function BatchesPage({ view, found }: { view: View; found: Found }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: view.query, errors: [] });
  return (
    <Page {...view.frame} title={t(W.batches)} width="work">
      <h1>{t(W.batches)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <FilterForm lang={lang} {...(Object.keys(view.query).some((name) => name !== 'lang') && { clearHref: '/intake/batches' })}>
        <TextField {...field('regNr')} label={REG_NR} width="medium" optional />
        <TextField {...field('journal')} label={JOURNAL_CODE} width="medium" optional />
        <SelectField {...field('state')} label={W.state} emptyOption={W.all} options={Object.entries(BATCH_STATE).map(([value, { words }]) => ({ value, label: words }))} optional />
        <Checkboxes {...field('troubled')} label={ONLY} options={[{ value: 'yes', label: TROUBLED }]} optional />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={W.batches}
        captionHidden
        rows={found.batches}
        rowKey={(one) => one.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        paging={pagingByKey(view, { shown: found.batches.length, next: found.next, key: 'before' })}
        columns={[
          { key: 'at', header: RECEIVED, rowHeader: true, cell: (one) => <a href={`/intake/batches/${one.id}`}>{instant(one.receivedAt)}</a> },
          { key: 'school', header: W.school, cell: (one) => one.school },
          { key: 'journal', header: W.journal, cell: (one) => one.journal ?? t(W.byFile) },
          { key: 'kind', header: KIND, cell: (one) => `${t(KIND_NAMES[one.kind])} ${t(yearName(one.year))}` },
          { key: 'state', header: W.state, cell: (one) => <BatchTag view={view} batch={one} /> },
          { key: 'taken', header: W.taken, number: true, cell: (one) => ofTotal(one, lang) },
          { key: 'waiting', header: W.waiting, number: true, cell: (one) => number(one.waiting, lang) },
          { key: 'refused', header: W.refused, number: true, cell: (one) => number(one.refused, lang) },
        ]}
      />
    </Page>
  );
}

export const BatchTag = ({ view, batch: { state, isDryRun } }: { view: View; batch: ShownBatch }): VNode => (
  <>
    <StatusTag tone={BATCH_STATE[state].tone}>{view.t(BATCH_STATE[state].words)}</StatusTag>
    {isDryRun && <> <StatusTag tone="info">{view.t(DRY_RUN)}</StatusTag></>}
  </>
);

const LEAD: Text = { lv: 'Viss, kas saņemts no e-žurnāliem, datnēm un tabulām, un kas ar katru rindu noticis.', en: 'All that came from e-journals, files and grids, and what became of each row.' };
const REG_NR: Text = { lv: 'Iestādes numurs', en: 'Number of the institution' };
const JOURNAL_CODE: Text = { lv: 'E-žurnāla kods', en: 'Code of the e-journal' };
const ONLY: Text = { lv: 'Rādīt', en: 'Show' };
const TROUBLED: Text = { lv: 'tikai ar gaidošu vai atteiktu', en: 'only with rows waiting or refused' };
const NONE: Text = { lv: 'Šādu pakešu nav.', en: 'There are no such batches.' };
const NONE_HINT: Text = { lv: 'Notīriet atlasi vai pārbaudiet, vai e-žurnāls ir apstiprināts.', en: 'Clear the filter, or see whether the e-journal has been confirmed.' };
const RECEIVED: Text = { lv: 'Saņemta', en: 'Received' };
const KIND: Text = { lv: 'Saturs', en: 'Content' };
const DRY_RUN: Text = { lv: 'izmēģinājums', en: 'dry run' };
