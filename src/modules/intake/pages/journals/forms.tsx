import type { VNode } from 'preact';
import { same, type Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { type FieldState, fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { JournalRow } from '../../actions/keep-journals.js';
import { type JournalState, NEXT_STATES } from '../../domain/journal.js';
import { W } from '../intake-words.js';
import { REGISTER } from './list.js';

export function NewJournalPage({ view, attempt }: { view: View; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(REGISTER)} breadcrumbs={[{ text: W.journals, href: '/intake/journals' }, { text: REGISTER }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(REGISTER)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <TextField {...field('code')} label={CODE} hint={CODE_HINT} width="medium" maxLength={31} />
        <Facts field={field} />
        <Button>{t(REGISTER)}</Button>
      </Form>
    </Page>
  );
}

export function ChangeJournalPage({ view, journal, attempt }: { view: View; journal: JournalRow; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <JournalFrame view={view} journal={journal} title={CHANGE} attempt={attempt}>
      <Form csrf={view.csrf}>
        <Facts field={field} journal={journal} />
        <Button>{t(SAVE)}</Button>
      </Form>
    </JournalFrame>
  );
}

const Facts = ({ field, journal }: { field: (name: string, first?: string) => FieldState; journal?: JournalRow }): VNode => (
  <>
    <TextField {...field('name', journal?.name)} label={W.name} width="full" />
    <TextField {...field('vendor', journal?.vendor)} label={W.vendor} hint={VENDOR_HINT} width="full" />
    <TextField {...field('login', journal?.login ?? '')} label={USER} hint={USER_HINT} width="medium" optional />
  </>
);

export function JournalStatePage({ view, journal, attempt }: { view: View; journal: JournalRow; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <JournalFrame view={view} journal={journal} title={STATE} attempt={attempt}>
      <Form csrf={view.csrf}>
        <Radios {...field('state')} label={WHAT} options={NEXT_STATES[journal.state].map((state) => ({ value: state, ...STATE_CHOICES[state] }))} />
        <TextArea {...field('reason')} label={W.reason} hint={REASON_HINT} rows={2} maxLength={500} />
        <ButtonRow>
          <Button variant="danger">{t(DO)}</Button>
        </ButtonRow>
      </Form>
    </JournalFrame>
  );
}

const JournalFrame = ({ view, journal, title, attempt, children }: { view: View; journal: JournalRow; title: Text; attempt: Attempt; children: VNode }): VNode => (
  <Page {...view.frame} title={view.t(title)} breadcrumbs={[{ text: W.journals, href: '/intake/journals' }, { text: same(journal.name), href: `/intake/journals/${journal.code}` }, { text: title }]}>
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{`${journal.name}: ${view.t(title)}`}</h1>
    {children}
  </Page>
);

const LEAD: Text = { lv: 'Pēc reģistrēšanas e-žurnālam vajag tehnisko lietotāju ar lomu “E-žurnāls (sistēma)” un lietotni sadaļā “Lietotnes”. Par kurām iestādēm tas drīkst sūtīt, nosaka iestāžu vadītāji.', en: 'Once registered, the e-journal needs a technical user with the role “E-journal (system)” and a program under “Programs”. For which institutions it may send is said by their heads.' };
const CODE: Text = { lv: 'Kods', en: 'Code' };
const CODE_HINT: Text = { lv: 'Paliek uz visiem laikiem, piemēram, zalais-zurnals', en: 'Stays for good, as in green-journal' };
const VENDOR_HINT: Text = { lv: 'Uzņēmums vai iestāde, kas to uztur', en: 'The company or institution that runs it' };
const USER: Text = { lv: 'Tehniskā lietotāja vārds', en: 'Login of the technical user' };
const USER_HINT: Text = { lv: 'Tā vārdā sistēma sūta. Var norādīt vēlāk; līdz tam sūtīt nevar.', en: 'The system sends in its name. May be given later; until then it cannot send.' };
const CHANGE: Text = { lv: 'mainīt datus', en: 'change the facts' };
const SAVE: Text = { lv: 'Saglabāt', en: 'Save' };
const STATE: Text = { lv: 'mainīt stāvokli', en: 'change the state' };
const WHAT: Text = { lv: 'Ko darīt?', en: 'What is to be done?' };
const STATE_CHOICES: Readonly<Record<JournalState, { label: Text; hint: Text }>> = {
  registered: { label: { lv: 'Ļaut atkal sūtīt', en: 'Let it send again' }, hint: { lv: 'Iestāžu apstiprinājumi ir spēkā kā pirms apturēšanas.', en: 'Confirmations of institutions hold as before.' } },
  suspended: { label: { lv: 'Apturēt', en: 'Suspend' }, hint: { lv: 'Neko vairs nepieņem, līdz atļauj atkal. Viss saņemtais paliek.', en: 'Nothing is taken until it is let again. All that was received stays.' } },
  closed: { label: { lv: 'Slēgt uz visiem laikiem', en: 'Close for good' }, hint: { lv: 'Atjaunot nevarēs. Viss saņemtais paliek.', en: 'It cannot be opened again. All that was received stays.' } },
};
const REASON_HINT: Text = { lv: 'To redzēs iestādes un e-žurnāla uzturētājs.', en: 'Institutions and the vendor will see it.' };
const DO: Text = { lv: 'Mainīt stāvokli', en: 'Change the state' };
