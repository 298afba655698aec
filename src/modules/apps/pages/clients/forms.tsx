import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { writtenPlace } from '#modules/access/public.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ClientDetails, ClientForm } from '../../actions/clients.js';
import { type Kind, KIND_RULES } from '../../domain/client.js';
import { WORDS } from '../words.js';
import { NEW_SECRET } from './card.js';
import { ClientFields } from './fields.js';
import { NEW, titleOf } from './list.js';

export function NewClientPage({ view, form: { places, everywhere }, kind, attempt }: { view: View; form: ClientForm; kind: Kind; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const { title, hint } = KIND_RULES[kind];
  const options = [...(everywhere ? [{ value: 'country', label: WORDS.country }] : []), ...places.map(({ place, name }) => ({ value: writtenPlace(place), label: name })), ...(everywhere ? [{ value: 'institution', label: INSTITUTION }] : [])];
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={[{ text: WORDS.clients, href: '/apps' }, { text: NEW, href: '/apps/new' }, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      <Lead>{t(hint)}</Lead>
      <Form csrf={view.csrf}>
        <SelectField {...field('place')} label={WORDS.owner} options={options} />
        {everywhere && <TextField {...field('regNr')} label={REG_NR} hint={REG_NR_HINT} inputMode="numeric" width="medium" optional />}
        {kind === 'machine' && <TextField {...field('user')} label={USER} hint={USER_HINT} autoComplete="off" width="medium" />}
        <ClientFields field={field} kind={kind} everywhere={everywhere} />
        <ButtonRow>
          <Button>{t(REGISTER)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

export function ChangeClientPage({ view, details: { client, everywhere }, attempt }: { view: View; details: ClientDetails; attempt: Attempt }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(CHANGE)} breadcrumbs={[{ text: WORDS.clients, href: '/apps' }, { text: titleOf(client), href: `/apps/${client.id}` }, { text: CHANGE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(CHANGE)}</h1>
      <Form csrf={view.csrf}>
        <ClientFields field={fieldsOf({ lang, ...attempt })} kind={client.kind} client={client} everywhere={everywhere} />
        <ButtonRow>
          <Button>{t(WORDS.save)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

export function NewSecretPage({ view, details: { client }, attempt }: { view: View; details: ClientDetails; attempt: Attempt }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(NEW_SECRET)} breadcrumbs={[{ text: WORDS.clients, href: '/apps' }, { text: titleOf(client), href: `/apps/${client.id}` }, { text: NEW_SECRET }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(NEW_SECRET)}</h1>
      <Lead>{t(SECRET_LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <ButtonRow>
          <Button variant="danger">{t(GIVE)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const INSTITUTION: Text = { lv: 'Iestāde (pēc reģistrācijas numura)', en: 'Institution (by registration number)' };
const REG_NR: Text = { lv: 'Iestādes reģistrācijas numurs', en: 'Registration number of the institution' };
const REG_NR_HINT: Text = { lv: 'Tikai tad, ja augstāk izvēlēta iestāde', en: 'Only if an institution is chosen above' };
const USER: Text = { lv: 'Tehniskā lietotāja lietotājvārds', en: 'User name of the technical user' };
const USER_HINT: Text = {
  lv: 'Sistēma strādā ar šī lietotāja tiesībām. Izveidojiet to sadaļā “Lietotāji” un nepierakstieties ar to; pēc reģistrēšanas pierakstīties ar to vairs nevar neviens.',
  en: 'The system works with this user’s rights. Create it under “Users” and do not sign in as it; once registered, nobody can.',
};
const REGISTER: Text = { lv: 'Reģistrēt', en: 'Register' };
const CHANGE: Text = { lv: 'Mainīt lietotni', en: 'Change the program' };
const SECRET_LEAD: Text = { lv: 'Līdzšinējais noslēpums beigsies uzreiz: līdz jaunā ierakstīšanai lietotnē neviens nevarēs ienākt.', en: 'The present secret ends at once: until the program has the new one, nobody can enter it.' };
const GIVE: Text = { lv: 'Izsniegt jaunu noslēpumu', en: 'Give a new secret' };
