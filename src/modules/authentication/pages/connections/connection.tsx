import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ConnectionDetails } from '../../actions/connections.js';
import type { DirectorySettings } from '../../actions/directory-settings.js';
import type { OpenIdSettings } from '../../actions/openid-settings.js';
import type { TriedConnection } from '../../outside/active-directory/try-connection.js';
import { lineOf } from './directory-form.js';
import { ConnectionState, pathOf, trailOf } from './list.js';
import { linesOf } from './openid-form.js';
import { Tried } from './tried.js';
import { WaitingSettings } from './waiting.js';
import { KIND_NAMES, WAY_NAMES, WORDS } from './words.js';

/** What trying it showed: of a directory each controller, of a provider whether it answers as one. */
export type TriedResult = { readonly kind: 'directory'; readonly tried: TriedConnection } | { readonly kind: 'openid'; readonly refusal: Text | null };

/** One connection: how it is set up, trying it, and how it was set up before. */
export function ConnectionPage({ view, found, tried, refusal }: { view: View; found: ConnectionDetails; tried: TriedResult | null; refusal?: Text | undefined }): VNode {
  const { lang, t } = view;
  const { connection, waiting, versions } = found;
  const path = `${pathOf(found.unitId)}/${connection.id}`;
  return (
    <Page {...view.frame} title={connection.title} width="work" breadcrumbs={[...trailOf(found), { text: WORDS.connections, href: pathOf(found.unitId) }, { text: connection.title }]}>
      <h1>{connection.title}</h1>
      {connection.closedAt && <Notice lang={lang} title={IS_CLOSED} />}
      {refusal && <Notice lang={lang} tone="warning" title={refusal} announced />}
      {tried && <Tried view={view} result={tried} />}
      {!connection.closedAt && !connection.openedAt && <Notice lang={lang} title={WORDS.draft}><p>{t(connection.workedAt ? SWITCH_IT_ON : TRY_FIRST)}</p></Notice>}
      {waiting && <WaitingSettings view={view} path={path} waiting={waiting} facts={factsOf(view, found, waiting.settings)} />}
      {waiting && <h2>{t(IN_FORCE)}</h2>}
      <SummaryList
        lang={lang}
        items={[
          { key: WORDS.state, value: <ConnectionState view={view} connection={connection} /> },
          { key: WORDS.worked, value: connection.workedAt ? instant(connection.workedAt) : t(NOT_YET) },
          ...factsOf(view, found, connection.settings),
        ]}
      />
      {!connection.closedAt && (
        <ButtonRow>
          {!waiting && (
            <PostButton action={`${path}/try`} csrf={view.csrf} variant={connection.workedAt ? 'secondary' : 'primary'}>
              {t(TRY)}
            </PostButton>
          )}
          {!connection.openedAt && connection.workedAt && (
            <PostButton action={`${path}/switch-on`} csrf={view.csrf} variant="primary">
              {t(SWITCH_ON)}
            </PostButton>
          )}
          {!waiting && (
            <ButtonLink href={`${path}/change`} variant="secondary">
              {t(CHANGE)}
            </ButtonLink>
          )}
          <ButtonLink href={`${path}/close`} variant="secondary">
            {t(CLOSE)}
          </ButtonLink>
        </ButtonRow>
      )}
      <h2>{t(HISTORY)}</h2>
      <DataTable
        lang={lang}
        caption={HISTORY}
        captionHidden
        rows={versions}
        rowKey={(version) => version.id}
        columns={[
          { key: 'at', header: WORDS.since, rowHeader: true, cell: (version) => instant(version.recordedAt) },
          { key: 'force', header: FROM, cell: (version) => (version.inForceAt ? instant(version.inForceAt) : t(version.supersededAt ? NEVER : WAITS)) },
          { key: 'by', header: WORDS.by, cell: (version) => version.recordedBy },
          { key: 'title', header: WORDS.title, cell: (version) => version.title },
          { key: 'settings', header: SETTINGS, cell: (version) => <SetUp view={view} found={found} settings={version.settings} /> },
          { key: 'until', header: WORDS.until, cell: (version) => (version.supersededAt ? instant(version.supersededAt) : '–') },
        ]}
      />
    </Page>
  );
}

const SetUp = ({ view, found, settings }: { view: View; found: ConnectionDetails; settings: unknown }): VNode => (
  <Details summary={view.t(LOOK)}>
    <SummaryList lang={view.lang} items={factsOf(view, found, settings)} />
  </Details>
);

/** What was reached and believed, in words; nothing secret is among it. */
const factsOf = (view: View, found: ConnectionDetails, settings: unknown) =>
  found.connection.kind === 'openid' ? openIdFacts(view, found, settings as OpenIdSettings) : directoryFacts(view, found, settings as DirectorySettings);

