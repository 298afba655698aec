import { areEqual, type Bytes, utf8 } from '../bytes.js';
import { elementsIn, inside, soleElement } from '../der/elements.js';
import { type Certificate, isSame } from '../trust/certificate.js';
import { believedAt, grantedAt, pathToAnchor, servicesFor } from '../trust/chain.js';
import { digestOf, isSignedBy } from '../trust/signature.js';
import type { HashName } from '../xades/names.js';
import { canonical } from './canonical.js';
import { checkAnswers } from './check-answers.js';
import { checkAuthorities } from './check-authorities.js';
import { checkStamps, CLAIM_MS } from './check-stamps.js';
import { checkTimeStamp } from './check-time-stamp.js';
import { type CheckPolicy, type Level, LEVELS } from './policy.js';
import { nameIn } from './references.js';
import { type Finding, type Findings, findingsOf, SIGNATURE_RULES, type SignatureRule } from './rules.js';
import { type SignedParts, signedParts } from './signed-parts.js';
import { allOf, attributeOf } from './xml.js';

export interface SignatureReport {
  /** Which file of the container it stands in. */
  readonly file: string;
  readonly passed: boolean;
  /** What its proofs reach, as far as they hold; null when nothing does. */
  readonly level: Level | null;
  readonly signer: string;
  readonly organisation: string | null;
  /** The signer's code as the certificate has it (`PNOLV-…`); null where there is none, or the signature does not hold. */
  readonly signerCode: string | null;
  readonly issuer: string;
  readonly qualified: Qualified;
  /** What the signer claims, and what an authority says. */
  readonly claimedTime: Date | null;
  readonly stampedAt: Date | null;
  /** When its archive time stamps were made, the first one first. */
  readonly archivedAt: readonly Date[];
  /** Until when the last of its time stamps can be believed without another one over it. */
  readonly lastsUntil: Date | null;
  readonly findings: readonly Finding<SignatureRule>[];
}

/**
 * Whether it is a qualified signature or seal: `listed` when its issuer was in a trusted list at the time of the time stamp, `stated` when
 * only the certificate says so and the installation believes its issuer, `no` otherwise.
 */
export const QUALIFIED = ['listed', 'stated', 'no'] as const;
export type Qualified = (typeof QUALIFIED)[number];

/** What is told of a signature that cannot be read. */
export const NOBODY = { passed: false, level: null, signer: '', organisation: null, signerCode: null, issuer: '', qualified: 'no', claimedTime: null, stampedAt: null, archivedAt: [], lastsUntil: null } as const;

/** A container as far as it could be read. */
export interface Contents {
  readonly files: ReadonlyMap<string, Bytes>;
  /** Media types as the manifest has them. */
  readonly mediaTypes: ReadonlyMap<string, string>;
}

const NON_REPUDIATION = 2;
const QCP_L_QSCD = '0.4.0.194112.1.3';
const QCP_N_QSCD = '0.4.0.194112.1.2';
const [QC_COMPLIANCE, QC_SSCD, QC_SEAL] = ['0.4.0.1862.1.1', '0.4.0.1862.1.4', '0.4.0.1862.1.6.2'];

/** Holds one signature of a container against every rule; nothing is asked of anybody. */
export async function checkSignature(file: string, signature: Element, contents: Contents, policy: CheckPolicy, now: Date): Promise<SignatureReport> {
  const findings = findingsOf(SIGNATURE_RULES);
  let parts: SignedParts;
  try {
    parts = signedParts(signature);
    findings.note('signature-form', true);
  } catch (fault) {
    findings.note('signature-form', false, (fault as Error).message);
    return { file, ...NOBODY, findings: findings.list };
  }
  const signer = await signerOf(parts, findings);
  await checkReferences(parts, contents, findings);
  checkMediaTypes(parts, contents, findings);
  if (signer) await checkValue(parts, signer, findings);
  const stamp = await checkTimeStamp(parts, policy, findings);
  const at = stamp?.at ?? now;
  const known = [...parts.certificates, ...parts.proofCertificates, ...(stamp?.certificates ?? [])];
  const path = signer ? await checkSigner(signer, known, policy, at, findings) : null;
  const answeredAt = path && (await checkAnswers(parts, path, known, policy, stamp?.at ?? null, findings));
  if (path) await checkAuthorities(parts, path, { known, policy, at }, findings);
  const line = stamp ? await checkStamps(parts, contents.files, stamp.token, known, policy, now, findings) : UNSTAMPED;
  checkTimes({ claimed: parts.claimedTime, stamped: stamp?.at ?? null, answered: answeredAt }, now, findings);
  const level = levelOf(parts);
  findings.note('level', LEVELS.indexOf(level) >= LEVELS.indexOf(policy.least), `${level}; ${policy.least} is asked for`);
  const passed = findings.list.every(({ outcome }) => outcome !== 'failed');
  return {
    file,
    passed,
    level: passed ? level : null,
    signer: signer?.name ?? '',
    organisation: signer?.organisation ?? null,
    signerCode: passed ? (signer?.subjectCode ?? null) : null,
    issuer: path?.[1]?.name ?? '',
    qualified: passed && signer && path && isQualified(signer) ? howQualified(path, policy, at) : 'no',
    claimedTime: parts.claimedTime,
    stampedAt: stamp?.at ?? null,
    ...line,
    findings: findings.list,
  };
}

