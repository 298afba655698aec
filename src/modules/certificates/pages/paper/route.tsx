import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import { pagingByKey } from '#web/list-links.js';
import { type Attempt, button, custom, formPage, showPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { printCopy } from '../../actions/print-copy.js';
import { moveRequest, openRequest, type PaperRequests, recordPayment, type ShownRequest, viewRequests } from '../../actions/paper.js';
import { DELIVERY_WORDS, euros, isUnpaid, NEXT_STEPS, PAPER_WORDS, PRINTED_IN, REASON_WORDS, STEP_WORDS } from '../../domain/paper.js';
import { CERTIFICATES, PAPER, W } from '../words.js';

export const paperRoutes: readonly WebRoute[] = [
  showPage({ path: PAPER, action: viewRequests, render: (found, view) => <RequestsPage view={view} found={found} /> }),
  formPage({
    path: `${PAPER}/:id`,
    load: openRequest,
    loadInput: ({ id }) => ({ id }),
    render: (request, view, attempt) => <RequestPage view={view} request={request} attempt={attempt} />,
    action: moveRequest,
    done: ({ id }) => ({ to: `${PAPER}/${id}`, notice: W.saved }),
  }),
  button({ path: `${PAPER}/:id/paid`, action: recordPayment, done: ({ id }) => ({ to: `${PAPER}/${id}`, notice: W.saved }) }),
  custom({
    method: 'POST',
    path: `${PAPER}/:id/print`,
    async handle(_request, reply, { raw, perform }) {
      const { name, content } = await perform(printCopy, { id: raw['id'] });
      return reply.type('application/pdf').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).send(content);
    },
  }),
];

function RequestsPage({ view, found: { closed, requests, next } }: { view: View; found: PaperRequests }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(W.paper)} width="work" breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, { text: W.paper }]}>
      <h1>{t(W.paper)}</h1>
      <p><a href={`${CERTIFICATES}/parameters`}>{t(W.numbers)}</a></p>
      <Tabs lang={lang} label={W.state} items={[{ href: PAPER, text: OPEN, current: !closed }, { href: `${PAPER}?show=closed`, text: CLOSED, current: closed }]} />
      <DataTable
        lang={lang}
        caption={W.paper}
        captionHidden
        rows={requests}
        rowKey={({ id }) => id}
        empty={{ title: NONE, hint: NONE_HINT }}
        paging={pagingByKey(view, { shown: requests.length, next })}
        columns={[
          { key: 'asked', header: ASKED, cell: ({ askedAt }) => instant(askedAt) },
          { key: 'number', header: W.number, rowHeader: true, cell: ({ id, number }) => <a href={`${PAPER}/${id}`}>{number}</a> },
          { key: 'name', header: W.name, cell: ({ given, family }) => `${family ?? '–'} ${given ?? ''}` },
          { key: 'delivery', header: DELIVERY, cell: ({ delivery }) => t(DELIVERY_WORDS[delivery]) },
          { key: 'due', header: DUE, cell: ({ dueOn }) => readableDay(dueOn) },
          { key: 'state', header: W.state, cell: ({ state }) => t(PAPER_WORDS[state]) },
        ]}
      />
    </Page>
  );
}

