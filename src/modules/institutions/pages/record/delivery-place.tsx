import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { addDeliveryPlace } from '../../actions/delivery-places.js';
import { openChangeForm } from '../../actions/open-forms.js';
import { optionsOf, PROGRAMME_WORDS, WORDS } from '../words.js';
import { PlaceFields } from './fields.js';
import { RecordPage } from './frame.js';

export const deliveryPlaceRoute = formPage({
  path: '/institutions/:regNr/delivery-place',
  load: openChangeForm,
  render: ({ institution, units }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    return (
      <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution}>
        <SelectField {...field('programme')} label={WORDS.programme} options={optionsOf(PROGRAMME_WORDS)} />
        <TextField {...field('name')} label={WORDS.placeName} optional />
        <PlaceFields view={view} field={field} units={units} />
        <DateField {...field('from', view.today)} label={WORDS.from} min={institution.foundedOn} />
      </RecordPage>
    );
  },
  action: addDeliveryPlace,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const TITLE: Text = { lv: 'Jauna īstenošanas vieta', en: 'New delivery place' };
const DONE: Text = { lv: 'Īstenošanas vieta pievienota.', en: 'The delivery place is added.' };
