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
import type { UserDetails } from '../../actions/user-details.js';
import { NAME_FOLLOWS_REGISTER } from '../../texts.js';
import { WORDS } from '../words.js';

/** Changes what a user is called and where mail goes. */
export function ChangeUserPage({ view, details: { user }, attempt }: { view: View; details: UserDetails; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(TITLE)} breadcrumbs={[{ text: WORDS.users, href: '/access/users' }, { text: user.name, href: `/access/users/${user.id}` }, { text: TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{`${t(TITLE)}: ${user.name}`}</h1>
      <Lead>{t(LEAD)}</Lead>
      {user.personProven && <p>{t(NAME_FOLLOWS_REGISTER)}</p>}
      <Form csrf={view.csrf}>
        {!user.personProven && <TextField {...field('name', user.name)} label={WORDS.name} autoComplete="off" width="full" />}
        <TextField {...field('email', user.email)} label={EMAIL} type="email" autoComplete="off" width="full" />
        <TextField {...field('why')} label={WHY} hint={WHY_HINT} width="full" />
        <ButtonRow>
          <Button>{t(SAVE)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const TITLE: Text = { lv: 'Mainīt vārdu vai e-pastu', en: 'Change the name or mail address' };
const LEAD: Text = {
  lv: 'Lietotājs par izmaiņu uzzina, arī uz iepriekšējo e-pastu. Ja gaida saiti, ar kuru sāk, tā nāk uz jauno adresi, un iepriekšējā vairs neder. Lietotājvārds paliek.',
  en: 'The user is told of the change, also at the former address. A link to begin with that is still waited for comes to the new one, and the former is good no longer. The user name stays.',
};
const EMAIL: Text = { lv: 'E-pasts', en: 'E-mail' };
const WHY: Text = { lv: 'Iemesls', en: 'Reason' };
const WHY_HINT: Text = { lv: 'Piemēram, uzvārda maiņa vai kļūda adresē; lietotājs to redzēs', en: 'For example a change of family name or a slip in the address; the user will see it' };
const SAVE: Text = { lv: 'Mainīt', en: 'Change' };
