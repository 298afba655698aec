import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { formPage } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { correctSuccession, withdrawSuccession } from '../../actions/correct-succession.js';
import { openSuccessionForm } from '../../actions/open-forms.js';
import type { Card } from '../../domain/card.js';
import { startingWith } from '../record/fields.js';
import { RecordPage } from '../record/frame.js';
import { SuccessionFields } from '../record/succession.js';
import { SUCCESSION_WORDS } from '../words.js';
import { CORRECTION_LEAD, Instead, TAKE_BACK, Why } from './frame.js';

export const correctSuccessionRoute = formPage({
  path: '/institutions/:regNr/successions/:successionId',
  load: openSuccessionForm,
  render: ({ institution, succession }, view, attempt) => {
    const field = startingWith(fieldsOf({ lang: view.lang, ...attempt }), { ...succession, successorRegNr: succession.otherRegNr });
    return (
      <RecordPage
        view={view}
        title={TITLE}
        attempt={attempt}
        institution={institution}
        before={<SuccessionWords view={view} succession={succession} lead={CORRECTION_LEAD} />}
        after={<Instead view={view} href={`/institutions/${institution.regNr}/successions/${succession.id}/withdrawal`} text={NEVER_WAS} />}
      >
        <SuccessionFields field={field} institution={institution} today={view.today} />
      </RecordPage>
    );
  },
  action: correctSuccession,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: CORRECTED }),
});

export const withdrawSuccessionRoute = formPage({
  path: '/institutions/:regNr/successions/:successionId/withdrawal',
  load: openSuccessionForm,
  render: ({ institution, succession }, view, attempt) => (
    <RecordPage view={view} title={WITHDRAWAL} attempt={attempt} institution={institution} danger save={TAKE_BACK} before={<SuccessionWords view={view} succession={succession} lead={BOTH_STAY} />}>
      <Why field={fieldsOf({ lang: view.lang, ...attempt })} />
    </RecordPage>
  ),
  action: withdrawSuccession,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: WITHDRAWN }),
});

const SuccessionWords = ({ view, succession, lead }: { view: View; succession: Card['successions'][number]; lead: Text }): VNode => (
  <>
    <p>
      {`${readableDay(succession.effective)} ${view.t(SUCCESSION_WORDS[succession.kind].to)}: `}
      <a href={`/institutions/${succession.otherRegNr}`}>{succession.otherName}</a>
    </p>
    <p>{view.t(lead)}</p>
  </>
);

const TITLE: Text = { lv: 'Pēctecības labošana', en: 'Correcting the succession' };
const WITHDRAWAL: Text = { lv: 'Pēctecības atsaukšana', en: 'Taking the succession back' };
const NEVER_WAS: Text = { lv: 'Pēctecības nav: atsaukt ierakstu', en: 'There is no such succession: take the entry back' };
const BOTH_STAY: Text = { lv: 'Abas iestādes paliek, kā bija; zūd tikai saite starp tām.', en: 'Both institutions stay as they are; only the tie between them goes.' };
const CORRECTED: Text = { lv: 'Pēctecība labota.', en: 'The succession is corrected.' };
const WITHDRAWN: Text = { lv: 'Pēctecība atsaukta.', en: 'The succession is taken back.' };
