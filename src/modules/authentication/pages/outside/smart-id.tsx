import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { CodePicture } from '../code-picture.js';

export interface SmartIdPageProps {
  readonly view: View;
  /** The words of this second's picture, and the link for the phone that is itself the browser. */
  readonly links: { readonly qr: string; readonly sameDevice: string | null } | null;
  /** To be compared with what the phone shows, where the phone was asked by itself. */
  readonly verificationCode: string | null;
  /** Where the phone can be asked without a picture; null where no link has succeeded in this browser before. */
  readonly byPhone: string | null;
  /** Where whoever is signed in already goes back to; null at a first sign-in, which may go on in another way. */
  readonly back: string | null;
}

/** While the phone is being asked. The picture changes every second, with a script in place, without one by loading anew. */
export const SmartIdPage = ({ view, links, verificationCode, byPhone, back }: SmartIdPageProps): VNode => (
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
    {verificationCode && (
      <>
        <p>{view.t(COMPARE)}</p>
        <p class="stat-value">{verificationCode}</p>
      </>
    )}
    {links && byPhone && (
      <p>
        <a href={byPhone}>{view.t(BY_PHONE)}</a>
      </p>
    )}
    <p>
      <a href={back ?? '/sign-in'}>{view.t(back === null ? OTHERWISE : BACK)}</a>
    </p>
  </Page>
);

/** Whose phone is to be asked. */
export function AskPhonePage({ view, attempt, purpose, to }: { view: View; attempt: Attempt; purpose: string; to: string }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title="Smart-ID">
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>Smart-ID</h1>
      <Lead>{t(ASK_LEAD)}</Lead>
      <Form csrf={view.csrf} action="/sign-in/smart-id/phone">
        <HiddenFields values={{ purpose, to }} />
        <TextField {...field('code')} label={CODE} autoComplete="off" maxLength={14} width="medium" />
        <ButtonRow>
          <Button>{t(BY_PHONE)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const ASK_LEAD: Text = { lv: 'Pieprasījums pienāks jūsu tālrunī; apstipriniet to tikai tad, ja kods tur un šeit sakrīt.', en: 'The request will come to your phone; confirm it only if the code there and here is the same.' };
const CODE: Text = { lv: 'Personas kods', en: 'Personal code' };
const BY_PHONE: Text = { lv: 'Sūtīt pieprasījumu uz tālruni', en: 'Send the request to the phone' };
const COMPARE: Text = { lv: 'Apstipriniet tikai tad, ja tālrunis rāda šo pašu kodu:', en: 'Confirm only if the phone shows this very code:' };
const LEAD: Text = { lv: 'Gaidām apstiprinājumu jūsu tālrunī.', en: 'Waiting for you to confirm on your phone.' };
const PICTURE: Text = { lv: 'QR kods lietotnei Smart-ID', en: 'QR code for the Smart-ID application' };
const OPEN: Text = { lv: 'Atveriet tālrunī lietotni Smart-ID.', en: 'Open the Smart-ID application on your phone.' };
const SCAN: Text = { lv: 'Noskenējiet šo attēlu lietotnē (nevis ar kameru).', en: 'Scan this picture in the application (not with the camera).' };
const PIN: Text = { lv: 'Pārbaudiet, ko lietotne rāda, un ievadiet PIN1.', en: 'Check what the application shows and enter PIN1.' };
const SAME_DEVICE: Text = { lv: 'Atvērt lietotni šajā ierīcē', en: 'Open the application on this device' };
const BACK: Text = { lv: 'Atgriezties, neapstiprinot', en: 'Go back without confirming' };
const OTHERWISE: Text = { lv: 'Pierakstīties citādi', en: 'Sign in in another way' };
