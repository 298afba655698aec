import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { closeInstitution } from '../../actions/close-institution.js';
import { openChangeForm } from '../../actions/open-forms.js';
import type { Card } from '../../domain/card.js';
import { CLOSURE_REASON_WORDS, optionsOf, WORDS } from '../words.js';
import type { Field } from './fields.js';
import { RecordPage } from './frame.js';

export const closeRoute = formPage({
  path: '/institutions/:regNr/close',
  load: openChangeForm,
  render: ({ institution }, view, attempt) => (
    <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution} danger>
      <ClosureFields field={fieldsOf({ lang: view.lang, ...attempt })} institution={institution} />
    </RecordPage>
  ),
  action: closeInstitution,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

export const ClosureFields = ({ field, institution }: { field: Field; institution: Card['institution'] }): VNode => (
  <>
    <DateField {...field('closedOn')} label={FIRST_DAY_WITHOUT} hint={HINT} min={institution.foundedOn} />
    <SelectField {...field('reason')} label={REASON} options={optionsOf(CLOSURE_REASON_WORDS)} />
    <TextField {...field('basis')} label={WORDS.basis} hint={WORDS.basisHint} width="full" />
  </>
);

const TITLE: Text = { lv: 'Iestādes slēgšana', en: 'Closing of the institution' };
const FIRST_DAY_WITHOUT: Text = { lv: 'Pirmā diena, kad iestādes vairs nav', en: 'First day without the institution' };
const HINT: Text = { lv: 'Ar šo dienu beidzas arī dibinātāja ieraksts, īstenošanas vietas un tiesības iestādē.', en: 'The founder’s entry, the delivery places and rights in the institution end on that day too.' };
const REASON: Text = { lv: 'Kā iestāde beidzas', en: 'How the institution ends' };
const DONE: Text = { lv: 'Iestādes slēgšana ierakstīta.', en: 'The closing is recorded.' };
