import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { LinkLeads } from '../../actions/begin-by-link.js';
import { FACTOR_NAMES } from '../../domain/factors.js';
import { LINK_USED } from '../../texts.js';
import { CHOOSE, SetPassword } from './set-password.js';

export interface LinkPageProps {
  readonly view: View;
  readonly link: { readonly leads: LinkLeads; readonly leastLength: number };
  readonly attempt: Attempt;
}

/** Where a mailed link leads: to a password, to adding a means where passwords have ended, to signing in by what there is, or nowhere any more. */
export const LinkPage = ({ view, link: { leads, leastLength }, attempt }: LinkPageProps): VNode => (
  <Page {...view.frame} title={view.t(leads.to === 'password' ? CHOOSE : leads.to === 'nothing' ? GONE : TITLE)}>
    {leads.to === 'nothing' ? <Gone view={view} /> : <ErrorSummary lang={view.lang} errors={attempt.errors} />}
    {leads.to === 'password' && <SetPassword view={view} attempt={attempt} login={leads.login} leastLength={leastLength} />}
    {leads.to === 'means' && <AddMeans view={view} leads={leads} attempt={attempt} />}
    {leads.to === 'sign-in' && (
      <>
        <h1>{view.t(TITLE)}</h1>
        <Lead>{view.t({ lv: `Ar paroli te vairs nepierakstās. Jums jau ir, ar ko pierakstīties: ${leads.ways.map((way) => FACTOR_NAMES[way].lv).join(', ')}.`, en: `Nobody signs in by password here any more. You have something to sign in by: ${leads.ways.map((way) => FACTOR_NAMES[way].en).join(', ')}.` })}</Lead>
        <p>{view.t(IF_LOST)}</p>
        <ButtonRow>
          <ButtonLink href="/sign-in">{view.t(SIGN_IN)}</ButtonLink>
        </ButtonRow>
      </>
    )}
  </Page>
);

const Gone = ({ view: { lang, t } }: { view: View }): VNode => (
  <>
    <h1>{t(GONE)}</h1>
    <Notice lang={lang} tone="warning" title={LINK_USED} announced />
    <p>{t(IF_DONE)}</p>
    <ButtonRow>
      <ButtonLink href="/sign-in">{t(SIGN_IN)}</ButtonLink>
    </ButtonRow>
  </>
);

function AddMeans({ view: { lang, t, csrf, path }, leads, attempt }: { view: View; leads: Extract<LinkLeads, { to: 'means' }>; attempt: Attempt }): VNode {
  const field = fieldsOf({ lang, values: {}, errors: attempt.errors });
  const names = (one: 'lv' | 'en') => leads.advised.map((factor) => FACTOR_NAMES[factor][one]).join(', ');
  return (
    <>
      <h1>{t(TITLE)}</h1>
      <Lead>{t({ lv: `Ar paroli te nepierakstās. Nākamajā lapā pievienojiet vienu no šiem: ${names('lv')}.`, en: `Nobody signs in by password here. On the next page add one of these: ${names('en')}.` })}</Lead>
      <p>{t(ONCE)}</p>
      <Form csrf={csrf} action={`${path.replace(/\/means$/, '')}/means`}>
        {leads.asksCode && <TextField {...field('code')} label={CODE} hint={CODE_HINT} inputMode="numeric" autoComplete="one-time-code" width="short" />}
        <ButtonRow>
          <Button>{t(BEGIN)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

const TITLE: Text = { lv: 'Pievienojiet pierakstīšanās līdzekli', en: 'Add your means of sign-in' };
const ONCE: Text = { lv: 'Saite der vienu reizi, un līdzekļa pievienošanai ir 30 minūtes. Dariet to ierīcē, ar kuru pierakstīsieties.', en: 'The link is good once, and there are 30 minutes for adding a means. Do it on the device by which you will sign in.' };
const IF_LOST: Text = { lv: 'Ja tas ir pazaudēts, lūdziet lietotāju administratoram to noņemt: tad šāda saite ļaus pievienot jaunu.', en: 'If it is lost, ask your user administrator to take it away: such a link then lets you add a new one.' };
const GONE: Text = { lv: 'Saite vairs neder', en: 'The link no longer works' };
const IF_DONE: Text = { lv: 'Ja paroli jau izvēlējāties vai līdzekli pievienojāt, pierakstieties.', en: 'If you have chosen the password or added the means already, sign in.' };
const SIGN_IN: Text = { lv: 'Pierakstīties', en: 'Sign in' };
const CODE: Text = { lv: 'Kods no lietotnes', en: 'Code of the application' };
const CODE_HINT: Text = { lv: 'Jums ir ieslēgti vienreizējie kodi. Ja lietotne pazaudēta, lūdziet administratoram tos izslēgt.', en: 'One-time codes are on for you. If the application is lost, ask the administrator to turn them off.' };
const BEGIN: Text = { lv: 'Turpināt', en: 'Go on' };
