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

const CHOOSE: Text = { lv: 'Izvēlieties paroli', en: 'Choose your password' };
const CHOOSE_LEAD: Text = { lv: 'Paroli zināsiet tikai jūs. Pēc tam pierakstieties ar to.', en: 'Only you will know it. Then sign in with it.' };
const NEW_PASSWORD: Text = { lv: 'Jaunā parole', en: 'New password' };
const AGAIN: Text = { lv: 'Jaunā parole vēlreiz', en: 'New password again' };
const SAVE: Text = { lv: 'Saglabāt paroli', en: 'Save the password' };
