import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { changeFounder } from '../../actions/change-founder.js';
import { openChangeForm } from '../../actions/open-forms.js';
import { FOUNDER_REASON_WORDS, optionsOf, WORDS } from '../words.js';
import { FounderFields } from './fields.js';
import { RecordPage } from './frame.js';

export const founderRoute = formPage({
  path: '/institutions/:regNr/founder',
  load: openChangeForm,
  render: ({ institution, units }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    return (
      <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution}>
        <FounderFields view={view} field={field} units={units} />
        <DateField {...field('from', view.today)} label={WORDS.from} min={institution.foundedOn} />
        <SelectField {...field('reason', 'takeover')} label={WORDS.reason} options={REASONS} />
        <TextField {...field('basis')} label={WORDS.basis} hint={WORDS.basisHint} width="full" />
      </RecordPage>
    );
  },
  action: changeFounder,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const REASONS = optionsOf(FOUNDER_REASON_WORDS).filter((option) => option.value !== 'founded');
const TITLE: Text = { lv: 'Cits faktiskais dibinātājs', en: 'Another actual founder' };
const DONE: Text = { lv: 'Faktiskā dibinātāja maiņa ierakstīta.', en: 'The change of actual founder is recorded.' };