function directoryFacts({ t }: View, { connection, roles }: ConnectionDetails, set: DirectorySettings) {
  const titleOf = (code: string) => roles.find((role) => role.code === code);
  const yesNo = (is: boolean) => t(is ? WORDS.yes : WORDS.no);
  return [
    { key: WORDS.kind, value: t(KIND_NAMES[connection.kind]) },
    { key: WAY, value: t(WAY_NAMES[set.kind]) },
    { key: HOSTS, value: set.hosts.map((host) => <div key={host.name}>{lineOf(host)}</div>) },
    { key: BASE, value: set.baseDn },
    { key: SERVICE, value: set.serviceName },
    { key: REQUIRED, value: set.requiredGroup ?? '–' },
    { key: GROUPS, value: set.groupRoles.length === 0 ? '–' : set.groupRoles.map(({ group, role }) => <div key={group + role}>{`${group} → ${t({ lv: titleOf(role)?.titleLv ?? role, en: titleOf(role)?.titleEn ?? role })}`}</div>) },
    { key: CODE, value: set.personCodeAttribute ?? '–' },
    ...(set.kind === 'ldaps' ? [] : [{ key: REALM, value: set.realm ?? '–' }, { key: TWO_FACTORS, value: yesNo(set.secondFactorProven) }]),
    { key: OUTAGE, value: set.outage.kind === 'refuse' ? t(REFUSE) : t({ lv: `turpinās ${set.outage.minutes} minūtes`, en: `go on for ${set.outage.minutes} minutes` }) },
  ];
}

function openIdFacts({ t }: View, { connection, returnTo }: ConnectionDetails, set: OpenIdSettings) {
  return [
    { key: WORDS.kind, value: t(KIND_NAMES[connection.kind]) },
    { key: RETURN, value: <code>{returnTo}</code> },
    { key: ISSUER, value: set.issuer },
    { key: CLIENT, value: set.clientId },
    { key: CODE, value: set.personCodeClaim ?? '–' },
    { key: TWO_FACTORS, value: t(set.believesFactors ? WORDS.yes : WORDS.no) },
    { key: ACR, value: linesOf(set.acrLevels) || '–' },
    { key: MUST, value: linesOf(set.mustSay) || '–' },
  ];
}

const IS_CLOSED: Text = { lv: 'Savienojums ir slēgts: ar to vairs nepierakstās.', en: 'The connection is closed: nobody signs in by it any more.' };
const SWITCH_ON: Text = { lv: 'Ieslēgt pierakstīšanās lapā', en: 'Switch on at sign-in' };
const SWITCH_IT_ON: Text = { lv: 'Izmēģinājums izdevās. Kad to ieslēgsiet, darbinieki to redzēs pierakstīšanās lapā.', en: 'Trying it went well. Once you switch it on, people see it on the sign-in page.' };
const TRY_FIRST: Text = { lv: 'Vispirms izmēģiniet. Ieslēgt varēs, kad izmēģinājums izdosies.', en: 'Try it first. It can be switched on once trying it goes well.' };
const IN_FORCE: Text = { lv: 'Spēkā esošie iestatījumi', en: 'Settings in force' };
const FROM: Text = { lv: 'Spēkā no', en: 'In force from' };
const NEVER: Text = { lv: 'nav bijis spēkā', en: 'was never in force' };
const WAITS: Text = { lv: 'gaida', en: 'waits' };
const NOT_YET: Text = { lv: 'vēl nav izdevies', en: 'not successfully yet' };
const TRY: Text = { lv: 'Izmēģināt', en: 'Try it' };
const CHANGE: Text = { lv: 'Mainīt', en: 'Change' };
const CLOSE: Text = { lv: 'Slēgt', en: 'Close' };
const HISTORY: Text = { lv: 'Kā tas bijis iestatīts', en: 'How it has been set up' };
const LOOK: Text = { lv: 'Apskatīt', en: 'Look' };
const SETTINGS: Text = { lv: 'Iestatījumi', en: 'Settings' };
const WAY: Text = { lv: 'Kā pierakstās', en: 'How people sign in' };
const HOSTS: Text = { lv: 'Domēna kontrolleri', en: 'Domain controllers' };
const BASE: Text = { lv: 'Kur meklē (DN)', en: 'Where it looks (DN)' };
const SERVICE: Text = { lv: 'Apkalpes konts', en: 'Service account' };
const REQUIRED: Text = { lv: 'Obligātā grupa', en: 'Required group' };
const GROUPS: Text = { lv: 'Grupas, kas iesaka lomu', en: 'Groups that suggest a role' };
const CODE: Text = { lv: 'Kur stāv personas kods', en: 'Where the personal code stands' };
const REALM: Text = { lv: 'Kerberos apgabals', en: 'Kerberos realm' };
const TWO_FACTORS: Text = { lv: 'Tic, ka lietoti divi līdzekļi', en: 'Believes that two means were used' };
const OUTAGE: Text = { lv: 'Sesijas, kad domēns neatbild', en: 'Sessions while the domain is silent' };
const REFUSE: Text = { lv: 'gaida, līdz domēns atbild', en: 'wait until the domain answers' };
const RETURN: Text = { lv: 'Atgriešanās adrese (redirect URI)', en: 'Address of return (redirect URI)' };
const ISSUER: Text = { lv: 'Izdevējs', en: 'Issuer' };
const CLIENT: Text = { lv: 'Klienta identifikators', en: 'Client identifier' };
const ACR: Text = { lv: 'Drošības klases', en: 'Classes of assurance' };
const MUST: Text = { lv: 'Obligātie apgalvojumi', en: 'Claims that must be so' };
