import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type PersonCode, readablePersonCode } from '#kernel/person-code.js';
import { say } from '#kernel/text.js';
import { type Answer, ask, Unreachable } from '../call.js';
import { type Refusal, refused } from '../proving.js';
import type { SmartIdClient } from './client.js';
import { interactionsOf, verificationCodeOf } from './rules.js';
import type { SmartIdState } from './state.js';
import { ASKED_ON_PHONE, type SmartIdRefusal } from './texts.js';

export interface Wishes {
  readonly lang: 'lv' | 'en';
  readonly now: Date;
  /** The only person who may confirm, as when an account is confirmed or a session is raised; null at a first sign-in. */
  readonly person: PersonCode | null;
}

const TO_BEGIN_MS = 20_000;

/**
 * Begins with a link, the way SK asks for at first contact: nobody can send it to somebody else's phone.
 * @param returnTo where the app returns to on the same device: https, or the machine itself; otherwise only a QR code is offered.
 */
export async function beginDeviceLink(client: SmartIdClient, { lang, now, person, returnTo }: Wishes & { returnTo: string | null }): Promise<{ state: SmartIdState } | Refusal<SmartIdRefusal>> {
  const callbackValue = randomBytes(24).toString('base64url');
  const callback = callbackOf(returnTo, callbackValue);
  const asked = askedOf(client, [{ type: 'confirmationMessage', displayText200: say(ASKED_ON_PHONE.long, lang) }, { type: 'displayTextAndPIN', displayText60: say(ASKED_ON_PHONE.short, lang) }]);
  const path = person ? `authentication/device-link/etsi/${identityOf(person)}` : 'authentication/device-link/anonymous';
  const answer = await begun(client, path, callback ? { ...asked.body, initialCallbackUrl: callback } : asked.body, LinkSession);
  if ('kind' in answer) return answer;
  const link = { base: answer.deviceLinkBase, token: answer.sessionToken, secret: answer.sessionSecret, callback, callbackValue };
  return { state: { ...asked.state, flow: 'device-link', sessionId: answer.sessionID, identity: person && identityOf(person), beganAt: now.toISOString(), link } };
}

/** Begins by pushing to the phone of a person whose code was typed. Only for a browser in which a link has succeeded before. */
export async function beginNotification(client: SmartIdClient, { lang, now, person }: Wishes & { person: PersonCode }): Promise<{ state: SmartIdState; verificationCode: string } | Refusal<SmartIdRefusal>> {
  const asked = askedOf(client, [
    { type: 'confirmationMessageAndVerificationCodeChoice', displayText200: say(ASKED_ON_PHONE.long, lang) },
    { type: 'displayTextAndPIN', displayText60: say(ASKED_ON_PHONE.short, lang) },
  ]);
  const identity = identityOf(person);
  const answer = await begun(client, `authentication/notification/etsi/${identity}`, { ...asked.body, vcType: 'numeric4' }, Session);
  if ('kind' in answer) return answer;
  const state: SmartIdState = { ...asked.state, flow: 'notification', sessionId: answer.sessionID, identity, beganAt: now.toISOString(), link: null };
  return { state, verificationCode: verificationCodeOf(Buffer.from(asked.state.challenge, 'base64')) };
}

/** A person as ETSI EN 319 412-1 writes them: `PNOLV-050405-10009`. */
const identityOf = (person: PersonCode): string => `PNOLV-${readablePersonCode(person)}`;

/** The address with our value in it, if the service takes it: https without a fragment or a vertical bar. */
function callbackOf(returnTo: string | null, value: string): string | null {
  if (returnTo === null) return null;
  const address = new URL(returnTo);
  const isHere = address.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(address.hostname);
  if ((address.protocol !== 'https:' && !isHere) || address.hash !== '') return null;
  address.searchParams.set('value', value);
  return address.href;
}

function askedOf({ uuid, name, level, scheme }: SmartIdClient, list: readonly Readonly<Record<string, string>>[]) {
  const challenge = randomBytes(64).toString('base64');
  const interactions = interactionsOf(list);
  return {
    state: { scheme, challenge, interactions, name, level },
    body: {
      relyingPartyUUID: uuid,
      relyingPartyName: name,
      certificateLevel: level,
      signatureProtocol: 'ACSP_V2',
      signatureProtocolParameters: { rpChallenge: challenge, signatureAlgorithm: 'rsassa-pss', signatureAlgorithmParameters: { hashAlgorithm: 'SHA-512' } },
      interactions,
    },
  };
}

/** It becomes part of an address of ours. */
const SessionId = z.string().regex(/^[\w-]{1,64}$/);
const Session = z.object({ sessionID: SessionId });
const LinkSession = z.object({
  sessionID: SessionId,
  sessionToken: z.string().regex(/^[a-zA-Z0-9]{24,}$/),
  sessionSecret: z.string().regex(/^[a-zA-Z0-9+/]{22,}={0,2}$/),
  deviceLinkBase: z.url({ protocol: /^https?$/ }),
});

async function begun<Shape extends z.ZodType>({ url, fetch }: SmartIdClient, path: string, body: object, shape: Shape): Promise<z.infer<Shape> | Refusal<SmartIdRefusal>> {
  let answer: Answer;
  try {
    answer = await ask(fetch, new URL(path, url).href, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), withinMs: TO_BEGIN_MS });
  } catch (error) {
    if (error instanceof Unreachable) return refused('unreachable');
    throw error;
  }
  if (answer.status !== 200) return refused(refusalOfStatus(answer.status, 'no-account'));
  const session = shape.safeParse(answer.json);
  return session.success ? session.data : refused('bad-answer');
}

/** What a status of the service means (RP API 3.1, "HTTP status codes"; 471 and 472 are its own). */
export function refusalOfStatus(status: number, notFound: SmartIdRefusal): SmartIdRefusal {
  if (status === 400 || status === 401 || status === 403) return 'system-not-accepted';
  if (status === 404) return notFound;
  if (status === 471) return 'no-account-of-level';
  if (status === 472) return 'see-smart-id';
  if (status === 480) return 'system-not-accepted';
  if (status === 580) return 'maintenance';
  return status >= 500 ? 'service-failure' : 'bad-answer';
}
