import { createHash, randomBytes, sign } from 'node:crypto';
import { answered } from '../../../../simulators/trust-services/answers.js';
import { type Holder, openTrustAuthority, type TrustServicesAuthority } from '../../../../simulators/trust-services/authority.js';
import { stamped } from '../../../../simulators/trust-services/answers.js';
import { bytesOf } from '../bytes.js';
import { checkContainer, type CheckReport } from '../checking/check-container.js';
import { type CheckPolicy, longTermPolicy } from '../checking/policy.js';
import type { DataFile } from '../container/data-file.js';
import { writeContainer } from '../container/write-container.js';
import { identifier, nothing, octets, sequence, whole, yes } from '../der/words.js';
import { readCertificate } from '../trust/certificate.js';
import { prepareSignature } from '../xades/prepare-signature.js';
import { signaturesFile, timeStamped } from '../xades/write-signature.js';
import { readZip } from '../zip/read-zip.js';
import { writeZip, type ZipFile } from '../zip/write-zip.js';
import { AWKWARD, PDF } from './sealed.js';

export const authority: TrustServicesAuthority = await openTrustAuthority(null);
export const NOW = new Date('2026-07-03T06:00:00Z');
const second = (at: number) => new Date(NOW.getTime() + at * 1000);

export const derOf = ({ certificate }: Holder) => bytesOf(certificate.rawData);
const anchorsOf = ({ root }: TrustServicesAuthority) => [readCertificate(derOf(root))];
/** Only the root is believed, so that whatever stands between must be in the container. */
export const policy: CheckPolicy = longTermPolicy({ signing: anchorsOf(authority), timeStamping: [...anchorsOf(authority), readCertificate(derOf(authority.issuing))] });
export const check = (container: Uint8Array, by: CheckPolicy = policy, now = NOW): Promise<CheckReport> => checkContainer(bytesOf(container), by, now);

/** Rules of the container and its signatures that do not hold. */
export const brokenIn = ({ container, signatures }: CheckReport): string[] =>
  [...container, ...signatures.flatMap(({ findings }) => findings)].filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule);

export interface Making {
  readonly files?: readonly DataFile[];
  readonly seal?: Holder;
  readonly chain?: readonly Holder[];
  readonly tsa?: Holder;
  readonly responder?: Holder;
  /** Seconds from now. */
  readonly claimed?: number;
  readonly stampAt?: number;
  readonly answerAt?: number;
  readonly answerUntil?: number;
  readonly status?: 'good' | 'revoked' | 'unknown';
  /** The certificate that the answer is about. */
  readonly about?: Holder;
  /** What is said of the issuing authority, since when where it is revoked, and by whom; null for nothing. Seconds from now. */
  readonly above?: { readonly status?: 'good' | 'revoked' | 'unknown'; readonly revokedAt?: number; readonly by?: Holder; readonly answerAt?: number; readonly until?: number } | null;
  /** What the time stamp is over, instead of the signature. */
  readonly over?: Uint8Array;
}

/** A container in which everything fits together, apart from what was wished otherwise: whoever makes it holds all the keys. */
export function made(making: Making = {}): Buffer {
  const { files = [PDF, AWKWARD], seal = authority.holders['seal-p256'], chain = [authority.issuing, authority.root], tsa = authority.holders.tsa, responder = authority.holders.responder } = making;
  const { claimed = -120, stampAt = -110, answerAt = -100, answerUntil = 3_600, status = 'good', about = seal } = making;
  const prepared = prepareSignature({ files, certificate: derOf(seal), algorithm: 'ecdsa-sha256', signingTime: second(claimed) });
  const value = sign('sha256', prepared.dataToBeSigned, { key: seal.key, dsaEncoding: 'ieee-p1363' });
  const timeStamp = stampOver(making.over ?? timeStamped(prepared, value), tsa, second(stampAt));
  const response = answered(answerRequest(about, chain[0] ?? authority.issuing), { by: responder, at: second(answerAt), nextUpdate: second(answerUntil), status: () => status });
  const [issuing, root] = chain;
  const { status: said = 'good', revokedAt = stampAt - 60, by = root, answerAt: saidAt = answerAt, until = answerUntil } = making.above ?? {};
  const above = making.above === null || !issuing || !root || !by ? [] : [answered(answerRequest(issuing, root), { by, at: second(saidAt), nextUpdate: second(until), status: () => said, revokedAt: second(revokedAt) })];
  return writeContainer(files, [signaturesFile(prepared, value, { timeStamp, certificates: chain.map(derOf), revocation: [response, ...above] })]);
}

/** A stamp that nobody checks before it is put in. */
export const stampOver = (data: Uint8Array, by: Holder, at: Date): Buffer => tokenIn(stamped(stampRequest(data), { by, at }));
/** An answer that nobody checks either. */
export const answerAbout = (about: Holder, { issuing, holders }: TrustServicesAuthority, at: Date, status: 'good' | 'revoked'): Buffer => answered(answerRequest(about, issuing), { by: holders.responder, at, status: () => status });

/** The token follows PKIStatusInfo `30 03 02 01 00`, in a sequence whose length takes three bytes. */
const tokenIn = (reply: Buffer): Buffer => reply.subarray(4 + 5);

const hashed = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest();
const stampRequest = (data: Uint8Array) =>
  sequence(whole(new Uint8Array([1])), sequence(sequence(identifier('2.16.840.1.101.3.4.2.1'), nothing()), octets(hashed('sha256', data))), whole(randomBytes(8)), yes());
function answerRequest(about: Holder, issuer: Holder) {
  const { subject, keyBits } = readCertificate(derOf(issuer));
  const name = sequence(sequence(identifier('1.3.14.3.2.26'), nothing()), octets(hashed('sha1', subject)), octets(hashed('sha1', keyBits)), whole(readCertificate(derOf(about)).serial));
  return sequence(sequence(sequence(sequence(name))));
}

export const SIGNATURES = 'META-INF/signatures001.xml';
export const MANIFEST = 'META-INF/manifest.xml';

/** The entries of a container, changed and written anew as a whole archive. */
export async function rewritten(container: Uint8Array, change: (entries: ZipFile[]) => ZipFile[]): Promise<Buffer> {
  const entries = await readZip(bytesOf(container), policy.limits);
  return writeZip(change(entries.map(({ name, content, isStored }) => ({ path: name, content, packed: !isStored }))));
}

/** One entry of text, changed; the change must change something. */
export const retold = (container: Uint8Array, path: string, change: (text: string) => string): Promise<Buffer> =>
  rewritten(container, (entries) =>
    entries.map((one) => {
      if (one.path !== path) return one;
      const text = Buffer.from(one.content).toString();
      const told = change(text);
      if (told === text) throw new Error('this forgery changes nothing');
      return { ...one, content: Buffer.from(told) };
    }),
  );

/** Base64 with another last byte: of a signed structure that is its signature, so that it still reads well. */
export function spoilt(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[bytes.length - 1] = bytes.at(-1)! ^ 0x01;
  return bytes.toString('base64');
}
