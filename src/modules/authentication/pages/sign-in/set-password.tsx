import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';

/** Choosing a password by a mailed link. */
export function SetPassword({ view, attempt, login, leastLength }: { view: View; attempt: Attempt; login: string; leastLength: number }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: {}, errors: attempt.errors });
  return (
    <>
      <h1>{t(CHOOSE)}</h1>
      <Lead>{t(CHOOSE_LEAD)}</Lead>
      <p>
        {t(YOUR_LOGIN)} <strong>{login}</strong>
      </p>
      <Form csrf={view.csrf}>
        <NewPasswordFields field={field} leastLength={leastLength} />
        <ButtonRow>
          <Button>{t(SAVE)}</Button>
        </ButtonRow>
      </Form>
    </>
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

export const CHOOSE: Text = { lv: 'Izvēlieties paroli', en: 'Choose your password' };
const CHOOSE_LEAD: Text = { lv: 'Paroli zināsiet tikai jūs. Pēc tam pierakstieties ar lietotājvārdu un to.', en: 'Only you will know it. Then sign in with your user name and it.' };
const YOUR_LOGIN: Text = { lv: 'Jūsu lietotājvārds:', en: 'Your user name:' };
const NEW_PASSWORD: Text = { lv: 'Jaunā parole', en: 'New password' };
const AGAIN: Text = { lv: 'Jaunā parole vēlreiz', en: 'New password again' };
const SAVE: Text = { lv: 'Saglabāt paroli', en: 'Save the password' };
