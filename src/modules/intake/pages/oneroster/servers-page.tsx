import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextField } from '#ui/form/text-field.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { LastPull, ShownServers } from '../../actions/oneroster/servers.js';
import { tellFailure } from '../../domain/oneroster/pull-failure.js';
import { W } from '../intake-words.js';
import { O } from './words.js';

const REFRESH_SECONDS = 3;

/** Servers of e-journals from which marks are fetched: how the last fetch went, fetch now, connect another. */
export function ServersPage({ view, shown, attempt }: { view: View; shown: ShownServers; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const underWay = shown.servers.some(({ last }) => last?.state === 'working' && last.failure === '') && attempt.errors.length === 0;
  return (
    <Page {...view.frame} title={t(TITLE)} width="work" {...(underWay && { refreshSeconds: REFRESH_SECONDS })} breadcrumbs={[{ text: O.title, href: '/intake/oneroster' }, { text: TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TITLE)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <DataTable
        lang={lang}
        caption={TITLE}
        captionHidden
        rows={shown.servers}
        rowKey={({ server }) => server.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'journal', header: W.journal, rowHeader: true, cell: ({ server }) => server.journal },
          { key: 'school', header: W.school, cell: ({ server }) => server.school },
          { key: 'address', header: ADDRESS, cell: ({ server }) => new URL(server.serviceUrl).host },
          { key: 'last', header: LAST, cell: ({ last }) => <LastFetch view={view} last={last} /> },
          {
            key: 'do', header: W.action, cell: ({ server }) => (
              <ButtonRow>
                <PostButton action={`/intake/oneroster/servers/${server.id}/fetch`} csrf={view.csrf}>{t(FETCH)}</PostButton>
                <PostButton action={`/intake/oneroster/servers/${server.id}/disconnect`} csrf={view.csrf} variant="quiet">{t(DISCONNECT)}</PostButton>
              </ButtonRow>
            ),
          },
        ]}
      />
      <h2>{t(CONNECT)}</h2>
      <Form csrf={view.csrf}>
        {shown.only ? <HiddenFields values={{ regNr: shown.only }} /> : <TextField {...field('regNr')} label={O.regNr} width="short" inputMode="numeric" />}
        <TextField {...field('journal')} label={JOURNAL} hint={JOURNAL_HINT} width="medium" />
        <TextField {...field('serviceUrl')} label={SERVICE} hint={SERVICE_HINT} width="full" />
        <TextField {...field('tokenUrl')} label={TOKEN} width="full" />
        <TextField {...field('clientId')} label={CLIENT} width="medium" />
        <TextField {...field('secret')} type="password" label={SECRET} hint={SECRET_HINT} width="medium" />
        <Button>{t(CONNECT)}</Button>
      </Form>
    </Page>
  );
}

function LastFetch({ view: { lang, t }, last }: { view: View; last: LastPull | null }): VNode {
  if (!last) return <>{t(NEVER)}</>;
  const { tone, words } = PULL_STATE[last.state];
  return (
    <>
      <StatusTag tone={tone}>{t(words)}</StatusTag> {instant(last.doneAt ?? last.startedAt)}
      <br />
      {`${t(RECORDS)} ${number(last.fetched, lang)}`}
      {tellFailure(last.failure).map(({ code, words }) => <><br />{t(words)} <code>{code}</code></>)}
      {last.batchIds.map((id, at) => <><br /><a key={id} href={`/intake/batches/${id}`}>{`${t(W.batch)} ${at + 1}`}</a></>)}
    </>
  );
}

const PULL_STATE: Readonly<Record<LastPull['state'], { tone: StatusTone; words: Text }>> = {
  working: { tone: 'info', words: { lv: 'ielasa', en: 'fetching' } },
  done: { tone: 'success', words: { lv: 'ielasīts', en: 'fetched' } },
  failed: { tone: 'danger', words: { lv: 'neizdevās', en: 'failed' } },
};

const TITLE: Text = { lv: 'Vērtējumu ielasīšana no e-žurnāla', en: 'Fetching marks from an e-journal' };
const LEAD: Text = {
  lv: 'Ja e-žurnāls nesūta datus pats, bet tam ir OneRoster 1.2 serveris, Vienkopus katru nakti ielasa no tā mainītos vērtējumus. Klases un skolēnus reģistrā tas nemaina.',
  en: 'Where an e-journal sends nothing but runs a OneRoster 1.2 server, Vienkopus fetches the changed marks from it each night. Classes and pupils of the register stay as they are.',
};
const NONE: Text = { lv: 'Neviens serveris nav pieslēgts', en: 'No server is connected' };
const NONE_HINT: Text = { lv: 'Adresi un piekļuves datus dod e-žurnāla uzturētājs.', en: 'Whoever runs the e-journal gives the address and the credentials.' };
const ADDRESS: Text = { lv: 'Serveris', en: 'Server' };
const LAST: Text = { lv: 'Pēdējā ielasīšana', en: 'Last fetch' };
const NEVER: Text = { lv: 'vēl nav bijusi', en: 'none yet' };
const RECORDS: Text = { lv: 'Ieraksti:', en: 'Records:' };
const FETCH: Text = { lv: 'Ielasīt tūlīt', en: 'Fetch now' };
const DISCONNECT: Text = { lv: 'Atslēgt', en: 'Disconnect' };
const CONNECT: Text = { lv: 'Pieslēgt serveri', en: 'Connect a server' };
const JOURNAL: Text = { lv: 'E-žurnāla kods', en: 'Code of the e-journal' };
const JOURNAL_HINT: Text = { lv: 'Kods no e-žurnālu reģistra; iestādei tas jau jābūt apstiprinājušai', en: 'The code of the register of e-journals; the institution must have confirmed it' };
const SERVICE: Text = { lv: 'Servera adrese', en: 'Address of the server' };
const SERVICE_HINT: Text = { lv: 'Bez /ims/oneroster…, piemēram, https://zurnals.example.lv', en: 'Without /ims/oneroster…, for example https://zurnals.example.lv' };
const TOKEN: Text = { lv: 'Atļauju (OAuth) adrese', en: 'Address of tokens (OAuth)' };
const CLIENT: Text = { lv: 'Klienta identifikators', en: 'Client identifier' };
const SECRET: Text = { lv: 'Klienta noslēpums', en: 'Client secret' };
const SECRET_HINT: Text = { lv: 'Glabā šifrētu un vairs nerāda', en: 'Kept encrypted and not shown again' };
