import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Radios } from '#ui/form/radios.js';
import { formPage } from '#web/page-route.js';
import { changeAddress } from '../../actions/change-address.js';
import { openChangeForm } from '../../actions/open-forms.js';
import { ADDRESS_KIND_WORDS, optionsOf, WORDS } from '../words.js';
import { PlaceFields } from './fields.js';
import { RecordPage } from './frame.js';

export const addressRoute = formPage({
  path: '/institutions/:regNr/address',
  load: openChangeForm,
  render: ({ institution, units }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    return (
      <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution}>
        <Radios {...field('kind', 'legal')} label={KIND} hint={KIND_HINT} options={optionsOf(ADDRESS_KIND_WORDS)} />
        <PlaceFields view={view} field={field} units={units} />
        <DateField {...field('from', view.today)} label={WORDS.from} min={institution.foundedOn} />
      </RecordPage>
    );
  },
  action: changeAddress,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const TITLE: Text = { lv: 'Cita adrese', en: 'Another address' };
const KIND: Text = { lv: 'Kura adrese', en: 'Which address' };
const KIND_HINT: Text = { lv: 'Faktisko ieraksta tikai tad, ja tā atšķiras no juridiskās', en: 'The actual one is recorded only where it differs from the legal one' };
const DONE: Text = { lv: 'Adreses maiņa ierakstīta.', en: 'The change of address is recorded.' };
