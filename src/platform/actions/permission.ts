import type { Text } from '#kernel/text.js';
import { type Actor, EVERYWHERE, NOWHERE, type Scope } from './actor.js';

/** A named right to do one kind of thing. Roles (data) hold permissions; grants (data) give roles for a scope and a period. */
export interface Permission {
  readonly name: string;
  readonly title: Text;
}

export const permission = (name: string, title: Text): Permission => ({ name, title });

/** For public registers: no right needed, signed in or not. */
export const ANYONE: Permission = permission('anyone', { lv: 'Ikviens', en: 'Anyone' });
/** For what every signed-in user may do with what is their own. */
export const SIGNED_IN: Permission = permission('signed-in', { lv: 'Pierakstījies lietotājs', en: 'Signed-in user' });

/** For steps of background jobs: no role can hold it, so that only the program itself performs them, whichever route would lead there. */
export const JOBS_ALONE: Permission = permission('jobs-alone', { lv: 'Tikai programmas fona darbi', en: 'Background jobs of the program alone' });

/** The one policy function: where the actor holds the permission. Everything shown or done is cut to this scope. */
export function scopeOf(actor: Actor, needed: Permission): Scope {
  if (needed === ANYONE || actor.kind === 'system') return EVERYWHERE;
  if (needed === JOBS_ALONE) return NOWHERE;
  if (needed === SIGNED_IN) return actor.kind === 'anonymous' ? NOWHERE : EVERYWHERE;
  return actor.scopes.get(needed.name) ?? NOWHERE;
}
