import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { openChangeForm } from '../../actions/open-forms.js';
import { renameInstitution } from '../../actions/rename-institution.js';
import { WORDS } from '../words.js';
import { RecordPage } from './frame.js';

export const renameRoute = formPage({
  path: '/institutions/:regNr/rename',
  load: openChangeForm,
  render: ({ institution }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    return (
      <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution}>
        <TextField {...field('name', institution.name)} label={WORDS.name} width="full" />
        <DateField {...field('from', view.today)} label={WORDS.from} min={institution.foundedOn} />
      </RecordPage>
    );
  },
  action: renameInstitution,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const TITLE: Text = { lv: 'Jauns nosaukums', en: 'New name' };
const DONE: Text = { lv: 'Jaunais nosaukums ierakstīts.', en: 'The new name is recorded.' };
