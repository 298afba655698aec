import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Fieldset } from '#ui/form/fieldset.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { openRegisterForm } from '../../actions/open-forms.js';
import { registerInstitution } from '../../actions/register-institution.js';
import { FounderFields, PlaceFields, RecordPage } from '../record/frame.js';
import { named, WORDS } from '../words.js';

export const registerRoute = formPage({
  path: '/institutions/register',
  load: openRegisterForm,
  render: ({ classifiers, units }, view, attempt) => {
    const { lang } = view;
    const field = fieldsOf({ lang, ...attempt });
    const choices = (items: typeof classifiers.types) => items.map((item) => ({ value: item.code, label: named(item, lang) }));
    return (
      <RecordPage view={view} title={TITLE} attempt={attempt}>
        <TextField {...field('regNr')} label={WORDS.regNr} inputMode="numeric" maxLength={12} />
        <TextField {...field('entNr')} label={WORDS.entNr} inputMode="numeric" optional />
        <TextField {...field('name')} label={WORDS.name} width="full" />
        <SelectField {...field('type')} label={WORDS.type} emptyOption={WORDS.choose} options={choices(classifiers.types)} />
        <SelectField {...field('legalStatus')} label={WORDS.legalStatus} emptyOption={WORDS.choose} options={choices(classifiers.legalStatuses)} />
        <SelectField {...field('subordination')} label={WORDS.subordination} emptyOption={WORDS.choose} options={choices(classifiers.subordinations)} />
        <DateField {...field('foundedOn')} label={FOUNDED_ON} />
        <TextField {...field('basis')} label={WORDS.basis} hint={WORDS.basisHint} width="full" />
        <Fieldset lang={lang} legend={FOUNDER}>
          <FounderFields view={view} field={field} units={units} />
        </Fieldset>
        <Fieldset lang={lang} legend={ADDRESS}>
          <PlaceFields view={view} field={field} units={units} />
        </Fieldset>
        <Fieldset lang={lang} legend={CONTACTS}>
          <TextField {...field('phone')} label={PHONE} type="tel" optional />
          <TextField {...field('email')} label={EMAIL} type="email" optional />
          <TextField {...field('website')} label={WEBSITE} optional />
        </Fieldset>
      </RecordPage>
    );
  },
  action: registerInstitution,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const TITLE: Text = { lv: 'Jaunas iestādes reģistrēšana', en: 'Registering a new institution' };
const FOUNDED_ON: Text = { lv: 'Dibināšanas diena', en: 'Day of founding' };
const FOUNDER: Text = { lv: 'Dibinātājs', en: 'Founder' };
const ADDRESS: Text = { lv: 'Juridiskā adrese', en: 'Legal address' };
const CONTACTS: Text = { lv: 'Saziņa', en: 'Contacts' };
const PHONE: Text = { lv: 'Tālrunis', en: 'Telephone' };
const EMAIL: Text = { lv: 'E-pasts', en: 'E-mail' };
const WEBSITE: Text = { lv: 'Tīmekļvietne', en: 'Website' };
const DONE: Text = { lv: 'Iestāde reģistrēta.', en: 'The institution is registered.' };
