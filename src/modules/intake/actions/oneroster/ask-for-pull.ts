import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { unseal } from '../../domain/oneroster/sealed.js';
import type { ServerAccess } from '../../oneroster-server.js';
import { fetchResults } from '../../permissions.js';
import { findPull, findServer, type PullRow } from '../../store/oneroster/pulls.js';

/** For which purpose the key is that encrypts secrets of servers. */
export const SECRET_PURPOSE = 'intake.oneroster-server';

export interface PullAsked {
  readonly pull: PullRow;
  readonly access: ServerAccess;
}

/** Where a fetch stands and how its server is reached; null where it is over or the server was disconnected. For the job alone; a writing action, since a standby may lag. */
export const askForPull = writeAction({
  name: 'intake.ask-for-oneroster-pull',
  title: { lv: 'Nolasīts, cik tālu ir ielasīšana', en: 'Progress of fetching read' },
  permission: fetchResults,
  input: z.object({ pullId: z.uuid() }),
  async run({ tx, installation }, { pullId }): Promise<PullAsked | null> {
    const pull = await findPull(tx, pullId);
    const server = pull?.state === 'working' ? await findServer(tx, pull.serverId, EVERYWHERE) : undefined;
    if (!pull || !server) return null;
    const { serviceUrl, tokenUrl, clientId, sealedSecret } = server;
    return { pull, access: { serviceUrl, tokenUrl, clientId, secret: unseal(installation.keyFor(SECRET_PURPOSE), sealedSecret), loopback: !installation.production } };
  },
  audit: ({ input }) => ({ facts: { pull: input.pullId } }),
});
