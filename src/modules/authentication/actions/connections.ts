import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { listRoles, ownUserId, type RoleRow } from '#modules/access/public.js';
import { NotFound } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { parseInput } from '#platform/actions/input-errors.js';
import { unseal } from '#platform/secrets/sealed-box.js';
import { leadProgramme } from '../permissions.js';
import { type ConnectionKind, type ConnectionRow, findConnection, findWaiting, holdSettings, insertConnection, listConnectionsOf, listVersionsOf, type NewSettings, replaceSettings, type VersionRow } from '../store/connections.js';
import { listOffered, type OfferedRow } from '../store/handovers.js';
import { NO_SUCH_CONNECTION } from '../texts.js';
import { CONNECTION_KEY, DirectoryForm, directoryOfForm, directoryOfRow, keptDirectory } from './directory-settings.js';
import { keptOpenId, OpenIdForm, openIdOfRow, providerIdOf } from './openid-settings.js';
import { getUnitInScope, UnitInput } from './people-of.js';

export type { ConnectionKind };

/** A connection as its administrators see it: nothing secret is among it. */
export interface ShownConnection extends Pick<ConnectionRow, 'id' | 'kind' | 'title' | 'settings' | 'recordedAt' | 'workedAt' | 'openedAt' | 'closedAt'> {}

/** All connections of a municipality. */
export interface Connections {
  readonly unitId: number;
  readonly name: Text;
  readonly connections: readonly ShownConnection[];
  /** Those of ceased municipalities that it may take over. */
  readonly offered: readonly OfferedRow[];
  /** Roles that may be held in a municipality. */
  readonly roles: readonly RoleRow[];
  /** What the municipality is told to enter on its side. */
  readonly publicUrl: string;
}

const shown = ({ id, kind, title, settings, recordedAt, workedAt, openedAt, closedAt }: ConnectionRow): ShownConnection => ({ id, kind, title, settings, recordedAt, workedAt, openedAt, closedAt });

export const readConnections = readAction({
  name: 'authentication.read-connections',
  title: { lv: 'Apskatīti pašvaldības kontu savienojumi', en: 'Connections to municipal accounts looked at' },
  permission: leadProgramme,
  input: z.object({ unit: UnitInput }),
  run: connectionsIn,
  audit: ({ input }) => ({ facts: { unit: input.unit } }),
});

/** All connections of a municipality within the actor's scope. @throws NotFound */
export async function connectionsIn(context: ActionContext, { unit }: { readonly unit: number | null }): Promise<Connections> {
  const { unitId, name } = await getMunicipality(context, unit);
  const roles = (await listRoles(context.tx)).filter((role) => role.scopeKinds.includes('municipality'));
  const offered = (await listOffered(context.tx, context.scope)).filter((one) => one.toUnitId === unitId);
  return { unitId, name, offered, connections: (await listConnectionsOf(context.tx, unitId)).map(shown), roles, publicUrl: context.installation.publicUrl };
}

/** One connection with all its earlier settings. */
export interface ConnectionDetails extends Connections {
  readonly connection: ShownConnection;
  /** New settings of a connection in use, which are not in force yet. */
  readonly waiting: ShownConnection | null;
  readonly versions: readonly VersionRow[];
  /** Where the provider sends people back to. */
  readonly returnTo: string;
}

export const OneInput = z.object({ unit: UnitInput, connection: z.uuid() });

export const readConnection = readAction({
  name: 'authentication.read-connection',
  title: { lv: 'Apskatīts pašvaldības kontu savienojums', en: 'Connection to municipal accounts looked at' },
  permission: leadProgramme,
  input: OneInput,
  run: connectionDetails,
  audit: ({ input }) => ({ facts: { connection: input.connection } }),
});

/** @throws NotFound where the municipality has no such connection */
export async function connectionDetails(context: ActionContext, { unit, connection: id }: z.infer<typeof OneInput>): Promise<ConnectionDetails> {
  const all = await connectionsIn(context, { unit });
  const connection = all.connections.find((one) => one.id === id);
  if (!connection) throw new NotFound('no-such-connection', NO_SUCH_CONNECTION);
  const waiting = await findWaiting(context.tx, id);
  return { ...all, connection, waiting: waiting ? shown(waiting) : null, versions: await listVersionsOf(context.tx, id), returnTo: `${all.publicUrl}/sign-in/outside/${providerIdOf({ id })}/back` };
}

const withPlace = <T extends z.ZodType>(place: z.ZodObject, form: T) => z.intersection(place, form) as unknown as z.ZodType<{ unit: number | null; connection: string } & z.infer<T>>;

