import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { NotFound } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { parseInput } from '#platform/actions/input-errors.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import { leadProgramme } from '../permissions.js';
import { replaceSettings } from '../store/connections.js';
import { countOffered, listIdentitiesOfClosed, listOffered, type OfferedRow, takeConnection } from '../store/handovers.js';
import { NO_SUCH_HANDOVER } from '../texts.js';
import { type Connections, connectionsIn, type ShownConnection } from './connections.js';
import { DirectoryForm, directoryOfForm, keptDirectory } from './directory-settings.js';
import { endSessionsOf } from './end-sessions-of.js';
import { keptOpenId, OpenIdForm } from './openid-settings.js';

export type { OfferedRow };

/** How many connections of ceased municipalities wait to be taken over where the actor leads. */
export const countHandovers: WorkKind['count'] = ({ tx, scope }) => countOffered(tx, scope);

export const listHandovers = readAction({
  name: 'authentication.list-handovers',
  title: { lv: 'Apskatīti pārņemamie pašvaldību kontu savienojumi', en: 'Connections to be taken over looked at' },
  permission: leadProgramme,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx, scope }) => listOffered(tx, scope),
});

/** An offered connection with all that its form needs. */
export interface HandoverForm {
  readonly offered: OfferedRow;
  readonly found: Connections;
  readonly connection: ShownConnection;
}

const OneInput = z.object({ id: z.uuid() });

export const readHandover = readAction({
  name: 'authentication.read-handover',
  title: { lv: 'Apskatīts pārņemams pašvaldības kontu savienojums', en: 'Connection to be taken over looked at' },
  permission: leadProgramme,
  input: OneInput,
  audit: NOT_PERSONAL,
  async run(context, { id }): Promise<HandoverForm> {
    const offered = await getOffered(context, id);
    const { connectionId, kind, title, settings, recordedAt, closedAt } = offered;
    return { offered, found: await connectionsIn(context, { unit: offered.toUnitId }), connection: { id: connectionId, kind, title, settings, recordedAt, workedAt: null, openedAt: null, closedAt } };
  },
});

/**
 * A successor takes a ceased municipality's connection over: its settings are looked through and its secrets entered anew, since
 * they were erased when it closed. Who was linked through it stays linked, and reaches the successor's own people only.
 */
export const takeOverConnection = writeAction({
  name: 'authentication.take-over-connection',
  title: { lv: 'Pārņemts beigušās pašvaldības kontu savienojums', en: 'Connection of a ceased municipality taken over' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: OneInput.loose(),
  async run(context, { id, ...form }) {
    const { tx, actor, installation, now } = context;
    const offered = await getOffered(context, id);
    const by = ownUserId(actor);
    const settings = offered.kind === 'openid' ? keptOpenId(installation, parseInput(OpenIdForm, form), null) : directoryOf(context, offered, form);
    if (!(await takeConnection(tx, offered, by, now))) throw new NotFound('no-such-handover', NO_SUCH_HANDOVER);
    await replaceSettings(tx, offered.connectionId, settings, by, now);
    return { unitId: offered.toUnitId, connectionId: offered.connectionId };
  },
  audit: ({ input, output }) => ({ facts: { handover: input.id, unit: output.unitId, connection: output.connectionId } }),
});

function directoryOf({ installation }: Pick<ActionContext, 'installation'>, { connectionId }: OfferedRow, raw: unknown) {
  const form = parseInput(DirectoryForm, raw);
  return keptDirectory(installation, form.title, directoryOfForm(connectionId, form, null));
}

/** @throws NotFound also when another successor was quicker. */
async function getOffered({ tx, scope }: Pick<ActionContext, 'tx' | 'scope'>, id: string): Promise<OfferedRow> {
  const offered = (await listOffered(tx, scope)).find((one) => one.id === id);
  if (!offered) throw new NotFound('no-such-handover', NO_SUCH_HANDOVER);
  return offered;
}

/** Sessions begun by connections that are closed now, as by a reform, end. */
export const endSessionsOfClosed = writeAction({
  name: 'authentication.end-sessions-of-closed',
  title: { lv: 'Izbeigtas slēgtu pašvaldību savienojumu sesijas', en: 'Sessions of closed municipal connections ended' },
  permission: leadProgramme,
  input: z.object({}),
  async run(context) {
    let ended = 0;
    for (const { userId, identityId } of await listIdentitiesOfClosed(context.tx)) ended += await endSessionsOf(context, userId, { identity: identityId }, 'directory');
    return ended;
  },
  audit: ({ output }) => ({ facts: { ended: output } }),
});
