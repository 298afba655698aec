import type { KoaContextWithOIDC } from 'oidc-provider';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { HiddenFields } from '#ui/form/form.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { factsOf } from './client-metadata.js';
import { letFormsLeadTo, show } from './show.js';

/** Asks whether to sign out everywhere: a link alone must not end anyone's work. */
export function showLogout(ctx: KoaContextWithOIDC): void {
  const { oidc } = ctx;
  const secret = (oidc.session as unknown as { state: { secret: string } }).state.secret;
  const back = oidc.params?.['post_logout_redirect_uri'];
  if (typeof back === 'string') letFormsLeadTo(ctx, back);
  show(ctx, (view) => (
    <Page {...view.frame} title={view.t(TITLE)}>
      <h1>{view.t(TITLE)}</h1>
      <Lead>{view.t(oidc.client ? fill(LEAD_OF, { program: view.t(factsOf(oidc.client).title) }) : LEAD)}</Lead>
      <form class="form" method="post" action={`${oidc.urlFor('end_session_confirm')}?lang=${view.lang}`}>
        <HiddenFields values={{ xsrf: secret }} />
        <ButtonRow>
          <Button name="logout" value="yes">
            {view.t(OUT)}
          </Button>
          <Button variant="secondary">{view.t(STAY)}</Button>
        </ButtonRow>
      </form>
    </Page>
  ));
}

export function showLoggedOut(ctx: KoaContextWithOIDC): void {
  show(ctx, (view) => (
    <Page {...view.frame} account={null} title={view.t(DONE)}>
      <h1>{view.t(DONE)}</h1>
      <Lead>{view.t(DONE_LEAD)}</Lead>
      <p>
        <a href="/">{view.t(HOME)}</a>
      </p>
    </Page>
  ));
}

const TITLE: Text = { lv: 'Vai izrakstīties?', en: 'Sign out?' };
const LEAD: Text = { lv: 'Izrakstoties beigsies darbs Vienkopus un visās lietotnēs, kurās iegājāt ar šo pierakstīšanos.', en: 'Signing out ends your work in Vienkopus and in all programs you entered with this sign-in.' };
const LEAD_OF: Text = {
  lv: 'To lūdz lietotne “{program}”. Izrakstoties beigsies darbs Vienkopus un visās lietotnēs, kurās iegājāt ar šo pierakstīšanos.',
  en: 'The program “{program}” asks for it. Signing out ends your work in Vienkopus and in all programs you entered with this sign-in.',
};
const OUT: Text = { lv: 'Izrakstīties no visām', en: 'Sign out of all' };
const STAY: Text = { lv: 'Palikt', en: 'Stay signed in' };
const DONE: Text = { lv: 'Darbs pabeigts', en: 'Done' };
const DONE_LEAD: Text = { lv: 'Lietotnei ir paziņots. Šo lapu var aizvērt.', en: 'The program has been told. You may close this page.' };
const HOME: Text = { lv: 'Uz sākumlapu', en: 'To the start page' };
