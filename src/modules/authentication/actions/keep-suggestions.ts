import type { WriteContext } from '#platform/actions/action.js';
import type { DirectoryGroup } from '../outside/active-directory/account.js';
import { suggestRoles } from '../outside/active-directory/suggest-roles.js';
import type { ConnectionRow } from '../store/connections.js';
import { suggestToEnd, suggestToGive } from '../store/directory-suggestions.js';
import type { DirectorySettings } from './directory-settings.js';

/** Keeps which roles a user's groups speak for now, and which no longer. No right comes or goes by it. */
export async function keepSuggestions({ tx, today, now }: Pick<WriteContext, 'tx' | 'today' | 'now'>, userId: string, connection: ConnectionRow, groups: readonly DirectoryGroup[]): Promise<void> {
  if (connection.kind !== 'active-directory') return;
  const suggested = suggestRoles(groups, (connection.settings as DirectorySettings).groupRoles);
  const whose = { userId, connectionId: connection.id, unitId: connection.unitId };
  await suggestToEnd(tx, whose, suggested.map(({ role }) => role), today, now);
  for (const one of suggested) await suggestToGive(tx, whose, one, today, now);
}