const UNSTAMPED = { archivedAt: [], lastsUntil: null } as const;

/** The certificate whose digest is signed; a substitute of the same key is none. */
export async function signerOf({ certificates, certificateDigest }: SignedParts, findings: Findings<SignatureRule>): Promise<Certificate | null> {
  const { hash, digest, issuerSerial } = certificateDigest;
  findings.note('algorithms', hash !== null, 'digest of the certificate');
  const digests = hash === null ? [] : await Promise.all(certificates.map(({ der }) => digestOf(hash, der)));
  const named = certificates.find((_, at) => digests[at] && areEqual(digests[at], digest));
  const signer = named ?? certificates[0];
  findings.note('signing-certificate', named !== undefined && (issuerSerial === null || isIssuerSerialOf(issuerSerial, named)), signer?.name ?? 'no certificate');
  return signer ?? null;
}

function isIssuerSerialOf(issuerSerial: Bytes, { issuer, serial }: Certificate): boolean {
  try {
    const [names, number] = inside(soleElement(issuerSerial));
    return areEqual(elementsIn(inside(names)[0]!.content)[0]!.whole, issuer) && areEqual(number!.content, serial);
  } catch {
    return false;
  }
}

async function checkReferences(parts: SignedParts, { files }: Contents, findings: Findings<SignatureRule>): Promise<void> {
  // One for each file and one for the properties: more of them would only make us work.
  findings.note('files-signed', parts.references.length <= files.size + 1, `${parts.references.length} references`);
  if (parts.references.length > files.size + 1) return;
  const counted = new Map<string, number>();
  let covers = 0;
  for (const { uri, hash, digest, form, isTransformed, isProperties } of parts.references) {
    findings.note('algorithms', hash !== null, `digest of ${uri}`);
    if (uri.startsWith('#') || isProperties) {
      const target = uri === `#${attributeOf(parts.properties, 'Id')}` && isProperties ? parts.properties : null;
      covers += target ? 1 : 0;
      // Nothing else in the signature is signed by those who write containers; what we do not know is refused.
      findings.note('files-signed', target !== null, uri);
      findings.note('properties-signed', target !== null && form !== null && hash !== null && areEqual(await digestOf(hash, utf8(canonical(target, form))), digest), uri);
      continue;
    }
    const name = nameIn(uri);
    const content = name === null ? undefined : files.get(name);
    if (name !== null) counted.set(name, (counted.get(name) ?? 0) + 1);
    findings.note('files-signed', content !== undefined && !isTransformed, uri);
    if (content && hash) findings.note('file-digests', areEqual(await fileDigest(hash, content), digest), name!);
  }
  findings.note('properties-signed', covers === 1, `${covers} references`);
  for (const name of files.keys()) findings.note('files-signed', counted.get(name) === 1, name);
}

/** A large file with many signatures is hashed once. */
function fileDigest(hash: HashName, content: Bytes): Promise<Bytes> {
  const known = digests.get(content) ?? new Map<HashName, Promise<Bytes>>();
  const digest = known.get(hash) ?? digestOf(hash, content);
  digests.set(content, known.set(hash, digest));
  return digest;
}
const digests = new WeakMap<Bytes, Map<HashName, Promise<Bytes>>>();

function checkMediaTypes({ references, mediaTypes }: SignedParts, contents: Contents, findings: Findings<SignatureRule>): void {
  for (const { id, uri, isProperties } of references) {
    const name = isProperties ? null : nameIn(uri);
    if (name === null || !contents.files.has(name)) continue;
    const signed = id === null ? undefined : mediaTypes.get(id);
    findings.note('media-types', signed !== undefined && signed === contents.mediaTypes.get(name), `${name}: ${signed ?? 'none'} and ${contents.mediaTypes.get(name) ?? 'none'}`);
  }
}

