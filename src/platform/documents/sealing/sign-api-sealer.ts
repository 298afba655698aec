import { constants, publicEncrypt } from 'node:crypto';
import type { Clock } from '#kernel/clock.js';
import { type Bytes, bytesOf } from '../bytes.js';
import { checkContainer, signaturesIn, SIGNATURES } from '../checking/check-container.js';
import { signerOf } from '../checking/check-signature.js';
import { longTermPolicy } from '../checking/policy.js';
import { findingsOf, SIGNATURE_RULES } from '../checking/rules.js';
import { signedParts } from '../checking/signed-parts.js';
import { parseXml } from '../checking/xml.js';
import type { DataFile } from '../container/data-file.js';
import { writeContainer } from '../container/write-container.js';
import { type Certificate, isSame } from '../trust/certificate.js';
import type { TrustAnchors } from '../trust/chain.js';
import { TrustServiceError } from '../trust/trust-service-error.js';
import { readZip } from '../zip/read-zip.js';
import type { BearerService } from './bearer-calls.js';
import type { ContainerSealer, Keeping, SealedContainer, SetToSeal } from './container-sealer.js';
import { readPkcs12 } from './pkcs12.js';
import { type SealToSend, signApiCalls, type SignApiCalls } from './sign-api-service.js';

export interface SignApiSeal extends BearerService {
  /** The seal as LVRTC gives it, a PKCS#12 file, and its password. */
  readonly file: Uint8Array;
  readonly password: string;
  /** PEM of the service's public key, or of its certificate: the password travels under it. */
  readonly publicKey: string;
  /** DER of the certificate by which the service asks for time stamps. */
  readonly authCertificate: Uint8Array;
  /** Whom our check of what comes back believes. */
  readonly anchors: TrustAnchors;
  readonly clock: Clock;
}

/** So many are sealed by one call. */
const AT_ONCE = 25;

/**
 * LVRTC's SignAPI for a seal in a file (`eSealCreate`): digests and names of files go there, and with them the seal and its password. A signature
 * with its time stamp and proofs comes back; it goes into a container of ours beside our own files, and is kept when our check believes it.
 * Spoken as published and tried against our simulator alone. @throws Error that says what is wrong with the file of the seal
 */
export function signApiSealer(seal: SignApiSeal): ContainerSealer {
  const { leaf, chain } = readPkcs12(bytesOf(seal.file), seal.password);
  const calls = signApiCalls(seal);
  // "RSA Encryption with SHA1 padding", as published: OAEP.
  const password = () => publicEncrypt({ key: seal.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, Buffer.from(seal.password)).toString('base64');
  const toSend = (): SealToSend => ({ signKey: base64(seal.file), signKeyPassword: password(), authCertificate: base64(seal.authCertificate) });
  return {
    certificate: async () => ({ leaf: leaf.der, chain: chain.map(({ der }) => der) }),
    async seal(sets, keeping) {
      for (let from = 0; from < sets.length; from += AT_ONCE) {
        const some = sets.slice(from, from + AT_ONCE);
        const places = { begun: (names: Parameters<Keeping['begun']>[0]) => keeping.begun(names.map((one) => ({ ...one, at: from + one.at }))), sealed: (made: Parameters<Keeping['sealed']>[0]) => keeping.sealed(made.map((one) => ({ ...one, at: from + one.at }))) };
        await sealSome(calls, toSend(), some, places, (files, made) => believed(seal, leaf, files, made));
      }
    },
  };
}

type Believes = (files: readonly DataFile[], made: Bytes) => Promise<SealedContainer>;

async function sealSome(calls: SignApiCalls, seal: SealToSend, sets: readonly SetToSeal[], keeping: Keeping, believes: Believes): Promise<void> {
  const before = await Promise.all(sets.map(({ begun }) => (begun === null ? 'gone' : calls.madeIn(begun))));
  const sessions = await Promise.all(sets.map(({ files, begun }, at) => (before[at] === 'gone' ? calls.begin(files) : begun!)));
  const anew = sessions.flatMap((name, at) => (name === sets[at]!.begun ? [] : [{ at, name }]));
  if (anew.length > 0) await keeping.begun(anew);
  const unsealed = sessions.filter((_, at) => before[at] === 'gone' || before[at]!.length === 0);
  if (unsealed.length > 0) await calls.seal(unsealed, seal);
  const outcomes = await Promise.allSettled(sessions.map(async (session, at) => ({ at, sealed: await fetched(calls, session, (made) => believes(sets[at]!.files, made)) })));
  const sealed = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (sealed.length > 0) await keeping.sealed(sealed);
  // What was not believed is begun anew when a person says so; what only did not arrive is asked for again.
  const refused = outcomes.flatMap((one, at) => (one.status === 'rejected' && !(one.reason instanceof TrustServiceError && one.reason.mayPass) ? [{ at, name: null }] : []));
  if (refused.length > 0) await keeping.begun(refused);
  await Promise.all([...sealed, ...refused].map(({ at }) => calls.close(sessions[at]!)));
  for (const one of outcomes) if (one.status === 'rejected') throw one.reason;
}

async function fetched(calls: SignApiCalls, session: string, believes: (made: Bytes) => Promise<SealedContainer>): Promise<SealedContainer> {
  const made = await calls.madeIn(session);
  const [file, ...others] = made === 'gone' ? [] : made;
  if (!file || others.length > 0) throw new TrustServiceError('bad-answer', 'api-storage/v1.0', new Error(`${others.length + (file ? 1 : 0)} files made in a session`));
  return believes(await calls.download(session, file));
}

/** The signature beside our own files, if it is over them, by our seal, and our check believes all of it at level B-LT. */
async function believed({ url, anchors, clock }: SignApiSeal, leaf: Certificate, files: readonly DataFile[], made: Bytes): Promise<SealedContainer> {
  const fail = (why: unknown) => new TrustServiceError('untrusted', url, why);
  const policy = longTermPolicy(anchors);
  try {
    const xml = isArchive(made) ? await soleSignatures(made) : made;
    const container = writeContainer(files, [xml]);
    const report = await checkContainer(bytesOf(container), policy, clock.now());
    const broken = [...report.container, ...report.signatures.flatMap(({ findings }) => findings)].filter(({ outcome }) => outcome === 'failed').map(({ rule, about }) => `${rule} (${about})`);
    const stampedAt = report.signatures[0]?.stampedAt;
    if (!report.passed || report.signatures.length !== 1 || !stampedAt) throw new Error(broken.join(', '));
    const parts = signedParts(signaturesIn(parseXml(xml))[0]!);
    const signer = await signerOf(parts, findingsOf(SIGNATURE_RULES));
    if (!signer || !isSame(signer, leaf)) throw new Error('sealed by another seal');
    return { container, signingTime: parts.claimedTime ?? stampedAt, value: parts.value, token: parts.timeStamps[0]!.token, stampedAt };
  } catch (fault) {
    throw fail(fault);
  }
}

const isArchive = ([first, second]: Bytes): boolean => first === 0x50 && second === 0x4b;

async function soleSignatures(container: Bytes): Promise<Bytes> {
  const found = (await readZip(container, { mostEntries: 10, mostBytes: 4 * 1024 * 1024 })).filter(({ name }) => SIGNATURES.test(name));
  if (found.length !== 1) throw new Error(`${found.length} files of signatures`);
  return found[0]!.content;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
