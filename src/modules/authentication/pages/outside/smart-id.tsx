import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import { CodePicture } from '../code-picture.js';

export interface SmartIdPageProps {
  readonly view: View;
  /** The words of this second's picture, and the link for the phone that is itself the browser. */
  readonly links: { readonly qr: string; readonly sameDevice: string | null } | null;
}

/** While the phone is being asked. The picture changes every second, with a script in place, without one by loading anew. */
export const SmartIdPage = ({ view, links }: SmartIdPageProps): VNode => (
  <Page {...view.frame} title="Smart-ID" refreshSeconds={1}>
    <h1>Smart-ID</h1>
    <Lead>{view.t(LEAD)}</Lead>
    {links && (
      <>
        <CodePicture content={links.qr} title={view.t(PICTURE)} />
        <ol>
          <li>{view.t(OPEN)}</li>
          <li>{view.t(SCAN)}</li>
          <li>{view.t(PIN)}</li>
        </ol>
        {links.sameDevice && (
          <ButtonRow>
            <ButtonLink href={links.sameDevice}>{view.t(SAME_DEVICE)}</ButtonLink>
          </ButtonRow>
        )}
      </>
    )}
    <p>
      <a href="/sign-in">{view.t(OTHERWISE)}</a>
    </p>
  </Page>
);

const LEAD: Text = { lv: 'Gaidām apstiprinājumu jūsu tālrunī.', en: 'Waiting for you to confirm on your phone.' };
const PICTURE: Text = { lv: 'QR kods lietotnei Smart-ID', en: 'QR code for the Smart-ID application' };
const OPEN: Text = { lv: 'Atveriet tālrunī lietotni Smart-ID.', en: 'Open the Smart-ID application on your phone.' };
const SCAN: Text = { lv: 'Noskenējiet šo attēlu lietotnē (nevis ar kameru).', en: 'Scan this picture in the application (not with the camera).' };
const PIN: Text = { lv: 'Pārbaudiet, ko lietotne rāda, un ievadiet PIN1.', en: 'Check what the application shows and enter PIN1.' };
const SAME_DEVICE: Text = { lv: 'Atvērt lietotni šajā ierīcē', en: 'Open the application on this device' };
const OTHERWISE: Text = { lv: 'Pierakstīties citādi', en: 'Sign in in another way' };