export const addDirectory = writeAction({
  name: 'authentication.add-directory',
  title: { lv: 'Izveidots savienojums ar pašvaldības Active Directory', en: 'Connection to a municipality’s Active Directory made' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: withPlace(z.object({ unit: UnitInput }), DirectoryForm),
  async run(context, { unit, ...form }) {
    const { unitId } = await getMunicipality(context, unit);
    const id = randomUUID();
    return added(context, id, unitId, 'active-directory', keptDirectory(context.installation, form.title, directoryOfForm(id, form, null)));
  },
  audit: ({ input, output }) => ({ facts: { unit: input.unit, connection: output } }),
});

export const addOpenId = writeAction({
  name: 'authentication.add-openid',
  title: { lv: 'Izveidots savienojums ar pašvaldības OpenID', en: 'Connection to a municipality’s OpenID made' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: withPlace(z.object({ unit: UnitInput }), OpenIdForm),
  async run(context, { unit, ...form }) {
    const { unitId } = await getMunicipality(context, unit);
    return added(context, randomUUID(), unitId, 'openid', keptOpenId(context.installation, form, null));
  },
  audit: ({ input, output }) => ({ facts: { unit: input.unit, connection: output } }),
});

/**
 * New settings; which form it is, the connection's kind says. Of a draft they take the place of the old at once, of a connection in
 * use they wait until they were tried and are put in force: people sign in by the old ones meanwhile. Only its name and what holds
 * while a directory is silent change at once, since no try would tell anything of them, nor could one go well during an outage.
 */
export const changeConnection = writeAction({
  name: 'authentication.change-connection',
  title: { lv: 'Mainīts savienojums ar pašvaldības kontiem', en: 'Connection to municipal accounts changed' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: OneInput.loose(),
  async run(context, { unit, connection, ...form }) {
    const inForce = await getOpen(context, unit, connection);
    const row = (await findWaiting(context.tx, connection)) ?? inForce;
    const settings = row.kind === 'openid' ? openIdAfter(context, row, form) : directoryAfter(context, row, form);
    const toTry = differsInWhatIsTried(context, inForce, settings);
    const waits = toTry && inForce.openedAt !== null;
    if (waits) await holdSettings(context.tx, row.id, settings, ownUserId(context.actor), context.now);
    else await replaceSettings(context.tx, row.id, settings, ownUserId(context.actor), context.now, toTry ? null : inForce.workedAt);
    return { waits, toTry };
  },
  audit: ({ input, output }) => ({ facts: { connection: input.connection, waits: output.waits } }),
});

function differsInWhatIsTried({ installation }: WriteContext, before: ConnectionRow, after: NewSettings): boolean {
  const secret = (sealed: Buffer) => unseal(installation.keyFor(CONNECTION_KEY), sealed);
  const tried = (settings: unknown) => ({ ...(JSON.parse(JSON.stringify(settings)) as object), outage: null });
  return before.issuer !== after.issuer || secret(before.secrets!) !== secret(after.secrets) || !isDeepStrictEqual(tried(before.settings), tried(after.settings));
}

const openIdAfter = ({ installation }: WriteContext, row: ConnectionRow, form: unknown) => keptOpenId(installation, parseInput(OpenIdForm, form), openIdOfRow(installation, row));

function directoryAfter({ installation }: WriteContext, row: ConnectionRow, raw: unknown) {
  const form = parseInput(DirectoryForm, raw);
  return keptDirectory(installation, form.title, directoryOfForm(row.id, form, directoryOfRow(installation, row)));
}

async function added({ tx, actor, now }: WriteContext, id: string, unitId: number, kind: ConnectionKind, settings: NewSettings): Promise<string> {
  await insertConnection(tx, { id, unitId, kind }, settings, ownUserId(actor), now);
  return id;
}

/** @throws NotFound also for those who belong to no municipality: they share no accounts. */
async function getMunicipality(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, unit: number | null): Promise<{ unitId: number; name: Text }> {
  const { unitId, name } = await getUnitInScope(context, unit ?? Number.NaN);
  return { unitId: unitId!, name };
}

/** A connection of a municipality, draft or in use, within the actor's scope. @throws NotFound */
export async function getOpen(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, unit: number | null, id: string, kind?: ConnectionKind): Promise<ConnectionRow> {
  const { unitId } = await getMunicipality(context, unit);
  const row = await findConnection(context.tx, id);
  if (row?.unitId !== unitId || (kind !== undefined && row.kind !== kind)) throw new NotFound('no-such-connection', NO_SUCH_CONNECTION);
  return row;
}
