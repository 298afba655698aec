import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { UserDetails } from '../../actions/user-details.js';
import { WORDS } from '../words.js';

/** Names whose account it is. */
export function BindUserPage({ view, details: { user }, attempt }: { view: View; details: UserDetails; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const differs = attempt.errors.some((error) => error.field === 'nameMeant');
  return (
    <Page {...view.frame} title={t(TITLE)} breadcrumbs={[{ text: WORDS.users, href: '/access/users' }, { text: user.name, href: `/access/users/${user.id}` }, { text: TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TITLE)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <TextField {...field('code')} label={CODE} width="medium" autoComplete="off" maxLength={14} />
        {differs && <Checkboxes {...field('nameMeant')} label={NAME} options={[{ value: 'yes', label: MEANT }]} />}
        <TextField {...field('basis')} label={WORDS.basis} hint={BASIS_HINT} width="full" />
        <ButtonRow>
          <Button>{t(SAVE)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const TITLE: Text = { lv: 'Norādīt konta personu', en: 'Name the account’s person' };
const LEAD: Text = {
  lv: 'Pēc tam kontu varēs apstiprināt tikai šī persona ar Smart-ID vai eParakstu; savus un savu bērnu datus tā kontā redz tikai pēc tam. Personas datus te nerāda.',
  en: 'From then on only this person can confirm the account, by Smart-ID or eParaksts; until then it shows nothing of their own and their children’s data. Nothing of the person is shown here.',
};
const CODE: Text = { lv: 'Personas kods', en: 'Personal code' };
const NAME: Text = { lv: 'Vārdi atšķiras', en: 'The names differ' };
const MEANT: Text = { lv: 'Tā ir domāts: kods ir pareizs', en: 'It is meant: the code is right' };
const BASIS_HINT: Text = { lv: 'Kā par to pārliecinājāties, piemēram, darba līgums', en: 'How you made sure, for example the contract of employment' };
const SAVE: Text = { lv: 'Norādīt', en: 'Name' };
