import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { FlowDiagram } from '#ui/chart/flow-diagram.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextArea } from '#ui/form/text-area.js';
import { instant, number } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { StatementPage as Found } from '../actions/statements.js';
import { rateFormula } from '../domain/rate.js';
import type { StatementRow } from '../actions/statements.js';
import { money, PATH, StateTag, timeOf, versionOf, W } from './words.js';

export const titleOf = ({ recipient, provider }: StatementRow): Text => fill(TITLE, { recipient, provider });
export const crumbsTo = (statement: StatementRow) => [{ text: W.settlements, href: PATH }, { text: titleOf(statement), href: `${PATH}/statements/${statement.id}` }];

export function StatementPage({ view, found }: { view: View; found: Found }): VNode {
  const { lang, t } = view;
  const { statement, parts, versions, disputes } = found;
  const here = `${PATH}/statements/${statement.id}`;
  const owed = parts.filter((part) => part.cents > 0);
  return (
    <Page {...view.frame} title={t(titleOf(statement))} width="work" breadcrumbs={[{ text: W.settlements, href: PATH }, { text: titleOf(statement) }]}>
      <h1>{t(titleOf(statement))}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.period, value: timeOf(statement) },
          { key: W.version, value: versionOf(view, statement.version) },
          { key: statement.version === 1 ? W.sum : CHANGE_OF_SUM, value: money(view, statement.cents) },
          ...(versions.length > 1 ? [{ key: ALTOGETHER, value: `${money(view, versions.reduce((all, one) => all + one.cents, 0))} (${t(fill(VERSIONS, { n: versions.length }))})` }] : []),
          { key: W.state, value: <StateTag view={view} state={statement.state} /> },
          { key: W.prepared, value: instant(statement.preparedAt) },
          ...(statement.agreedAt ? [{ key: AGREED, value: instant(statement.agreedAt) }] : []),
        ]}
      />
      {owed.length > 0 && (
        <FlowDiagram
          lang={lang}
          title={PICTURE}
          left={W.recipient}
          right={statement.provider}
          flows={owed.map((part) => ({ from: { id: 'recipient', label: statement.recipient }, to: { id: part.institutionId, label: part.name }, weight: part.cents, note: money(view, part.cents) }))}
        />
      )}
      <DataTable
        lang={lang}
        caption={BY_INSTITUTION}
        rows={parts}
        rowKey={(row) => row.institutionId}
        columns={[
          { key: 'institution', header: W.institution, rowHeader: true, cell: (row) => row.name },
          { key: 'rate', header: W.rate, cell: (row) => (row.includedCents === null || row.learners === null ? '–' : rateFormula(row.includedCents, row.learners, row.rateCents, lang)) },
          { key: 'people', header: W.learners, number: true, cell: (row) => number(row.people, lang) },
          { key: 'months', header: MONTHS, number: true, cell: (row) => number(row.months, lang) },
          { key: 'sum', header: W.sum, number: true, cell: (row) => money(view, row.cents) },
        ]}
      />
      <ButtonRow>
        <ButtonLink href={`${here}/learners`}>{t(BY_NAME)}</ButtonLink>
        {found.mayAgree && statement.state === 'sent' && (
          <>
            <PostButton action={`${here}/agree`} csrf={view.csrf} variant="primary">{t(AGREE)}</PostButton>
            <ButtonLink href={`${here}/dispute`}>{t(DISPUTE)}</ButtonLink>
          </>
        )}
        {found.mayAnswer && statement.state === 'disputed' && <ButtonLink href={`${here}/answer`}>{t(ANSWER)}</ButtonLink>}
      </ButtonRow>
      {disputes.length > 0 && (
        <>
          <h2>{t(CONVERSATION)}</h2>
          <SummaryList lang={lang} items={disputes.flatMap((one) => [
            { key: fill(DISPUTED_AT, { at: instant(one.raisedAt) }), value: one.reason },
            { key: one.answeredAt ? fill(ANSWERED_AT, { at: instant(one.answeredAt) }) : ANSWER_OF, value: one.answer ?? t(AWAITED) },
          ])} />
        </>
      )}
      {versions.length > 1 && (
        <DataTable
          lang={lang}
          caption={ALL_VERSIONS}
          rows={versions}
          rowKey={(row) => row.id}
          columns={[
            { key: 'version', header: W.version, rowHeader: true, cell: (row) => (row.id === statement.id ? versionOf(view, row.version) : <a href={`${PATH}/statements/${row.id}`}>{versionOf(view, row.version)}</a>) },
            { key: 'prepared', header: W.prepared, cell: (row) => instant(row.preparedAt) },
            { key: 'sum', header: W.sum, number: true, cell: (row) => money(view, row.cents) },
            { key: 'state', header: W.state, cell: (row) => <StateTag view={view} state={row.state} /> },
          ]}
        />
      )}
    </Page>
  );
}

