import { createHash } from 'node:crypto';
import type { Platform } from '#platform/actions/perform.js';
import type { Write } from '#platform/db/transaction.js';
import type { DataFile, Printer, ToPrint } from '#platform/documents/public.js';
import { storeFiles } from '#platform/files/store-files.js';
import { containerName } from '../domain/number.js';
import { beat, type Run } from '../store/runs.js';
import { keepContained, type OnItsWay } from '../store/steps.js';
import type { OpenSeal } from './open-seal.js';

export interface Sealing {
  readonly platform: Platform;
  readonly run: Run;
  readonly seal: OpenSeal;
  readonly printer: Printer;
  /** How long after its first time stamp a batch ends. */
  readonly batchMs: number;
}

/** What is printed of a certificate: the same words and instant give the same bytes. */
export const toPrint = ({ page, draftedAt }: OnItsWay): ToPrint => ({ page, issuedAt: draftedAt });

/** A certificate with the bytes of its page, which are made again from its words whenever they are needed. */
export type Rendered = OnItsWay & { readonly files: readonly DataFile[] };

export interface Contained {
  readonly id: string;
  readonly fileId: string;
  readonly edocSha256: string;
}

/** What goes to the database and back with its bytes goes so many at a time: a whole batch would be some hundred megabytes on its way. */
const PORTION = 50;
export const portionsOf = (count: number): [from: number, to: number][] => Array.from({ length: Math.ceil(count / PORTION) }, (_, at) => [at * PORTION, (at + 1) * PORTION]);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Writes as this run, or not at all. @throws ShutOut */
export const inOwn = <R>({ platform: { database, clock }, run }: Sealing, work: (tx: Write, now: Date) => Promise<R>): Promise<R> =>
  database.transaction(async (tx) => {
    const now = clock.now();
    await beat(tx, run, now);
    return work(tx, now);
  });

const CONTAINER_TYPE = 'application/vnd.etsi.asic-e+zip';

/** Keeps containers as files, in the order of their certificates. */
export async function keepContainers(tx: Write, batch: readonly { readonly id: string; readonly number: string; readonly version: number }[], containers: readonly Buffer[], now: Date): Promise<Contained[]> {
  const files = batch.map(({ number, version }, at) => ({ name: containerName(number, version), type: CONTAINER_TYPE, content: containers[at]! }));
  const kept = await storeFiles(tx, files, 'certificates.seal', now);
  await keepContained(tx, batch.map(({ id }, at) => ({ id, fileId: kept[at]!.id, sha256: kept[at]!.sha256, size: kept[at]!.size })), now);
  return batch.map(({ id }, at) => ({ id, fileId: kept[at]!.id, edocSha256: kept[at]!.sha256 }));
}
