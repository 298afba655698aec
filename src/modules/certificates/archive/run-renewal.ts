import { createHash, randomUUID } from 'node:crypto';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { archivalPolicy, archiveContainer, checkContainer, lastStampOf, NotToArchive } from '#platform/documents/public.js';
import { contentsOf } from '#platform/files/store-files.js';
import { keepArchived, type MadeStamp } from '../actions/keep-archived.js';
import { daysLater, LAST_CALL_DAYS, NIGHTLY } from '../domain/renewals.js';
import { findFirstEnd, noteFault, takeDue, type ToRenewRow } from '../store/proofs.js';
import { beatRenewal, findRenewal, finishRenewal, forgetIdleRenewal, getRenewalStuck, letRenewalGo, noteRenewed, type RenewalRow, type RenewalRun, takeOverRenewal } from '../store/renewals.js';
import { ARCHIVE_REFUSED, NOT_OURS, PROOF_LOST, STAMPS_END } from '../texts.js';
import { type RunEnd, whileOwn } from '../seal/own-run.js';
import { CannotGoOn } from '../seal/why-stuck.js';
import { type OpenStamps, openStamps } from './open-stamps.js';
import { bitsOf, surveyProofs } from './survey-proofs.js';

/** Kept in one transaction; a kill costs the stamps of one batch, which nobody has seen. */
const BATCH = 64;
const CONNECTIONS = 16;
const PROBE = Buffer.from('Vienkopus: a probe before archive time stamps are added');

/**
 * Adds archive time stamps for some time, batch after batch. Every new file passes our own check before it is kept, and the one before it stays. Killed at any
 * moment, the next run goes on with what has no stamp of this renewal yet.
 */
export async function runRenewal(platform: Platform, renewalId: string, forMs: number): Promise<RunEnd> {
  const { database, clock, installation } = platform;
  const run: RenewalRun = { renewalId, runId: randomUUID() };
  return whileOwn(platform, run, { takeOver: takeOverRenewal, beat: beatRenewal, getStuck: getRenewalStuck }, async () => {
    const stamps = await openStamps(installation, clock);
    await surveyProofs(platform, stamps);
    const renewal = (await findRenewal(database.primary, renewalId))!;
    return batchAfterBatch(platform, { run, stamps, renewal, stampLasts: await tryStamp(stamps, renewal, clock.now()) }, performance.now() + forMs);
  });
}

interface Renewing {
  readonly run: RenewalRun;
  readonly stamps: OpenStamps;
  readonly renewal: RenewalRow;
  /** How long a stamp made today can be believed; what ends later anyway gains nothing from one. */
  readonly stampLasts: Date;
}

const hashOf = ({ hashBits }: Pick<RenewalRow, 'hashBits'>) => `SHA-${hashBits}` as const;

async function tryStamp({ services, anchors }: OpenStamps, renewal: RenewalRow, now: Date): Promise<Date> {
  const { token } = await services.timeStamps.stamp(PROBE, hashOf(renewal));
  return (await lastStampOf(token, { anchors }, now)).until;
}

async function batchAfterBatch(platform: Platform, renewing: Renewing, until: number): Promise<RunEnd> {
  const { database, clock } = platform;
  const { run, renewal, stampLasts } = renewing;
  for (;;) {
    const batch = await takeDue(database.primary, run.renewalId, renewal, stampLasts, BATCH);
    if (batch.length === 0) break;
    const began = performance.now();
    const made = await archiveBatch(platform, renewing, batch);
    if (made.length > 0) await perform(platform, keepArchived, { ...run, made }, { actor: systemActor('certificates.renew') });
    await database.transaction((tx) => noteRenewed(tx, run, made.length, performance.now() - began, clock.now()));
    if (performance.now() > until) {
      await database.transaction((tx) => letRenewalGo(tx, run));
      return 'more';
    }
  }
  const first = await findFirstEnd(database.primary);
  if (first && first < daysLater(clock.now(), LAST_CALL_DAYS)) throw new CannotGoOn(STAMPS_END);
  await database.transaction(async (tx) => {
    await finishRenewal(tx, run, clock.now());
    await forgetIdleRenewal(tx, run, NIGHTLY);
  });
  return 'done';
}

/** The batch with its stamps; what cannot have one is set aside with the reason. After a failure of a service no other is begun, and those that have theirs are kept. */
async function archiveBatch(platform: Platform, renewing: Renewing, batch: readonly ToRenewRow[]): Promise<MadeStamp[]> {
  const contents = await contentsOf(platform.database.primary, batch.map(({ fileId }) => fileId));
  const made: MadeStamp[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < batch.length; at = next++) {
      const stamp = await archiveOne(platform, renewing, batch[at]!, contents.get(batch[at]!.fileId));
      if (stamp) made.push(stamp);
    }
  };
  const workOrStop = () => work().catch((error: unknown) => ((next = batch.length), Promise.reject(error as Error)));
  const ends = await Promise.allSettled(Array.from({ length: Math.min(CONNECTIONS, batch.length) }, workOrStop));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed && made.length === 0) throw failed.reason;
  return made;
}

async function archiveOne({ database, clock }: Platform, { stamps, renewal }: Renewing, one: ToRenewRow, before: Buffer | undefined): Promise<MadeStamp | null> {
  const policy = archivalPolicy(stamps.anchors);
  if (!before || createHash('sha256').update(before).digest('hex') !== one.sha256) throw new CannotGoOn(ARCHIVE_REFUSED);
  try {
    const { container, stampedAt } = await archiveContainer(new Uint8Array(before), stamps.services, policy, { now: clock.now(), hash: hashOf(renewal) });
    const { passed, signatures: [signature] } = await checkContainer(new Uint8Array(container), policy, clock.now());
    if (!passed || !signature?.lastsUntil) throw new CannotGoOn(ARCHIVE_REFUSED);
    const { certificateId, number, version, personId, stamps: had } = one;
    return { certificateId, number, version, personId, place: had + 1, content: container, stampedAt, goodUntil: signature.lastsUntil, hashBits: bitsOf(hashOf(renewal)) };
  } catch (fault) {
    if (!(fault instanceof NotToArchive)) throw fault;
    await database.transaction((tx) => noteFault(tx, one.certificateId, fault.code === 'too-late' ? PROOF_LOST : NOT_OURS));
    return null;
  }
}
