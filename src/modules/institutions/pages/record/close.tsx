import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { number } from '#ui/format.js';
import { formPage } from '#web/page-route.js';
import { closeInstitution } from '../../actions/close-institution.js';
import { openCloseForm } from '../../actions/open-forms.js';
import type { Card } from '../../domain/card.js';
import { CLOSURE_REASON_WORDS, optionsOf, WORDS } from '../words.js';
import type { Field } from './fields.js';
import { RecordPage } from './frame.js';

export const closeRoute = formPage({
  path: '/institutions/:regNr/close',
  load: openCloseForm,
  render: ({ institution, rights }, view, attempt) => (
    <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution} danger before={<p>{view.t(rights === 0 ? NONE_AT_STAKE : fill(AT_STAKE, { n: number(rights, view.lang) }))}</p>}>
      <ClosureFields field={fieldsOf({ lang: view.lang, ...attempt })} institution={institution} />
    </RecordPage>
  ),
  action: closeInstitution,
  done: ({ regNr, rightsEnding }) => ({ to: `/institutions/${regNr}`, notice: rightsEnding === 0 ? DONE : fill(DONE_WITH_RIGHTS, { n: rightsEnding }) }),
});

export const ClosureFields = ({ field, institution }: { field: Field; institution: Card['institution'] }): VNode => (
  <>
    <DateField {...field('closedOn')} label={FIRST_DAY_WITHOUT} hint={HINT} min={institution.foundedOn} />
    <SelectField {...field('reason')} label={REASON} options={optionsOf(CLOSURE_REASON_WORDS)} />
    <TextField {...field('basis')} label={WORDS.basis} hint={WORDS.basisHint} width="full" />
  </>
);

const TITLE: Text = { lv: 'Iestādes slēgšana', en: 'Closing of the institution' };
const FIRST_DAY_WITHOUT: Text = { lv: 'Pirmā diena, kad iestādes vairs nav', en: 'First day without the institution' };
const HINT: Text = { lv: 'Ar šo dienu beidzas arī dibinātāja un vadītāja ieraksts, īstenošanas vietas un tiesības iestādē.', en: 'The founder’s and the head’s entry, the delivery places and rights in the institution end on that day too.' };
const REASON: Text = { lv: 'Kā iestāde beidzas', en: 'How the institution ends' };
const AT_STAKE: Text = {
  lv: 'Piešķirtās tiesības, kas iestādē sniedzas pāri šodienai: {n}. Tās, kas slēgšanas dienā vēl būs spēkā, tajā dienā beigsies, un to turētājiem par to paziņos.',
  en: 'Rights at the institution that reach beyond today: {n}. Those that still hold on the day of closing end then, and their holders are told.',
};
const NONE_AT_STAKE: Text = { lv: 'Iestādē nav tiesību, kas ar slēgšanu beigtos.', en: 'No rights at the institution would end with the closing.' };
const DONE_WITH_RIGHTS: Text = {
  lv: 'Iestādes slēgšana ierakstīta. Tiesības, kas ar to beidzas: {n}; to turētājiem tiek paziņots.',
  en: 'The closing is recorded. Rights that end with it: {n}; their holders are being told.',
};
const DONE: Text = { lv: 'Iestādes slēgšana ierakstīta.', en: 'The closing is recorded.' };
