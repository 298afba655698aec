import { createHash } from 'node:crypto';
import { perform, type Platform } from '#platform/actions/perform.js';
import { checkContainer, containStamped, type DataFile, longTermPolicy, renderCertificate, type Signed, signFiles, type Stamped, stampSigned } from '#platform/documents/public.js';
import { contentsOf, storeFiles } from '#platform/files/store-files.js';
import type { Write } from '#platform/db/transaction.js';
import { systemActor } from '#platform/actions/actor.js';
import { releaseCertificates } from '../actions/release-certificates.js';
import { containerName, pdfName } from '../domain/number.js';
import { beat, type Run } from '../store/runs.js';
import { backToDraft, backToSignature, keepContained, keepRendered, keepSigned, keepStamped, keepVerified, type OnItsWay } from '../store/steps.js';
import { NOT_ACCEPTED } from '../texts.js';
import type { OpenSeal } from './open-seal.js';
import { CannotGoOn } from './why-stuck.js';

export interface Sealing {
  readonly platform: Platform;
  readonly run: Run;
  readonly seal: OpenSeal;
  /** How long after its first time stamp a batch ends. */
  readonly batchMs: number;
}

/** A certificate with the bytes of its page, which are made again from its words whenever they are needed. */
type Rendered = OnItsWay & { readonly files: readonly DataFile[] };

/** Takes certificates from wherever they are to the end. Every step is stored before the next, so that whatever ends this costs nothing that was done. */
export async function sealBatch(sealing: Sealing, batch: readonly OnItsWay[]): Promise<number> {
  const open = await fresh(sealing, batch);
  const rendered = await render(sealing, open.filter(({ state }) => state !== 'contained' && state !== 'verified'));
  const signed = await sign(sealing, rendered);
  const stamped = await stamp(sealing, signed);
  const contained = await contain(sealing, stamped);
  const toVerify = [...open.filter(({ state }) => state === 'contained'), ...contained];
  await verify(sealing, toVerify);
  const ready = [...open.filter(({ state }) => state === 'verified'), ...toVerify].map(({ id }) => id);
  if (ready.length > 0) await perform(sealing.platform, releaseCertificates, { ...sealing.run, ids: ready }, { actor: systemActor('certificates.seal') });
  return ready.length;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const inOwn = <R>({ platform: { database, clock }, run }: Sealing, work: (tx: Write, now: Date) => Promise<R>): Promise<R> =>
  database.transaction(async (tx) => {
    const now = clock.now();
    await beat(tx, run, now);
    return work(tx, now);
  });

/** What was begun by a seal that is another now, or has a time stamp that is too old, goes back as far as needed. */
async function fresh(sealing: Sealing, batch: readonly OnItsWay[]): Promise<OnItsWay[]> {
  const leaf = sha256((await sealing.seal.services.seal.certificate()).leaf);
  const tooOld = sealing.platform.clock.now().getTime() - sealing.batchMs / 2;
  const isForeign = ({ state, sealSha256 }: OnItsWay) => (state === 'signed' || state === 'stamped') && sealSha256 !== leaf;
  const isOld = (one: OnItsWay) => one.state === 'stamped' && !isForeign(one) && one.stampedAt!.getTime() < tooOld;
  const [foreign, old] = [batch.filter(isForeign), batch.filter(isOld)];
  if (foreign.length + old.length === 0) return [...batch];
  await inOwn(sealing, async (tx, now) => {
    await backToDraft(tx, idsOf(foreign), now);
    await backToSignature(tx, idsOf(old), now);
  });
  return batch.map((one) => (isForeign(one) ? { ...one, ...UNDONE } : isOld(one) ? { ...one, state: 'signed' as const, token: null, stampedAt: null } : one));
}

const UNDONE = { state: 'drafted', pdfSha256: null, signingTime: null, sealSha256: null, signature: null, token: null, stampedAt: null, fileId: null, edocSha256: null } as const;
const idsOf = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id);

/** The same words and instant give the same bytes; where another version of the program makes others, what was signed before is undone. */
async function render(sealing: Sealing, batch: readonly OnItsWay[]): Promise<Rendered[]> {
  const made: Rendered[] = [];
  for (const one of batch) {
    const content = await renderCertificate(one.page, { issuedAt: one.draftedAt });
    made.push({ ...one, files: [{ name: pdfName(one.number), mime: 'application/pdf', content }] });
  }
  const changed = made.filter(({ pdfSha256, files }) => pdfSha256 !== null && pdfSha256 !== sha256(files[0]!.content));
  const anew = [...made.filter(({ state }) => state === 'drafted'), ...changed];
  if (anew.length === 0) return made;
  await inOwn(sealing, async (tx, now) => {
    await backToDraft(tx, idsOf(changed), now);
    await keepRendered(tx, anew.map(({ id, files }) => ({ id, sha256: sha256(files[0]!.content) })), now);
  });
  const of = new Set(idsOf(anew));
  return made.map((one) => (of.has(one.id) ? { ...one, ...UNDONE, state: 'rendered' as const, pdfSha256: sha256(one.files[0]!.content) } : one));
}

