import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { PasskeyForm } from '../passkey-form.js';
import { WORDS } from '../words.js';

export interface SecondFactors {
  readonly code: boolean;
  readonly passkey: boolean;
  readonly recovery: boolean;
}

/** After a right password: the second factor, by whichever of the user's means is at hand. */
export function SecondPage({ view, attempt, to, factors }: { view: View; attempt: Attempt; to: string; factors: SecondFactors }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(TITLE)} islands={['passkey']}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TITLE)}</h1>
      <Lead>{t(LEAD)}</Lead>
      {factors.passkey && <PasskeyForm view={view} does="get" action="/sign-in/passkey" hidden={{ to }} label={USE_PASSKEY} />}
      {factors.code && (
        <Form csrf={view.csrf} action="/sign-in/code">
          <HiddenFields values={{ to }} />
          <TextField {...field('code')} label={WORDS.codeField} hint={CODE_HINT} inputMode="numeric" autoComplete="one-time-code" width="short" />
          <ButtonRow>
            <Button>{t(SIGN_IN)}</Button>
          </ButtonRow>
        </Form>
      )}
      {factors.recovery && (
        <Details summary={t(LOST)} open={attempt.errors.some((error) => error.field === 'recovery')}>
          <Form csrf={view.csrf} action="/sign-in/recovery-code">
            <HiddenFields values={{ to }} />
            <TextField {...field('recovery')} label={RECOVERY} hint={RECOVERY_HINT} autoComplete="off" width="medium" />
            <ButtonRow>
              <Button variant="secondary">{t(USE_RECOVERY)}</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
      <p>{t(NOTHING_LEFT)}</p>
      <p>
        <a href="/sign-in">{t(START_ANEW)}</a>
      </p>
    </Page>
  );
}

const TITLE: Text = { lv: 'Otrs solis', en: 'The second step' };
const LEAD: Text = { lv: 'Parole ir pareiza. Apstipriniet ar otru līdzekli, ka tas esat jūs.', en: 'The password is right. Confirm with a second factor that it is you.' };
const SIGN_IN: Text = { lv: 'Pierakstīties', en: 'Sign in' };
const USE_PASSKEY: Text = { lv: 'Lietot piekļuves atslēgu', en: 'Use a passkey' };
const CODE_HINT: Text = { lv: 'Seši cipari no jūsu autentifikācijas lietotnes', en: 'Six digits from your authenticator application' };
const LOST: Text = { lv: 'Ierīces nav pie rokas?', en: 'Device not at hand?' };
const RECOVERY: Text = { lv: 'Atkopšanas kods', en: 'Recovery code' };
const RECOVERY_HINT: Text = { lv: 'Viens no desmit izdrukātajiem; katrs der vienu reizi', en: 'One of the ten you printed; each is good once' };
const USE_RECOVERY: Text = { lv: 'Pierakstīties ar atkopšanas kodu', en: 'Sign in with a recovery code' };
const NOTHING_LEFT: Text = { lv: 'Ja nav nekā no tā, vērsieties pie sava lietotāju administratora.', en: 'If you have none of these, ask your user administrator.' };
const START_ANEW: Text = { lv: 'Sākt no jauna ar citu lietotāju', en: 'Begin again with another user' };
