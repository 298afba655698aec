import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Factor } from '../domain/factors.js';
import { type LinkRow, listTakenBack, unlinkIdentities } from '../store/outside-identities.js';
import { LAST_WAY_IN, NO_SUCH_IDENTITY } from '../texts.js';
import { factorLinked, factorRemoved } from './factor-changed.js';
import { meansOf, type Titled } from './my-means.js';
import { ProofInput } from './proof-input.js';
import { waysInOf } from './terms-of.js';
import { linkIdentity, subjectKeyOf } from './whose-proof.js';

/** One's own identity elsewhere, and by what one would still get in without it. */
export interface Unlinkable {
  readonly identity: Titled<LinkRow>;
  readonly left: readonly Factor[];
}

const OneInput = z.object({ id: z.uuid() });

export const readMyIdentity = readAction({
  name: 'authentication.read-my-identity',
  title: { lv: 'Apskatīta sava saistītā identitāte', en: 'Own linked identity looked at' },
  permission: SIGNED_IN,
  input: OneInput,
  audit: NOT_PERSONAL,
  run: (context, { id }) => findUnlinkable(context, id),
});

/**
 * Takes an identity elsewhere off one's own account, for good: proven there again, even with the right personal code, it opens
 * this account only once its owner links it anew. Never the last way in.
 */
export const unlinkIdentity = writeAction({
  name: 'authentication.unlink-identity',
  title: { lv: 'Atsaistīta ārēja identitāte', en: 'Outside identity unlinked' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: OneInput.extend({ present: z.string() }),
  async run(context, { id, present }) {
    const userId = ownUserId(context.actor);
    const { identity, left } = await findUnlinkable(context, id);
    if (left.length === 0) throw new Conflict('last-way-in', LAST_WAY_IN);
    await unlinkIdentities(context.tx, userId, id, 'owner', context.now);
    await factorRemoved(context, userId, identity.method as Factor, present);
    return identity.method;
  },
  audit: ({ input, output }) => ({ facts: { identity: input.id, method: output } }),
});

/** Links again what the same owner took off: they are signed in and have just proven that very identity. */
export const relinkIdentity = writeAction({
  name: 'authentication.relink-identity',
  title: { lv: 'No jauna saistīta ārēja identitāte', en: 'Outside identity linked again' },
  permission: SIGNED_IN,
  input: z.object({ proof: ProofInput, present: z.string() }),
  async run(context, { proof, present }): Promise<'linked' | 'not-theirs'> {
    const userId = ownUserId(context.actor);
    const subjectKey = subjectKeyOf(context, proof);
    if (!(await listTakenBack(context.tx, userId)).some((one) => one.subjectKey === subjectKey)) return 'not-theirs';
    await linkIdentity(context, userId, proof, 'signed-in');
    await factorLinked(context, userId, proof.method, present);
    return 'linked';
  },
  audit: ({ input, output }) => ({ facts: { method: input.proof.method, outcome: output } }),
});

async function findUnlinkable(context: ActionContext, id: string): Promise<Unlinkable> {
  const means = (await meansOf(context, ownUserId(context.actor)))!;
  const identity = means.identities.find((one) => one.id === id);
  if (!identity) throw new NotFound('no-such-identity', NO_SUCH_IDENTITY);
  return { identity, left: await waysInOf(context, means.user.id, { identity: id }) };
}
