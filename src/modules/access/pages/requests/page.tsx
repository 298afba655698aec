import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Details } from '#ui/details.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextArea } from '#ui/form/text-area.js';
import { instant } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import { hrefWith, type View } from '#web/view.js';
import type { CheckedRequest, Undecided } from '../../actions/decide-requests.js';
import { requestColumns } from '../request-cells.js';
import { WORDS } from '../words.js';

export const RequestsPage = ({ view, undecided: { requests, total, next } }: { view: View; undecided: Undecided }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.requests)} width="work">
    <h1>{view.t(WORDS.requests)}</h1>
    <DataTable
      lang={view.lang}
      caption={WORDS.requests}
      captionHidden
      rows={requests}
      rowKey={(request) => request.id}
      empty={{ title: NOTHING, hint: NOTHING_HINT }}
      paging={{ first: 1, total, ...(next && { next: hrefWith(view, { after: next }) }) }}
      columns={[
        { key: 'user', header: WORDS.user, rowHeader: true, cell: (request) => `${request.userName} (${request.login})` },
        ...requestColumns(view),
        { key: 'asked', header: ASKED, cell: (request) => instant(request.recordedAt) },
        { key: 'decide', header: DECIDE, cell: (request) => <Decide view={view} request={request} /> },
      ]}
    />
  </Page>
);

const Decide = ({ view, request }: { view: View; request: CheckedRequest }): VNode => (
  <>
    <PostButton action="/access/requests/approve" csrf={view.csrf} hidden={{ id: request.id }}>
      {view.t(APPROVE)}
    </PostButton>
    <Details summary={view.t(REFUSE)}>
      <RefuseForm view={view} id={request.id} attempt={{ values: {}, errors: [] }} />
    </Details>
  </>
);

function RefuseForm({ view, id, attempt }: { view: View; id: string; attempt: Attempt }): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  return (
    <Form csrf={view.csrf} action={`/access/requests/${id}/refuse`}>
      <TextArea {...field('why')} label={WHY} rows={2} />
      <ButtonRow>
        <Button variant="danger">{view.t(REFUSE)}</Button>
      </ButtonRow>
    </Form>
  );
}

export const RefusePage = ({ view, request, attempt }: { view: View; request: CheckedRequest; attempt: Attempt }): VNode => (
  <Page {...view.frame} title={view.t(REFUSE_TITLE)} breadcrumbs={[{ text: WORDS.requests, href: '/access/requests' }, { text: REFUSE_TITLE }]}>
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{view.t(REFUSE_TITLE)}</h1>
    <SummaryList
      lang={view.lang}
      items={[
        { key: WORDS.user, value: `${request.userName} (${request.login})` },
        ...requestColumns(view).map(({ header, cell }) => ({ key: header, value: cell(request) })),
        { key: ASKED, value: instant(request.recordedAt) },
      ]}
    />
    <RefuseForm view={view} id={request.id} attempt={attempt} />
  </Page>
);

const NOTHING: Text = { lv: 'Neviens pieprasījums negaida jūsu lēmumu.', en: 'No request waits for your decision.' };
const NOTHING_HINT: Text = { lv: 'Par jaunu pieprasījumu uzzināsiet sākumlapā.', en: 'A new one will be shown on the start page.' };
const ASKED: Text = { lv: 'Iesniegts', en: 'Submitted' };
const DECIDE: Text = { lv: 'Lēmums', en: 'Decision' };
const APPROVE: Text = { lv: 'Apstiprināt', en: 'Approve' };
const REFUSE: Text = { lv: 'Noraidīt', en: 'Refuse' };
const REFUSE_TITLE: Text = { lv: 'Noraidīt tiesību pieprasījumu', en: 'Refuse a request for a right' };
const WHY: Text = { lv: 'Noraidījuma iemesls (to redzēs pieprasītājs)', en: 'Reason for the refusal (the requester will see it)' };
