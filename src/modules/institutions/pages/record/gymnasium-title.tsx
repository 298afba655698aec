import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { type Attempt, formPage } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { grantGymnasiumTitle, withdrawGymnasiumTitle } from '../../actions/gymnasium-title.js';
import { openChangeForm } from '../../actions/open-forms.js';
import type { Card } from '../../domain/card.js';
import { WORDS } from '../words.js';
import { RecordPage } from './frame.js';

export const grantTitleRoute = formPage({
  path: '/institutions/:regNr/gymnasium-title',
  load: openChangeForm,
  render: ({ institution }, view, attempt) => formOf(GRANT, institution, view, attempt),
  action: grantGymnasiumTitle,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: GRANTED }),
});

export const withdrawTitleRoute = formPage({
  path: '/institutions/:regNr/gymnasium-title-end',
  load: openChangeForm,
  render: ({ institution }, view, attempt) => formOf(WITHDRAW, institution, view, attempt),
  action: withdrawGymnasiumTitle,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: WITHDRAWN }),
});

function formOf(title: Text, institution: Card['institution'], view: View, attempt: Attempt) {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  return (
    <RecordPage view={view} title={title} attempt={attempt} institution={institution}>
      <DateField {...field('from', view.today)} label={title === GRANT ? WORDS.from : FIRST_DAY_WITHOUT} min={institution.foundedOn} />
      <TextField {...field('basis')} label={WORDS.basis} hint={BASIS_HINT} width="full" />
    </RecordPage>
  );
}

const GRANT: Text = { lv: 'Valsts ģimnāzijas statusa piešķiršana', en: 'Granting the status of a state gymnasium' };
const WITHDRAW: Text = { lv: 'Valsts ģimnāzijas statusa atņemšana', en: 'Withdrawing the status of a state gymnasium' };
const FIRST_DAY_WITHOUT: Text = { lv: 'Pirmā diena bez statusa', en: 'First day without the status' };
const BASIS_HINT: Text = { lv: 'Piemēram, Ministru kabineta rīkojums ar datumu un numuru', en: 'For example an order of the Cabinet with its date and number' };
const GRANTED: Text = { lv: 'Valsts ģimnāzijas statuss ierakstīts.', en: 'The status of a state gymnasium is recorded.' };
const WITHDRAWN: Text = { lv: 'Valsts ģimnāzijas statusa beigas ierakstītas.', en: 'The end of the status is recorded.' };
