import { Forbidden, NotFound } from '#kernel/errors.js';
import type { Platform } from './perform.js';
import { ANYONE, type Permission, SIGNED_IN } from './permission.js';
import type { Actor, Scope } from './actor.js';
import type { AuditEntry } from '../audit/write-audit.js';

/** What the log says of a refused attempt: no permission at all; a rule of the action about who may; nothing of that kind within one's rights. */
export type RefusedBecause = 'no-right' | 'not-allowed' | 'not-within-rights';

/**
 * Why an attempt is one that goes beyond somebody's rights, or null where it is not. A row outside of them looks like one that does not
 * exist, so that both are told alike; to whom everything is open, nothing is outside.
 */
export function refusedBecause(error: unknown, permission: Permission, scope: Scope): RefusedBecause | null {
  if (error instanceof Forbidden) return 'not-allowed';
  const everythingIsOpen = permission === ANYONE || (permission !== SIGNED_IN && scope.everywhere);
  return error instanceof NotFound && !everythingIsOpen ? 'not-within-rights' : null;
}

interface OfMinute {
  readonly minute: number;
  readonly logged: Set<string>;
}
const latest = new WeakMap<Platform['logLook'], OfMinute>();

const MINUTE_MS = 60_000;

/**
 * Logs the refused attempt of somebody who is known (OWASP ASVS 16.3.2): the first of a minute for each action, so that who tries a
 * thousand times fills no log. Nothing of what was asked for is kept.
 */
export async function logRefusal(platform: Pick<Platform, 'logLook'>, entry: Omit<AuditEntry, 'outcome' | 'facts' | 'subjects'>, why: RefusedBecause): Promise<void> {
  if (!isKnown(entry.actor)) return;
  const minute = Math.floor(entry.at.getTime() / MINUTE_MS);
  const known = latest.get(platform.logLook);
  const now = known?.minute === minute ? known : { minute, logged: new Set<string>() };
  latest.set(platform.logLook, now);
  const key = `${entry.actor.id} ${entry.action} ${why}`;
  if (now.logged.has(key)) return;
  now.logged.add(key);
  await platform.logLook({ ...entry, subjects: [], facts: { why }, outcome: 'refused' });
}

const isKnown = ({ kind }: Actor): boolean => kind === 'user' || kind === 'machine';
