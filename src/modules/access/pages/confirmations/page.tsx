import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextArea } from '#ui/form/text-area.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { Confirmations, ToConfirm } from '../../actions/confirm-rights.js';
import type { GrantRow } from '../../actions/here.js';
import { grantColumns, WhichGrant } from '../grant-cells.js';
import { WORDS } from '../words.js';

export const ConfirmationsPage = ({ view, confirmations: { items, months, graceDays, next } }: { view: View; confirmations: Confirmations }): VNode => (
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
      paging={next || view.query['after'] ? pagingByKey(view, { shown: items.length, next }) : undefined}
      columns={[
        { key: 'user', header: WORDS.user, rowHeader: true, cell: ({ grant }) => `${grant.userName} (${grant.login})` },
        ...grantColumns(view)
          .filter((column) => column.key !== 'state')
          .map((column) => ({ ...column, rowHeader: false, cell: ({ grant }: ToConfirm) => column.cell(grant) })),
        { key: 'due', header: DUE, cell: ({ due, state }) => <StatusTag tone={state === 'overdue' ? 'danger' : 'warning'}>{readableDay(due)}</StatusTag> },
        { key: 'decide', header: DECIDE, cell: ({ grant }) => <Decide view={view} grant={grant} /> },
      ]}
    />
  </Page>
);

const Decide = ({ view, grant: { id, userId, userName } }: { view: View; grant: GrantRow }): VNode =>
  userId === view.actor.id ? (
    <>{view.t(OWN)}</>
  ) : (
    <ButtonRow>
      <PostButton action="/access/confirmations" csrf={view.csrf} hidden={{ id, decision: 'keeps' }}>
        {view.t(KEEPS)}
        <span class="visually-hidden">{`: ${userName}`}</span>
      </PostButton>
      <a href={`/access/confirmations/${id}/end`}>
        {view.t(ENDS)}
        <span class="visually-hidden">{`: ${userName}`}</span>
      </a>
    </ButtonRow>
  );

/** Asks why before a right ends in review. */
export function EndInReviewPage({ view, grant, attempt }: { view: View; grant: GrantRow; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(END_TITLE)} breadcrumbs={[{ text: WORDS.confirmations, href: '/access/confirmations' }, { text: END_TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(END_TITLE)}</h1>
      <Lead>{t(END_LEAD)}</Lead>
      <WhichGrant view={view} grant={grant} />
      <Form csrf={view.csrf}>
        <DateField {...field('on', view.today)} label={END_ON} min={view.today} />
        <TextArea {...field('why')} label={WORDS.endWhy} rows={2} />
        <ButtonRow>
          <Button variant="danger">{t(ENDS)}</Button>
          <ButtonLink href="/access/confirmations" variant="quiet">
            {t(BACK)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

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
const OWN: Text = { lv: 'savas tiesības neapstiprina pats', en: 'your own right is confirmed by somebody else' };
const END_TITLE: Text = { lv: 'Izbeigt tiesības pārskatīšanā', en: 'End a right in the review' };
const END_LEAD: Text = { lv: 'Tiesības beidzas norādītās dienas sākumā; šodien – uzreiz. Iemeslu lietotājs redz sadaļā “Manas tiesības”. Atsaukt to nevar: tiesības tad jāpiešķir no jauna.', en: 'The right ends at the beginning of the day given; today means at once. The user sees the reason under “My rights”. It cannot be undone: the right must then be given anew.' };
const END_ON: Text = { lv: 'Beidzas', en: 'Ends on' };
const BACK: Text = { lv: 'Atpakaļ', en: 'Back' };
