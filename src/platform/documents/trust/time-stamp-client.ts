import type { Clock } from '#kernel/clock.js';
import { areEqual, type Bytes, bytesOf } from '../bytes.js';
import { type Element, inside, soleElement } from '../der/elements.js';
import { identifier, nothing, octets, sequence, whole, yes } from '../der/words.js';
import type { TimeStampAuthority } from '../sealing/seal-provider.js';
import { ask, type TrustService } from './ask.js';
import type { Certificate } from './certificate.js';
import type { HashName } from '../xades/names.js';
import { digestOf, HASHES } from './signature.js';
import { faultsOfTimeStamp, readTimeStampToken, type TimeStampFault } from './time-stamp-token.js';
import { TrustServiceError, type TrustServiceCode } from './trust-service-error.js';

export interface TimeStampService extends TrustService {
  /** Authorities, or the service's own certificates, that are believed. */
  readonly anchors: readonly Certificate[];
  /** The policy that stamps must be issued under; any when absent. */
  readonly policy?: string;
  /** How far its clock may be from ours. */
  readonly skewMs?: number;
  readonly clock: Clock;
}

const SKEW_MS = 60_000;
const NONCE_BYTES = 12;

/** A client of RFC 3161 that keeps nothing it has not checked: status, imprint, nonce, policy, time, purpose, signature and chain. */
export function timeStampClient(service: TimeStampService): TimeStampAuthority {
  const { url, anchors, policy, skewMs = SKEW_MS, clock } = service;
  const fail = (code: TrustServiceCode, cause?: unknown) => new TrustServiceError(code, url, cause);
  return {
    async stamp(data, hash = 'SHA-256') {
      const bytes = bytesOf(data);
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      // Neither zero nor negative, so that it comes back as it was sent.
      nonce[0] = (nonce[0]! & 0x7f) | 0x40;
      const reply = await ask(service, 'timestamp-query', await requestFor(bytes, hash, nonce, policy));
      const { token, stamp } = readReply(reply, fail);
      if (!stamp.nonce || !areEqual(stamp.nonce, nonce)) throw fail('other-nonce');
      if (policy !== undefined && stamp.policy !== policy) throw fail('other-policy');
      if (Math.abs(stamp.at.getTime() - clock.now().getTime()) > skewMs) throw fail('wrong-clock');
      const [fault] = await faultsOfTimeStamp(stamp, bytes, [], anchors);
      if (stamp.hash !== hash) throw fail('other-data');
      if (fault) throw fail(CODES[fault] ?? 'untrusted', new Error(fault));
      return { token, at: stamp.at };
    },
  };
}

const CODES: Partial<Record<TimeStampFault, TrustServiceCode>> = { imprint: 'other-data' };

const identifierOfHash = (hash: HashName): string => Object.keys(HASHES).find((one) => HASHES[one] === hash)!;

const requestFor = async (data: Bytes, hash: HashName, nonce: Bytes, policy: string | undefined): Promise<Bytes> =>
  sequence(whole(new Uint8Array([1])), sequence(sequence(identifier(identifierOfHash(hash)), nothing()), octets(await digestOf(hash, data))), ...(policy ? [identifier(policy)] : []), whole(nonce), yes());

/** PKIStatus (RFC 3161, 2.4.2): granted, and granted with changes, which the checks that follow find. */
const GRANTED = [0, 1];

function readReply(reply: Bytes, fail: (code: TrustServiceCode, cause?: unknown) => TrustServiceError) {
  let parts: Element[];
  let status: number;
  try {
    parts = inside(soleElement(reply));
    status = wholeNumberOf(inside(parts[0])[0]);
  } catch (cause) {
    throw fail('bad-answer', cause);
  }
  if (!GRANTED.includes(status)) throw fail('refused', new Error(`status ${status}`));
  try {
    const token = parts[1]!.whole;
    return { token, stamp: readTimeStampToken(token) };
  } catch (cause) {
    throw fail('bad-answer', cause);
  }
}

const INTEGER = 0x02;

/** A small INTEGER. @throws Error when it is none */
function wholeNumberOf(element: Element | undefined): number {
  const [number, more] = element?.tag === INTEGER ? element.content : [];
  if (number === undefined || more !== undefined) throw new Error('no status');
  return number;
}
