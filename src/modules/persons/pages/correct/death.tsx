import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { formPage } from '#web/page-route.js';
import { openDeathEntry } from '../../actions/open-forms.js';
import { correctDeath, withdrawDeath } from '../../actions/record-death.js';
import { DeathFields } from '../record/death.js';
import { startingWith } from '../record/fields.js';
import { afterRecording, RecordPage } from '../record/frame.js';
import { WORDS } from '../words.js';
import { CORRECTED, Instead, LEAD, TAKE_BACK, Why } from './frame.js';

export const correctDeathRoute = formPage({
  path: '/persons/:id/death/correct',
  load: openDeathEntry,
  render: ({ card, death }, view, attempt) => {
    const field = startingWith(fieldsOf({ lang: view.lang, ...attempt }), { on: death.diedOn, basis: death.basis });
    const fields = (
      <>
        <DeathFields field={field} today={view.today} />
        <Why field={field} />
      </>
    );
    return (
      <RecordPage view={view} title={TITLE} card={card} attempt={attempt} before={<p>{view.t(LEAD)}</p>} fields={fields} save={WORDS.correct}>
        <Instead view={view} href={`/persons/${card.person.id}/death/withdraw`} text={LIVES} />
      </RecordPage>
    );
  },
  action: correctDeath,
  done: afterRecording(CORRECTED),
});

export const withdrawDeathRoute = formPage({
  path: '/persons/:id/death/withdraw',
  load: openDeathEntry,
  render: ({ card, death }, view, attempt) => {
    const before = (
      <>
        <p>
          {`${view.t(WORDS.diedOn)}: `}
          <strong>{readableDay(death.diedOn)}</strong>
          {` (${death.basis})`}
        </p>
        <p>{view.t(WILL_LIVE)}</p>
      </>
    );
    return <RecordPage view={view} title={WITHDRAWAL} card={card} attempt={attempt} danger before={before} fields={<Why field={fieldsOf({ lang: view.lang, ...attempt })} />} save={TAKE_BACK} />;
  },
  action: withdrawDeath,
  done: afterRecording({ lv: 'Miršanas ieraksts atsaukts.', en: 'The entry of death is taken back.' }),
});

const TITLE: Text = { lv: 'Miršanas ieraksta labošana', en: 'Correcting the entry of death' };
const WITHDRAWAL: Text = { lv: 'Miršanas ieraksta atsaukšana', en: 'Taking the entry of death back' };
const LIVES: Text = { lv: 'Persona ir dzīva: atsaukt ierakstu', en: 'The person lives: take the entry back' };
const WILL_LIVE: Text = {
  lv: 'Pēc atsaukšanas reģistrs rādīs, ka persona ir dzīva. Atsauktais ieraksts paliek redzams kā tas, ko reģistrs rādīja iepriekš.',
  en: 'The register will show the person as living. What is taken back stays as what the register said before.',
};
