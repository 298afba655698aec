import { z } from 'zod';
import { deviceLink } from './rules.js';

/** A sign-in under way. The secrets in it stay on the server: the browser gets links and codes made of them. */
export const SmartIdState = z.object({
  flow: z.enum(['device-link', 'notification']),
  scheme: z.string(),
  sessionId: z.string(),
  challenge: z.string(),
  interactions: z.string(),
  name: z.string(),
  level: z.enum(['ADVANCED', 'QUALIFIED']),
  /** The person who was asked, as `PNOLV-…`; null where whoever confirms is the one. */
  identity: z.string().nullable(),
  beganAt: z.iso.datetime(),
  link: z
    .object({
      base: z.string(),
      token: z.string(),
      secret: z.string(),
      /** Where the app returns to on the same device, with our own value in it; null where only a QR code is offered. */
      callback: z.string().nullable(),
      callbackValue: z.string(),
    })
    .nullable(),
});
export type SmartIdState = z.infer<typeof SmartIdState>;

/** What the browser shows now: the words of a QR code, to be drawn anew each second, and a link for the phone that is itself the browser. */
export interface ShownLinks {
  readonly qr: string;
  readonly sameDevice: string | null;
}

/** The links of this second; null in the notification flow. */
export function linksNow(state: SmartIdState, lang: 'lv' | 'en', now: Date): ShownLinks | null {
  const { link, scheme, challenge, name, interactions, beganAt } = state;
  if (!link) return null;
  const elapsedSeconds = Math.max(0, Math.floor((now.getTime() - Date.parse(beganAt)) / 1000));
  const context = { scheme, challenge, name, interactions, callback: link.callback ?? '', sessionSecret: link.secret };
  const linkOf = (flow: 'QR' | 'Web2App') => deviceLink({ deviceLinkBase: link.base, flow, elapsedSeconds, sessionToken: link.token, lang }, context);
  return { qr: linkOf('QR'), sameDevice: link.callback ? linkOf('Web2App') : null };
}
