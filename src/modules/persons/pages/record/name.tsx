import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { type Attempt, formPage } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { changeName } from '../../actions/change-name.js';
import { openRecordForm, type RecordForm } from '../../actions/open-record-form.js';
import { History } from '../card-sections.js';
import { WORDS } from '../words.js';
import { RecordPage } from './frame.js';

function NamePage({ view, form: { card }, attempt }: { view: View; form: RecordForm; attempt: Attempt }): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  const fields = (
    <>
      <TextField {...field('given', card.names[0]?.given)} label={WORDS.given} width="medium" />
      <TextField {...field('family', card.names[0]?.family)} label={WORDS.family} width="medium" />
      <DateField {...field('from')} label={WORDS.from} max={view.today} />
    </>
  );
  return (
    <RecordPage view={view} title={TITLE} card={card} attempt={attempt} fields={fields}>
      <History view={view} title={WORDS.name} rows={card.names}>{(row) => `${row.given} ${row.family}`}</History>
    </RecordPage>
  );
}

export const nameRoute = formPage({
  path: '/persons/:id/name',
  load: openRecordForm,
  render: (form, view, attempt) => <NamePage view={view} form={form} attempt={attempt} />,
  action: changeName,
  done: (_, view) => ({ to: view.path, notice: DONE }),
});

const TITLE: Text = { lv: 'Vārda vai uzvārda maiņa', en: 'Change of name' };
const DONE: Text = { lv: 'Vārda maiņa ierakstīta.', en: 'The change of name is recorded.' };
