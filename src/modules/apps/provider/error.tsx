import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { show } from './show.js';
import { behindOf } from './signed-in.js';

/** What a person sees when a program's request cannot be answered and there is nowhere to send them back to. */
export function showError(ctx: KoaContextWithOIDC, { error, error_description: description }: ErrorOut): void {
  const late = error === 'invalid_request' && /session|expired/.test(description ?? '');
  // A hint that cannot be believed, as one signed by a key that has leaked, names nobody; the person may sign out all the same.
  const leaving = ctx.oidc?.route === 'end_session';
  const isIn = behindOf(ctx).signedIn !== null;
  const [title, lead] = leaving ? (isIn ? [LEAVING, LEAVING_LEAD] : [OUT, OUT_LEAD]) : late ? [LATE, LATE_LEAD] : [WRONG, WRONG_LEAD];
  show(ctx, (view) => (
    <Page {...view.frame} title={view.t(title)}>
      <h1>{view.t(title)}</h1>
      <Lead>{view.t(lead)}</Lead>
      {leaving && isIn && (
        <ButtonRow>
          <ButtonLink href={ctx.oidc.urlFor('end_session')}>{view.t(LEAVE)}</ButtonLink>
        </ButtonRow>
      )}
      {(leaving || !late) && <SummaryList lang={view.lang} items={[{ key: CODE, value: error }, ...(description ? [{ key: DETAILS, value: <span lang="en">{description}</span> }] : [])]} />}
      <p>
        <a href="/">{view.t(HOME)}</a>
      </p>
    </Page>
  ));
}

const WRONG: Text = { lv: 'Lietotnē ieiet nevar', en: 'The program cannot be entered' };
const WRONG_LEAD: Text = {
  lv: 'Lietotne atsūtīja pieprasījumu, ko nevar izpildīt. Pastāstiet par to lietotnes uzturētājam; zemāk ir norādīts iemesls.',
  en: 'The program sent a request that cannot be carried out. Tell whoever looks after it; the reason stands below.',
};
const LEAVING: Text = { lv: 'Jūs vēl neesat izrakstījies', en: 'You are not signed out yet' };
const LEAVING_LEAD: Text = { lv: 'Lietotnes lūgumu jūs izrakstīt nevar izpildīt; iemesls zemāk. Izrakstīties varat šeit.', en: 'The program’s request to sign you out cannot be carried out; the reason stands below. You can sign out here.' };
const OUT: Text = { lv: 'Jūs neesat pierakstījies', en: 'You are not signed in' };
const OUT_LEAD: Text = { lv: 'Lietotnes lūgumu jūs izrakstīt nevar izpildīt (iemesls zemāk), bet šajā pārlūkā izrakstīties vairs nav no kā.', en: 'The program’s request to sign you out cannot be carried out (the reason stands below), but in this browser there is nothing left to sign out of.' };
const LEAVE: Text = { lv: 'Izrakstīties', en: 'Sign out' };
const LATE: Text = { lv: 'Pierakstīšanās ir novecojusi', en: 'This sign-in is outdated' };
const LATE_LEAD: Text = { lv: 'Pagājis pārāk ilgs laiks, vai lapa ir atvērta citā pārlūkā. Atgriezieties lietotnē un sāciet vēlreiz.', en: 'Too much time has passed, or the page was opened in another browser. Go back to the program and begin again.' };
const CODE: Text = { lv: 'Iemesls', en: 'Reason' };
const DETAILS: Text = { lv: 'Skaidrojums uzturētājam', en: 'Explanation for the operator' };
const HOME: Text = { lv: 'Uz sākumlapu', en: 'To the start page' };
