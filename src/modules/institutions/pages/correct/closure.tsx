import type { Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { formPage } from '#web/page-route.js';
import { correctClosure, withdrawClosure } from '../../actions/correct-closure.js';
import { openClosureForm } from '../../actions/open-forms.js';
import { ClosureFields } from '../record/close.js';
import { startingWith } from '../record/fields.js';
import { RecordPage } from '../record/frame.js';
import { CORRECTION_LEAD, Instead, TAKE_BACK, Why } from './frame.js';

export const correctClosureRoute = formPage({
  path: '/institutions/:regNr/closure',
  load: openClosureForm,
  render: ({ institution, closure }, view, attempt) => (
    <RecordPage
      view={view}
      title={TITLE}
      attempt={attempt}
      institution={institution}
      before={<p>{view.t(CORRECTION_LEAD)}</p>}
      after={<Instead view={view} href={`/institutions/${institution.regNr}/closure-withdrawal`} text={NEVER_CLOSED} />}
    >
      <ClosureFields field={startingWith(fieldsOf({ lang: view.lang, ...attempt }), { ...closure })} institution={institution} />
    </RecordPage>
  ),
  action: correctClosure,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: CORRECTED }),
});

export const withdrawClosureRoute = formPage({
  path: '/institutions/:regNr/closure-withdrawal',
  load: openClosureForm,
  render: ({ institution }, view, attempt) => (
    <RecordPage view={view} title={WITHDRAWAL} attempt={attempt} institution={institution} danger save={TAKE_BACK} before={<p>{view.t(GOES_ON)}</p>}>
      <Why field={fieldsOf({ lang: view.lang, ...attempt })} />
    </RecordPage>
  ),
  action: withdrawClosure,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: WITHDRAWN }),
});

const TITLE: Text = { lv: 'Slēgšanas ieraksta labošana', en: 'Correcting the closing' };
const WITHDRAWAL: Text = { lv: 'Slēgšanas atsaukšana', en: 'Taking the closing back' };
const NEVER_CLOSED: Text = { lv: 'Iestāde nav slēgta: atsaukt slēgšanu', en: 'The institution never closed: take the closing back' };
const GOES_ON: Text = {
  lv: 'Iestāde, tās dibinātājs un īstenošanas vietas turpināsies tā, it kā slēgšana nebūtu ierakstīta. Tiesības, kas līdz ar slēgšanu beigušās, jāpieprasa no jauna.',
  en: 'The institution, its founder and its delivery places will go on as if no closing had been recorded. Rights that ended with the closing must be asked for anew.',
};
const CORRECTED: Text = { lv: 'Slēgšanas ieraksts labots.', en: 'The closing is corrected.' };
const WITHDRAWN: Text = { lv: 'Iestādes slēgšana atsaukta.', en: 'The closing is taken back.' };
