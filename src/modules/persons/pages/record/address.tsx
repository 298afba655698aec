import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { type Attempt, formPage } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { declareAddress } from '../../actions/declare-address.js';
import { openRecordForm, type RecordForm } from '../../actions/open-record-form.js';
import { Address, History } from '../card-sections.js';
import { WORDS } from '../words.js';
import { RecordPage } from './frame.js';

function AddressPage({ view, form: { card, units }, attempt }: { view: View; form: RecordForm; attempt: Attempt }): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  const fields = (
    <>
      <SelectField {...field('atvk')} label={UNIT} options={units.map((unit) => ({ value: unit.atvk, label: unit.name }))} emptyOption={WORDS.choose} />
      <TextField {...field('part')} label={PART} width="medium" optional />
      <TextField {...field('street')} label={STREET} hint={STREET_HINT} />
      <TextField {...field('addressCode')} label={ADDRESS_CODE} width="short" inputMode="numeric" maxLength={9} optional />
      <DateField {...field('from', view.today)} label={WORDS.from} max={view.today} />
    </>
  );
  return (
    <RecordPage view={view} title={TITLE} card={card} attempt={attempt} fields={fields}>
      <History view={view} title={WORDS.home} rows={card.addresses}>{(row) => <Address row={row} />}</History>
    </RecordPage>
  );
}

export const addressRoute = formPage({
  path: '/persons/:id/address',
  load: openRecordForm,
  render: (form, view, attempt) => <AddressPage view={view} form={form} attempt={attempt} />,
  action: declareAddress,
  done: (_, view) => ({ to: view.path, notice: DONE }),
});

const TITLE: Text = { lv: 'Jauna deklarētā dzīvesvieta', en: 'New declared address' };
const UNIT: Text = { lv: 'Pašvaldība', en: 'Municipality' };
const PART: Text = { lv: 'Pagasts vai pilsēta', en: 'Parish or town' };
const STREET: Text = { lv: 'Iela, māja, dzīvoklis vai mājas nosaukums', en: 'Street, house and flat, or name of the house' };
const STREET_HINT: Text = { lv: 'Piemēram, Skolas iela 5-12 vai “Lejnieki”', en: 'For example, Skolas iela 5-12 or “Lejnieki”' };
const ADDRESS_CODE: Text = { lv: 'Adreses kods adrešu reģistrā', en: 'Code in the address register' };
const DONE: Text = { lv: 'Dzīvesvieta ierakstīta.', en: 'The address is recorded.' };
