import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { CodeState } from '../../actions/enrol-code.js';
import { readableSecret } from '../../domain/one-time-code.js';
import { WORDS } from '../words.js';
import { CodePicture } from '../code-picture.js';

export function MyCodePage({ view, attempt, code }: { view: View; attempt: Attempt; code: CodeState }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(WORDS.code)} breadcrumbs={[{ text: WORDS.means, href: '/my/sign-in' }, { text: WORDS.code }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.code)}</h1>
      {code.on ? (
        <>
          <Notice lang={lang} tone="success">
            <p>{t(CODE_ON)}</p>
          </Notice>
          <p>{t(NEW_DEVICE)}</p>
          <ButtonRow>
            <ButtonLink href="/my/sign-in/recovery-codes" variant="secondary">{t(WORDS.recovery)}</ButtonLink>
            <PostButton action="/my/sign-in/code/off" csrf={view.csrf} variant="danger">
              {t(TURN_OFF)}
            </PostButton>
          </ButtonRow>
        </>
      ) : code.proposal ? (
        <Confirm view={view} attempt={attempt} {...code.proposal} />
      ) : (
        <Begin view={view} />
      )}
    </Page>
  );
}

const Begin = ({ view }: { view: View }): VNode => (
  <>
    <Lead>{view.t(CODE_LEAD)}</Lead>
    <p>{view.t(WHICH_APP)}</p>
    <Form csrf={view.csrf} action="/my/sign-in/code">
      <ButtonRow>
        <Button>{view.t(BEGIN)}</Button>
      </ButtonRow>
    </Form>
  </>
);

function Confirm({ view, attempt, secret, address }: { view: View; attempt: Attempt; secret: string; address: string }): VNode {
  const field = fieldsOf({ lang: view.lang, values: {}, errors: attempt.errors });
  return (
    <>
      <Lead>{view.t(SCAN)}</Lead>
      <CodePicture content={address} title={view.t(PICTURE)} />
      <p>
        {view.t(BY_HAND)} <code>{readableSecret(secret)}</code>
      </p>
      <Form csrf={view.csrf} action="/my/sign-in/code/confirm">
        <TextField {...field('code')} label={WORDS.codeField} inputMode="numeric" autoComplete="one-time-code" width="short" />
        <ButtonRow>
          <Button>{view.t(TURN_ON)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

const CODE_ON: Text = {
  lv: 'Vienreizējie kodi ir ieslēgti. Izdrukājiet atkopšanas kodus dienai, kad ierīces nebūs pie rokas.',
  en: 'One-time codes are on. Print recovery codes for the day the device is not at hand.',
};
const NEW_DEVICE: Text = { lv: 'Ja esat nomainījis tālruni, izslēdziet kodus un ieslēdziet tos no jauna jaunajā tālrunī.', en: 'If you have changed phones, turn the codes off and on again with the new phone.' };
const CODE_LEAD: Text = {
  lv: 'Pierakstoties papildus parolei ievadīsiet kodu no lietotnes tālrunī. Tā svešs cilvēks nevar pierakstīties, pat ja uzzina paroli.',
  en: 'When signing in you will enter a code from an application on your phone besides the password, so a stranger who learns it still cannot sign in.',
};
const WHICH_APP: Text = {
  lv: 'Tālrunī vajadzīga autentifikācijas lietotne, piemēram, Google Authenticator, Microsoft Authenticator vai Aegis. Ja tādas vēl nav, vispirms ierīkojiet to no lietotņu veikala: tā ir bez maksas.',
  en: 'Your phone needs an authenticator application, such as Google Authenticator, Microsoft Authenticator or Aegis. If there is none yet, first get one from the application store: it is free.',
};
const BEGIN: Text = { lv: 'Sākt', en: 'Begin' };
const SCAN: Text = { lv: 'Noskenējiet attēlu ar autentifikācijas lietotni un ievadiet kodu, ko tā rāda.', en: 'Scan the picture with an authenticator application and enter the code it shows.' };
const PICTURE: Text = { lv: 'QR kods autentifikācijas lietotnei', en: 'QR code for the authenticator application' };
const BY_HAND: Text = { lv: 'Ja attēlu nevar noskenēt, ievadiet atslēgu ar roku:', en: 'If you cannot scan it, type the key by hand:' };
const TURN_ON: Text = { lv: 'Ieslēgt', en: 'Turn on' };
const TURN_OFF: Text = { lv: 'Izslēgt', en: 'Turn off' };
