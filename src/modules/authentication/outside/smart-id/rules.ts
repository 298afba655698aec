import { createHash, createHmac } from 'node:crypto';

/** The ways in which a phone can take part; `Notification` is pushed to it, the others begin with a link. */
export type Flow = 'QR' | 'Web2App' | 'Notification';

const base64 = (words: string): string => Buffer.from(words, 'utf8').toString('base64');
const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

/**
 * The four digits that browser and phone both show (RP API 3.1, "Verification codes for authentication requests"):
 * the last two bytes of SHA-256 over the challenge, modulo 10000.
 */
export const verificationCodeOf = (challenge: Buffer): string => String(sha256(challenge).readUInt16BE(30) % 10_000).padStart(4, '0');

export interface LinkParts {
  readonly deviceLinkBase: string;
  readonly flow: 'QR' | 'Web2App';
  /** Since the session began; for a QR code only, which goes out of date every second. */
  readonly elapsedSeconds: number;
  readonly sessionToken: string;
  readonly lang: 'lv' | 'en';
}

/** What binds a link to our request, and the secret that only Smart-ID and we know. */
export interface LinkContext {
  readonly scheme: string;
  readonly challenge: string;
  readonly name: string;
  readonly brokeredName?: string;
  readonly interactions: string;
  /** Empty where none was given; a QR code never carries one. */
  readonly callback: string;
  readonly sessionSecret: string;
}

const LANG = { lv: 'lav', en: 'eng' } as const;

/** The link of a QR code or of the same device, with its code (RP API 3.1, "Device link calculation"). Nothing in it is encoded. */
export function deviceLink(parts: LinkParts, context: LinkContext): string {
  const { deviceLinkBase, flow, elapsedSeconds, sessionToken, lang } = parts;
  const elapsed = flow === 'QR' ? `&elapsedSeconds=${elapsedSeconds}` : '';
  const link = `${deviceLinkBase}?deviceLinkType=${flow}${elapsed}&sessionToken=${sessionToken}&sessionType=auth&version=1.0&lang=${LANG[lang]}`;
  return `${link}&authCode=${authCode(link, flow, context)}`;
}

/** HMAC-SHA256 by the session's secret over everything the phone is to act upon (RP API 3.1, "authCode calculation"). */
function authCode(link: string, flow: 'QR' | 'Web2App', { scheme, challenge, name, brokeredName = '', interactions, callback, sessionSecret }: LinkContext): string {
  const payload = [scheme, 'ACSP_V2', challenge, base64(name), base64(brokeredName), interactions, flow === 'QR' ? '' : callback, link].join('|');
  return createHmac('sha256', Buffer.from(sessionSecret, 'base64')).update(payload, 'utf8').digest('base64url');
}

export interface SignedContext {
  readonly scheme: string;
  readonly serverRandom: string;
  readonly challenge: string;
  readonly userChallenge: string;
  readonly name: string;
  readonly brokeredName?: string;
  readonly interactions: string;
  readonly interactionUsed: string;
  readonly callback: string;
  readonly flow: Flow;
}

/** The text that the phone signed (RP API 3.1, "ACSP_V2 digest calculation"). The callback counts only on the same device. */
export const signedText = ({ scheme, serverRandom, challenge, userChallenge, name, brokeredName = '', interactions, interactionUsed, callback, flow }: SignedContext): string =>
  [scheme, 'ACSP_V2', serverRandom, challenge, userChallenge, base64(name), base64(brokeredName), sha256(interactions).toString('base64'), interactionUsed, flow === 'Web2App' ? callback : '', flow].join('|');

/** What the phone gives back in the address to show that it knows the session's secret. */
export const digestOfSecret = (sessionSecret: string): string => sha256(Buffer.from(sessionSecret, 'base64')).toString('base64url');

/** What the signed `userChallenge` must be for the verifier that came back in the address. */
export const challengeOfVerifier = (verifier: string): string => sha256(verifier).toString('base64url');

/** What the phone is to show, as it is sent and signed: the exact characters matter. */
export const interactionsOf = (list: readonly Readonly<Record<string, string>>[]): string => base64(JSON.stringify(list));
