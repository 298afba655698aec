import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { WaysToProve } from '../../actions/prove-again.js';
import { WORDS as MUNICIPAL } from '../municipal/words.js';
import { OutsideWays } from '../outside/ways.js';
import { PasskeyForm } from '../passkey-form.js';
import { WORDS } from '../words.js';

/** Before something risky, or for an application that asks for more: prove anew who you are. */
export function AgainPage({ view, attempt, to, level, ways }: { view: View; attempt: Attempt; to: string; level: string; ways: WaysToProve }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const hidden = { to, level };
  const none = !ways.code && !ways.password && !ways.passkey && ways.outside.length === 0 && !ways.municipal;
  return (
    <Page {...view.frame} title={t(TITLE)} islands={['passkey']}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TITLE)}</h1>
      <Lead>{t(level === 'low' ? LEAD : level === 'high' ? LEAD_HIGH : LEAD_MORE)}</Lead>
      {none && (
        <Notice lang={lang} tone="warning" title={NOTHING}>
          <p>{t(level === 'high' ? NOTHING_HIGH : NOTHING_MORE)}</p>
          <ButtonRow>
            <ButtonLink href="/my/sign-in">{t(WORDS.means)}</ButtonLink>
          </ButtonRow>
        </Notice>
      )}
      {ways.passkey && <PasskeyForm view={view} does="get" action="/sign-in/again/passkey" hidden={hidden} label={USE_PASSKEY} />}
      {ways.code && (
        <Form csrf={view.csrf} action="/sign-in/again/code">
          <HiddenFields values={hidden} />
          {ways.codeWithPassword && <TextField {...field('password')} label={WORDS.present} type="password" autoComplete="current-password" width="medium" />}
          <TextField {...field('code')} label={WORDS.codeField} inputMode="numeric" autoComplete="one-time-code" width="short" />
          <ButtonRow>
            <Button>{t(GO_ON)}</Button>
          </ButtonRow>
        </Form>
      )}
      {ways.outside.length > 0 && <OutsideWays view={view} ways={ways.outside} purpose="again" to={to} />}
      {ways.municipal && (
        <ButtonRow>
          <ButtonLink href={`/sign-in/municipal?${new URLSearchParams({ purpose: 'again', to })}`} variant="secondary">
            {t(MUNICIPAL.title)}
          </ButtonLink>
        </ButtonRow>
      )}
      {ways.password && (
        <Form csrf={view.csrf} action="/sign-in/again/password">
          <HiddenFields values={hidden} />
          <TextField {...field('password')} label={WORDS.present} type="password" autoComplete="current-password" width="medium" />
          <ButtonRow>
            <Button>{t(GO_ON)}</Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}

const TITLE: Text = { lv: 'Apstipriniet, ka tas esat jūs', en: 'Confirm that it is you' };
const LEAD: Text = {
  lv: 'Tālākais ir riskants, un kopš pierakstīšanās pagājis laiks. Pēc apstiprinājuma turpināsiet no turienes, kur bijāt.',
  en: 'What comes next is risky, and you signed in some time ago. Once confirmed, you go on from where you were.',
};
const LEAD_MORE: Text = { lv: 'Tālākajam ar paroli vien nepietiek: vajadzīgs otrs līdzeklis.', en: 'What comes next needs more than a password: a second factor.' };
const LEAD_HIGH: Text = { lv: 'Tālākajam vajadzīgs kvalificēts līdzeklis: Smart-ID, eParaksts vai eID karte.', en: 'What comes next needs a qualified means: Smart-ID, eParaksts or an eID card.' };
const NOTHING: Text = { lv: 'Jums vēl nav tāda līdzekļa', en: 'You have no such means yet' };
const NOTHING_MORE: Text = { lv: 'Pievienojiet piekļuves atslēgu vai vienreizējos kodus un atgriezieties.', en: 'Add a passkey or one-time codes, and come back.' };
const NOTHING_HIGH: Text = {
  lv: 'Vispirms apstipriniet savu kontu ar Smart-ID vai eParakstu un tad atgriezieties. Piekļuves atslēga te neder.',
  en: 'First confirm your account by Smart-ID or eParaksts, then come back. A passkey will not do here.',
};
const USE_PASSKEY: Text = { lv: 'Lietot piekļuves atslēgu', en: 'Use a passkey' };
const GO_ON: Text = { lv: 'Turpināt', en: 'Go on' };
