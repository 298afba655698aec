import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { PasskeyForm } from '../passkey-form.js';
import { WORDS } from '../words.js';

export function AddPasskeyPage({ view, attempt }: { view: View; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(WORDS.addPasskey)} islands={['passkey']} breadcrumbs={[{ text: WORDS.means, href: '/my/sign-in' }, { text: WORDS.addPasskey }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.addPasskey)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <PasskeyForm view={view} does="create" action="/my/sign-in/passkeys" label={WORDS.addPasskey}>
        <TextField {...field('name', t(MY_DEVICE))} label={NAME} hint={NAME_HINT} autoComplete="off" maxLength={60} width="medium" />
      </PasskeyForm>
    </Page>
  );
}

const LEAD: Text = {
  lv: 'Pārlūks jautās, kur atslēgu glabāt: šajā ierīcē, tālrunī vai drošības atslēgā. Turpmāk pierakstīsieties ar pirkstu, seju vai PIN.',
  en: 'The browser will ask where to keep the key: on this device, a phone or a security key. From then on a finger, face or PIN signs you in.',
};
const NAME: Text = { lv: 'Kā šo atslēgu saukt', en: 'What to call this key' };
const NAME_HINT: Text = { lv: 'Piemēram, “darba dators” vai “mans tālrunis”', en: 'For example “office computer” or “my phone”' };
const MY_DEVICE: Text = { lv: 'mana ierīce', en: 'my device' };
