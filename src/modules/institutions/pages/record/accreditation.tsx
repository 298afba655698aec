import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { accreditInstitution } from '../../actions/accredit-institution.js';
import { openCardForm } from '../../actions/open-forms.js';
import { WORDS } from '../words.js';
import { RecordPage } from './frame.js';

/** A new term begins, unless said otherwise, on the day on which the last one ends. */
export const accreditationRoute = formPage({
  path: '/institutions/:regNr/accreditation',
  load: openCardForm,
  render: ({ institution, card }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    return (
      <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution}>
        <TextField {...field('pageNr')} label={WORDS.pageNr} maxLength={40} />
        <DateField {...field('from', card.accreditations.at(-1)?.validTo ?? view.today)} label={WORDS.from} min={institution.foundedOn} />
        <DateField {...field('to')} label={WORDS.to} hint={WORDS.toHint} optional />
      </RecordPage>
    );
  },
  action: accreditInstitution,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const TITLE: Text = { lv: 'Jauna akreditācijas lapa', en: 'New accreditation page' };
const DONE: Text = { lv: 'Akreditācijas lapa ierakstīta.', en: 'The accreditation page is recorded.' };
