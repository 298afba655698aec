import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Radios } from '#ui/form/radios.js';
import { TextField } from '#ui/form/text-field.js';
import { type Attempt, formPage } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { openRecordForm, type RecordForm } from '../../actions/open-record-form.js';
import { recordGuardianship } from '../../actions/record-guardianship.js';
import { GUARDIANSHIP_KINDS } from '../../domain/kinds.js';
import { CardSections } from '../card-sections.js';
import { GUARDIANSHIP_WORDS, WORDS } from '../words.js';
import { RecordPage } from './frame.js';

function GuardianshipPage({ view, form: { card }, attempt }: { view: View; form: RecordForm; attempt: Attempt }): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  const fields = (
    <>
      <Radios {...field('kind')} label={KIND} options={GUARDIANSHIP_KINDS.map((value) => ({ value, label: GUARDIANSHIP_WORDS[value] }))} />
      <TextField {...field('guardianCode')} label={GUARDIAN} width="medium" autoComplete="off" optional />
      <TextField {...field('place')} label={PLACE} hint={PLACE_HINT} optional />
      <TextField {...field('basis')} label={WORDS.basis} hint={BASIS_HINT} />
      <DateField {...field('from')} label={WORDS.from} max={view.today} />
      <DateField {...field('to')} label={UNTIL} hint={UNTIL_HINT} optional />
    </>
  );
  return (
    <RecordPage view={view} title={TITLE} card={card} attempt={attempt} fields={fields}>
      <CardSections view={view} card={card} />
    </RecordPage>
  );
}

export const guardianshipRoute = formPage({
  path: '/persons/:id/guardianship',
  load: openRecordForm,
  render: (form, view, attempt) => <GuardianshipPage view={view} form={form} attempt={attempt} />,
  action: recordGuardianship,
  done: (_, view) => ({ to: view.path, notice: DONE }),
});

const TITLE: Text = { lv: 'Kas pārstāv bērnu', en: 'Who acts for the child' };
const KIND: Text = { lv: 'Veids', en: 'Kind' };
const GUARDIAN: Text = { lv: 'Vecāka, aizbildņa vai audžuvecāka personas kods', en: 'Personal code of the parent, guardian or foster parent' };
const PLACE: Text = { lv: 'Aprūpes iestāde', en: 'Institution of care' };
const PLACE_HINT: Text = { lv: 'Tikai ārpusģimenes aprūpei iestādē', en: 'Only for out-of-family care in an institution' };
const BASIS_HINT: Text = { lv: 'Piemēram, bāriņtiesas lēmuma numurs un datums', en: 'For example, number and date of the orphans’ court’s decision' };
const UNTIL: Text = { lv: 'Pirmā diena bez aizgādības', en: 'First day without it' };
const UNTIL_HINT: Text = { lv: 'Ja nav norādīta, līdz pilngadībai', en: 'Until majority when not given' };
const DONE: Text = { lv: 'Ieraksts par bērna pārstāvību izdarīts.', en: 'Who acts for the child is recorded.' };
