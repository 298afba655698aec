import type { Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { changeDetails } from '../../actions/change-details.js';
import { openChangeForm } from '../../actions/open-forms.js';
import { WORDS } from '../words.js';
import { ContactFields, startingWith } from './fields.js';
import { RecordPage } from './frame.js';

export const detailsRoute = formPage({
  path: '/institutions/:regNr/details',
  load: openChangeForm,
  render: ({ institution }, view, attempt) => {
    const field = startingWith(fieldsOf({ lang: view.lang, ...attempt }), { ...institution });
    return (
      <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution}>
        <ContactFields field={field} />
        <TextField {...field('entNr')} label={WORDS.entNr} inputMode="numeric" optional />
      </RecordPage>
    );
  },
  action: changeDetails,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const TITLE: Text = { lv: 'Saziņa un reģistra numurs', en: 'Contacts and register number' };
const DONE: Text = { lv: 'Saziņas informācija mainīta.', en: 'The contacts are changed.' };
