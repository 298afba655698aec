import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Fieldset } from '#ui/form/fieldset.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { openRegisterForm } from '../../actions/open-forms.js';
import { registerInstitution } from '../../actions/register-institution.js';
import { ContactFields, FounderFields, PlaceFields, StandingFields } from '../record/fields.js';
import { RecordPage } from '../record/frame.js';
import { WORDS } from '../words.js';

export const registerRoute = formPage({
  path: '/institutions/register',
  load: openRegisterForm,
  render: ({ classifiers, units }, view, attempt) => {
    const { lang } = view;
    const field = fieldsOf({ lang, ...attempt });
    return (
      <RecordPage view={view} title={TITLE} attempt={attempt}>
        <TextField {...field('regNr')} label={WORDS.regNr} inputMode="numeric" maxLength={12} />
        <TextField {...field('entNr')} label={WORDS.entNr} inputMode="numeric" optional />
        <TextField {...field('name')} label={WORDS.name} width="full" />
        <StandingFields view={view} field={field} classifiers={classifiers} />
        <DateField {...field('foundedOn')} label={WORDS.foundedDay} />
        <TextField {...field('basis')} label={WORDS.basis} hint={WORDS.basisHint} width="full" />
        <Fieldset lang={lang} legend={FOUNDER}>
          <FounderFields view={view} field={field} units={units} />
        </Fieldset>
        <Fieldset lang={lang} legend={ADDRESS}>
          <PlaceFields view={view} field={field} units={units} />
        </Fieldset>
        <Fieldset lang={lang} legend={WORDS.contacts}>
          <ContactFields field={field} />
        </Fieldset>
      </RecordPage>
    );
  },
  action: registerInstitution,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const TITLE: Text = { lv: 'Jaunas iestādes reģistrēšana', en: 'Registering a new institution' };
const FOUNDER: Text = { lv: 'Dibinātājs', en: 'Founder' };
const ADDRESS: Text = { lv: 'Juridiskā adrese', en: 'Legal address' };
const DONE: Text = { lv: 'Iestāde reģistrēta.', en: 'The institution is registered.' };
