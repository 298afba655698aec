import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Fieldset } from '#ui/form/fieldset.js';
import { Radios } from '#ui/form/radios.js';
import { formPage } from '#web/page-route.js';
import { openRegisterForm } from '../../actions/open-forms.js';
import { registerPerson } from '../../actions/register-person.js';
import { AddressFields, CodeFields, NameFields } from '../record/fields.js';
import { RecordPage, recordsHref } from '../record/frame.js';
import { SEX_OPTIONS, WORDS } from '../words.js';

export const registerRoute = formPage({
  path: '/persons/new',
  load: openRegisterForm,
  render: ({ units }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    const fields = (
      <>
        <NameFields field={field} />
        <DateField {...field('bornOn')} label={WORDS.bornOn} max={view.today} />
        <Radios {...field('sex')} label={WORDS.sex} options={SEX_OPTIONS} inline />
        <CodeFields field={field} />
        <Fieldset lang={view.lang} legend={HOME}>
          <AddressFields view={view} field={field} units={units} />
          <DateField {...field('livesThereSince')} label={SINCE} hint={SINCE_HINT} max={view.today} />
        </Fieldset>
      </>
    );
    return <RecordPage view={view} title={TITLE} attempt={attempt} before={<p>{view.t(LEAD)}</p>} fields={fields} save={SAVE} />;
  },
  action: registerPerson,
  done: ({ id }) => ({ to: recordsHref(id), notice: DONE }),
});

const TITLE: Text = { lv: 'Personas reģistrēšana', en: 'Registering a person' };
const LEAD: Text = {
  lv: 'Jaundzimušais vai persona, kas ieceļojusi. Vispirms pārliecinieties, ka reģistrā šādas personas vēl nav.',
  en: 'A newborn, or someone who came to live here. First make sure that the register does not have them yet.',
};
const HOME: Text = { lv: 'Pirmā deklarētā dzīvesvieta', en: 'First declared address' };
const SINCE: Text = { lv: 'Dzīvo tur no dienas', en: 'Lives there since' };
const SINCE_HINT: Text = { lv: 'Jaundzimušajam – dzimšanas diena', en: 'For a newborn, the day of birth' };
const SAVE: Text = { lv: 'Reģistrēt', en: 'Register' };
const DONE: Text = { lv: 'Persona reģistrēta.', en: 'The person is registered.' };
