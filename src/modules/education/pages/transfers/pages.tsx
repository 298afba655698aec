import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { EnrolForm } from '../../actions/enrol.js';
import type { TransferPage, TransfersPage } from '../../actions/transfers.js';
import { LearnerFields } from '../learner-fields.js';
import { nameOf, W } from '../pupil-words.js';
import { SchoolFrame } from '../school/frame.js';

type State = TransferPage['transfer']['state'];
const STATES: Readonly<Record<State, { tone: StatusTone; words: Text }>> = {
  asked: { tone: 'warning', words: { lv: 'gaida atbildi', en: 'waits for an answer' } },
  agreed: { tone: 'info', words: { lv: 'piekrists', en: 'agreed' } },
  refused: { tone: 'danger', words: { lv: 'atteikts', en: 'refused' } },
  withdrawn: { tone: 'ended', words: { lv: 'atsaukts', en: 'withdrawn' } },
  done: { tone: 'success', words: { lv: 'pārcelts', en: 'transferred' } },
};
const StateTag = ({ view, state }: { view: View; state: State }): VNode => <StatusTag tone={STATES[state].tone}>{view.t(STATES[state].words)}</StatusTag>;

export const TransfersList = ({ view, page: { school, transfers } }: { view: View; page: TransfersPage }): VNode => (
  <SchoolFrame view={view} school={school} title={W.transfers} side="transfers">
    <ButtonRow>
      <ButtonLink href={`/education/institutions/${school.regNr}/transfers/ask`}>{view.t(ASK)}</ButtonLink>
    </ButtonRow>
    <DataTable
      lang={view.lang}
      caption={W.transfers}
      captionHidden
      rows={transfers}
      rowKey={(one) => one.id}
      empty={{ title: NONE, hint: NONE_HINT }}
      columns={[
        { key: 'pupil', header: W.pupil, rowHeader: true, cell: (one) => <a href={`/education/transfers/${one.id}`}>{nameOf(one)}</a> },
        { key: 'direction', header: DIRECTION, cell: (one) => view.t(one.toInstitutionId === school.id ? TO_US : FROM_US) },
        { key: 'other', header: OTHER, cell: (one) => (one.toInstitutionId === school.id ? one.fromName : one.toName) },
        { key: 'on', header: MOVES_ON, cell: (one) => readableDay(one.movesOn) },
        { key: 'state', header: W.state, cell: (one) => <StateTag view={view} state={one.state} /> },
      ]}
    />
  </SchoolFrame>
);

