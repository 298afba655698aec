import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { formPage } from '#web/page-route.js';
import { endGuardianship } from '../../actions/correct-guardianship.js';
import { openGuardianshipEntry, openRecordForm } from '../../actions/open-forms.js';
import { recordGuardianship } from '../../actions/record-guardianship.js';
import { datedFor, Guardianship, History } from '../card-sections.js';
import { WORDS } from '../words.js';
import { GuardianshipFields } from './fields.js';
import { afterRecording, RecordPage } from './frame.js';

export const guardianshipRoute = formPage({
  path: '/persons/:id/guardianship',
  load: openRecordForm,
  render: ({ card }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    const fields = (
      <>
        <GuardianshipFields field={field} />
        <DateField {...field('from')} label={WORDS.from} max={view.today} />
        <DateField {...field('to')} label={WORDS.firstWithout} hint={UNTIL_HINT} optional />
      </>
    );
    return (
      <RecordPage view={view} title={TITLE} card={card} attempt={attempt} fields={fields}>
        <History view={view} title={WORDS.guardianship} rows={card.guardianships} dated={datedFor(card.person.id)}>
          {(row) => <Guardianship view={view} row={row} personId={card.person.id} />}
        </History>
      </RecordPage>
    );
  },
  action: recordGuardianship,
  done: afterRecording({ lv: 'Ieraksts par bērna pārstāvību izdarīts.', en: 'Who acts for the child is recorded.' }),
});

export const endGuardianshipRoute = formPage({
  path: '/persons/:id/guardianships/:rowId/end',
  load: openGuardianshipEntry,
  render: ({ card, row }, view, attempt) => (
    <RecordPage
      view={view}
      title={ENDING}
      card={card}
      attempt={attempt}
      before={
        <p>
          <Guardianship view={view} row={row} personId={card.person.id} />
        </p>
      }
      fields={<DateField {...fieldsOf({ lang: view.lang, ...attempt })('on')} label={WORDS.firstWithout} max={view.today} />}
    />
  ),
  action: endGuardianship,
  done: afterRecording({ lv: 'Bērna pārstāvības beigas ierakstītas.', en: 'The end of it is recorded.' }),
});

export const UNTIL_HINT: Text = { lv: 'Ja nav norādīta, līdz pilngadībai', en: 'Until majority when not given' };
const TITLE: Text = { lv: 'Kas pārstāv bērnu', en: 'Who acts for the child' };
const ENDING: Text = { lv: 'Bērna pārstāvības beigas', en: 'End of acting for the child' };
