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
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { DemoUser } from '../../domain/demo-users.js';

export function SignInPage({ view, attempt, to, demo }: { view: View; attempt: Attempt; to: string; demo: readonly DemoUser[] }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(SIGN_IN)}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(SIGN_IN)}</h1>
      <Form csrf={view.csrf} action="/sign-in">
        <HiddenFields values={{ to }} />
        <TextField {...field('login')} label={LOGIN} autoComplete="username" width="medium" />
        <TextField {...field('password')} label={PASSWORD} type="password" autoComplete="current-password" width="medium" />
        <ButtonRow>
          <Button>{t(SIGN_IN)}</Button>
        </ButtonRow>
      </Form>
      {demo.length > 0 && <DemoUsers view={view} demo={demo} />}
    </Page>
  );
}

const DemoUsers = ({ view: { lang, t }, demo }: { view: View; demo: readonly DemoUser[] }): VNode => (
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

export function CodePage({ view, attempt, to }: { view: View; attempt: Attempt; to: string }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(CODE_TITLE)}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(CODE_TITLE)}</h1>
      <Form csrf={view.csrf} action="/sign-in/code">
        <HiddenFields values={{ to }} />
        <TextField {...field('code')} label={CODE} hint={CODE_HINT} inputMode="numeric" autoComplete="one-time-code" width="short" />
        <ButtonRow>
          <Button>{t(SIGN_IN)}</Button>
        </ButtonRow>
      </Form>
      <p>
        <a href="/sign-in">{t(START_ANEW)}</a>
      </p>
    </Page>
  );
}

export function SetPasswordPage({ view, attempt, leastLength }: { view: View; attempt: Attempt; leastLength: number }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: {}, errors: attempt.errors });
  return (
    <Page {...view.frame} title={t(CHOOSE)}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(CHOOSE)}</h1>
      <Lead>{t(CHOOSE_LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <NewPasswordFields field={field} leastLength={leastLength} />
        <ButtonRow>
          <Button>{t(SAVE)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

/** A new password, twice. */
export const NewPasswordFields = ({ field, leastLength }: { field: ReturnType<typeof fieldsOf>; leastLength: number }): VNode => (
  <>
    <TextField
      {...field('password')}
      label={NEW_PASSWORD}
      hint={{ lv: `Vismaz ${leastLength} rakstzīmes. Der vairāki nejauši vārdi.`, en: `At least ${leastLength} characters. Several random words will do.` }}
      type="password"
      autoComplete="new-password"
      width="medium"
    />
    <TextField {...field('again')} label={AGAIN} type="password" autoComplete="new-password" width="medium" />
  </>
);

const SIGN_IN: Text = { lv: 'Pierakstīties', en: 'Sign in' };
const LOGIN: Text = { lv: 'Lietotājvārds', en: 'User name' };
const PASSWORD: Text = { lv: 'Parole', en: 'Password' };
const ROLE: Text = { lv: 'Loma', en: 'Role' };
const DEMO: Text = { lv: 'Demonstrācijas lietotāji', en: 'Demonstration users' };
const DEMO_PASSWORD_IS: Text = { lv: 'Visiem viena parole:', en: 'One password for all:' };
const CODE_TITLE: Text = { lv: 'Ievadiet vienreizējo kodu', en: 'Enter the one-time code' };
const CODE: Text = { lv: 'Kods', en: 'Code' };
const CODE_HINT: Text = { lv: 'Seši cipari no jūsu autentifikācijas lietotnes', en: 'Six digits from your authenticator application' };
const START_ANEW: Text = { lv: 'Sākt no jauna ar citu lietotāju', en: 'Begin again with another user' };
const CHOOSE: Text = { lv: 'Izvēlieties paroli', en: 'Choose your password' };
const CHOOSE_LEAD: Text = { lv: 'Paroli zināsiet tikai jūs. Pēc tam pierakstieties ar to.', en: 'Only you will know it. Then sign in with it.' };
const NEW_PASSWORD: Text = { lv: 'Jaunā parole', en: 'New password' };
const AGAIN: Text = { lv: 'Jaunā parole vēlreiz', en: 'New password again' };
const SAVE: Text = { lv: 'Saglabāt paroli', en: 'Save the password' };
