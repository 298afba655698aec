import { type Bytes, bytesOf } from '../bytes.js';
import { archiveInput } from '../checking/archive-stamps.js';
import { signaturesIn, SIGNATURES } from '../checking/check-container.js';
import { endOf } from '../checking/check-stamps.js';
import { canonicalizationOf } from '../checking/canonical.js';
import { type CheckPolicy } from '../checking/policy.js';
import { type SignedParts, signedParts } from '../checking/signed-parts.js';
import { parseXml } from '../checking/xml.js';
import { isSame, type Certificate } from '../trust/certificate.js';
import { pathToAnchor } from '../trust/chain.js';
import { readTimeStampToken, type TimeStampToken } from '../trust/time-stamp-token.js';
import { EXCLUSIVE_C14N, type HashName } from '../xades/names.js';
import { archiveTimeStamp, timeStampValidationData } from '../xades/write-archive.js';
import { readZip } from '../zip/read-zip.js';
import { writeZip } from '../zip/write-zip.js';
import type { RevocationSource, TimeStampAuthority } from './seal-provider.js';

export interface ArchiveServices {
  readonly timeStamps: TimeStampAuthority;
  /** Answers about the certificates of time-stamp authorities. */
  readonly revocation: RevocationSource;
}

export interface ArchivedContainer {
  readonly container: Buffer;
  readonly stampedAt: Date;
}

/** A container that no archive time stamp of ours may be added to: why, in a word, with facts. */
export class NotToArchive extends Error {
  /** `too-late`: the authority of the last stamp is no longer believed, so that another stamp would prove nothing. */
  readonly code: 'not-ours' | 'too-late';
  constructor(code: NotToArchive['code'], about: string) {
    super(`${code}: ${about}`);
    this.code = code;
  }
}

/** When the last time stamp of a container was made, what it rests on, and until when it can be believed. */
export interface LastStamp {
  readonly at: Date;
  readonly until: Date;
  readonly hash: HashName;
}

/**
 * What is known of a token that was believed when it was kept, at an instant.
 * @throws NotToArchive when nobody would believe it any more
 */
export async function lastStampOf(token: Uint8Array, { anchors }: Pick<CheckPolicy, 'anchors'>, now: Date): Promise<LastStamp> {
  const read = readTimeStampToken(bytesOf(token));
  return { at: read.at, until: endOf(await believedPath(read, [], anchors.timeStamping, now)), hash: read.hash! };
}

async function believedPath(token: TimeStampToken, known: readonly Certificate[], anchors: readonly Certificate[], now: Date): Promise<Certificate[]> {
  const path = token.signer && token.hash ? await pathToAnchor(token.signer, [...token.certificates, ...known], anchors, now) : 'no certificate';
  if (path === null || typeof path === 'string') throw new NotToArchive('too-late', `${token.signer?.name ?? ''}: ${String(path)}`);
  return path;
}

/**
 * A container that we sealed, with one more archive time stamp (EN 319 132-1, 5.5.2): first, right after the last stamp, the certificates and the answer that prove its authority, then
 * a stamp over everything. Nothing else of the file changes: without what was put in, it is the same again byte for byte.
 * @throws NotToArchive, TrustServiceError; UnfitArchive and UnfitXml for what is no container at all
 */
export async function archiveContainer(container: Bytes, { timeStamps, revocation }: ArchiveServices, policy: CheckPolicy, { now, hash = 'SHA-256' }: { readonly now: Date; readonly hash?: HashName }): Promise<ArchivedContainer> {
  const entries = await readZip(container, policy.limits);
  const [file, ...others] = entries.filter(({ name }) => SIGNATURES.test(name));
  if (!file || others.length > 0) throw new NotToArchive('not-ours', `${others.length + (file ? 1 : 0)} files of signatures`);
  const files = new Map(entries.filter((one) => one !== file).map(({ name, content }) => [name, content]));
  const before = new TextDecoder().decode(file.content);
  const { parts } = readSignature(before);
  const proven = inserted(before, lastStampEnd(before, parts), await validationData(parts, revocation, policy, now));
  const again = readSignature(proven);
  const over = archiveInput({ signature: again.signature, references: again.parts.references, properties: again.parts.properties }, again.parts.proofs!, null, files, canonicalizationOf(EXCLUSIVE_C14N)!);
  if (!over) throw new NotToArchive('not-ours', 'a signed file is missing');
  const { token, at } = await timeStamps.stamp(over, hash);
  const stamped = inserted(proven, soleIndexOf(proven, END), archiveTimeStamp(`${parts.id}-A${parts.archiveStamps.length + 1}`, token));
  const written = writeZip(entries.map((one) => ({ path: one.name, content: one === file ? Buffer.from(stamped) : one.content, packed: !one.isStored })));
  return { container: written, stampedAt: at };
}

function readSignature(text: string): { readonly signature: Element; readonly parts: SignedParts } {
  const [signature, ...others] = signaturesIn(parseXml(bytesOf(new TextEncoder().encode(text))));
  if (!signature || others.length > 0) throw new NotToArchive('not-ours', 'several signatures in a file');
  const parts = signedParts(signature);
  if (parts.timeStamps.length !== 1 || parts.answers.length === 0) throw new NotToArchive('not-ours', 'the signature is not at level B-LT');
  return { signature, parts };
}

const END = '</xades:UnsignedSignatureProperties></xades:UnsignedProperties></xades:QualifyingProperties>';
const [FIRST_STAMP, LATER_STAMP] = ['</xades:SignatureTimeStamp>', '</xades141:ArchiveTimeStamp>'];

/** Where the proofs of the last stamp belong: right after it. */
function lastStampEnd(text: string, { archiveStamps }: SignedParts): number {
  if (archiveStamps.length === 0) return soleIndexOf(text, FIRST_STAMP) + FIRST_STAMP.length;
  if (text.split(LATER_STAMP).length - 1 !== archiveStamps.length) throw new NotToArchive('not-ours', 'archive time stamps of another hand');
  return text.lastIndexOf(LATER_STAMP) + LATER_STAMP.length;
}

function soleIndexOf(text: string, words: string): number {
  const at = text.indexOf(words);
  if (at < 0 || at !== text.lastIndexOf(words)) throw new NotToArchive('not-ours', `${words} stands not once`);
  return at;
}

const inserted = (text: string, at: number, words: string): string => text.slice(0, at) + words + text.slice(at);

/** Who proves the last stamp: certificates of its path that are not there yet, and an answer that its authority is good, made after it. */
async function validationData(parts: SignedParts, revocation: RevocationSource, { anchors }: CheckPolicy, now: Date): Promise<string> {
  const token = readTimeStampToken((parts.archiveStamps.at(-1) ?? parts.timeStamps[0]!).token);
  const path = await believedPath(token, parts.proofCertificates, anchors.timeStamping, now);
  const there = [...token.certificates, ...parts.proofCertificates];
  const [authority, issuer] = path;
  const answer = authority && issuer ? await revocation.good(authority.der, issuer.der, token.at) : null;
  return timeStampValidationData(path.filter((one) => !there.some((other) => isSame(one, other))).map(({ der }) => der), answer ? [answer.response] : []);
}
