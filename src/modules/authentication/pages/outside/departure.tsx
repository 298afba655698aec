import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';

/** On the way to a municipality's own sign-in page; the browser goes on by itself. */
export const DeparturePage = ({ view, title, address }: { view: View; title: Text; address: string }): VNode => (
  <Page {...view.frame} title={view.t(title)}>
    <h1>{view.t(title)}</h1>
    <Lead>{view.t(LEAD)}</Lead>
    <ButtonRow>
      <ButtonLink href={address}>{view.t(GO_ON)}</ButtonLink>
    </ButtonRow>
  </Page>
);

const LEAD: Text = { lv: 'Pierakstīšanās turpinās jūsu pašvaldības lapā.', en: 'Signing in goes on at the page of your municipality.' };
const GO_ON: Text = { lv: 'Turpināt', en: 'Go on' };
