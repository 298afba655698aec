import type { Text } from '#kernel/text.js';
import type { PersonCode } from '#kernel/person-code.js';
import type { Outcome, Refusal } from '../proving.js';
import { beginDeviceLink, beginNotification, type Wishes } from './begin.js';
import type { SmartIdClient } from './client.js';
import { whoseIs } from './check-answer.js';
import { askAndCheck, SmartIdReturn } from './finish.js';
import { linksNow, type ShownLinks, SmartIdState } from './state.js';
import { SMART_ID_REFUSALS, type SmartIdRefusal } from './texts.js';

/** Signing in by Smart-ID (SK ID Solutions, Relying Party API 3.1). */
export interface SmartId {
  readonly title: Text;
  /** First contact: a QR code and, where the app may return to `returnTo`, a link for the same device. */
  beginDeviceLink(wishes: Wishes & { returnTo: string | null }): Promise<{ state: SmartIdState } | Refusal<SmartIdRefusal>>;
  /** Later contact, in a browser in which a link has succeeded before. The code is shown until the phone answered. */
  beginNotification(wishes: Wishes & { person: PersonCode }): Promise<{ state: SmartIdState; verificationCode: string } | Refusal<SmartIdRefusal>>;
  /** The links of this second; null in the notification flow. */
  links(state: unknown, lang: 'lv' | 'en', now: Date): ShownLinks | null;
  /** @param came the fields of the address when the app returned to the browser; null while a page only asks. */
  finish(state: unknown, came: Readonly<Record<string, string>> | null, now: Date): Promise<Outcome<SmartIdRefusal>>;
  say(reason: SmartIdRefusal): Text;
}

export const smartIdOf = (client: SmartIdClient): SmartId => ({
  title: { lv: 'Smart-ID', en: 'Smart-ID' },
  beginDeviceLink: (wishes) => beginDeviceLink(client, wishes),
  beginNotification: (wishes) => beginNotification(client, wishes),
  links: (state, lang, now) => linksNow(SmartIdState.parse(state), lang, now),
  async finish(state, came, now) {
    const returned = came === null ? null : SmartIdReturn.safeParse(came);
    if (returned?.success === false) return { kind: 'refused', reason: 'wrong-return' };
    const asked = SmartIdState.parse(state);
    const outcome = await askAndCheck(client, asked, returned?.data ?? null, now);
    // Whose phone was asked is known where a code was typed.
    return outcome.kind === 'refused' && asked.identity !== null ? { ...outcome, whose: whoseIs(asked.scheme, asked.identity) } : outcome;
  },
  say: (reason) => SMART_ID_REFUSALS[reason],
});
