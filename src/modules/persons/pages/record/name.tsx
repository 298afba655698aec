import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { formPage } from '#web/page-route.js';
import { changeName } from '../../actions/change-name.js';
import { openRecordForm } from '../../actions/open-forms.js';
import { History, wholeName } from '../card-sections.js';
import { WORDS } from '../words.js';
import { NameFields, startingWith } from './fields.js';
import { afterRecording, RecordPage } from './frame.js';

export const nameRoute = formPage({
  path: '/persons/:id/name',
  load: openRecordForm,
  render: ({ card }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    const fields = (
      <>
        <NameFields field={startingWith(field, { ...card.names[0] })} />
        <DateField {...field('from')} label={WORDS.from} max={view.today} />
      </>
    );
    return (
      <RecordPage view={view} title={TITLE} card={card} attempt={attempt} fields={fields}>
        <History view={view} title={WORDS.name} rows={card.names}>{wholeName}</History>
      </RecordPage>
    );
  },
  action: changeName,
  done: afterRecording({ lv: 'Vārda maiņa ierakstīta.', en: 'The change of name is recorded.' }),
});

const TITLE: Text = { lv: 'Vārda vai uzvārda maiņa', en: 'Change of name' };
