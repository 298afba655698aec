import type { VNode } from 'preact';
import { classWords, examTitle } from '#modules/exams/public.js';
import { fill, type Text } from '#kernel/text.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Radios } from '#ui/form/radios.js';
import { TextArea } from '#ui/form/text-area.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { type Attempt, formPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { openSendOut, recordHandOvers, sendOut, type Waiting, type WaitingOfSitting } from '../../actions/send-out.js';
import { FormFrame } from '../form-frame.js';
import { CERTIFICATES, sittingPath, W } from '../words.js';

const SITTING = `${CERTIFICATES}/sittings/:id`;

/** What a school does for all who have not got theirs: sends them word, or notes that they were given. */
export const giveAllRoutes: readonly WebRoute[] = [
  formPage({
    path: `${SITTING}/send`,
    load: openSendOut,
    loadInput: ({ id }) => ({ id }),
    render: (found, view, attempt) => <SendPage view={view} found={found} attempt={attempt} />,
    action: sendOut,
    done: ({ sitting, waiting }) => ({ to: sittingPath(sitting.id, '?show=missing'), notice: fill(SENT_TO, { n: waiting.length }) }),
  }),
  formPage({
    path: `${SITTING}/handed-over`,
    load: openSendOut,
    loadInput: ({ id }) => ({ id }),
    render: (found, view, attempt) => <HandOverPage view={view} found={found} attempt={attempt} />,
    action: recordHandOvers,
    done: ({ sitting, given }) => ({ to: sittingPath(sitting.id), notice: fill(NOTED, { n: given.length }) }),
  }),
];

interface Props {
  readonly view: View;
  readonly found: WaitingOfSitting;
  readonly attempt: Attempt;
}

const nameOf = (view: View, { certificate: one }: Waiting): string => `${`${one.family ?? '–'} ${one.given ?? ''}`.trim()}, ${view.t(classWords(one))}`;
const backTo = ({ sitting }: WaitingOfSitting) => [{ text: W.certificates, href: CERTIFICATES }, { text: examTitle(sitting), href: sittingPath(sitting.id) }];

/** Before it is sent: who gets the message, who was told before, and whom only the school itself can reach. */
function SendPage({ view, found, attempt }: Props): VNode {
  const { t } = view;
  const open = found.waiting.filter(({ isAsked }) => !isAsked);
  const reached = open.filter(({ goesTo }) => goesTo !== null);
  const lists = (
    <>
      <Names view={view} title={GET} of={reached} />
      <Names view={view} title={TOLD} of={found.waiting.filter(({ isAsked }) => isAsked)} />
      <Names view={view} title={UNREACHED} of={open.filter(({ goesTo }) => goesTo === null)} hint={UNREACHED_HINT} />
      {found.waiting.length > 0 && (
        <p>
          <a href={sittingPath(found.sitting.id, '/handed-over')}>{t(NOTE)}</a>
        </p>
      )}
    </>
  );
  if (reached.length > 0) return <FormFrame view={view} attempt={attempt} title={SEND} lead={LEAD} back={backTo(found)} save={fill(SEND_TO, { n: reached.length })} above={lists}>{null}</FormFrame>;
  return (
    <Page {...view.frame} title={t(SEND)} breadcrumbs={[...backTo(found), { text: SEND }]}>
      <h1>{t(SEND)}</h1>
      <Notice lang={view.lang} tone="info" title={found.waiting.length === 0 ? ALL_HAVE : NOBODY}><p>{t(found.waiting.length === 0 ? ALL_HAVE_HINT : NOBODY_HINT)}</p></Notice>
      {lists}
    </Page>
  );
}

