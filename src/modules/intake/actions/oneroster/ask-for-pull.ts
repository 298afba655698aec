import { z } from 'zod';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { unseal } from '#platform/secrets/sealed-box.js';
import type { Cause } from '../../domain/journal.js';
import type { PullFailure } from '../../domain/oneroster/pull-failure.js';
import type { ServerAccess } from '../../oneroster-server.js';
import { findPull, findServer, finishPull, type PullRow, type ServerRow } from '../../store/oneroster/pulls.js';
import { serverBounds } from '../../server-bounds.js';
import { whyNotTaken } from '../sender.js';

/** For which purpose the key is that encrypts secrets of servers. */
export const SECRET_PURPOSE = 'intake.oneroster-server';

export interface PullAsked {
  readonly pull: PullRow;
  readonly access: ServerAccess;
}

const CAUSES = { journal: 'VI-103-journal', confirmation: 'VI-103-confirmation', period: 'VI-103-period' } as const satisfies Record<Cause, PullFailure>;

/** Ends a fetch for which the school's confirmation, or the journal's standing, has ended meanwhile (VI-103); tells whether it did. */
export async function endUnconfirmed(context: WriteContext, pull: PullRow, { journalId, institutionId }: ServerRow): Promise<boolean> {
  const refusal = await whyNotTaken(context, journalId, institutionId);
  if (refusal) await finishPull(context.tx, pull.id, { state: 'failed', batchIds: [], withdrawn: 0, failure: CAUSES[refusal.facts['cause'] as Cause] }, context.now);
  return refusal !== null;
}

/** Where a fetch stands and how its server is reached; null where it is over, or ends here because the server was disconnected or the e-journal may not send. For the job alone; a writing action, since a standby may lag. */
export const askForPull = writeAction({
  name: 'intake.ask-for-oneroster-pull',
  title: { lv: 'Nolasīts, cik tālu ir ielasīšana', en: 'Progress of fetching read' },
  permission: JOBS_ALONE,
  input: z.object({ pullId: z.uuid() }),
  async run(context, { pullId }): Promise<PullAsked | null> {
    const { tx, installation } = context;
    const pull = await findPull(tx, pullId);
    const server = pull?.state === 'working' ? await findServer(tx, pull.serverId, EVERYWHERE) : undefined;
    if (!pull || !server || (await endUnconfirmed(context, pull, server))) return null;
    const { serviceUrl, tokenUrl, clientId, sealedSecret } = server;
    return { pull, access: { serviceUrl, tokenUrl, clientId, secret: unseal(installation.keyFor(SECRET_PURPOSE), sealedSecret), bounds: serverBounds(installation) } };
  },
  audit: ({ input }) => ({ facts: { pull: input.pullId } }),
});
