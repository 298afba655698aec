import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { SessionRow } from '../../actions/my-sessions.js';
import { LEVEL_NAMES } from '../level-names.js';
import { WORDS } from '../words.js';

export const SessionsPage = ({ view, sessions }: { view: View; sessions: readonly SessionRow[] }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.sessions)} breadcrumbs={[{ text: WORDS.means, href: '/my/sign-in' }, { text: WORDS.sessions }]}>
    <h1>{view.t(WORDS.sessions)}</h1>
    <Lead>{view.t(SESSIONS_LEAD)}</Lead>
    <DataTable
      lang={view.lang}
      caption={WORDS.sessions}
      captionHidden
      rows={sessions}
      rowKey={(session) => session.id}
      columns={[
        { key: 'device', header: DEVICE, rowHeader: true, cell: (session) => session.device },
        { key: 'network', header: NETWORK, cell: (session) => session.addressPrefix },
        { key: 'level', header: SURENESS, cell: (session) => view.t(LEVEL_NAMES[session.level]) },
        { key: 'began', header: BEGAN, cell: (session) => instant(session.createdAt) },
        { key: 'used', header: USED, cell: (session) => instant(session.lastUsedAt) },
        { key: 'end', header: END, cell: (session) => <EndSession view={view} id={session.id} /> },
      ]}
    />
    <ButtonRow>
      <PostButton action="/my/sessions/end-others" csrf={view.csrf} variant="danger">
        {view.t(END_OTHERS)}
      </PostButton>
    </ButtonRow>
  </Page>
);

const EndSession = ({ view, id }: { view: View; id: string }): VNode =>
  id === view.sessionId ? (
    <StatusTag tone="info">{view.t(THIS_ONE)}</StatusTag>
  ) : (
    <PostButton action="/my/sessions/end" csrf={view.csrf} hidden={{ session: id }} variant="quiet">
      {view.t(END)}
    </PostButton>
  );

const SESSIONS_LEAD: Text = { lv: 'Kur jūs šobrīd esat pierakstījies. Ja kādu nepazīstat, izbeidziet to un nomainiet paroli.', en: 'Where you are signed in now. If you do not know one, end it and change your password.' };
const DEVICE: Text = { lv: 'Ierīce', en: 'Device' };
const NETWORK: Text = { lv: 'Tīkls', en: 'Network' };
const BEGAN: Text = { lv: 'Sākta', en: 'Began' };
const USED: Text = { lv: 'Pēdējoreiz lietota', en: 'Last used' };
const END: Text = { lv: 'Izbeigt', en: 'End' };
const THIS_ONE: Text = { lv: 'šī sesija', en: 'this session' };
const END_OTHERS: Text = { lv: 'Izbeigt visas pārējās', en: 'End all others' };
const SURENESS: Text = { lv: 'Drošība', en: 'Assurance' };
