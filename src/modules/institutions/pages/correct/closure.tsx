import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { number } from '#ui/format.js';
import { formPage } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { correctClosure, withdrawClosure } from '../../actions/correct-closure.js';
import { type CutRights, openClosureForm } from '../../actions/open-forms.js';
import { ClosureFields } from '../record/close.js';
import { startingWith } from '../record/fields.js';
import { RecordPage } from '../record/frame.js';
import { CORRECTION_LEAD, Instead, TAKE_BACK, Why } from './frame.js';

export const correctClosureRoute = formPage({
  path: '/institutions/:regNr/closure',
  load: openClosureForm,
  render: ({ institution, closure, rights }, view, attempt) => (
    <RecordPage
      view={view}
      title={TITLE}
      attempt={attempt}
      institution={institution}
      before={
        <>
          <p>{view.t(CORRECTION_LEAD)}</p>
          <CutWords view={view} rights={rights} toCome={FOLLOW} />
        </>
      }
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
  render: ({ institution, rights }, view, attempt) => (
    <RecordPage
      view={view}
      title={WITHDRAWAL}
      attempt={attempt}
      institution={institution}
      danger
      save={TAKE_BACK}
      before={
        <>
          <p>{view.t(GOES_ON)}</p>
          <CutWords view={view} rights={rights} toCome={GIVEN_BACK} />
        </>
      }
    >
      <Why field={fieldsOf({ lang: view.lang, ...attempt })} />
    </RecordPage>
  ),
  action: withdrawClosure,
  done: ({ regNr, rights }) => ({ to: `/institutions/${regNr}`, notice: rights.toCome === 0 ? WITHDRAWN : fill(WITHDRAWN_WITH_RIGHTS, { n: rights.toCome }) }),
});

/** What becomes of the rights that the closing has cut; nothing where there are none. */
const CutWords = ({ view: { t, lang }, rights, toCome }: { view: View; rights: CutRights; toCome: Text }): VNode => (
  <>
    {rights.toCome > 0 && <p>{t(fill(toCome, { n: number(rights.toCome, lang) }))}</p>}
    {rights.over > 0 && <p>{t(fill(STAY_ENDED, { n: number(rights.over, lang) }))}</p>}
  </>
);

const TITLE: Text = { lv: 'Slēgšanas ieraksta labošana', en: 'Correcting the closing' };
const WITHDRAWAL: Text = { lv: 'Slēgšanas atsaukšana', en: 'Taking the closing back' };
const NEVER_CLOSED: Text = { lv: 'Iestāde nav slēgta: atsaukt slēgšanu', en: 'The institution never closed: take the closing back' };
const GOES_ON: Text = {
  lv: 'Iestāde, tās dibinātājs, vadītājs un īstenošanas vietas turpināsies tā, it kā slēgšana nebūtu ierakstīta.',
  en: 'The institution, its founder, head and delivery places will go on as if no closing had been recorded.',
};
const FOLLOW: Text = {
  lv: 'Tiesības, kas ar slēgšanu beigsies: {n}. Ja slēgšanas dienu maināt, tās beidzas jaunajā dienā, un to turētājiem par to paziņos.',
  en: 'Rights that will end with the closing: {n}. If you change the day of closing, they end on the new day, and their holders are told.',
};
const GIVEN_BACK: Text = {
  lv: 'Tiesības, kas ar slēgšanu vēl tikai beigtos: {n}. Tās turpināsies tā, kā bija piešķirtas, un to turētājiem par to paziņos.',
  en: 'Rights that were yet to end with the closing: {n}. They go on as they were given, and their holders are told.',
};
const STAY_ENDED: Text = {
  lv: 'Tiesības, kas ar slēgšanu jau ir beigušās: {n}. Tās paliek beigušās; ja tās vajadzīgas, tās jāpieprasa no jauna.',
  en: 'Rights that have already ended with the closing: {n}. They stay ended; whoever needs them must ask anew.',
};
const WITHDRAWN_WITH_RIGHTS: Text = {
  lv: 'Iestādes slēgšana atsaukta. Tiesības, kas turpinās: {n}; to turētājiem tiek paziņots.',
  en: 'The closing is taken back. Rights that go on: {n}; their holders are being told.',
};
const CORRECTED: Text = { lv: 'Slēgšanas ieraksts labots.', en: 'The closing is corrected.' };
const WITHDRAWN: Text = { lv: 'Iestādes slēgšana atsaukta.', en: 'The closing is taken back.' };
