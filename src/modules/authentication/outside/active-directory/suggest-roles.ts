import { type DirectoryGroup, isGroup } from './account.js';
import type { DirectoryConnection } from './connection.js';

export interface SuggestedRole {
  readonly role: string;
  /** The groups that speak for it. */
  readonly groups: readonly string[];
}

/** Roles that the directory's groups speak for, each once: suggestions that an administrator confirms, never rights. */
export function suggestRoles(groups: readonly DirectoryGroup[], map: DirectoryConnection['groupRoles']): SuggestedRole[] {
  return [...new Set(map.map(({ role }) => role))]
    .map((role) => ({ role, groups: groups.filter((group) => map.some((line) => line.role === role && isGroup(group, line.group))).map(({ account }) => account) }))
    .filter((suggested) => suggested.groups.length > 0);
}
