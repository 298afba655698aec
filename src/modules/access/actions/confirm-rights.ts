import { z } from 'zod';
import { Conflict, Forbidden, NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { readAction, writeAction } from '#platform/actions/action.js';
import { type ConfirmationState, confirmationState, dueDay } from '../domain/confirmation.js';
import { grantEnded } from '../events.js';
import { confirmRights } from '../permissions.js';
import { confirmGrant, endGrant, lockGrant } from '../store/grants.js';
import { type GrantRow, listToConfirm } from '../store/grant-lists.js';
import { getParameters } from '../store/parameters.js';
import { GRANT_OVER, NO_SUCH_GRANT, NOT_FOR_YOURSELF } from '../texts.js';
import { ownUserId } from './own-user.js';
import { widenScope } from './widen-scope.js';

const PAGE = 100;

export interface ToConfirm {
  readonly grant: GrantRow;
  readonly due: IsoDate;
  readonly state: ConfirmationState;
}

export interface Confirmations {
  readonly items: readonly ToConfirm[];
  /** Days after the due day on which an unconfirmed right ends; 0 when it does not. */
  readonly graceDays: number;
  readonly months: number;
}

/** Rights whose yearly confirmation is due within a month, or overdue. */
export const listConfirmations = readAction({
  name: 'access.list-confirmations',
  title: { lv: 'Apskatītas apstiprināmās tiesības', en: 'Rights to confirm looked at' },
  permission: confirmRights,
  input: z.object({}),
  async run({ tx, scope, today }): Promise<Confirmations> {
    const limits = await getParameters(tx, today);
    const months = limits['confirmation-months'];
    const items = (await listToConfirm(tx, await widenScope(tx, scope, today), today, dueDay(addDays(today, 31), -months), PAGE))
      .map((grant) => ({ grant, due: dueDay(grant.confirmedOn, months) }))
      .map((item) => ({ ...item, state: confirmationState(item.due, today) }));
    return { items, months, graceDays: limits['confirmation-grace-days'] };
  },
  audit: ({ output }) => ({ facts: { found: output.items.length } }),
});

/** A head's yearly word about one right: the user keeps it, or it ends today. Nobody confirms their own. */
export const decideConfirmation = writeAction({
  name: 'access.decide-confirmation',
  title: { lv: 'Pārskatītas tiesības', en: 'Right reviewed' },
  permission: confirmRights,
  input: z.object({ id: z.uuid(), decision: z.enum(['keeps', 'ends']) }),
  async run({ tx, actor, scope, now, today, announce }, { id, decision }) {
    const by = ownUserId(actor);
    const grant = await lockGrant(tx, id, await widenScope(tx, scope, today));
    if (!grant) throw new NotFound('no-such-grant', NO_SUCH_GRANT);
    if (grant.userId === by) throw new Forbidden('own-right', NOT_FOR_YOURSELF);
    if (grant.validTo !== null && grant.validTo <= today) throw new Conflict('grant-over', GRANT_OVER);
    if (decision === 'keeps') return confirmGrant(tx, id, today, by, now);
    await endGrant(tx, id, today, ENDED_BY_HEAD, by, now);
    await announce(grantEnded, { grantId: id, userId: grant.userId, to: today });
  },
  audit: ({ input }) => ({ facts: { grant: input.id, decision: input.decision } }),
});

const ENDED_BY_HEAD = 'vadītājs ikgadējā pārskatīšanā izbeidza';
