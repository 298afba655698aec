import type { Text } from '#kernel/text.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { openRecordForm } from '../../actions/open-forms.js';
import { recordDeath } from '../../actions/record-death.js';
import { Summary } from '../card-sections.js';
import { WORDS } from '../words.js';
import type { Field } from './fields.js';
import { afterRecording, RecordPage } from './frame.js';

export const deathRoute = formPage({
  path: '/persons/:id/death',
  load: openRecordForm,
  render: ({ card }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    const fields = (
      <>
        <DeathFields field={field} today={view.today} />
        <Checkboxes {...field('confirmed')} label={CONFIRM} options={[{ value: 'yes', label: COMPARED }]} />
      </>
    );
    return (
      <RecordPage
        view={view}
        title={WORDS.death}
        card={card}
        attempt={attempt}
        danger
        save={SAVE}
        fields={fields}
        before={
          <>
            <p>{view.t(LEAD)}</p>
            <Summary view={view} card={card} />
          </>
        }
      />
    );
  },
  action: recordDeath,
  done: afterRecording({ lv: 'Miršanas fakts ierakstīts.', en: 'The death is recorded.' }),
});

export const DeathFields = ({ field, today }: { field: Field; today: string }) => (
  <>
    <DateField {...field('on')} label={WORDS.diedOn} max={today} />
    <TextField {...field('basis')} label={WORDS.basis} hint={BASIS_HINT} width="full" />
  </>
);

const LEAD: Text = {
  lv: 'Pirms ierakstīšanas pārliecinieties, ka šī ir īstā persona. Kļūdains ieraksts dzīvam cilvēkam liegtu pakalpojumus.',
  en: 'Before recording, make sure that this is the right person. A wrong entry would shut a living person out of services.',
};
const BASIS_HINT: Text = { lv: 'Miršanas reģistra ieraksta numurs un datums vai tiesas spriedums', en: 'Number and date of the entry in the register of deaths, or a court’s judgment' };
const CONFIRM: Text = { lv: 'Apstiprinājums', en: 'Confirmation' };
const COMPARED: Text = {
  lv: 'Vārds, uzvārds, personas kods un dzimšanas datums ir salīdzināti ar miršanas reģistra ierakstu',
  en: 'Name, personal code and date of birth have been compared with the entry in the register of deaths',
};
const SAVE: Text = { lv: 'Ierakstīt miršanas faktu', en: 'Record the death' };
