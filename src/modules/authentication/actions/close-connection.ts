import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { Conflict } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { NO_POLICY } from '../domain/policy.js';
import { leadProgramme } from '../permissions.js';
import { closeConnection, listIdentitiesInUse } from '../store/connections.js';
import { havePasswordsEnded } from '../store/password-ends.js';
import { findPolicyWithDay } from '../store/policies.js';
import { listWhoLose } from '../store/readiness.js';
import { CLOSING_LOCKS_OUT } from '../texts.js';
import { type ConnectionDetails, connectionDetails, getOpen, OneInput } from './connections.js';
import { noticeDaysOf } from './count-locked-out.js';
import { endSessionsOf } from './end-sessions-of.js';
import { peopleOf } from './people-of.js';
import { termsOf } from './terms-of.js';

/** So many of those who would be out are named; the rest are counted. */
const NAMED = 20;

/** Who gets in today and could not without the connection. */
export interface Losers {
  readonly names: readonly string[];
  readonly n: number;
}

export interface Closing extends ConnectionDetails {
  readonly losers: Losers;
}

export const readClosing = readAction({
  name: 'authentication.read-closing-connection',
  title: { lv: 'Apskatīts, kas zaudētu pierakstīšanās iespēju, slēdzot savienojumu', en: 'Who would lose their way in by closing a connection looked at' },
  permission: leadProgramme,
  input: z.object({ unit: OneInput.shape.unit, connection: OneInput.shape.connection }),
  run: async (context, input): Promise<Closing> => {
    const details = await connectionDetails(context, input);
    return { ...details, losers: await whoLoseWithout(context, details.unitId, details.connection.id) };
  },
  audit: ({ input, output }) => ({ facts: { connection: input.connection, people: output.losers.n } }),
});

/** Nobody signs in by it any more, and the sessions begun by it end; unless that would leave somebody without a way in (the gate). */
export const endConnection = writeAction({
  name: 'authentication.close-connection',
  title: { lv: 'Slēgts savienojums ar pašvaldības kontiem', en: 'Connection to municipal accounts closed' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: OneInput,
  async run(context, { unit, connection }) {
    const row = await getOpen(context, unit, connection);
    await refuseIfSomebodyNeedsIt(context, row.unitId, row.id);
    await closeConnection(context.tx, row.id, ownUserId(context.actor), context.now);
    let ended = 0;
    for (const { identityId, userId } of await listIdentitiesInUse(context.tx, row.issuer)) ended += await endSessionsOf(context, userId, { identity: identityId }, 'directory');
    return ended;
  },
  audit: ({ input, output }) => ({ facts: { connection: input.connection, sessions: output } }),
});

type Context = Pick<ActionContext, 'tx' | 'today' | 'now' | 'installation'>;

/** The gate holds for connections too: whoever has no other way that is allowed and there is named, and nothing is changed. @throws Conflict */
export async function refuseIfSomebodyNeedsIt(context: Context, unitId: number, connectionId: string): Promise<void> {
  const { names, n } = await whoLoseWithout(context, unitId, connectionId);
  if (n === 0) return;
  const more = n - names.length;
  throw new Conflict('users-would-be-locked-out', fill(CLOSING_LOCKS_OUT, { n, names: names.join(', '), more: more > 0 ? ` +${more}` : '' }), { lockedOut: n });
}

async function whoLoseWithout(context: Context, unitId: number, connection: string): Promise<Losers> {
  const { tx, today, now } = context;
  const policy = (await findPolicyWithDay(tx, unitId)).policy ?? NO_POLICY;
  const rule = { terms: termsOf(context, unitId, policy), password: !(await havePasswordsEnded(tx, unitId, now)) };
  return listWhoLose(tx, await peopleOf(tx, unitId, today), rule, { ...rule, without: { connection } }, { day: today, noticeDays: await noticeDaysOf(context) }, NAMED);
}
