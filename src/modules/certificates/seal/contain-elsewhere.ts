import type { ContainerSealer } from '#platform/documents/public.js';
import { keepBegun, keepSealed } from '../store/steps.js';
import { type Contained, inOwn, keepContainers, type Rendered, type Sealing, sha256 } from './sealing.js';

/** Has a service seal whole files: the name under which it knows each is kept before, what it made together with all its steps. */
export async function containElsewhere(sealing: Sealing, sealer: ContainerSealer, batch: readonly Rendered[]): Promise<Contained[]> {
  const sealSha256 = sha256((await sealer.certificate()).leaf);
  const contained: Contained[] = [];
  await sealer.seal(batch.map(({ files, begunAs }) => ({ files, begun: begunAs })), {
    begun: (names) => inOwn(sealing, async (tx, now) => void (await keepBegun(tx, names.map(({ at, name }) => ({ id: batch[at]!.id, name })), now))),
    sealed: (some) =>
      inOwn(sealing, async (tx, now) => {
        await keepSealed(tx, some.map(({ at, sealed: { signingTime, value, token, stampedAt } }) => ({ id: batch[at]!.id, signingTime, value: Buffer.from(value), token: Buffer.from(token), stampedAt })), sealSha256, now);
        contained.push(...(await keepContainers(tx, some.map(({ at }) => batch[at]!), some.map(({ sealed }) => sealed.container), now)));
      }),
  });
  return contained;
}
