import type { VNode } from 'preact';
import { UncheckedFile } from '#modules/checking/public.js';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { Details } from '#ui/details.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextArea } from '#ui/form/text-area.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import { pagingByKey, sortingOf } from '#web/list-links.js';
import type { View } from '#web/view.js';
import { type CheckedRequest, type Undecided, uncheckedKind } from '../../actions/decide-requests.js';
import { requestColumns } from '../request-cells.js';
import { WORDS } from '../words.js';

export const RequestsPage = ({ view, undecided: { order, requests, total, next } }: { view: View; undecided: Undecided }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.requests)} width="work">
    <h1>{view.t(WORDS.requests)}</h1>
    <DataTable
      lang={view.lang}
      caption={WORDS.requests}
      captionHidden
      rows={requests}
      rowKey={(request) => request.id}
      empty={{ title: NOTHING, hint: NOTHING_HINT }}
      sort={sortingOf(view, order)}
      paging={pagingByKey(view, { shown: requests.length, total, next })}
      columns={[
        { key: 'user', header: WORDS.user, sort: true, rowHeader: true, cell: (request) => `${request.userName} (${request.login})` },
        ...requestColumns(view),
        { key: 'asked', header: ASKED, sort: true, cell: (request) => instant(request.recordedAt) },
        { key: 'decide', header: DECIDE, cell: (request) => <Decide view={view} request={request} /> },
      ]}
    />
  </Page>
);

