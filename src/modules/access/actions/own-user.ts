import { Forbidden, Unauthenticated } from '#kernel/errors.js';
import type { Actor } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { areOnePerson } from '../store/users.js';
import { NOT_FOR_YOURSELF } from '../texts.js';

/** The signed-in user's id; machines and jobs have no rights page, no password and no sessions. */
export function ownUserId(actor: Actor): string {
  if (actor.kind === 'user' && actor.id) return actor.id;
  throw new Unauthenticated('sign-in-needed', { lv: 'Lai turpinātu, pierakstieties.', en: 'Sign in to continue.' });
}

/** Four eyes: nobody gives, approves or confirms their own rights, nor those of another account of theirs. @throws Forbidden */
export async function refuseOwn(tx: Read, userId: string, by: string, code: string): Promise<void> {
  if (await areOnePerson(tx, userId, by)) throw new Forbidden(code, NOT_FOR_YOURSELF);
}
