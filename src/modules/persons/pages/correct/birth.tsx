import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { HiddenFields } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { formPage } from '#web/page-route.js';
import { correctBirth } from '../../actions/correct-birth.js';
import { openRecordForm } from '../../actions/open-forms.js';
import { Summary } from '../card-sections.js';
import { CodeSure } from '../record/fields.js';
import { afterRecording, RecordPage } from '../record/frame.js';
import { SEX_OPTIONS, WORDS } from '../words.js';
import { CORRECTED, LEAD, Why } from './frame.js';

export const correctBirthRoute = formPage({
  path: '/persons/:id/birth/correct',
  load: openRecordForm,
  loadInput: ({ id }) => ({ id }),
  render: ({ card }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    const { bornOn, sex } = card.person;
    const fields = (
      <>
        <HiddenFields values={{ wasBornOn: bornOn, wasSex: sex }} />
        <DateField {...field('bornOn', bornOn)} label={WORDS.bornOn} hint={WHAT_FOLLOWS} max={view.today} />
        <Radios {...field('sex', sex)} label={WORDS.sex} options={SEX_OPTIONS} inline />
        <CodeSure field={field} />
        <Why field={field} />
      </>
    );
    const before = (
      <>
        <Summary view={view} card={card} />
        <p>{view.t(LEAD)}</p>
      </>
    );
    return <RecordPage view={view} title={TITLE} card={card} attempt={attempt} before={before} fields={fields} save={WORDS.correct} />;
  },
  action: correctBirth,
  done: afterRecording(CORRECTED),
});

const TITLE: Text = { lv: 'Dzimšanas datuma un dzimuma labošana', en: 'Correcting the date of birth and the sex' };
const WHAT_FOLLOWS: Text = {
  lv: 'Ieraksti, kas sākas dzimšanas dienā, sāksies labotajā dienā; bērna pārstāvība beigsies līdz ar pilngadību',
  en: 'Entries that begin on the day of birth will begin on the right day; acting for the child will end with majority',
};
