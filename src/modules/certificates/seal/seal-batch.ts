import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { checkContainer, longTermPolicy, proveStamped } from '#platform/documents/public.js';
import { contentsOf } from '#platform/files/store-files.js';
import { releaseCertificates } from '../actions/release-certificates.js';
import { pdfName } from '../domain/number.js';
import { backToDraft, backToSignature, keepRendered, keepVerified, type OnItsWay } from '../store/steps.js';
import { NOT_ACCEPTED } from '../texts.js';
import { containElsewhere } from './contain-elsewhere.js';
import { containHere, stampHere } from './contain-here.js';
import { type Contained, inOwn, portionsOf, type Rendered, type Sealing, sha256, toPrint } from './sealing.js';
import { CannotGoOn } from './why-stuck.js';

/** The second half of a batch: from its time stamps to the end. Tells how many were sealed. */
export type Ending = (before: Promise<unknown>) => Promise<number>;

/**
 * Takes certificates from wherever they are to their time stamps. Every step is stored before the next, so that whatever ends this costs nothing that was done.
 * @param next whose pages are printed meanwhile
 * @returns how it goes on: an answer about the seal is asked for at once, what comes then waits until the batch before is at its end
 */
export async function beginBatch(sealing: Sealing, batch: readonly OnItsWay[], next: readonly OnItsWay[]): Promise<Ending> {
  const open = await fresh(sealing, batch);
  const rendered = await render(sealing, open.filter(({ state }) => state !== 'contained' && state !== 'verified'), next);
  const contained = await toContain(sealing, rendered);
  const inState = (state: OnItsWay['state']) => open.filter((one) => one.state === state);
  return async (before) => {
    const proven = contained(before);
    // It is waited for below, once the batch before is at its end, which may fail.
    proven.catch(() => undefined);
    await before;
    await verify(sealing, inState('contained'));
    const ready = [...inState('verified'), ...inState('contained')].map(({ id }) => id);
    for await (const portion of oneAhead(await proven)) {
      await verify(sealing, portion);
      ready.push(...portion.map(({ id }) => id));
    }
    if (ready.length > 0) await perform(sealing.platform, releaseCertificates, { ...sealing.run, ids: ready }, { actor: systemActor('certificates.seal') });
    return ready.length;
  };
}

/** Where the services are ours to ask, signatures and time stamps are made at once and the answer is asked for; a service that seals whole files gets one batch after the other. */
async function toContain(sealing: Sealing, rendered: readonly Rendered[]): Promise<(before: Promise<unknown>) => Promise<Portions>> {
  const { way } = sealing.seal;
  if (way.made === 'elsewhere') return async (before) => (await before, [await containElsewhere(sealing, way.sealer, rendered)]);
  const stamped = await stampHere(sealing, way.services, rendered);
  if (stamped.length === 0) return async () => [];
  return async () => containHere(sealing, way.services, stamped, await proveStamped(way.services, stamped.map(({ done }) => done.stampedAt)));
}

/** Certificates in their containers, some at a time. */
type Portions = AsyncIterable<Contained[]> | Iterable<Contained[]>;

/** The next portion is written while this one is checked; when it is over, nothing is being written any more. */
async function* oneAhead(portions: Portions): AsyncGenerator<Contained[]> {
  const source = Symbol.asyncIterator in portions ? portions[Symbol.asyncIterator]() : portions[Symbol.iterator]();
  const begin = async () => source.next();
  let next = begin();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = begin();
      // A failure is told when its turn comes.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await next.catch(() => undefined);
  }
}

/** What was begun by a seal that is another now, or has a time stamp that is too old, goes back as far as needed. */
async function fresh(sealing: Sealing, batch: readonly OnItsWay[]): Promise<OnItsWay[]> {
  const leaf = sha256((await sealing.seal.certificate()).leaf);
  const tooOld = sealing.platform.clock.now().getTime() - sealing.batchMs / 2;
  const isForeign = ({ state, sealSha256 }: OnItsWay) => (state === 'signed' || state === 'stamped') && (sealSha256 !== leaf || sealing.seal.way.made === 'elsewhere');
  const isOld = (one: OnItsWay) => one.state === 'stamped' && !isForeign(one) && one.stampedAt!.getTime() < tooOld;
  const [foreign, old] = [batch.filter(isForeign), batch.filter(isOld)];
  if (foreign.length + old.length === 0) return [...batch];
  await inOwn(sealing, async (tx, now) => {
    await backToDraft(tx, idsOf(foreign), now);
    await backToSignature(tx, idsOf(old), now);
  });
  return batch.map((one) => (isForeign(one) ? { ...one, ...UNDONE } : isOld(one) ? { ...one, state: 'signed' as const, token: null, stampedAt: null } : one));
}

const UNDONE = { state: 'drafted', pdfSha256: null, signingTime: null, sealSha256: null, signature: null, token: null, stampedAt: null, fileId: null, edocSha256: null, begunAs: null } as const;
const idsOf = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id);

/** The same words and instant give the same bytes; where another version of the program makes others, what was signed before is undone. */
async function render(sealing: Sealing, batch: readonly OnItsWay[], next: readonly OnItsWay[]): Promise<Rendered[]> {
  const contents = await sealing.printer.print(batch.map(toPrint), next.map(toPrint));
  const made = batch.map((one, at): Rendered => ({ ...one, files: [{ name: pdfName(one.number), mime: 'application/pdf', content: contents[at]! }] }));
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

/** Our own check of the stored bytes against every rule; what does not pass is never given free. */
async function verify(sealing: Sealing, batch: readonly { readonly id: string; readonly fileId: string | null; readonly edocSha256: string | null }[]): Promise<void> {
  if (batch.length === 0) return;
  const { platform: { database, clock }, seal } = sealing;
  const policy = longTermPolicy(seal.anchors);
  const good: string[] = [];
  for (const [from, to] of portionsOf(batch.length)) {
    const portion = batch.slice(from, to);
    const contents = await contentsOf(database.primary, portion.map(({ fileId }) => fileId!));
    for (const { id, fileId, edocSha256 } of portion) {
      const bytes = contents.get(fileId!)!;
      const report = await checkContainer(new Uint8Array(bytes), { ...policy, asksQualified: seal.asksQualified }, clock.now());
      if (report.passed && sha256(bytes) === edocSha256) good.push(id);
    }
  }
  await inOwn(sealing, (tx, now) => keepVerified(tx, good, now));
  if (good.length < batch.length) throw new CannotGoOn(NOT_ACCEPTED);
}