async function checkValue({ scheme, signedInfo, value }: SignedParts, signer: Certificate, findings: Findings<SignatureRule>): Promise<void> {
  findings.note('algorithms', scheme !== null && signedInfo !== null, 'signature');
  if (scheme && signedInfo) findings.note('signature-value', await isSignedBy(signer.publicKey, scheme, value, signedInfo, 'plain'), signer.name);
}

/** The path from the signer up to an anchor, at the time that its time stamp tells. */
async function checkSigner(signer: Certificate, known: readonly Certificate[], policy: CheckPolicy, at: Date, findings: Findings<SignatureRule>): Promise<Certificate[] | null> {
  findings.note('key-usage', signer.usages !== null && (signer.usages & NON_REPUDIATION) !== 0 && !signer.isAuthority, signer.name);
  if (isQualified(signer) || policy.asksQualified) findings.note('qualified', isQualified(signer), signer.name);
  else findings.notice('qualified', `${signer.name}: not in a qualified device`);
  const path = await pathToAnchor(signer, known, believedAt(policy.anchors, 'certificates', at), at);
  findings.note('certificate-then', path !== 'not-valid-then', `${signer.name}, ${at.toISOString()}`);
  const why = path === 'untrusted' && (await isListedOtherwise(signer, known, policy, at)) ? 'not granted in the trusted list then' : path;
  findings.note('chain', typeof path !== 'string' || path === 'not-valid-then', `${signer.name}: ${typeof why === 'string' ? why : ''}`);
  return typeof path === 'string' ? null : path;
}

const isQualified = ({ statements, policies }: Certificate): boolean => [QC_COMPLIANCE, QC_SSCD].every((one) => statements.includes(one)) && [QCP_L_QSCD, QCP_N_QSCD].some((one) => policies.includes(one));

function howQualified(path: readonly Certificate[], { anchors }: CheckPolicy, at: Date): Qualified {
  const kind = path[0]!.statements.includes(QC_SEAL) ? 'seal' : 'signature';
  const isListed = servicesFor(anchors, 'certificates', at).some((one) => grantedAt(one, at)!.makes.includes(kind) && path.some((other) => isSame(other, one.certificate)));
  return isListed ? 'listed' : 'stated';
}

/** Whether a trusted list knows the issuer, although not as a qualified one at that time. */
async function isListedOtherwise(signer: Certificate, known: readonly Certificate[], { anchors }: CheckPolicy, at: Date): Promise<boolean> {
  const ever = servicesFor(anchors, 'certificates', null).map(({ certificate }) => certificate);
  return ever.length > 0 && typeof (await pathToAnchor(signer, known, ever, at)) !== 'string';
}

const SOON_MS = 15 * 60_000;
const toSecond = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Answers know whole seconds only, so that seconds are compared. */
function checkTimes({ claimed, stamped, answered }: Readonly<Record<'claimed' | 'stamped' | 'answered', Date | null>>, now: Date, findings: Findings<SignatureRule>): void {
  const latest = new Date(now.getTime() + CLAIM_MS);
  for (const [what, at] of [['claimed', claimed], ['stamped', stamped], ['answered', answered]] as const) findings.note('time-order', at === null || at <= latest, `${what}: ${at?.toISOString()} is in the future`);
  if (claimed && stamped) findings.note('time-order', claimed.getTime() <= stamped.getTime() + CLAIM_MS, `claimed ${claimed.toISOString()} after the time stamp ${stamped.toISOString()}`);
  if (!stamped || !answered) return;
  findings.note('time-order', toSecond(answered) >= toSecond(stamped), `answer ${answered.toISOString()} before the time stamp ${stamped.toISOString()}`);
  if (answered.getTime() - stamped.getTime() <= SOON_MS) findings.note('answer-soon', true);
  else findings.notice('answer-soon', `${answered.toISOString()} and ${stamped.toISOString()}`);
}

const levelOf = ({ timeStamps, answers, archiveStamps }: SignedParts): Level => (timeStamps.length === 0 ? 'B-B' : answers.length === 0 ? 'B-T' : archiveStamps.length === 0 ? 'B-LT' : 'B-LTA');

/** Every identifier of a document stands once, so that a reference cannot mean two things. */
export function repeatedId(root: Element): string | null {
  const seen = new Set<string>();
  for (const one of allOf(root)) {
    for (const id of ['Id', 'ID', 'id'].flatMap((name) => one.getAttributeNode(name)?.value ?? [])) {
      if (seen.has(id)) return id;
      seen.add(id);
    }
  }
  return null;
}
