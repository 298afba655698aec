import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { CodeState } from '../../actions/enrol-code.js';
import { readableSecret } from '../../domain/one-time-code.js';
import type { SessionRow } from '../../actions/my-sessions.js';
import { NewPasswordFields } from '../sign-in/page.js';
import { WORDS } from '../words.js';
import { CodePicture } from './code-picture.js';

export const SessionsPage = ({ view, sessions }: { view: View; sessions: readonly SessionRow[] }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.sessions)} breadcrumbs={[{ text: WORDS.myRights, href: '/my/rights' }, { text: WORDS.sessions }]}>
    <h1>{view.t(WORDS.sessions)}</h1>
    <Lead>{view.t(SESSIONS_LEAD)}</Lead>
    <DataTable
      lang={view.lang}
      caption={WORDS.sessions}
      captionHidden
      rows={sessions}
      rowKey={(session) => session.id}
      columns={[
        { key: 'device', header: DEVICE, rowHeader: true, cell: (session) => session.device },
        { key: 'network', header: NETWORK, cell: (session) => session.addressPrefix },
        { key: 'began', header: BEGAN, cell: (session) => instant(session.createdAt) },
        { key: 'used', header: USED, cell: (session) => instant(session.lastUsedAt) },
        { key: 'end', header: END, cell: (session) => <EndSession view={view} id={session.id} /> },
      ]}
    />
    <ButtonRow>
      <PostButton action="/my/sessions/end-others" csrf={view.csrf} variant="danger">
        {view.t(END_OTHERS)}
      </PostButton>
      <ButtonLink href="/my/password" variant="secondary">
        {view.t(WORDS.password)}
      </ButtonLink>
      <ButtonLink href="/my/code" variant="secondary">
        {view.t(WORDS.code)}
      </ButtonLink>
    </ButtonRow>
  </Page>
);

const EndSession = ({ view, id }: { view: View; id: string }): VNode =>
  id === view.sessionId ? (
    <StatusTag tone="info">{view.t(THIS_ONE)}</StatusTag>
  ) : (
    <PostButton action="/my/sessions/end" csrf={view.csrf} hidden={{ session: id }} variant="quiet">
      {view.t(END)}
    </PostButton>
  );

export function PasswordPage({ view, attempt, leastLength }: { view: View; attempt: Attempt; leastLength: number }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: {}, errors: attempt.errors });
  return (
    <Page {...view.frame} title={t(WORDS.password)} breadcrumbs={[{ text: WORDS.sessions, href: '/my/sessions' }, { text: WORDS.password }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.password)}</h1>
      <Lead>{t(PASSWORD_LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <TextField {...field('current')} label={CURRENT} type="password" autoComplete="current-password" width="medium" />
        <NewPasswordFields field={field} leastLength={leastLength} />
        <ButtonRow>
          <Button>{t(WORDS.password)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

export function MyCodePage({ view, attempt, code }: { view: View; attempt: Attempt; code: CodeState }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(WORDS.code)} breadcrumbs={[{ text: WORDS.sessions, href: '/my/sessions' }, { text: WORDS.code }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.code)}</h1>
      {code.on ? (
        <Notice lang={lang} tone="success">
          <p>{t(CODE_ON)}</p>
        </Notice>
      ) : code.proposal ? (
        <Confirm view={view} attempt={attempt} {...code.proposal} />
      ) : (
        <Begin view={view} attempt={attempt} />
      )}
    </Page>
  );
}

function Begin({ view, attempt }: { view: View; attempt: Attempt }): VNode {
  const field = fieldsOf({ lang: view.lang, values: {}, errors: attempt.errors });
  return (
    <>
      <Lead>{view.t(CODE_LEAD)}</Lead>
      <Form csrf={view.csrf} action="/my/code">
        <TextField {...field('password')} label={CURRENT} type="password" autoComplete="current-password" width="medium" />
        <ButtonRow>
          <Button>{view.t(BEGIN)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

function Confirm({ view, attempt, secret, address }: { view: View; attempt: Attempt; secret: string; address: string }): VNode {
  const field = fieldsOf({ lang: view.lang, values: {}, errors: attempt.errors });
  return (
    <>
      <Lead>{view.t(SCAN)}</Lead>
      <CodePicture content={address} title={view.t(PICTURE)} />
      <p>
        {view.t(BY_HAND)} <code>{readableSecret(secret)}</code>
      </p>
      <Form csrf={view.csrf} action="/my/code/confirm">
        <TextField {...field('code')} label={CODE_FIELD} inputMode="numeric" autoComplete="one-time-code" width="short" />
        <ButtonRow>
          <Button>{view.t(TURN_ON)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

const SESSIONS_LEAD: Text = { lv: 'Kur jūs šobrīd esat pierakstījies. Ja kādu nepazīstat, izbeidziet to un nomainiet paroli.', en: 'Where you are signed in now. If you do not know one, end it and change your password.' };
const DEVICE: Text = { lv: 'Ierīce', en: 'Device' };
const NETWORK: Text = { lv: 'Tīkls', en: 'Network' };
const BEGAN: Text = { lv: 'Sākta', en: 'Began' };
const USED: Text = { lv: 'Pēdējoreiz lietota', en: 'Last used' };
const END: Text = { lv: 'Izbeigt', en: 'End' };
const THIS_ONE: Text = { lv: 'šī sesija', en: 'this session' };
const END_OTHERS: Text = { lv: 'Izbeigt visas pārējās', en: 'End all others' };
const PASSWORD_LEAD: Text = { lv: 'Pēc maiņas visas pārējās sesijas tiks izbeigtas.', en: 'After the change all your other sessions end.' };
const CURRENT: Text = { lv: 'Pašreizējā parole', en: 'Present password' };
const CODE_ON: Text = {
  lv: 'Vienreizējie kodi ir ieslēgti. Ja pazaudējat ierīci, vērsieties pie sava lietotāju administratora.',
  en: 'One-time codes are on. If you lose the device, ask your user administrator.',
};
const CODE_LEAD: Text = {
  lv: 'Pierakstoties papildus parolei ievadīsiet kodu no lietotnes tālrunī. Tā svešs cilvēks nevar pierakstīties, pat ja uzzina paroli.',
  en: 'When signing in you will enter a code from an application on your phone besides the password, so a stranger who learns it still cannot sign in.',
};
const BEGIN: Text = { lv: 'Sākt', en: 'Begin' };
const SCAN: Text = { lv: 'Noskenējiet attēlu ar autentifikācijas lietotni un ievadiet kodu, ko tā rāda.', en: 'Scan the picture with an authenticator application and enter the code it shows.' };
const PICTURE: Text = { lv: 'QR kods autentifikācijas lietotnei', en: 'QR code for the authenticator application' };
const BY_HAND: Text = { lv: 'Ja attēlu nevar noskenēt, ievadiet atslēgu ar roku:', en: 'If you cannot scan it, type the key by hand:' };
const CODE_FIELD: Text = { lv: 'Kods no lietotnes', en: 'Code from the application' };
const TURN_ON: Text = { lv: 'Ieslēgt', en: 'Turn on' };