type WithSignature = { readonly id: string; readonly number: string; readonly version: number; readonly done: Stamped | null; readonly signed: Signed };

async function sign(sealing: Sealing, batch: readonly Rendered[]): Promise<WithSignature[]> {
  const before = batch.filter(({ state }) => state !== 'rendered').map((one): WithSignature => {
    const signed = { files: one.files, signingTime: one.signingTime!, value: one.signature! };
    return { ...one, signed, done: one.token && { ...signed, token: one.token, stampedAt: one.stampedAt! } };
  });
  const unsigned = batch.filter(({ state }) => state === 'rendered');
  if (unsigned.length === 0) return before;
  const { seal } = sealing.seal.services;
  const signingTime = sealing.platform.clock.now();
  const sealSha256 = sha256((await seal.certificate()).leaf);
  const values = await signFiles(seal, unsigned.map(({ files }) => files), signingTime);
  await inOwn(sealing, (tx, now) => keepSigned(tx, unsigned.map(({ id }, at) => ({ id, value: Buffer.from(values[at]!.value) })), { signingTime, sealSha256 }, now));
  return [...before, ...unsigned.map((one, at): WithSignature => ({ ...one, signed: values[at]!, done: null }))];
}

/** The batch has used its minutes: what is stamped goes into containers, the rest waits for the next. */
class TimeIsUp extends Error {}

async function stamp(sealing: Sealing, batch: readonly WithSignature[]): Promise<(WithSignature & { readonly done: Stamped })[]> {
  const { clock, database } = sealing.platform;
  const waiting = batch.filter(({ done }) => done === null);
  const until = clock.now().getTime() + sealing.batchMs / 2;
  const done = new Map<string, Stamped>(batch.flatMap((one) => (one.done ? [[one.id, one.done] as const] : [])));
  try {
    await stampSigned(sealing.seal.services, waiting.map(({ signed }) => signed), async (stamped, at) => {
      const { id } = waiting[at]!;
      await keepStamped(database.autocommit, sealing.run, { id, token: Buffer.from(stamped.token), stampedAt: stamped.stampedAt }, clock.now());
      done.set(id, stamped);
      if (clock.now().getTime() > until) throw new TimeIsUp();
    });
  } catch (error) {
    if (!(error instanceof TimeIsUp)) throw error;
  }
  return batch.flatMap((one) => (done.has(one.id) ? [{ ...one, done: done.get(one.id)! }] : []));
}

/** One answer about the seal, made after the last time stamp, goes into all of them. */
async function contain(sealing: Sealing, batch: readonly (WithSignature & { readonly done: Stamped })[]): Promise<{ readonly id: string; readonly fileId: string; readonly edocSha256: string }[]> {
  const containers = await containStamped(sealing.seal.services, batch.map(({ done }) => done));
  const files = batch.map(({ number, version }, at) => ({ name: containerName(number, version), type: CONTAINER_TYPE, content: containers[at]! }));
  return inOwn(sealing, async (tx, now) => {
    const kept = await storeFiles(tx, files, 'certificates.seal', now);
    await keepContained(tx, batch.map(({ id }, at) => ({ id, fileId: kept[at]!.id, sha256: kept[at]!.sha256, size: kept[at]!.size })), now);
    return batch.map(({ id }, at) => ({ id, fileId: kept[at]!.id, edocSha256: kept[at]!.sha256 }));
  });
}

const CONTAINER_TYPE = 'application/vnd.etsi.asic-e+zip';

/** Our own check of the stored bytes against every rule; what does not pass is never given free. */
async function verify(sealing: Sealing, batch: readonly { readonly id: string; readonly fileId: string | null; readonly edocSha256: string | null }[]): Promise<void> {
  if (batch.length === 0) return;
  const { platform: { database, clock }, seal } = sealing;
  const policy = longTermPolicy(seal.anchors);
  const contents = await contentsOf(database.primary, batch.map(({ fileId }) => fileId!));
  const good: string[] = [];
  for (const { id, fileId, edocSha256 } of batch) {
    const bytes = contents.get(fileId!)!;
    const report = await checkContainer(new Uint8Array(bytes), { ...policy, asksQualified: seal.asksQualified }, clock.now());
    if (report.passed && sha256(bytes) === edocSha256) good.push(id);
  }
  await inOwn(sealing, (tx, now) => keepVerified(tx, good, now));
  if (good.length < batch.length) throw new CannotGoOn(NOT_ACCEPTED);
}