function Names({ view, title, of, hint }: { view: View; title: Text; of: readonly Waiting[]; hint?: Text }): VNode | null {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{`${view.t(title)} (${of.length})`}</h2>
      {hint && <p>{view.t(hint)}</p>}
      <ul>
        {of.map((one) => (
          <li key={one.certificate.id}>
            {nameOf(view, one)}
            {one.goesTo === 'representative' && ` – ${view.t(BY_GUARDIAN)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those who were given theirs, all at once. */
function HandOverPage({ view, found, attempt }: Props): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  if (found.waiting.length === 0) {
    return (
      <Page {...view.frame} title={view.t(NOTE)} breadcrumbs={[...backTo(found), { text: NOTE }]}>
        <h1>{view.t(NOTE)}</h1>
        <Notice lang={view.lang} tone="info" title={ALL_HAVE}><p>{view.t(ALL_HAVE_HINT)}</p></Notice>
      </Page>
    );
  }
  return (
    <FormFrame view={view} attempt={attempt} title={NOTE} lead={NOTE_LEAD} back={backTo(found)}>
      <Checkboxes {...field('chosen', [])} label={WHO} options={found.waiting.map((one) => ({ value: one.certificate.id, label: nameOf(view, one) }))} />
      <Radios {...field('how', 'handed over')} label={W.how} options={HAND_OVERS} />
      <TextArea {...field('remark')} label={W.remark} hint={REMARK_HINT} rows={2} maxLength={300} />
    </FormFrame>
  );
}

export const HAND_OVERS = [{ value: 'handed over', label: { lv: 'Izsniegts klātienē', en: 'Handed over' } }, { value: 'sent', label: { lv: 'Nosūtīts', en: 'Sent' } }];
export const REMARK_HINT: Text = { lv: 'Kam un kā, piemēram, “absolventam datu nesējā” vai “uz e-adresi”; bez personas datiem', en: 'To whom and how, such as “to the graduate on a data carrier” or “to the e-address”; without personal data' };
export const SEND: Text = { lv: 'Nosūtīt tiem, kuri nav saņēmuši', en: 'Send to those who have not got theirs' };
export const NOTE: Text = { lv: 'Atzīmēt vairākiem, ka izsniegts', en: 'Record of several that it was given' };
const LEAD: Text = {
  lv: 'Katrs saņem ziņu ar adresi, kurā pierakstās un lejupielādē savu sertifikātu. Pašas datnes ziņā nav: tajā ir personas kods. Par vienu sertifikāta versiju ziņu sūta vienreiz.',
  en: 'Each gets a message with an address at which they sign in and download their certificate. The file itself is not in it: it holds a personal code. Of one version of a certificate the message is sent once.',
};
const SEND_TO: Text = { lv: 'Nosūtīt ({n})', en: 'Send ({n})' };
const SENT_TO: Text = { lv: 'Ziņas nosūtītas: {n}. Kas sertifikātu lejupielādē, pazūd no šī saraksta.', en: 'Messages sent: {n}. Whoever downloads the certificate leaves this list.' };
const NOTED: Text = { lv: 'Atzīmēts, ka izsniegts: {n}.', en: 'Recorded as given: {n}.' };
const GET: Text = { lv: 'Saņems ziņu', en: 'Will get the message' };
const TOLD: Text = { lv: 'Ziņa jau nosūtīta', en: 'Told already' };
const UNREACHED: Text = { lv: 'Nav adreses', en: 'Without an address' };
const UNREACHED_HINT: Text = { lv: 'Nav lietotāja ar e-pasta adresi ne pašam, ne (nepilngadīgajam) vecākam vai aizbildnim. Izsniedziet klātienē un atzīmējiet to.', en: 'Neither they nor, of a minor, a parent or guardian are users with a mail address. Hand it over in person, and record it.' };
const BY_GUARDIAN: Text = { lv: 'vecākam vai aizbildnim', en: 'to a parent or guardian' };
const ALL_HAVE: Text = { lv: 'Visi ir saņēmuši', en: 'Everybody has theirs' };
const ALL_HAVE_HINT: Text = { lv: 'Norisei nav sertifikāta, kurš drīkst būt izsniegts un vēl nav saņemts.', en: 'The sitting has no certificate that may be given and has not been received.' };
const NOBODY: Text = { lv: 'Nav, kam sūtīt', en: 'There is nobody to send to' };
const NOBODY_HINT: Text = { lv: 'Pārējiem ziņa jau nosūtīta vai nav adreses. Izsniedziet klātienē un atzīmējiet to.', en: 'The others were told already or have no address. Hand it over in person, and record it.' };
const NOTE_LEAD: Text = { lv: 'Sarakstā ir tie, pie kuriem sertifikāts vēl nav nonācis.', en: 'The list holds those whom the certificate has not reached.' };
const WHO: Text = { lv: 'Kam izsniegts', en: 'To whom it was given' };
