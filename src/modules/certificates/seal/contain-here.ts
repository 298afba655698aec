import { containStamped, type SealServices, type SharedProofs, type Signed, signFiles, type Stamped, stampSigned } from '#platform/documents/public.js';
import { keepSigned, keepStamped } from '../store/steps.js';
import { type Contained, inOwn, keepContainers, portionsOf, type Rendered, type Sealing, sha256 } from './sealing.js';

/** A certificate with its signature and its time stamp. */
export type WithStamp = WithSignature & { readonly done: Stamped };

/** Signs and has stamped, each step kept before the next. */
export const stampHere = async (sealing: Sealing, services: SealServices, batch: readonly Rendered[]): Promise<WithStamp[]> => stamp(sealing, services, await sign(sealing, services, batch));

/** Writes containers around one answer about the seal that is younger than all their time stamps, a portion of them at a time. */
export async function* containHere(sealing: Sealing, services: SealServices, batch: readonly WithStamp[], proofs: SharedProofs): AsyncGenerator<Contained[]> {
  for (const [from, to] of portionsOf(batch.length)) {
    const portion = batch.slice(from, to);
    const containers = await containStamped(services, portion.map(({ done }) => done), proofs);
    yield await inOwn(sealing, (tx, now) => keepContainers(tx, portion, containers, now));
  }
}

type WithSignature = { readonly id: string; readonly number: string; readonly version: number; readonly done: Stamped | null; readonly signed: Signed };

async function sign(sealing: Sealing, { seal }: SealServices, batch: readonly Rendered[]): Promise<WithSignature[]> {
  const before = batch.filter(({ state }) => state !== 'rendered').map((one): WithSignature => {
    const signed = { files: one.files, signingTime: one.signingTime!, value: one.signature! };
    return { ...one, signed, done: one.token && { ...signed, token: one.token, stampedAt: one.stampedAt! } };
  });
  const unsigned = batch.filter(({ state }) => state === 'rendered');
  if (unsigned.length === 0) return before;
  const signingTime = sealing.platform.clock.now();
  const sealSha256 = sha256((await seal.certificate()).leaf);
  const values = await signFiles(seal, unsigned.map(({ files }) => files), signingTime);
  await inOwn(sealing, (tx, now) => keepSigned(tx, unsigned.map(({ id }, at) => ({ id, value: Buffer.from(values[at]!.value) })), { signingTime, sealSha256 }, now));
  return [...before, ...unsigned.map((one, at): WithSignature => ({ ...one, signed: values[at]!, done: null }))];
}

/** The batch has used its minutes: what is stamped goes into containers, the rest waits for the next. */
class TimeIsUp extends Error {}

async function stamp(sealing: Sealing, services: SealServices, batch: readonly WithSignature[]): Promise<WithStamp[]> {
  const { clock, database } = sealing.platform;
  const waiting = batch.filter(({ done }) => done === null);
  const until = clock.now().getTime() + sealing.batchMs / 2;
  const done = new Map<string, Stamped>(batch.flatMap((one) => (one.done ? [[one.id, one.done] as const] : [])));
  try {
    await stampSigned(services, waiting.map(({ signed }) => signed), async (stamped, at) => {
      const { id } = waiting[at]!;
      await keepStamped(database.autocommit, { ...sealing.run, id, token: Buffer.from(stamped.token), stampedAt: stamped.stampedAt, at: clock.now() });
      done.set(id, stamped);
      if (clock.now().getTime() > until) throw new TimeIsUp();
    });
  } catch (error) {
    if (!(error instanceof TimeIsUp)) throw error;
  }
  return batch.flatMap((one) => (done.has(one.id) ? [{ ...one, done: done.get(one.id)! }] : []));
}
