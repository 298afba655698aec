import { Unauthenticated } from '#kernel/errors.js';
import type { Actor } from '#platform/actions/actor.js';

/** The signed-in user's id; machines and jobs have no rights page, no password and no sessions. */
export function ownUserId(actor: Actor): string {
  if (actor.kind === 'user' && actor.id) return actor.id;
  throw new Unauthenticated('sign-in-needed', { lv: 'Lai turpinātu, pierakstieties.', en: 'Sign in to continue.' });
}
