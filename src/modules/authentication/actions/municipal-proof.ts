import { z } from 'zod';
import type { ActionContext } from '#platform/actions/action.js';
import type { SignInUser } from '../store/people.js';
import { policyOfUser } from './policy-of-user.js';

/** Through which connection of a municipality a proof came, and of which groups the directory says the person is. */
export const ViaInput = z.object({
  connection: z.uuid(),
  groups: z.array(z.object({ id: z.string(), dn: z.string(), account: z.string() })).readonly(),
});
export type Via = z.infer<typeof ViaInput>;

/**
 * Whether a user works for a municipality. Its own administrators say whose accounts there are, so their word lets nobody in
 * as someone of another municipality, of the state, or as a resident.
 */
export const belongsTo = async ({ tx, today, now }: Pick<ActionContext, 'tx' | 'today' | 'now'>, user: Pick<SignInUser, 'id' | 'unitId' | 'institutionId'>, unitId: number): Promise<boolean> =>
  (await policyOfUser(tx, user, today, now)).unitId === unitId;