const Decide = ({ view, request }: { view: View; request: CheckedRequest }): VNode => request.userId === view.actor.id ? <>{view.t(OWN)}</> : (
  <>
    {request.check?.verdict === 'failed' || uncheckedKind(request) ? (
      <ButtonLink href={`/access/requests/${request.id}/approve`} variant="secondary">{view.t(request.check?.verdict === 'failed' ? APPROVE_DESPITE : APPROVE_UNCHECKED)}</ButtonLink>
    ) : (
      <PostButton action={`/access/requests/${request.id}/approve`} csrf={view.csrf}>
        {view.t(APPROVE)}
      </PostButton>
    )}
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

/** Approving where the signature of the document does not hold asks for a tick and a reason; where nobody has checked it, for a tick. What cannot be given comes back here with why. */
export function ApprovePage({ view, request, attempt }: { view: View; request: CheckedRequest; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const isBroken = request.check?.verdict === 'failed';
  const isUnchecked = uncheckedKind(request) !== null;
  return (
    <Page {...view.frame} title={t(APPROVE_TITLE)} breadcrumbs={[{ text: WORDS.requests, href: '/access/requests' }, { text: APPROVE_TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors.map((error) => (['despite', 'despiteWhy', 'unchecked'].includes(error.field) ? error : { ...error, field: '' }))} />
      <h1>{t(APPROVE_TITLE)}</h1>
      <RequestSummary view={view} request={request} />
      {isBroken && (
        <Notice lang={lang} tone="danger" title={BROKEN}>
          <p>{t(BROKEN_MORE)} <a href={`/access/requests/${request.id}/document`}>{t(WHAT_WAS_FOUND)}</a></p>
        </Notice>
      )}
      {isUnchecked && (
        <>
          <UncheckedFile lang={lang} check={request.check} />
          <p><a href={`/access/requests/${request.id}/file`}>{t(OPEN_FILE)}</a></p>
        </>
      )}
      <Form csrf={view.csrf}>
        {isUnchecked && <Checkboxes {...field('unchecked')} label={UNCHECKED} options={[{ value: 'yes', label: UNCHECKED_TICK }]} />}
        {isBroken && (
          <>
            <Checkboxes {...field('despite')} label={DESPITE} options={[{ value: 'yes', label: DESPITE_TICK }]} />
            <TextArea {...field('despiteWhy')} label={DESPITE_WHY} rows={2} maxLength={1000} />
          </>
        )}
        <ButtonRow>
          <Button>{t(APPROVE)}</Button>
          <ButtonLink href={`/access/requests/${request.id}/refuse`} variant="secondary">{t(REFUSE)}</ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const RequestSummary = ({ view, request }: { view: View; request: CheckedRequest }): VNode => (
  <SummaryList
    lang={view.lang}
    items={[
      { key: WORDS.user, value: `${request.userName} (${request.login})` },
      ...requestColumns(view).map(({ header, cell }) => ({ key: header, value: cell(request) })),
      { key: ASKED, value: instant(request.recordedAt) },
    ]}
  />
);

export const RefusePage = ({ view, request, attempt }: { view: View; request: CheckedRequest; attempt: Attempt }): VNode => (
  <Page {...view.frame} title={view.t(REFUSE_TITLE)} breadcrumbs={[{ text: WORDS.requests, href: '/access/requests' }, { text: REFUSE_TITLE }]}>
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{view.t(REFUSE_TITLE)}</h1>
    <RequestSummary view={view} request={request} />
    <RefuseForm view={view} id={request.id} attempt={attempt} />
  </Page>
);

const NOTHING: Text = { lv: 'Neviens pieprasījums negaida jūsu lēmumu.', en: 'No request waits for your decision.' };
const NOTHING_HINT: Text = { lv: 'Par jaunu pieprasījumu uzzināsiet sākumlapā.', en: 'A new one will be shown on the start page.' };
const ASKED: Text = { lv: 'Iesniegts', en: 'Submitted' };
const DECIDE: Text = { lv: 'Lēmums', en: 'Decision' };
const OWN: Text = { lv: 'savu pieprasījumu neizlemj pats', en: 'your own request is decided by somebody else' };
const APPROVE: Text = { lv: 'Apstiprināt', en: 'Approve' };
const APPROVE_DESPITE: Text = { lv: 'Apstiprināt, lai gan paraksts neder', en: 'Approve although the signature does not hold' };
const APPROVE_UNCHECKED: Text = { lv: 'Apstiprināt bez pārbaudīta paraksta', en: 'Approve without a checked signature' };
const OPEN_FILE: Text = { lv: 'Lejupielādēt pielikumu', en: 'Download the attachment' };
const UNCHECKED: Text = { lv: 'Pielikums bez pārbaudīta paraksta', en: 'Attachment without a checked signature' };
const UNCHECKED_TICK: Text = { lv: 'Pielikumu esmu atvēris un izlasījis; tiesības piešķiru, lai gan programma parakstu nav pārbaudījusi (tas paliek žurnālā)', en: 'I have opened and read the attachment, and give the right although the program has checked no signature (this stays in the log)' };
const APPROVE_TITLE: Text = { lv: 'Apstiprināt tiesību pieprasījumu', en: 'Approve a request for a right' };
const BROKEN: Text = { lv: 'Pielikuma paraksts neder', en: 'The signature of the attachment does not hold' };
const BROKEN_MORE: Text = { lv: 'Nav pierādīts, kas iesniegumu parakstījis un vai tas pēc tam nav mainīts. Drošāk ir noraidīt un lūgt derīgi parakstītu.', en: 'It is not proven who signed it, nor that it was not changed afterwards. It is safer to refuse, and to ask for one whose signature holds.' };
const WHAT_WAS_FOUND: Text = { lv: 'Kas atrasts', en: 'What was found' };
const DESPITE: Text = { lv: 'Paraksts neder', en: 'The signature does not hold' };
const DESPITE_TICK: Text = { lv: 'Es to zinu un tiesības tomēr piešķiru', en: 'I know this and give the right all the same' };
const DESPITE_WHY: Text = { lv: 'Kāpēc (paliek lēmumā un žurnālā)', en: 'Why (kept with the decision and in the log)' };
const REFUSE: Text = { lv: 'Noraidīt', en: 'Refuse' };
const REFUSE_TITLE: Text = { lv: 'Noraidīt tiesību pieprasījumu', en: 'Refuse a request for a right' };
const WHY: Text = { lv: 'Noraidījuma iemesls (to redzēs pieprasītājs)', en: 'Reason for the refusal (the requester will see it)' };
