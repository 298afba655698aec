import { z } from 'zod';
import { listUnitsOn } from '#modules/territories/public.js';
import { NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { Installation } from '#platform/actions/installation.js';
import { ANYONE, SIGNED_IN } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { canReadTickets } from '../outside/active-directory/kerberos.js';
import { openIdOf } from '../outside/openid/openid.js';
import type { RedirectProvider } from '../outside/proving.js';
import { type ConnectionRow, findOpenConnection, listOpenConnections } from '../store/connections.js';
import { NO_SUCH_CONNECTION } from '../texts.js';
import { directoryOfRow, type DirectorySettings } from './directory-settings.js';
import { openIdOfRow, providerIdOf } from './openid-settings.js';

/** One way to sign in by accounts of a municipality. */
export interface MunicipalWay {
  readonly id: string;
  readonly title: string;
  readonly password: boolean;
  readonly ticket: boolean;
  /** By what the outside routes know it; null for a directory. */
  readonly provider: string | null;
}

/** A municipality whose people may sign in by their accounts there. */
export interface MunicipalWays {
  readonly unitId: number;
  readonly name: string;
  readonly ways: readonly MunicipalWay[];
}

export async function municipalWays(tx: Read, today: IsoDate): Promise<MunicipalWays[]> {
  const rows = await listOpenConnections(tx);
  if (rows.length === 0) return [];
  return (await listUnitsOn(tx, today))
    .map(({ unitId, name }) => ({ unitId, name, ways: rows.filter((row) => row.unitId === unitId).map(wayOf) }))
    .filter(({ ways }) => ways.length > 0)
    .sort((one, other) => inLatvianOrder(one.name, other.name));
}

function wayOf(row: ConnectionRow): MunicipalWay {
  if (row.kind === 'openid') return { id: row.id, title: row.title, password: false, ticket: false, provider: providerIdOf(row) };
  const { kind } = row.settings as DirectorySettings;
  return { id: row.id, title: row.title, password: kind !== 'spnego', ticket: kind !== 'ldaps' && canReadTickets(), provider: null };
}

export const readMunicipalWays = readAction({
  name: 'authentication.read-municipal-ways',
  title: { lv: 'Apskatīti pašvaldību pierakstīšanās veidi', en: 'Municipal ways of signing in looked at' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx, today }) => municipalWays(tx, today),
});

/** Before a further identity is linked the user proves anew who they are, so that a session left open gives nobody a way in. */
export const beginLinking = readAction({
  name: 'authentication.begin-linking',
  title: { lv: 'Sākta pašvaldības konta saistīšana', en: 'Linking a municipal account begun' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: () => Promise.resolve(true),
});

/** Hands the pages what asks a directory: asking takes seconds, so it is done between actions. */
export const openDirectory = readAction({
  name: 'authentication.open-directory',
  title: { lv: 'Atvērts pašvaldības domēns pierakstīšanās brīdim', en: 'Domain of a municipality opened for a sign-in' },
  permission: ANYONE,
  input: z.object({ connection: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx, now, installation }, { connection }) {
    const row = await findOpenConnection(tx, connection);
    if (row?.kind !== 'active-directory') throw new NotFound('no-such-connection', NO_SUCH_CONNECTION);
    return { unitId: row.unitId, directory: directoryOfRow(installation, row), now };
  },
});

/** The same of an OpenID provider; null where there is none. */
export const openMunicipalProvider = readAction({
  name: 'authentication.open-municipal-provider',
  title: { lv: 'Atvērts pašvaldības OpenID pierakstīšanās brīdim', en: 'OpenID of a municipality opened for a sign-in' },
  permission: ANYONE,
  input: z.object({ provider: z.string() }),
  audit: NOT_PERSONAL,
  async run({ tx, now, installation }, { provider: words }) {
    const id = z.uuid().safeParse(words.slice(2));
    const row = words.startsWith('c-') && id.success ? await findOpenConnection(tx, id.data) : undefined;
    return { provider: row?.kind === 'openid' ? providerOf(installation, row) : undefined, connection: row?.id ?? null, publicUrl: installation.publicUrl, now };
  },
});

/** What a provider says of itself is asked once for its settings, not at each sign-in. */
const made = new Map<string, RedirectProvider>();

function providerOf(installation: Installation, row: ConnectionRow): RedirectProvider {
  const known = made.get(row.settingId);
  if (known) return known;
  const provider = openIdOf(openIdOfRow(installation, row));
  if (made.size > MADE_AT_MOST) made.clear();
  made.set(row.settingId, provider);
  return provider;
}
const MADE_AT_MOST = 500;
