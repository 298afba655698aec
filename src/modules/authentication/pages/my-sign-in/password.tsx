import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { NewPasswordFields } from '../sign-in/set-password.js';
import { WORDS } from '../words.js';

export function PasswordPage({ view, attempt, leastLength }: { view: View; attempt: Attempt; leastLength: number }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: {}, errors: attempt.errors });
  return (
    <Page {...view.frame} title={t(WORDS.password)} breadcrumbs={[{ text: WORDS.means, href: '/my/sign-in' }, { text: WORDS.password }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.password)}</h1>
      <Lead>{t(PASSWORD_LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <TextField {...field('current')} label={WORDS.present} type="password" autoComplete="current-password" width="medium" />
        <NewPasswordFields field={field} leastLength={leastLength} />
        <ButtonRow>
          <Button>{t(WORDS.password)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const PASSWORD_LEAD: Text = { lv: 'Pēc maiņas visas pārējās sesijas tiks izbeigtas.', en: 'After the change all your other sessions end.' };
