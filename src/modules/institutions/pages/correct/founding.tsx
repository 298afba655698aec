import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { correctFounding } from '../../actions/correct-founding.js';
import { openChangeForm } from '../../actions/open-forms.js';
import { RecordPage } from '../record/frame.js';
import { WORDS } from '../words.js';

export const correctFoundingRoute = formPage({
  path: '/institutions/:regNr/founding',
  load: openChangeForm,
  render: ({ institution }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    return (
      <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution} before={<p>{view.t(LEAD)}</p>}>
        <TextField {...field('number', institution.regNr)} label={WORDS.regNr} inputMode="numeric" maxLength={12} />
        <DateField {...field('foundedOn', institution.foundedOn)} label={WORDS.foundedDay} />
      </RecordPage>
    );
  },
  action: correctFounding,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const TITLE: Text = { lv: 'Numura un dibināšanas dienas labošana', en: 'Correcting the number and the founding day' };
const LEAD: Text = {
  lv: 'Ieraksti, kas sākas dibināšanas dienā, pārceļas tai līdzi. Iestādes lapas adresi nosaka tās numurs.',
  en: 'Entries that begin on the founding day move with it. The address of the institution’s page follows its number.',
};
const DONE: Text = { lv: 'Numurs un dibināšanas diena laboti.', en: 'The number and the founding day are corrected.' };
