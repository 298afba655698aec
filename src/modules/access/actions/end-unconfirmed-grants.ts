import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { grantEnded } from '../events.js';
import { confirmRights } from '../permissions.js';
import { endUnconfirmed } from '../store/grants.js';
import { getParameters } from '../store/parameters.js';
import { ENDED_UNCONFIRMED } from '../texts.js';
import { tellEnded } from './tell-ended.js';

/** Ends the rights that no head confirmed in time; done by a job at night. */
export const endUnconfirmedGrants = writeAction({
  name: 'access.end-unconfirmed-grants',
  title: { lv: 'Izbeigtas gadā neapstiprinātās tiesības', en: 'Rights not confirmed for a year ended' },
  permission: confirmRights,
  input: z.object({}),
  async run(context) {
    const { tx, now, today, actor, announce, scope } = context;
    const limits = await getParameters(tx, today);
    const graceDays = limits['confirmation-grace-days'];
    if (graceDays === 0 || !scope.everywhere) return [];
    const ended = await endUnconfirmed(tx, today, limits['confirmation-months'], graceDays, ENDED_UNCONFIRMED, actor.id ?? 'system', now);
    for (const { id, userId, validTo } of ended) {
      await announce(grantEnded, { grantId: id, userId, to: validTo });
      await tellEnded(context, id, validTo, ENDED_UNCONFIRMED);
    }
    return ended.map((grant) => grant.id);
  },
  audit: ({ output }) => ({ facts: { ended: output.length } }),
});
