import type { Text } from '#kernel/text.js';
import { readablePersonCode } from '#kernel/person-code.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { formPage } from '#web/page-route.js';
import { openRecordForm } from '../../actions/open-forms.js';
import { replaceCode } from '../../actions/replace-code.js';
import { History } from '../card-sections.js';
import { WORDS } from '../words.js';
import { CodeFields } from './fields.js';
import { afterRecording, RecordPage } from './frame.js';

export const codeRoute = formPage({
  path: '/persons/:id/code',
  load: openRecordForm,
  render: ({ card }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    const fields = (
      <>
        <CodeFields field={field} />
        <DateField {...field('from')} label={WORDS.from} max={view.today} />
      </>
    );
    return (
      <RecordPage view={view} title={TITLE} card={card} attempt={attempt} before={<p>{view.t(OLD_STAYS)}</p>} fields={fields}>
        <History view={view} title={WORDS.code} rows={card.codes}>{(row) => readablePersonCode(row.code)}</History>
      </RecordPage>
    );
  },
  action: replaceCode,
  done: afterRecording({ lv: 'Jaunais personas kods ierakstīts.', en: 'The new personal code is recorded.' }),
});

const TITLE: Text = { lv: 'Jauns personas kods', en: 'New personal code' };
const OLD_STAYS: Text = {
  lv: 'Līdzšinējais kods paliek kartītē, pēc tā personu joprojām var atrast, un citam to nepiešķir.',
  en: 'The code of before stays on the card, still leads to the person, and is never given to anyone else.',
};
