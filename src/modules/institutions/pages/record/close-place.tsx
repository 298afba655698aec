import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { formPage } from '#web/page-route.js';
import { closeDeliveryPlace } from '../../actions/delivery-places.js';
import { openEntryForm } from '../../actions/open-forms.js';
import { EntryWords } from '../correct/entry-words.js';
import { RecordPage } from './frame.js';

export const closePlaceRoute = formPage({
  path: '/institutions/:regNr/delivery-places/:placeId/end',
  load: openEntryForm,
  loadInput: ({ regNr, placeId }) => ({ regNr, history: 'delivery_place', rowId: placeId }),
  render: ({ institution, entry }, view, attempt) => (
    <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution} danger before={<EntryWords view={view} entry={entry} />}>
      <DateField {...fieldsOf({ lang: view.lang, ...attempt })('from', view.today)} label={FIRST_DAY_WITHOUT} min={entry.row.validFrom} />
    </RecordPage>
  ),
  action: closeDeliveryPlace,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const TITLE: Text = { lv: 'Īstenošanas vietas slēgšana', en: 'Closing of a delivery place' };
const FIRST_DAY_WITHOUT: Text = { lv: 'Pirmā diena, kad tur vairs nemāca', en: 'First day without teaching there' };
const DONE: Text = { lv: 'Īstenošanas vietas slēgšana ierakstīta.', en: 'The closing of the delivery place is recorded.' };
