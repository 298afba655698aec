import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { Connections } from '../../actions/connections.js';
import { WORDS as PROGRAMME } from '../programme/words.js';
import { KIND_NAMES, WORDS } from './words.js';

export const pathOf = (unitId: number): string => `/sign-in-programme/${unitId}/connections`;

/** Where a page of one municipality's connections stands. */
export const trailOf = ({ unitId, name }: Pick<Connections, 'unitId' | 'name'>) => [
  { text: PROGRAMME.title, href: '/sign-in-programme' },
  { text: name, href: `/sign-in-programme/${unitId}` },
];

/** By which accounts of its own a municipality lets people in. */
export function ConnectionsPage({ view, found }: { view: View; found: Connections }): VNode {
  const { lang, t } = view;
  const path = pathOf(found.unitId);
  return (
    <Page {...view.frame} title={`${t(WORDS.connections)}: ${t(found.name)}`} width="work" breadcrumbs={[...trailOf(found), { text: WORDS.connections }]}>
      <h1>{t(WORDS.connections)}</h1>
      <Lead>{t(LEAD)}</Lead>
      {found.offered.length > 0 && (
        <Notice lang={lang} title={{ lv: `Pārņemami savienojumi: ${found.offered.length}`, en: `Connections to take over: ${found.offered.length}` }}>
          <ul>
            {found.offered.map((one) => (
              <li key={one.id}>
                <a href={`/sign-in-programme/handovers/${one.id}`}>{`${one.title} (${one.fromName})`}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ButtonRow>
        <ButtonLink href={`${path}/new/active-directory`}>{t(ADD_DIRECTORY)}</ButtonLink>
        <ButtonLink href={`${path}/new/openid`} variant="secondary">
          {t(ADD_OPENID)}
        </ButtonLink>
      </ButtonRow>
      <DataTable
        lang={lang}
        caption={WORDS.connections}
        captionHidden
        rows={found.connections}
        rowKey={(one) => one.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'title', header: WORDS.title, rowHeader: true, cell: (one) => <a href={`${path}/${one.id}`}>{one.title}</a> },
          { key: 'kind', header: WORDS.kind, cell: (one) => t(KIND_NAMES[one.kind]) },
          { key: 'state', header: WORDS.state, cell: (one) => <ConnectionState view={view} connection={one} /> },
          { key: 'since', header: WORDS.since, cell: (one) => instant(one.recordedAt) },
          { key: 'until', header: WORDS.until, cell: (one) => (one.closedAt ? instant(one.closedAt) : '–') },
        ]}
      />
    </Page>
  );
}

/** Closed, a draft, or what people meet at sign-in. */
export const ConnectionState = ({ view: { t }, connection: { closedAt, openedAt } }: { view: View; connection: Connections['connections'][number] }): VNode => {
  if (closedAt) return <StatusTag tone="ended">{t(WORDS.closed)}</StatusTag>;
  return openedAt ? <StatusTag tone="success">{t(WORDS.inUse)}</StatusTag> : <StatusTag tone="warning">{t(WORDS.draft)}</StatusTag>;
};

const LEAD: Text = {
  lv: 'Pašvaldības darbinieki var pierakstīties ar kontiem, kas viņiem jau ir pašvaldības tīklā. Kas pašvaldībā kontu zaudē, to zaudē arī šeit.',
  en: 'People of the municipality may sign in by the accounts they have in its network. Whoever loses that account is out here too.',
};
const ADD_DIRECTORY: Text = { lv: 'Pieslēgt Active Directory', en: 'Connect Active Directory' };
const ADD_OPENID: Text = { lv: 'Pieslēgt OpenID (Entra ID, AD FS)', en: 'Connect OpenID (Entra ID, AD FS)' };
const NONE: Text = { lv: 'Savienojumu vēl nav.', en: 'There are no connections yet.' };
const NONE_HINT: Text = { lv: 'Ja pašvaldībai ir Entra ID vai AD FS, sāciet ar OpenID: tad parole šeit netiek rakstīta.', en: 'Where the municipality has Entra ID or AD FS, begin with OpenID: then no password is typed here.' };