/** The recipient's reason, or the provider's answer to it. */
export function WordsPage({ view, attempt, found: { statement, disputes }, name }: { view: View; attempt: Attempt; found: Found; name: 'reason' | 'answer' }): VNode {
  const { lang, t } = view;
  const title = name === 'reason' ? DISPUTE : ANSWER;
  const open = disputes.find(({ answer }) => answer === null);
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={[...crumbsTo(statement), { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      <SummaryList lang={lang} items={[{ key: W.settlements, value: `${t(titleOf(statement))}, ${timeOf(statement)}` }, { key: W.sum, value: money(view, statement.cents) }, ...(name === 'answer' && open ? [{ key: WHAT_IS_WRONG, value: open.reason }] : [])]} />
      <Form csrf={view.csrf}>
        <TextArea {...fieldsOf({ lang, ...attempt })(name)} label={name === 'reason' ? WHAT_IS_WRONG : ANSWER_OF} hint={name === 'reason' ? REASON_HINT : ANSWER_HINT} rows={5} />
        <ButtonRow>
          <Button>{t(SEND)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const TITLE: Text = { lv: '{recipient} maksā: {provider}', en: '{recipient} pays: {provider}' };
const AGREED: Text = { lv: 'Saskaņots', en: 'Agreed' };
const CHANGE_OF_SUM: Text = { lv: 'Šīs redakcijas izmaiņas', en: 'Change by this version' };
const ALTOGETHER: Text = { lv: 'Kopā par šo laiku', en: 'Altogether for this time' };
const VERSIONS: Text = { lv: 'redakcijas: {n}', en: 'versions: {n}' };
const PICTURE: Text = { lv: 'Kas kam maksā', en: 'Who pays whom' };
const BY_INSTITUTION: Text = { lv: 'Pa iestādēm', en: 'By institution' };
const MONTHS: Text = { lv: 'Izglītojamo mēneši', en: 'Months of learners' };
const BY_NAME: Text = { lv: 'Izglītojamie pa mēnešiem', en: 'Learners by month' };
const AGREE: Text = { lv: 'Saskaņot', en: 'Agree' };
const DISPUTE: Text = { lv: 'Apstrīdēt', en: 'Dispute' };
const ANSWER: Text = { lv: 'Atbildēt uz iebildumu', en: 'Answer the dispute' };
const CONVERSATION: Text = { lv: 'Iebildumi un atbildes', en: 'Disputes and answers' };
const DISPUTED_AT: Text = { lv: 'Iebildums {at}', en: 'Dispute {at}' };
const ANSWERED_AT: Text = { lv: 'Atbilde {at}', en: 'Answer {at}' };
const ANSWER_OF: Text = { lv: 'Atbilde', en: 'Answer' };
const AWAITED: Text = { lv: 'vēl nav saņemta', en: 'not given yet' };
const ALL_VERSIONS: Text = { lv: 'Visas redakcijas', en: 'All versions' };
const WHAT_IS_WRONG: Text = { lv: 'Kas nav pareizi', en: 'What is wrong' };
const REASON_HINT: Text = { lv: 'Nosauciet iestādi, mēnesi un to, kam jābūt. Otra pašvaldība to redzēs.', en: 'Name the institution, the month and what should be. The other municipality will see it.' };
const ANSWER_HINT: Text = { lv: 'Ja jālabo adrese vai piederība, to dara reģistrā; starpību rādīs nākamais pārskats.', en: 'Where an address or a membership is to be corrected, that is done in the register; the next statement will show the difference.' };
const SEND: Text = { lv: 'Nosūtīt', en: 'Send' };