function RequestPage({ view, request, attempt }: { view: View; request: ShownRequest; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const waitsForFee = request.state === 'accepted' && isUnpaid(request);
  const steps = (NEXT_STEPS[request.state] as readonly (keyof typeof STEP_WORDS)[]).filter((step) => step !== 'printed' || !waitsForFee);
  return (
    <Page {...view.frame} title={request.number} breadcrumbs={[{ text: W.paper, href: PAPER }, { text: request.number }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{request.number}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.name, value: `${request.given ?? ''} ${request.family ?? ''}` },
          { key: W.state, value: t(PAPER_WORDS[request.state]) },
          { key: W.reason, value: `${t(REASON_WORDS[request.reason])}${request.explanation ? `: ${request.explanation}` : ''}` },
          { key: DELIVERY, value: `${t(DELIVERY_WORDS[request.delivery])}${request.address ? `: ${request.address}` : ''}` },
          { key: FEE, value: <>{t(euros(request.feeCents))} {isUnpaid(request) ? <StatusTag tone="warning">{t(NOT_PAID)}</StatusTag> : request.paidOn && t(fill(PAID, { day: readableDay(request.paidOn), document: request.paidDocument }))}</> },
          ...(request.feeBasis ? [{ key: FEE_BASIS, value: <><span lang="lv">{request.feeBasis.basis}</span> {!request.feeBasis.verified && <StatusTag tone="warning">{t(UNVERIFIED)}</StatusTag>}</> }] : []),
          ...(request.collectPlace ? [{ key: COLLECT_PLACE, value: request.collectPlace }] : []),
          { key: ASKED, value: instant(request.askedAt) },
          { key: DUE, value: readableDay(request.dueOn) },
          ...(request.lastRemark ? [{ key: W.remark, value: request.lastRemark }] : []),
        ]}
      />
      {waitsForFee && (
        <Form csrf={view.csrf} action={`${PAPER}/${request.id}/paid`}>
          <DateField {...fieldsOf({ lang, ...attempt })('paidOn', view.today)} label={PAID_ON} max={view.today} />
          <TextField {...field('paidDocument')} label={PAID_DOCUMENT} hint={PAID_DOCUMENT_HINT} maxLength={100} />
          <ButtonRow>
            <Button>{t(NOTE_PAID)}</Button>
          </ButtonRow>
        </Form>
      )}
      {PRINTED_IN.includes(request.state) && !waitsForFee && (
        <>
          <PostButton action={`${PAPER}/${request.id}/print`} csrf={view.csrf} variant="secondary">{t(PRINT)}</PostButton>
          <p>{t(PRINT_HINT)}</p>
        </>
      )}
      {steps.length > 0 && (
        <Form csrf={view.csrf}>
          {steps.includes('printed') && request.delivery === 'collected' && <TextArea {...field('collectPlace', request.collectedBefore)} label={COLLECT_PLACE} hint={COLLECT_PLACE_HINT} rows={2} maxLength={300} />}
          <TextArea {...field('remark')} label={W.remark} hint={REMARK_HINT} rows={2} maxLength={300} optional />
          <ButtonRow>
            {steps.map((step) => (
              <Button key={step} name="to" value={step} variant={step === 'refused' ? 'danger' : 'primary'}>{t(STEP_WORDS[step])}</Button>
            ))}
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}

const OPEN: Text = { lv: 'Jāizpilda', en: 'To be done' };
const CLOSED: Text = { lv: 'Pabeigti', en: 'Done' };
const NONE: Text = { lv: 'Pieprasījumu nav', en: 'There are no requests' };
const NONE_HINT: Text = { lv: 'Tie parādās, kad kāds pieprasa sertifikātu papīra formā.', en: 'They appear when somebody asks for a certificate on paper.' };
const ASKED: Text = { lv: 'Pieprasīts', en: 'Asked' };
const DELIVERY: Text = { lv: 'Saņemšana', en: 'Delivery' };
const DUE: Text = { lv: 'Izsniegt līdz', en: 'Deliver by' };
const FEE: Text = { lv: 'Maksa', en: 'Fee' };
const FEE_BASIS: Text = { lv: 'Maksas pamats', en: 'Basis of the fee' };
const UNVERIFIED: Text = { lv: 'nav salīdzināts ar tiesību aktu', en: 'not compared with the act' };
const NOT_PAID: Text = { lv: 'nav saņemta', en: 'not received' };
const PAID: Text = { lv: '(saņemta {day}, {document})', en: '(received on {day}, {document})' };
const PAID_ON: Text = { lv: 'Diena, kad maksa saņemta', en: 'Day on which the fee came' };
const PAID_DOCUMENT: Text = { lv: 'Maksājuma dokuments', en: 'Document of the payment' };
const PAID_DOCUMENT_HINT: Text = { lv: 'Piemēram, maksājuma uzdevuma vai kvīts numurs', en: 'For instance, the number of the payment order or receipt' };
const NOTE_PAID: Text = { lv: 'Maksa saņemta', en: 'The fee has come' };
const COLLECT_PLACE: Text = { lv: 'Kur un kad saņemt', en: 'Where and when it is collected' };
const COLLECT_PLACE_HINT: Text = { lv: 'Adrese, kabinets, darba laiks; pieprasītājs to saņem ziņā', en: 'Address, room, opening hours; whoever asked gets it as a message' };
const PRINT: Text = { lv: 'Lejupielādēt izdruku (PDF)', en: 'Download the printed copy (PDF)' };
const PRINT_HINT: Text = { lv: 'Ar kvadrātkodu, pēc kura jebkurš lapā “Dokumenta pārbaude” redz, vai papīrs nav mainīts. Izdrukājiet to, un apliecinājumu uzrakstiet ar roku.', en: 'With a square code by which anybody sees on the page "Check a document" whether the paper was changed. Print and attest it.' };
const REMARK_HINT: Text = { lv: 'Atsakot jāraksta, kāpēc; to redz pieprasītājs', en: 'Needed when refusing; whoever asked sees it' };
