import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Radios } from '#ui/form/radios.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { openChangeForm } from '../../actions/open-forms.js';
import { recordSuccession } from '../../actions/record-succession.js';
import type { Card } from '../../domain/card.js';
import { SUCCESSION_WORDS, WORDS } from '../words.js';
import type { Field } from './fields.js';
import { RecordPage } from './frame.js';

export const successionRoute = formPage({
  path: '/institutions/:regNr/succession',
  load: openChangeForm,
  render: ({ institution }, view, attempt) => (
    <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution}>
      <SuccessionFields field={fieldsOf({ lang: view.lang, ...attempt })} institution={institution} today={view.today} />
    </RecordPage>
  ),
  action: recordSuccession,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

export const SuccessionFields = ({ field, institution, today }: { field: Field; institution: Card['institution']; today: string }): VNode => (
  <>
    <Radios {...field('kind', 'merged')} label={KIND} options={KINDS} />
    <TextField {...field('successorRegNr')} label={SUCCESSOR} hint={SUCCESSOR_HINT} inputMode="numeric" />
    <DateField {...field('effective', institution.closedOn ?? today)} label={WORDS.from} min={institution.foundedOn} />
    <TextField {...field('basis')} label={WORDS.basis} hint={WORDS.basisHint} width="full" />
  </>
);

const KINDS = (['merged', 'split', 'reorganised'] as const).map((value) => ({ value, label: SUCCESSION_WORDS[value].to }));
const TITLE: Text = { lv: 'Iestādes pēctece', en: 'Successor of the institution' };
const KIND: Text = { lv: 'Kā iestāde turpinās', en: 'How the institution goes on' };
const SUCCESSOR: Text = { lv: 'Pēcteces reģistrācijas numurs (10 cipari)', en: 'Registration number of the successor (10 digits)' };
const SUCCESSOR_HINT: Text = { lv: 'To atradīsiet iestāžu sarakstā; pēctecei jau jābūt reģistrētai', en: 'Find it in the list of institutions; the successor must be registered already' };
const DONE: Text = { lv: 'Pēctecība ierakstīta.', en: 'The succession is recorded.' };
