import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { refuseFarAhead } from '#kernel/far-day.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { jsonInput } from '#kernel/json-input.js';
import type { Waiting } from '#platform/actions/work-kind.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { type ConfirmationState, confirmationState, dueDay } from '../domain/confirmation.js';
import { grantEnded } from '../events.js';
import { confirmRights } from '../permissions.js';
import { confirmGrant, endGrant, lockGrant } from '../store/grants.js';
import { type ConfirmPosition, countToConfirm, findGrant, type GrantRow, listToConfirm } from '../store/grant-lists.js';
import { getParameters } from '../store/parameters.js';
import { GRANT_OVER, IN_THE_PAST, NO_SUCH_GRANT, SAY_WHY } from '../texts.js';
import { checkEnd } from './check-grant.js';
import { ownUserId, refuseOwn } from './own-user.js';
import { tellEnded } from './tell-ended.js';
import { widenScope } from './widen-scope.js';

const PAGE = 25;
/** A right is to be confirmed from so many days before it is due. */
const AHEAD_DAYS = 31;

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
  readonly next: string | null;
}

/** Rights whose yearly confirmation is due within a month, or overdue. */
export const listConfirmations = readAction({
  name: 'access.list-confirmations',
  title: { lv: 'Apskatītas apstiprināmās tiesības', en: 'Rights to confirm looked at' },
  permission: confirmRights,
  input: z.object({ after: emptyAsNull(jsonInput(z.tuple([z.iso.date(), z.uuid()]))) }),
  async run({ tx, scope, today }, { after }): Promise<Confirmations> {
    const limits = await getParameters(tx, today);
    const months = limits['confirmation-months'];
    const found = await listToConfirm(tx, await widenScope(tx, scope, today), today, dueDay(addDays(today, AHEAD_DAYS), -months), after, PAGE + 1);
    const grants = found.slice(0, PAGE);
    const last = found.length > PAGE ? grants.at(-1) : undefined;
    const items = grants
      .map((grant) => ({ grant, due: dueDay(grant.confirmedOn, months) }))
      .map((item) => ({ ...item, state: confirmationState(item.due, today) }));
    return { items, months, graceDays: limits['confirmation-grace-days'], next: last ? JSON.stringify([last.confirmedOn, last.id] satisfies ConfirmPosition) : null };
  },
  audit: ({ output }) => ({ facts: { found: output.items.length } }),
});

/** How many rights wait for the actor's yearly word and when the first is due, for the start page. */
export async function countConfirmations({ tx, actor, scope, today }: Pick<ActionContext, 'tx' | 'actor' | 'scope' | 'today'>): Promise<Waiting> {
  const months = (await getParameters(tx, today))['confirmation-months'];
  const { count, oldest } = await countToConfirm(tx, await widenScope(tx, scope, today), today, dueDay(addDays(today, AHEAD_DAYS), -months), ownUserId(actor));
  return { count, due: oldest && dueDay(oldest, months) };
}

/** A head's yearly word about one right: the user keeps it, or it ends, today or later, for a reason that they will read. Nobody confirms their own. */
export const decideConfirmation = writeAction({
  name: 'access.decide-confirmation',
  title: { lv: 'Pārskatītas tiesības', en: 'Right reviewed' },
  permission: confirmRights,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), decision: z.enum(['keeps', 'ends']), on: emptyAsNull(IsoDateInput), why: z.string().trim().max(1_000).default('') }),
  async run(context, { id, decision, on, why }): Promise<GrantRow> {
    const { tx, actor, scope, now, today, announce } = context;
    const by = ownUserId(actor);
    const wide = await widenScope(tx, scope, today);
    const grant = await lockGrant(tx, id, wide);
    if (!grant) throw new NotFound('no-such-grant', NO_SUCH_GRANT);
    await refuseOwn(tx, grant.userId, by, 'own-right');
    if (grant.validTo !== null && grant.validTo <= today) throw new Conflict('grant-over', GRANT_OVER);
    if (decision === 'keeps') {
      await confirmGrant(tx, id, today, by, now);
    } else {
      const last = on ?? today;
      if (last < today) throw invalid('on', IN_THE_PAST);
      refuseFarAhead('on', last, today);
      if (why.length < 3) throw invalid('why', SAY_WHY);
      checkEnd(grant, last, today);
      if ((await endGrant(tx, id, last, why, by, now)) === 0) throw new Conflict('grant-over', GRANT_OVER);
      await announce(grantEnded, { grantId: id, userId: grant.userId, to: last });
      await tellEnded(context, id, last, why);
    }
    return (await findGrant(tx, id, wide, today))!;
  },
  audit: ({ input, output }) => ({ facts: { grant: input.id, user: output.userId, decision: input.decision, on: input.on } }),
});
