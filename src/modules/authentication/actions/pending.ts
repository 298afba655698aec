import { getParameters } from '#modules/access/public.js';
import type { ActionContext, WriteContext } from '#platform/actions/action.js';
import { seal, unseal } from '#platform/secrets/sealed-box.js';
import { hashOfToken, newToken } from '../domain/token.js';
import { findPendingProof, insertPendingProof, takePendingProof } from '../store/pending-proofs.js';

/** What the key of the encrypted proofs is derived for. */
export const PENDING_KEY = 'proofs under way';

/** Keeps what a proof under way needs, encrypted, and gives the token for its cookie. A proof is good for its purpose and user only. */
export async function beginPending(context: WriteContext, purpose: string, userId: string | null, state: unknown): Promise<string> {
  const { tx, now, installation } = context;
  const token = newToken();
  await insertPendingProof(tx, { id: hashOfToken(token), purpose, userId, state: seal(installation.keyFor(PENDING_KEY), JSON.stringify(state)), expiresAt: await pendingEnd(context) }, now);
  return token;
}

/** Until when a proof begun now is good. */
export const pendingEnd = async ({ tx, now, today }: WriteContext): Promise<Date> => new Date(now.getTime() + (await getParameters(tx, today))['proof-minutes'] * 60_000);

/** What was kept for a proof; undefined when it ran out, was used, or was begun for another purpose or user. */
export async function readPending<State>({ tx, now, installation }: Pick<ActionContext, 'tx' | 'now' | 'installation'>, token: string, purpose: string, userId: string | null): Promise<State | undefined> {
  const found = await findPendingProof(tx, hashOfToken(token), purpose, now);
  return found && found.userId === userId ? (JSON.parse(unseal(installation.keyFor(PENDING_KEY), found.state)) as State) : undefined;
}

/** The same, and nobody can use it again. */
export async function takePending<State>({ tx, now, installation }: WriteContext, token: string, purpose: string, userId: string | null): Promise<State | undefined> {
  const found = await takePendingProof(tx, hashOfToken(token), purpose, now);
  return found && found.userId === userId ? (JSON.parse(unseal(installation.keyFor(PENDING_KEY), found.state)) as State) : undefined;
}
