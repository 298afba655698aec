import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { SignInOffer } from '../../actions/read-sign-in.js';
import { WORDS as MUNICIPAL } from '../municipal/words.js';
import { OutsideWays } from '../outside/ways.js';
import { PasskeyForm } from '../passkey-form.js';

export function SignInPage({ view, attempt, to, offer }: { view: View; attempt: Attempt; to: string; offer: SignInOffer }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(SIGN_IN)} islands={['passkey']}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(SIGN_IN)}</h1>
      <section aria-labelledby="by-passkey">
        <h2 id="by-passkey">{t(BY_PASSKEY)}</h2>
        <p class="hint">{t(PASSKEY_IS)}</p>
        <PasskeyForm view={view} does="get" action="/sign-in/passkey" hidden={{ to }} label={USE_PASSKEY} />
      </section>
      <section aria-labelledby="by-password">
        <h2 id="by-password">{t(BY_PASSWORD)}</h2>
        <Form csrf={view.csrf} action="/sign-in">
          <HiddenFields values={{ to }} />
          <TextField {...field('login')} label={LOGIN} autoComplete="username" width="medium" />
          <TextField {...field('password')} label={PASSWORD} type="password" autoComplete="current-password" width="medium" />
          <ButtonRow>
            <Button>{t(SIGN_IN)}</Button>
          </ButtonRow>
        </Form>
      </section>
      {offer.municipal && (
        <section aria-labelledby="by-municipality">
          <h2 id="by-municipality">{t(MUNICIPAL.title)}</h2>
          <ButtonRow>
            <ButtonLink href={`/sign-in/municipal?${new URLSearchParams({ to })}`} variant="secondary">
              {t(CHOOSE_MUNICIPALITY)}
            </ButtonLink>
          </ButtonRow>
        </section>
      )}
      {offer.outside.length > 0 && (
        <section aria-labelledby="by-outside">
          <h2 id="by-outside">{t(OUTSIDE)}</h2>
          <OutsideWays view={view} ways={offer.outside} purpose="sign-in" to={to} />
        </section>
      )}
      <p>
        {t(IF_YOU_CANNOT)} <a href="/become-a-user">{t(BECOME_A_USER)}</a>.
      </p>
      {offer.demo.length > 0 && <DemoUsers view={view} demo={offer.demo} />}
    </Page>
  );
}

const DemoUsers = ({ view: { lang, t }, demo }: { view: View; demo: SignInOffer['demo'] }): VNode => (
  <Details summary={t(DEMO)} open>
    <p>
      {t(DEMO_PASSWORD_IS)} <code>{demo[0]!.password}</code>
    </p>
    <DataTable
      lang={lang}
      caption={DEMO}
      captionHidden
      rows={demo}
      rowKey={(user) => user.login}
      columns={[
        { key: 'login', header: LOGIN, rowHeader: true, cell: (user) => <code>{user.login}</code> },
        { key: 'role', header: ROLE, cell: (user) => t(user.role) },
      ]}
    />
  </Details>
);

const SIGN_IN: Text = { lv: 'Pierakstīties', en: 'Sign in' };
const BY_PASSKEY: Text = { lv: 'Ar piekļuves atslēgu', en: 'By passkey' };
const PASSKEY_IS: Text = { lv: 'Ja to esat pievienojis: ar pirkstu, seju vai PIN, bez paroles.', en: 'If you have added one: by finger, face or PIN, without a password.' };
const USE_PASSKEY: Text = { lv: 'Lietot piekļuves atslēgu', en: 'Use a passkey' };
const BY_PASSWORD: Text = { lv: 'Ar lietotājvārdu un paroli', en: 'By user name and password' };
const CHOOSE_MUNICIPALITY: Text = { lv: 'Pašvaldības konts', en: 'Municipal account' };
const OUTSIDE: Text = { lv: 'Ar valsts vai skolas identitāti', en: 'By an identity of the state or the school' };
const LOGIN: Text = { lv: 'Lietotājvārds', en: 'User name' };
const PASSWORD: Text = { lv: 'Parole', en: 'Password' };
const ROLE: Text = { lv: 'Loma', en: 'Role' };
const IF_YOU_CANNOT: Text = {
  lv: 'Aizmirsta parole vai pazaudēta ierīce? Savas iestādes vai pašvaldības lietotāju administrators pārliecinās, ka tas esat jūs, un nosūta saiti. Vēl nav konta? Izlasiet,',
  en: 'Password forgotten or device lost? The user administrator of your institution or municipality makes sure that it is you, and sends a link. No account yet? Read',
};
const BECOME_A_USER: Text = { lv: 'kā kļūt par lietotāju', en: 'how to become a user' };
const DEMO: Text = { lv: 'Demonstrācijas lietotāji', en: 'Demonstration users' };
const DEMO_PASSWORD_IS: Text = { lv: 'Visiem viena parole:', en: 'One password for all:' };
