import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { addLegalFounder } from '../../actions/add-legal-founder.js';
import { openChangeForm } from '../../actions/open-forms.js';
import { FOUNDER_REASON_WORDS, optionsOf, WORDS } from '../words.js';
import { FounderFields } from './fields.js';
import { RecordPage } from './frame.js';

export const legalFounderRoute = formPage({
  path: '/institutions/:regNr/legal-founder',
  load: openChangeForm,
  render: ({ institution, units }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    return (
      <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution}>
        <FounderFields view={view} field={field} units={units} />
        <DateField {...field('from', institution.foundedOn)} label={WORDS.from} min={institution.foundedOn} />
        <SelectField {...field('reason', 'founded')} label={WORDS.reason} options={REASONS} />
        <TextField {...field('basis')} label={WORDS.basis} hint={WORDS.basisHint} width="full" />
      </RecordPage>
    );
  },
  action: addLegalFounder,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const REASONS = optionsOf(FOUNDER_REASON_WORDS).filter((option) => option.value !== 'territorial reform');
const TITLE: Text = { lv: 'Vēl viens dibinātājs', en: 'One more founder' };
const DONE: Text = { lv: 'Dibinātājs ierakstīts.', en: 'The founder is recorded.' };