export function AskPage({ view, attempt, form: { school, programmes, classes } }: { view: View; attempt: Attempt; form: EnrolForm }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <SchoolFrame view={view} school={school} title={ASK} errors={attempt.errors}>
      <Lead>{t(ASK_LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <LearnerFields view={view} field={(name) => field(name)} />
        <SelectField {...field('programmeCode')} label={W.programme} options={programmes.map((one) => ({ value: one.code, label: `${one.code} ${lang === 'lv' ? one.nameLv : one.nameEn}` }))} emptyOption={W.choose} />
        <SelectField {...field('classId')} label={W.class} options={classes.map((one) => ({ value: one.id, label: one.title }))} emptyOption={LATER} optional />
        <DateField {...field('movesOn')} label={MOVES_ON} hint={MOVES_HINT} />
        <Button>{t(ASK_DO)}</Button>
      </Form>
    </SchoolFrame>
  );
}

export function TransferView({ view, attempt, page: { transfer, answers, asks, openItems } }: { view: View; attempt: Attempt; page: TransferPage }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const waits = transfer.state === 'asked';
  const title = nameOf(transfer);
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: W.education, href: '/education' }, { text: W.transfers, href: `/education/institutions/${asks ? transfer.toRegNr : transfer.fromRegNr}/transfers` }, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{`${t(TRANSFER)}: ${title}`}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.state, value: <StateTag view={view} state={transfer.state} /> },
          { key: FROM_SCHOOL, value: `${transfer.fromName}${transfer.fromClass ? `, ${transfer.fromClass}` : ''}` },
          { key: TO_SCHOOL, value: `${transfer.toName}${transfer.class ? `, ${transfer.class}` : ''}` },
          { key: W.programme, value: lang === 'lv' ? transfer.programmeLv : transfer.programmeEn },
          { key: MOVES_ON, value: readableDay(transfer.movesOn) },
          { key: ASKED_AT, value: instant(transfer.askedAt) },
          ...(transfer.answeredAt ? [{ key: ANSWERED_AT, value: instant(transfer.answeredAt) }] : []),
          ...(transfer.doneAt ? [{ key: DONE_AT, value: instant(transfer.doneAt) }] : []),
          ...(transfer.reason ? [{ key: W.reason, value: transfer.reason }] : []),
        ]}
      />
      {transfer.state === 'agreed' && transfer.movesOn >= view.today && <Notice lang={lang} title={fill(WILL_BE_DONE, { day: readableDay(transfer.movesOn) })} />}
      {transfer.state === 'agreed' && transfer.movesOn < view.today && <Notice lang={lang} tone="warning" title={fill(NOT_DONE, { day: readableDay(transfer.movesOn) })} />}
      {openItems.length > 0 && (
        <>
          <h2>{t(CHECKLIST)}</h2>
          <ul>{openItems.map((item) => <li key={item.words.lv}>{item.href ? <a href={item.href}>{t(item.words)}</a> : t(item.words)}</li>)}</ul>
        </>
      )}
      {((waits && (answers || asks)) || (transfer.state === 'agreed' && asks)) && (
        <Form csrf={view.csrf}>
          <TextArea {...field('reason')} label={W.reason} hint={REASON_HINT} rows={2} maxLength={500} optional />
          <ButtonRow>
            {waits && answers && <Button name="answer" value="agreed">{t(AGREE)}</Button>}
            {waits && answers && <Button name="answer" value="refused" variant="danger">{t(REFUSE)}</Button>}
            {asks && <Button name="answer" value="withdrawn" variant="secondary">{t(WITHDRAW)}</Button>}
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}

const ASK: Text = { lv: 'Lūgt pārcelšanos uz šo iestādi', en: 'Ask for a transfer to this institution' };
const ASK_DO: Text = { lv: 'Nosūtīt lūgumu', en: 'Send the request' };
const ASK_LEAD: Text = { lv: 'Iestāde, kurā bērns mācās tagad, saņems lūgumu. Kad tā piekrīt, norādītajā dienā piederība tur beidzas un šeit sākas.', en: 'The institution where the child learns now receives the request. Once it agrees, the membership ends there and begins here on the day.' };
const NONE: Text = { lv: 'Pārcelšanās vēl nav bijušas.', en: 'There have been no transfers yet.' };
const NONE_HINT: Text = { lv: 'Ja pie jums pāriet bērns no citas iestādes, lūdziet pārcelšanos.', en: 'If a child comes to you from another institution, ask for a transfer.' };
const DIRECTION: Text = { lv: 'Virziens', en: 'Direction' };
const TO_US: Text = { lv: 'pie mums', en: 'to us' };
const FROM_US: Text = { lv: 'no mums', en: 'from us' };
const OTHER: Text = { lv: 'Otra iestāde', en: 'The other institution' };
const MOVES_ON: Text = { lv: 'Pirmā diena jaunajā iestādē', en: 'First day in the new institution' };
const MOVES_HINT: Text = { lv: 'Iepriekšējā iestādē pēdējā ir diena pirms tās.', en: 'The day before is the last one in the institution before.' };
const LATER: Text = { lv: 'Norādīs vēlāk', en: 'To be named later' };
const TRANSFER: Text = { lv: 'Pārcelšanās', en: 'Transfer' };
const FROM_SCHOOL: Text = { lv: 'No iestādes', en: 'From' };
const TO_SCHOOL: Text = { lv: 'Uz iestādi', en: 'To' };
const ASKED_AT: Text = { lv: 'Lūgts', en: 'Asked' };
const ANSWERED_AT: Text = { lv: 'Atbildēts', en: 'Answered' };
const DONE_AT: Text = { lv: 'Pārcelts', en: 'Transferred' };
const WILL_BE_DONE: Text = { lv: 'Abas iestādes ir vienojušās; pārcels naktī uz {day}', en: 'Both institutions have agreed; it will be done in the night to {day}' };
const NOT_DONE: Text = {
  lv: 'Pārcelt {day} neizdevās: kopš vienošanās reģistrā ir mainījusies piederība vai licence. Jaunā iestāde lūgumu atsauc un, ja vajag, lūdz no jauna.',
  en: 'It could not be done on {day}: a membership or a licence has changed in the register since the agreement. The new institution withdraws the request and asks anew where needed.',
};
const CHECKLIST: Text = { lv: 'Kas vēl atvērts', en: 'What is still open' };
const REASON_HINT: Text = { lv: 'Atsakot obligāts; to lasīs otra skola.', en: 'Required for a refusal; the other school will read it.' };
const AGREE: Text = { lv: 'Piekrist', en: 'Agree' };
const REFUSE: Text = { lv: 'Atteikt', en: 'Refuse' };
const WITHDRAW: Text = { lv: 'Atsaukt lūgumu', en: 'Withdraw the request' };
