import type { VNode } from 'preact';
import { fill, type Lang } from '#kernel/text.js';
import { Button, ButtonLink } from '../form/button.js';
import { Notice } from '../notice.js';

/** How long the session of who looks lasts, if nothing is done. */
export interface SessionFrame {
  readonly endsInSeconds: number;
  /** How long it lasts without anything being opened or sent. */
  readonly idleMinutes: number;
  /** Where it is prolonged. */
  readonly stayHref: string;
  readonly signInHref: string;
}

/**
 * Warns before a session ends and prolongs it at one press (WCAG 2.2, 2.2.1); after its end says how to go on without losing what was typed.
 * Shown by the island `session-end`; without script the time is told beforehand.
 */
export const SessionEnd = ({ lang, csrf, session }: { lang: Lang; csrf: string; session: SessionFrame }): VNode => (
  <>
    <noscript>
      <p class="hint session-hint">{fill(BEFOREHAND, { minutes: session.idleMinutes })[lang]}</p>
    </noscript>
    <div class="session-end" role="alert" data-session-ends-in={session.endsInSeconds} data-stay={session.stayHref} data-csrf={csrf}>
      <div data-session-soon hidden>
        <Notice lang={lang} tone="warning" title={SOON}>
          <p>{WHAT_THEN[lang]}</p>
          <Button variant="secondary">{GO_ON[lang]}</Button>
        </Notice>
      </div>
      <div data-session-over hidden>
        <Notice lang={lang} tone="warning" title={OVER}>
          <p>{STILL_HERE[lang]}</p>
          <ButtonLink href={session.signInHref} variant="secondary" newTab>
            {SIGN_IN[lang]}
          </ButtonLink>
        </Notice>
      </div>
    </div>
  </>
);

const BEFOREHAND = {
  lv: 'Ja {minutes} minūtes neko neatvērsiet un nenosūtīsiet, sesija beigsies. Ierakstīto varēs nosūtīt pēc tam, kad būsiet pierakstījies vēlreiz.',
  en: 'If you open and send nothing for {minutes} minutes, the session ends. What you have typed can be sent after you have signed in again.',
};
const SOON = { lv: 'Sesija drīz beigsies', en: 'The session is about to end' };
const WHAT_THEN = { lv: 'Mazāk nekā pēc piecām minūtēm būs jāpierakstās vēlreiz. Tas, ko neesat nosūtījis, nav saglabāts.', en: 'In less than five minutes you will have to sign in again. What you have not sent is not saved.' };
const GO_ON = { lv: 'Turpināt darbu', en: 'Go on working' };
const OVER = { lv: 'Sesija ir beigusies', en: 'The session has ended' };
const STILL_HERE = { lv: 'Ierakstītais vēl ir šajā lapā. Pierakstieties jaunā cilnē, tad atgriezieties šeit un nosūtiet to.', en: 'What you typed is still on this page. Sign in in a new tab, then come back here and send it.' };
const SIGN_IN = { lv: 'Pierakstīties jaunā cilnē', en: 'Sign in in a new tab' };
