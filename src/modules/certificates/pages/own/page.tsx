import type { VNode } from 'preact';
import { examName, STAGE_WORDS, TERM_WORDS } from '#modules/exams/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { instant, percent } from '#ui/format.js';
import { ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import type { View } from '#web/view.js';
import type { OwnCertificates } from '../../actions/own-certificates.js';
import { DELIVERY_WORDS, euros, isUnpaid, PAPER_WORDS, REASON_WORDS } from '../../domain/paper.js';
import { MINE, W } from '../words.js';

/** A resident's certificates, or those of a child: the sealed file, or a copy on paper. */
export function OwnPage({ view, own }: { view: View; own: OwnCertificates }): VNode {
  const { lang, t } = view;
  const { person, self, wards, certificates, requests, coming } = own;
  const people = [self, ...wards].map(({ id, given, family }) => ({ href: `${MINE}?person=${id}`, text: { lv: `${given} ${family}`, en: `${given} ${family}` }, current: id === person.id }));
  const isAsked = (id: string) => requests.some(({ certificateId, state }) => certificateId === id && ['submitted', 'accepted', 'printed'].includes(state));
  return (
    <Page {...view.frame} title={t(W.mine)}>
      <h1>{`${person.given} ${person.family}`}</h1>
      <Lead>{t(LEAD)}</Lead>
      {wards.length > 0 && <Tabs lang={lang} label={WHOSE} items={people} />}
      {coming.length > 0 && (
        <Notice lang={lang} tone="info" title={COMING}>
          <ul>{coming.map(({ id, stage, term, visibleFrom }) => <li key={id}>{`${t(STAGE_WORDS[stage])}, ${t(TERM_WORDS[term]).toLowerCase()}: ${instant(visibleFrom)}`}</li>)}</ul>
          <p>{t(COMING_HINT)}</p>
        </Notice>
      )}
      <DataTable
        lang={lang}
        caption={W.certificates}
        captionHidden
        rows={certificates}
        rowKey={({ id }) => id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'issued', header: W.issuedOn, cell: ({ issuedOn }) => readableDay(issuedOn) },
          { key: 'exam', header: W.exam, rowHeader: true, cell: (one) => t(examName(one)) },
          { key: 'number', header: W.number, cell: ({ number }) => <span class="whole">{number}</span> },
          { key: 'total', header: W.total, number: true, cell: ({ total }) => percent(total / 100, lang) },
          {
            key: 'do',
            header: DO,
            cell: (one) =>
              one.revokedAt ? (
                <>
                  <StatusTag tone="ended">{t(W.revoked)}</StatusTag> {one.revokedWhy}
                </>
              ) : (
                <ButtonRow>
                  <PostButton action={`${MINE}/${one.id}/download`} csrf={view.csrf} variant="primary">{t(W.download)}<span class="visually-hidden">{` ${t(examName(one))}`}</span></PostButton>
                  {!isAsked(one.id) && <a href={`${MINE}/${one.id}/paper`}>{t(W.askPaper)}<span class="visually-hidden">{` ${t(examName(one))}`}</span></a>}
                </ButtonRow>
              ),
          },
        ]}
      />
      <p>{t(EDOC)}</p>
      <p>{t(CONTEST)} <a href={`${RESULTS}?person=${person.id}`}>{t(SEE_RESULTS)}</a></p>
      {requests.length > 0 && (
        <>
          <h2>{t(REQUESTS)}</h2>
          <DataTable
            lang={lang}
            caption={REQUESTS}
            captionHidden
            rows={requests}
            rowKey={({ id }) => id}
            columns={[
              { key: 'asked', header: ASKED, cell: ({ askedAt }) => instant(askedAt) },
              { key: 'number', header: W.number, rowHeader: true, cell: ({ number }) => number },
              { key: 'why', header: W.reason, cell: ({ reason, delivery }) => `${t(REASON_WORDS[reason])}. ${t(DELIVERY_WORDS[delivery])}` },
              { key: 'fee', header: FEE, number: true, cell: (one) => `${t(euros(one.feeCents))}${one.state === 'accepted' && isUnpaid(one) ? ` (${t(TO_BE_PAID)})` : ''}` },
              { key: 'due', header: DUE, cell: ({ dueOn }) => readableDay(dueOn) },
              { key: 'state', header: W.state, cell: ({ state, lastRemark, collectPlace }) => `${t(PAPER_WORDS[state])}${state === 'refused' ? `: ${lastRemark}` : state === 'printed' && collectPlace ? `. ${t(COLLECT)}: ${collectPlace}` : ''}` },
              { key: 'do', header: DO, cell: ({ id, state }) => state === 'submitted' && <PostButton action={`${MINE}/requests/${id}/withdraw`} csrf={view.csrf}>{t(WITHDRAW)}</PostButton> },
            ]}
          />
        </>
      )}
    </Page>
  );
}

const LEAD: Text = { lv: 'Centralizēto eksāmenu sertifikāti kopš 2022./2023. mācību gada. E-dokuments ir oriģināls: to var lejupielādēt, cik reižu vajag, un nosūtīt tālāk.', en: 'Certificates of centralised exams since 2022/2023. The e-document is the original: it can be downloaded as often as needed and sent on.' };
const WHOSE: Text = { lv: 'Kura sertifikāti', en: 'Whose certificates' };
const NONE: Text = { lv: 'Sertifikātu nav', en: 'There are no certificates' };
const NONE_HINT: Text = { lv: 'Tie parādās rezultātu paziņošanas brīdī, ja kopvērtējums sasniedz slieksni.', en: 'They appear when results are published, if the total reaches the threshold.' };
const RESULTS = '/my/exam-results';
const SEE_RESULTS: Text = { lv: 'Pārbaudījumu rezultāti', en: 'Exam results' };
const CONTEST: Text = { lv: 'Vērtējums pa daļām un apelācijas iesniegšana:', en: 'The mark by parts, and how to lodge an appeal:' };
const COMING: Text = { lv: 'Kad sertifikāti parādīsies', en: 'When certificates appear' };
const COMING_HINT: Text = { lv: 'Līdz šim brīdim tos neredz neviens. Pēc tam sertifikāts ir šeit par katru centralizēto eksāmenu, kurā kopvērtējums sasniedz slieksni.', en: 'Until that instant nobody sees them. After it a certificate is here for each centralised exam whose total reaches the threshold.' };
const DO: Text = { lv: 'Darbības', en: 'Actions' };
const EDOC: Text = { lv: 'Datni ar galotni .edoc atver un pārbauda eParakstītājs, DigiDoc vai portāls latvija.gov.lv; tajā ir PDF un aģentūras zīmogs.', en: 'A file that ends in .edoc is opened and checked by eParakstītājs, DigiDoc or latvija.gov.lv; it holds a PDF and the seal of the agency.' };
const REQUESTS: Text = { lv: 'Pieprasījumi papīra formā', en: 'Requests for paper' };
const ASKED: Text = { lv: 'Pieprasīts', en: 'Asked' };
const FEE: Text = { lv: 'Maksa', en: 'Fee' };
const DUE: Text = { lv: 'Izsniedz līdz', en: 'Delivered by' };
const WITHDRAW: Text = { lv: 'Atsaukt', en: 'Withdraw' };
const TO_BE_PAID: Text = { lv: 'jāsamaksā', en: 'to be paid' };
const COLLECT: Text = { lv: 'Saņemt', en: 'To be collected' };
