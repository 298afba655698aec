import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { formPage } from '#web/page-route.js';
import { declareAddress } from '../../actions/declare-address.js';
import { openRecordForm } from '../../actions/open-forms.js';
import { Address, History } from '../card-sections.js';
import { WORDS } from '../words.js';
import { AddressFields } from './fields.js';
import { afterRecording, RecordPage } from './frame.js';

export const addressRoute = formPage({
  path: '/persons/:id/address',
  load: openRecordForm,
  render: ({ card, units }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    const fields = (
      <>
        <AddressFields view={view} field={field} units={units} />
        <DateField {...field('from', view.today)} label={WORDS.from} max={view.today} />
      </>
    );
    return (
      <RecordPage view={view} title={TITLE} card={card} attempt={attempt} fields={fields}>
        <History view={view} title={WORDS.home} rows={card.addresses}>{(row) => <Address row={row} />}</History>
      </RecordPage>
    );
  },
  action: declareAddress,
  done: afterRecording({ lv: 'Dzīvesvieta ierakstīta.', en: 'The address is recorded.' }),
});

const TITLE: Text = { lv: 'Jauna deklarētā dzīvesvieta', en: 'New declared address' };
