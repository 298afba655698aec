import { type DataFile } from '../container/data-file.js';
import { writeContainer } from '../container/write-container.js';
import { type PreparedSignature, prepareSignature } from '../xades/prepare-signature.js';
import { signaturesFile, timeStamped } from '../xades/write-signature.js';
import { answersAbove } from './answers-above.js';
import type { RevocationSource, SealCertificate, SealProvider, TimeStampAuthority } from './seal-provider.js';

export interface SealServices {
  readonly seal: SealProvider;
  readonly timeStamps: TimeStampAuthority;
  readonly revocation: RevocationSource;
  /** Answers about the authorities above the seal; without it containers hold none. */
  readonly authorityRevocation?: RevocationSource;
}

/** A file set that has been signed: enough to go on after a crash, as everything else can be made again from the files. */
export interface Signed {
  readonly files: readonly DataFile[];
  readonly signingTime: Date;
  readonly value: Uint8Array;
  /** What was signed, where it need not be made again. */
  readonly prepared?: PreparedSignature;
}

export interface Stamped extends Signed {
  readonly token: Uint8Array;
  readonly stampedAt: Date;
}

/** How much later than a time stamp its certificate may be asked about; the EU's reference validator warns past it. */
const ANSWER_WITHIN_MS = 15 * 60_000;
const CONNECTIONS = 16;

/** Signs every set of files; remote seals authorise all of them by one act. */
export async function signFiles(seal: SealProvider, sets: readonly (readonly DataFile[])[], signingTime: Date): Promise<Signed[]> {
  const { leaf } = await seal.certificate();
  const prepared = sets.map((files) => prepareSignature({ files, certificate: leaf, algorithm: seal.algorithm, signingTime }));
  const values = await seal.sign(prepared.map(({ dataToBeSigned }) => dataToBeSigned));
  if (values.length !== sets.length) throw new Error('the seal gave another number of signatures than it was asked for');
  return sets.map((files, at) => ({ files, signingTime, value: values[at]!, prepared: prepared[at]! }));
}

/** Has every signature stamped, several at a time. `kept` is told of each at once, so that a failure later loses none. */
export async function stampSigned({ seal, timeStamps }: SealServices, signed: readonly Signed[], kept: (stamped: Stamped, at: number) => void | Promise<void> = () => undefined): Promise<Stamped[]> {
  const certificate = await seal.certificate();
  const done: Stamped[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < signed.length; at = next++) {
      const one = signed[at]!;
      const { token, at: stampedAt } = await timeStamps.stamp(timeStamped(preparedAgain(seal, certificate, one), one.value));
      const stamped = { ...one, token, stampedAt };
      done[at] = stamped;
      await kept(stamped, at);
    }
  };
  // After a failure no other is begun, and those on their way are waited for: nothing is kept after this has ended.
  const workOrStop = () => work().catch((error: unknown) => ((next = signed.length), Promise.reject(error as Error)));
  const ends = await Promise.allSettled(Array.from({ length: Math.min(CONNECTIONS, signed.length) }, workOrStop));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return done;
}

/** A batch took so long that one answer about its certificate cannot serve all of it: stamp again in smaller batches. */
export class BatchTookTooLong extends Error {}

/** What stands in every container of a batch: who is above the seal, and what was answered about it after the last time stamp. */
export interface SharedProofs {
  readonly answeredAt: Date;
  readonly certificates: readonly Uint8Array[];
  readonly revocation: readonly Uint8Array[];
}

/**
 * Asks about the seal. One answer about its certificate, made after the last time stamp, serves the whole batch: what it says of the certificate is
 * true for every signature before it.
 * @param stampedAt when each of the batch was stamped; at least one
 * @throws BatchTookTooLong, TrustServiceError
 */
export async function proveStamped({ seal, revocation, authorityRevocation }: SealServices, stampedAt: readonly Date[]): Promise<SharedProofs> {
  const { leaf, chain } = await seal.certificate();
  const [issuer] = chain;
  if (!issuer) throw new Error('the seal comes without its issuer');
  const times = stampedAt.map((at) => at.getTime());
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const answer = await revocation.good(leaf, issuer, new Date(last));
  if (answer.at.getTime() - first > ANSWER_WITHIN_MS) throw new BatchTookTooLong('the answer about the certificate is too long after the first time stamp');
  const above = authorityRevocation ? await answersAbove(authorityRevocation, chain) : [];
  return { answeredAt: answer.at, certificates: chain, revocation: [answer.response, ...above] };
}

/** The containers at level B-LT, of the batch whose proofs they are. */
export async function containStamped({ seal }: SealServices, stamped: readonly Stamped[], { answeredAt, certificates, revocation }: SharedProofs): Promise<Buffer[]> {
  const certificate = await seal.certificate();
  if (stamped.some(({ stampedAt }) => stampedAt > answeredAt)) throw new Error('the answer about the seal is older than a time stamp that it is to serve');
  return stamped.map((one) => writeContainer(one.files, [signaturesFile(preparedAgain(seal, certificate, one), one.value, { timeStamp: one.token, certificates, revocation })]));
}

/** All of it, for sets of files that need not survive a crash: each becomes one container. */
export async function sealFiles(services: SealServices, sets: readonly (readonly DataFile[])[], signingTime: Date): Promise<Buffer[]> {
  const stamped = await stampSigned(services, await signFiles(services.seal, sets, signingTime));
  return stamped.length === 0 ? [] : containStamped(services, stamped, await proveStamped(services, stamped.map(({ stampedAt }) => stampedAt)));
}

const preparedAgain = ({ algorithm }: SealProvider, { leaf }: SealCertificate, { files, signingTime, prepared }: Signed): PreparedSignature =>
  prepared ?? prepareSignature({ files, certificate: leaf, algorithm, signingTime });
