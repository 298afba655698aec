import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { NotFound } from '#kernel/errors.js';
import { writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { findOpenConnection } from '../store/connections.js';
import { findLinkedUser } from '../store/outside-identities.js';
import { findSignInUser } from '../store/people.js';
import { NO_SUCH_CONNECTION } from '../texts.js';
import { factorLinked } from './factor-changed.js';
import { keepSuggestions } from './keep-suggestions.js';
import { belongsTo, ViaInput } from './municipal-proof.js';
import { ProofInput } from './proof-input.js';
import { linkIdentity, ownerOfProof, subjectKeyOf } from './whose-proof.js';

export type Linked = { readonly kind: 'linked' | 'of-another-account' | 'somebody-else' | 'not-ours' };

/** A user who is signed in says that an account of their municipality is theirs, and has proven both. Nobody is linked by name or mail. */
export const linkMunicipalIdentity = writeAction({
  name: 'authentication.link-identity',
  title: { lv: 'Saistīts pašvaldības konts', en: 'Municipal account linked' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({ proof: ProofInput, via: ViaInput, present: z.string() }),
  async run(context, { proof, via, present }): Promise<Linked> {
    const { tx, actor } = context;
    const connection = await findOpenConnection(tx, via.connection);
    if (!connection) throw new NotFound('no-such-connection', NO_SUCH_CONNECTION);
    const user = (await findSignInUser(tx, ownUserId(actor)))!;
    if (!(await belongsTo(context, user, connection.unitId))) return { kind: 'not-ours' };
    const owner = await ownerOfProof(context, proof);
    if (owner && user.personId && owner.id !== user.personId) return { kind: 'somebody-else' };
    const linked = await findLinkedUser(tx, subjectKeyOf(context, proof));
    if (linked && linked.userId !== user.id) return { kind: 'of-another-account' };
    if (!linked) {
      await linkIdentity(context, user.id, proof, 'signed-in');
      await factorLinked(context, user.id, proof.method, present);
    }
    await keepSuggestions(context, user.id, connection, via.groups);
    return { kind: 'linked' };
  },
  audit: ({ input, output }) => ({ facts: { method: input.proof.method, connection: input.via.connection, outcome: output.kind } }),
});
