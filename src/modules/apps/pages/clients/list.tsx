import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { CardGrid } from '#ui/card-grid.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { pagingByKey } from '#web/list-links.js';
import type { View } from '#web/view.js';
import type { ClientRow, ClientsPage as Found } from '../../actions/clients.js';
import { KIND_RULES, KINDS } from '../../domain/client.js';
import { LEVEL_NAMES, WORDS } from '../words.js';

export function ClientsPage({ view, found }: { view: View; found: Found }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: { state: 'active', ...view.query }, errors: [] });
  return (
    <Page {...view.frame} title={t(WORDS.clients)} width="work">
      <h1>{t(WORDS.clients)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <ButtonRow>
        <ButtonLink href="/apps/new">{t(NEW)}</ButtonLink>
      </ButtonRow>
      <FilterForm lang={lang} clearHref="/apps">
        <TextField {...field('words')} label={SEARCH} width="medium" optional />
        <SelectField {...field('state')} label={WORDS.state} emptyOption={WORDS.all} options={[{ value: 'active', label: WORDS.active }, { value: 'closed', label: WORDS.closed }]} optional />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={WORDS.clients}
        captionHidden
        rows={found.clients}
        rowKey={(client) => client.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        paging={pagingByKey(view, { shown: found.clients.length, total: found.total, next: found.next })}
        columns={[
          { key: 'title', header: TITLE, rowHeader: true, cell: (client) => <a href={`/apps/${client.id}`}>{t(titleOf(client))}</a> },
          { key: 'kind', header: WORDS.kind, cell: (client) => t(KIND_RULES[client.kind].title) },
          { key: 'owner', header: WORDS.owner, cell: (client) => client.owner ?? t(WORDS.country) },
          { key: 'level', header: WORDS.level, cell: (client) => (KIND_RULES[client.kind].people ? t(LEVEL_NAMES[client.leastLevel]) : '–') },
          { key: 'state', header: WORDS.state, cell: (client) => <ClientState view={view} client={client} /> },
        ]}
      />
    </Page>
  );
}

export const titleOf = ({ titleLv, titleEn }: ClientRow): Text => ({ lv: titleLv, en: titleEn });

export const ClientState = ({ view: { t }, client }: { view: View; client: ClientRow }): VNode =>
  client.state === 'active' ? <StatusTag tone="success">{t(WORDS.active)}</StatusTag> : <StatusTag tone="ended">{`${t(WORDS.closed)}: ${client.stateReason}`}</StatusTag>;

/** First which kind of program: the form asks only what that kind has. */
export function ChooseKindPage({ view }: { view: View }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(NEW)} breadcrumbs={[{ text: WORDS.clients, href: '/apps' }, { text: NEW }]}>
      <h1>{t(NEW)}</h1>
      <Lead>{t(CHOOSE)}</Lead>
      <CardGrid lang={lang} cards={KINDS.map((kind) => ({ href: `/apps/new/${kind}`, title: KIND_RULES[kind].title, text: KIND_RULES[kind].hint }))} />
    </Page>
  );
}

export const NEW: Text = { lv: 'Jauna lietotne', en: 'New program' };
const LEAD: Text = { lv: 'Programmas, kurās cilvēki pierakstās caur Vienkopus, un sistēmas, kas tā datus lasa pašas.', en: 'Programs that people enter through Vienkopus, and systems that read its data by themselves.' };
const SEARCH: Text = { lv: 'Nosaukums', en: 'Title' };
const TITLE: Text = { lv: 'Lietotne', en: 'Program' };
const NONE: Text = { lv: 'Šādu lietotņu nav.', en: 'There are no such programs.' };
const NONE_HINT: Text = { lv: 'Notīriet filtru vai reģistrējiet jaunu lietotni.', en: 'Clear the filter or register a new program.' };
const CHOOSE: Text = { lv: 'Kāda veida programma tā ir?', en: 'What kind of program is it?' };
