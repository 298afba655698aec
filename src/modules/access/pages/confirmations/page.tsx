import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { PostButton } from '#ui/form/post-button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { Confirmations, ToConfirm } from '../../actions/confirm-rights.js';
import { grantColumns } from '../grant-cells.js';
import { WORDS } from '../words.js';

export const ConfirmationsPage = ({ view, confirmations: { items, months, graceDays } }: { view: View; confirmations: Confirmations }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.confirmations)} width="work">
    <h1>{view.t(WORDS.confirmations)}</h1>
    <Lead>{view.t(fill(graceDays > 0 ? LEAD_ENDS : LEAD, { months, days: graceDays }))}</Lead>
    <DataTable
      lang={view.lang}
      caption={WORDS.confirmations}
      captionHidden
      rows={items}
      rowKey={(item) => item.grant.id}
      empty={{ title: NOTHING, hint: NOTHING_HINT }}
      columns={[
        { key: 'user', header: WORDS.user, rowHeader: true, cell: ({ grant }) => `${grant.userName} (${grant.login})` },
        ...grantColumns(view)
          .filter((column) => column.key !== 'state')
          .map((column) => ({ ...column, rowHeader: false, cell: ({ grant }: ToConfirm) => column.cell(grant) })),
        { key: 'due', header: DUE, cell: ({ due, state }) => <StatusTag tone={state === 'overdue' ? 'danger' : 'warning'}>{readableDay(due)}</StatusTag> },
        { key: 'decide', header: DECIDE, cell: ({ grant }) => <Decide view={view} id={grant.id} /> },
      ]}
    />
  </Page>
);

const Decide = ({ view, id }: { view: View; id: string }): VNode => (
  <>
    <PostButton action="/access/confirmations" csrf={view.csrf} hidden={{ id, decision: 'keeps' }}>
      {view.t(KEEPS)}
    </PostButton>
    <PostButton action="/access/confirmations" csrf={view.csrf} hidden={{ id, decision: 'ends' }} variant="danger">
      {view.t(ENDS)}
    </PostButton>
  </>
);

const LEAD: Text = { lv: 'Tiesības jāapstiprina ik pēc {months} mēnešiem.', en: 'Rights are to be confirmed every {months} months.' };
const LEAD_ENDS: Text = {
  lv: 'Tiesības jāapstiprina ik pēc {months} mēnešiem. Neapstiprinātas tās beidzas {days} dienas pēc termiņa.',
  en: 'Rights are to be confirmed every {months} months. Unconfirmed, they end {days} days after the due day.',
};
const NOTHING: Text = { lv: 'Nekas nav jāapstiprina.', en: 'Nothing is to be confirmed.' };
const NOTHING_HINT: Text = { lv: 'Tiesības šeit parādās mēnesi pirms termiņa.', en: 'Rights appear here a month before they are due.' };
const DUE: Text = { lv: 'Jāapstiprina līdz', en: 'To be confirmed by' };
const DECIDE: Text = { lv: 'Lēmums', en: 'Decision' };
const KEEPS: Text = { lv: 'Patur', en: 'Keeps' };
const ENDS: Text = { lv: 'Izbeigt', en: 'End' };
