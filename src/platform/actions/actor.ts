import type { Text } from '#kernel/text.js';

/** What one permission covers for an actor: everywhere, or the named municipalities (bodies) and institutions. */
export interface Scope {
  readonly everywhere: boolean;
  readonly unitIds: readonly number[];
  readonly institutionIds: readonly string[];
  /** The role and organisation the actor has this through; kept in the audit log as they were. */
  readonly acting: { readonly role: Text; readonly organisation: Text } | null;
}

/** Who acts. Rights are computed for today when the request begins, so an ended right ends at the next request. */
export interface Actor {
  readonly kind: 'anonymous' | 'user' | 'machine' | 'system';
  readonly id: string | null;
  /** The person this user is, where known; residents see their own data through it. */
  readonly personId: string | null;
  readonly name: string;
  readonly scopes: ReadonlyMap<string, Scope>;
}

export const NOWHERE: Scope = { everywhere: false, unitIds: [], institutionIds: [], acting: null };
export const EVERYWHERE: Scope = { everywhere: true, unitIds: [], institutionIds: [], acting: null };

export const ANONYMOUS: Actor = { kind: 'anonymous', id: null, personId: null, name: '', scopes: new Map() };

/** The program itself at work, for instance a job at midnight; `job` names it in the audit log. */
export const systemActor = (job: string): Actor => ({ kind: 'system', id: job, personId: null, name: job, scopes: new Map() });

export const isNowhere = (scope: Scope): boolean =>
  !scope.everywhere && scope.unitIds.length === 0 && scope.institutionIds.length === 0;
