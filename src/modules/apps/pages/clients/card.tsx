import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ClientDetails, ClientRow, NewSecretOf } from '../../actions/clients.js';
import { asksEachTime, KIND_RULES } from '../../domain/client.js';
import { LEVEL_NAMES, SCOPE_NAMES, WORDS } from '../words.js';
import { BACK_CHANNEL, DATA, NETWORKS, POST_LOGOUT, REDIRECTS, SECTOR } from './fields.js';
import { ClientState, titleOf } from './list.js';

export function ClientPage({ view, details: { client, notices }, attempt }: { view: View; details: ClientDetails; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const at = `/apps/${client.id}`;
  return (
    <Page {...view.frame} title={t(titleOf(client))} width="work" breadcrumbs={[{ text: WORDS.clients, href: '/apps' }, { text: titleOf(client) }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(titleOf(client))}</h1>
      <SummaryList lang={lang} items={[...factsOf(view, client)]} />
      {client.state === 'active' && (
        <ButtonRow>
          <ButtonLink href={`${at}/change`}>{t(CHANGE)}</ButtonLink>
          {KIND_RULES[client.kind].secret && (
            <ButtonLink href={`${at}/secret`} variant="secondary">
              {t(NEW_SECRET)}
            </ButtonLink>
          )}
        </ButtonRow>
      )}
      {client.backChannelUri && (
        <>
          <h2>{t(NOTICES)}</h2>
          <DataTable
            lang={lang}
            caption={NOTICES}
            captionHidden
            rows={notices}
            rowKey={(one) => one.id}
            empty={{ title: NO_NOTICES }}
            columns={[
              { key: 'made', header: MADE, rowHeader: true, cell: (one) => instant(one.madeAt) },
              { key: 'attempts', header: ATTEMPTS, number: true, cell: (one) => String(one.attempts) },
              { key: 'state', header: WORDS.state, cell: (one) => (one.deliveredAt ? <StatusTag tone="success">{t(HEARD)}</StatusTag> : <StatusTag tone="warning">{[t(NOT_HEARD), one.failure].filter(Boolean).join(': ')}</StatusTag>) },
            ]}
          />
        </>
      )}
      {client.state === 'active' && (
        <>
          <h2>{t(CLOSE)}</h2>
          <p>{t(CLOSE_HINT)}</p>
          <Form csrf={view.csrf} action={at}>
            <TextField {...field('why')} label={WHY} width="full" />
            <ButtonRow>
              <Button variant="danger">{t(CLOSE)}</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </Page>
  );
}

function* factsOf(view: View, client: ClientRow) {
  const { t } = view;
  const rules = KIND_RULES[client.kind];
  const lines = (all: readonly string[]) => (all.length === 0 ? '–' : all.map((one) => <div key={one}>{one}</div>));
  yield { key: IDENTIFIER, value: <code>{client.id}</code> };
  yield { key: WORDS.kind, value: t(rules.title) };
  yield { key: WORDS.owner, value: client.owner ?? t(WORDS.country) };
  yield { key: WORDS.state, value: <ClientState view={view} client={client} /> };
  if (client.userName) yield { key: ACTS_AS, value: client.userName };
  if (rules.redirects) {
    yield { key: REDIRECTS, value: lines(client.redirectUris) };
    yield { key: POST_LOGOUT, value: lines(client.postLogoutUris) };
  }
  if (client.kind === 'web') yield { key: BACK_CHANNEL, value: client.backChannelUri ?? '–' };
  if (rules.networks) yield { key: NETWORKS, value: client.networks.length === 0 ? t(ANYWHERE) : lines(client.networks) };
  if (rules.people) {
    yield { key: WORDS.level, value: t(LEVEL_NAMES[client.leastLevel]) };
    yield { key: DATA, value: client.scopes.map((scope) => t(SCOPE_NAMES[scope])).join(', ') || t(ONLY_SUBJECT) };
    yield { key: SECTOR, value: client.sector };
    yield { key: CONSENT, value: t(CONSENT_SHOWN[consentOf(client)]) };
  }
  if (client.secretChangedAt) yield { key: SECRET_SINCE, value: instant(client.secretChangedAt) };
}

function consentOf({ kind, firstParty }: ClientRow): keyof typeof CONSENT_SHOWN {
  if (asksEachTime(kind)) return 'each-time';
  return firstParty || kind === 'ticket' ? 'never' : 'once';
}

/** The only time that a secret is seen. */
export function SecretPage({ view, given: { id, secret, issuer } }: { view: View; given: NewSecretOf }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(REGISTERED)} breadcrumbs={[{ text: WORDS.clients, href: '/apps' }, { text: REGISTERED }]}>
      <h1>{t(REGISTERED)}</h1>
      {secret && (
        <Notice lang={lang} tone="warning" title={ONCE}>
          <p>{t(ONCE_TEXT)}</p>
        </Notice>
      )}
      <SummaryList lang={lang} items={[{ key: ISSUER, value: <code>{issuer}</code> }, { key: IDENTIFIER, value: <code>{id}</code> }, ...(secret ? [{ key: SECRET, value: <code>{secret}</code> }] : [])]} />
      <ButtonRow>
        <ButtonLink href={`/apps/${id}`}>{t(TO_CARD)}</ButtonLink>
      </ButtonRow>
    </Page>
  );
}

const CHANGE: Text = { lv: 'Mainīt', en: 'Change' };
export const NEW_SECRET: Text = { lv: 'Jauns noslēpums', en: 'New secret' };
const NOTICES: Text = { lv: 'Paziņojumi par izrakstīšanos', en: 'Notices of signing out' };
const NO_NOTICES: Text = { lv: 'Paziņojumu vēl nav.', en: 'There are no notices yet.' };
const MADE: Text = { lv: 'Laiks', en: 'Time' };
const ATTEMPTS: Text = { lv: 'Mēģinājumi', en: 'Attempts' };
const HEARD: Text = { lv: 'saņemts', en: 'received' };
const NOT_HEARD: Text = { lv: 'vēl nav saņemts', en: 'not yet received' };
const CLOSE: Text = { lv: 'Slēgt lietotni', en: 'Close the program' };
const CLOSE_HINT: Text = { lv: 'Neviens tajā vairs nevarēs ienākt, un viss tai izsniegtais beigsies uzreiz. Slēgtu lietotni neatjauno.', en: 'Nobody can enter it any more, and all it was given ends at once. A closed program is not opened again.' };
const WHY: Text = { lv: 'Slēgšanas iemesls', en: 'Reason for closing' };
const IDENTIFIER: Text = { lv: 'Identifikators (client_id)', en: 'Identifier (client_id)' };
const ACTS_AS: Text = { lv: 'Tehniskais lietotājs', en: 'Technical user' };
const ONLY_SUBJECT: Text = { lv: 'tikai apzīmējums', en: 'the identifier alone' };
const CONSENT: Text = { lv: 'Datu nodošanas lapa', en: 'Page about the data' };
const ANYWHERE: Text = { lv: 'jebkur', en: 'anywhere' };
const CONSENT_SHOWN = {
  once: { lv: 'tiek rādīta vienreiz, līdz cilvēks atļauju atsauc', en: 'is shown once, until the person takes the consent back' },
  'each-time': { lv: 'tiek rādīta katru reizi: šāda lietotne nevar pierādīt, ka ir tā pati', en: 'is shown each time: such a program cannot prove which one it is' },
  never: { lv: 'netiek rādīta', en: 'is not shown' },
} as const satisfies Record<string, Text>;
const SECRET_SINCE: Text = { lv: 'Noslēpums izsniegts', en: 'Secret given' };
const REGISTERED: Text = { lv: 'Lietotnes pieejas dati', en: 'What the program needs' };
const ONCE: Text = { lv: 'Noslēpums redzams tikai tagad', en: 'The secret is seen only now' };
const ONCE_TEXT: Text = { lv: 'Ierakstiet to lietotnes iestatījumos. Ja tas pazūd, izsniedziet jaunu; uzzināt šo vairs nevarēs neviens.', en: 'Put it into the program’s settings. If it is lost, give a new one; nobody can find this one out again.' };
const ISSUER: Text = { lv: 'Izsniedzējs (issuer)', en: 'Issuer' };
const SECRET: Text = { lv: 'Noslēpums (client_secret)', en: 'Secret (client_secret)' };
const TO_CARD: Text = { lv: 'Uz lietotnes kartīti', en: 'To the program' };
