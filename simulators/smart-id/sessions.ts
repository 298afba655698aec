import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Person } from '../people.js';
import { readable } from '../people.js';
import type { Authority, Credential } from './authority.js';

/** What a relying party sent to begin. */
export interface Begin {
  readonly relyingPartyName: string;
  readonly certificateLevel?: 'ADVANCED' | 'QUALIFIED';
  readonly signatureProtocolParameters: { readonly rpChallenge: string };
  readonly interactions: string;
  readonly initialCallbackUrl?: string;
}

export interface Session {
  readonly id: string;
  readonly begin: Begin;
  /** `PNOLV-…` where the relying party said who. */
  readonly identity: string | null;
  readonly link: { readonly token: string; readonly secret: string; readonly base: string } | null;
  readonly beganAt: Date;
  answer: Readonly<Record<string, unknown>> | null;
  readonly waiting: (() => void)[];
}

export type Flow = 'QR' | 'Web2App' | 'App2App' | 'Notification';

/** The scheme of the service; the live one is `smart-id`. */
export const SCHEME = 'smart-id-demo';
/** A phone must have answered within this. */
const LIFE_MS = 90_000;

const b64 = (words: string) => Buffer.from(words, 'utf8').toString('base64');

export function newSession(begin: Begin, identity: string | null, linkBase: string | null, now: Date): Session {
  const link = linkBase === null ? null : { token: randomBytes(24).toString('hex'), secret: randomBytes(32).toString('base64'), base: linkBase };
  return { id: randomUUID(), begin, identity, link, beganAt: now, answer: null, waiting: [] };
}

export function complete(session: Session, answer: Readonly<Record<string, unknown>>): void {
  if (session.answer) return;
  session.answer = answer;
  for (const go of session.waiting.splice(0)) go();
}

/** The session ends without a signature. */
export const endWith = (session: Session, endResult: string, interaction?: string): void =>
  complete(session, { state: 'COMPLETE', result: { endResult, ...(interaction ? { details: { interaction } } : {}) } });

export const expire = (session: Session, now: Date): void => {
  if (now.getTime() - session.beganAt.getTime() > LIFE_MS) endWith(session, 'TIMEOUT');
};

/** Waits until the session is over or `ms` have passed. */
export function over(session: Session, ms: number): Promise<void> {
  if (session.answer) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    session.waiting.push(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Why a link is not accepted, or null. It is computed here from the specification, not by the code under test. */
export function faultOfLink(session: Session, link: URL, now: Date): string | null {
  const flow = link.searchParams.get('deviceLinkType');
  const { secret, base } = session.link!;
  const written = link.href;
  const unprotected = written.slice(0, written.lastIndexOf('&authCode='));
  const inOrder = flow === 'QR' ? ['deviceLinkType', 'elapsedSeconds', 'sessionToken', 'sessionType', 'version', 'lang', 'authCode'] : ['deviceLinkType', 'sessionToken', 'sessionType', 'version', 'lang', 'authCode'];
  if (!unprotected.startsWith(`${base}?`) || [...link.searchParams.keys()].join() !== inOrder.join()) return 'The link has other parts than it must.';
  const { relyingPartyName, signatureProtocolParameters, interactions, initialCallbackUrl } = session.begin;
  if (flow !== 'QR' && !initialCallbackUrl) return 'A link of the same device needs a callback.';
  const payload = [SCHEME, 'ACSP_V2', signatureProtocolParameters.rpChallenge, b64(relyingPartyName), '', interactions, flow === 'QR' ? '' : initialCallbackUrl, unprotected].join('|');
  const expected = createHmac('sha256', Buffer.from(secret, 'base64')).update(payload).digest('base64url');
  if (link.searchParams.get('authCode') !== expected) return 'The authCode is wrong.';
  const age = (now.getTime() - session.beganAt.getTime()) / 1000 - Number(link.searchParams.get('elapsedSeconds'));
  // How old the real service lets a code be is not published; ours gives a tester time to click.
  if (flow === 'QR' && (age < -2 || age > 60)) return 'The QR code is outdated. Take the one shown now.';
  return null;
}

export interface Confirming {
  readonly person: Person;
  readonly flow: Flow;
  readonly credential: Credential;
  readonly level: 'ADVANCED' | 'QUALIFIED';
}

export interface Tools {
  readonly authority: Authority;
  /** The text that was signed. */
  readonly text: string;
  sign(text: string, credential: Credential): Promise<string>;
}

export type Answered = Record<string, unknown> & { result: Record<string, unknown>; signature: Record<string, unknown>; cert: Record<string, unknown> };

/** What the phone adds to the address when it returns to the browser. */
export interface Return {
  readonly sessionSecretDigest: string;
  readonly userChallengeVerifier: string;
}

/** The person enters the PIN: the answer with a real signature, and what a same-device return carries. */
export async function confirmed(session: Session, { person, flow, credential, level }: Confirming, authority: Authority): Promise<{ answer: Answered; tools: Tools; back: Return | null }> {
  const { begin } = session;
  const verifier = randomBytes(32).toString('base64url');
  const userChallenge = createHash('sha256').update(verifier).digest('base64url');
  const serverRandom = randomBytes(24).toString('base64');
  const interactions = JSON.parse(Buffer.from(begin.interactions, 'base64').toString('utf8')) as { type: string }[];
  const interactionTypeUsed = interactions[0]!.type;
  const digest = createHash('sha256').update(begin.interactions).digest('base64');
  const callback = flow === 'Web2App' || flow === 'App2App' ? begin.initialCallbackUrl! : '';
  const text = [SCHEME, 'ACSP_V2', serverRandom, begin.signatureProtocolParameters.rpChallenge, userChallenge, b64(begin.relyingPartyName), '', digest, interactionTypeUsed, callback, flow].join('|');
  const answer = {
    state: 'COMPLETE',
    result: { endResult: 'OK', documentNumber: `PNOLV-${readable(person.code)}-MOCK-${level === 'QUALIFIED' ? 'Q' : 'NQ'}` },
    signatureProtocol: 'ACSP_V2',
    signature: {
      value: await sign(text, credential),
      serverRandom,
      userChallenge,
      flowType: flow,
      signatureAlgorithm: 'rsassa-pss',
      signatureAlgorithmParameters: { hashAlgorithm: 'SHA-512', maskGenAlgorithm: { algorithm: 'id-mgf1', parameters: { hashAlgorithm: 'SHA-512' } }, saltLength: 64, trailerField: '0xbc' },
    },
    cert: { value: credential.certificate, certificateLevel: level },
    interactionTypeUsed,
  };
  const back = session.link && callback ? { sessionSecretDigest: createHash('sha256').update(Buffer.from(session.link.secret, 'base64')).digest('base64url'), userChallengeVerifier: verifier } : null;
  return { answer, tools: { authority, text, sign }, back };
}

const sign = async (text: string, { key }: Credential): Promise<string> => Buffer.from(await crypto.subtle.sign({ name: 'RSA-PSS', saltLength: 64 }, key, Buffer.from(text, 'utf8'))).toString('base64');

/** The four digits of the notification flow. */
export const codeOf = (session: Session): string => String(createHash('sha256').update(Buffer.from(session.begin.signatureProtocolParameters.rpChallenge, 'base64')).digest().readUInt16BE(30) % 10_000).padStart(4, '0');
