import { z } from 'zod';
import { covers, findUserByLogin, getUserInScope, type PlaceChoice, placeFields, placesOf, PositionInput, resolvePlace, widenScope } from '#modules/access/public.js';
import { markTechnicalUser } from '#modules/authentication/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid, NotFound } from '#kernel/errors.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { KIND_RULES, KINDS } from '../domain/client.js';
import { issuerOf } from '../domain/issuer.js';
import { hashOf, newSecret } from '../domain/secrets.js';
import { registerClients } from '../permissions.js';
import { isUsedByPeople } from '../store/accounts.js';
import { deleteOfClient } from '../store/artifacts.js';
import { type ClientFacts, type ClientRow, closeClientRow, countClients, findClient, insertClient, isSectorOfOthers, listClients, setSecret, updateClient } from '../store/clients.js';
import { listNotices, type LogoutNoticeRow } from '../store/logout-notices.js';
import { NO_SUCH_CLIENT, NO_SUCH_TECHNICAL_USER, NOT_A_TECHNICAL_USER, NOT_YOUR_PLACE, SECTOR_OF_OTHERS } from '../texts.js';
import { clientFields, factsOf } from './client-input.js';

export type { ClientRow, LogoutNoticeRow };

const PAGE = 50;

export interface ClientsPage {
  readonly clients: readonly ClientRow[];
  readonly total: number;
  readonly next: string | null;
}

/** The programs of the actor's institutions and municipalities. */
export const listOwnClients = readAction({
  name: 'apps.list-clients',
  title: { lv: 'Apskatīts lietotņu saraksts', en: 'List of programs looked at' },
  permission: registerClients,
  input: z.object({ words: z.string().trim().max(100).default(''), state: z.enum(['active', 'closed', '']).default('active').transform((state) => state || null), after: PositionInput }),
  async run({ tx, scope, today }, { after, ...search }): Promise<ClientsPage> {
    const wide = await widenScope(tx, scope, today);
    const found = await listClients(tx, search, wide, after, PAGE + 1);
    const clients = found.slice(0, PAGE);
    const last = found.length > PAGE ? clients.at(-1) : undefined;
    return { clients, total: await countClients(tx, search, wide), next: last ? JSON.stringify([last.titleKey, last.id]) : null };
  },
  audit: ({ output }) => ({ facts: { found: output.total } }),
});

export interface ClientDetails {
  readonly client: ClientRow;
  readonly notices: readonly LogoutNoticeRow[];
  readonly everywhere: boolean;
}

const Id = z.object({ id: z.uuid() });

export const readClient = readAction({
  name: 'apps.read-client',
  title: { lv: 'Apskatīta lietotne', en: 'Program looked at' },
  permission: registerClients,
  input: Id,
  async run(context, { id }): Promise<ClientDetails> {
    const client = await getClientInScope(context, id);
    return { client, notices: await listNotices(context.tx, id, 10), everywhere: context.scope.everywhere };
  },
  audit: ({ input }) => ({ facts: { client: input.id } }),
});

export interface ClientForm {
  readonly places: readonly PlaceChoice[];
  readonly everywhere: boolean;
}

export const openClientForm = readAction({
  name: 'apps.open-client-form',
  title: { lv: 'Atvērta jaunas lietotnes veidlapa', en: 'Form for a new program opened' },
  permission: registerClients,
  input: z.object({}),
  audit: null,
  run: async ({ tx, scope, today }): Promise<ClientForm> => ({ places: await placesOf(tx, await widenScope(tx, scope, today), today), everywhere: scope.everywhere }),
});

/** A secret as shown once, with whose it is. */
export interface NewSecretOf {
  readonly id: string;
  readonly secret: string | null;
  readonly issuer: string;
}

export const registerClient = writeAction({
  name: 'apps.register-client',
  title: { lv: 'Reģistrēta lietotne', en: 'Program registered' },
  permission: registerClients,
  asksFreshProof: true,
  input: z.object({ ...clientFields, ...placeFields, kind: z.enum(KINDS), user: emptyAsNull(z.string().trim().toLowerCase().max(100)) }),
  async run(context, { kind, place: wanted, regNr, user, ...input }): Promise<NewSecretOf> {
    const { tx, scope, today, now, actor, installation } = context;
    const place = await resolvePlace(tx, wanted, regNr);
    if (!covers(await widenScope(tx, scope, today), place)) throw invalid('place', NOT_YOUR_PLACE);
    const id = crypto.randomUUID();
    const facts = factsOf(kind, id, input, scope.everywhere, installation);
    await refuseSectorOfOthers(context, facts.sector);
    const userId = kind === 'machine' ? await getTechnicalUser(context, user) : null;
    if (userId) await markTechnicalUser(tx, userId, actor.id!, now);
    const secret = KIND_RULES[kind].secret ? newSecret() : null;
    const owner = { unitId: place.kind === 'municipality' ? place.unitId : null, institutionId: place.kind === 'institution' ? place.institutionId : null };
    await insertClient(tx, { ...facts, ...owner, id, kind, userId, secretHash: secret && hashOf(secret) }, actor.id!, now);
    return { id, secret, issuer: issuerOf(installation.publicUrl) };
  },
  audit: ({ input: { user: _, networks, ...facts }, output }) => ({ facts: { ...facts, network: networks.join(' '), client: output.id } }),
});

/** A user nobody signs in as: an administrator must not come by someone's rights by calling them a machine. */
async function getTechnicalUser(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, login: string | null): Promise<string> {
  const found = login ? await findUserByLogin(context.tx, login) : undefined;
  if (!found) throw invalid('user', NO_SUCH_TECHNICAL_USER);
  await getUserInScope(context, found.id).catch((error: unknown) => {
    throw error instanceof NotFound ? invalid('user', NO_SUCH_TECHNICAL_USER) : error;
  });
  if (await isUsedByPeople(context.tx, found.id)) throw invalid('user', NOT_A_TECHNICAL_USER);
  return found.id;
}

/** Whoever enters another's sector learns by which identifiers it knows people. */
async function refuseSectorOfOthers({ tx, scope, today }: Pick<ActionContext, 'tx' | 'scope' | 'today'>, sector: string): Promise<void> {
  if (await isSectorOfOthers(tx, sector, await widenScope(tx, scope, today))) throw invalid('sector', SECTOR_OF_OTHERS);
}

export const changeClient = writeAction({
  name: 'apps.change-client',
  title: { lv: 'Mainīta lietotne', en: 'Program changed' },
  permission: registerClients,
  asksFreshProof: true,
  input: Id.extend(clientFields),
  async run(context, { id, ...input }) {
    const before = await getClientInScope(context, id);
    const facts = factsOf(before.kind, id, { ...input, firstParty: context.scope.everywhere ? input.firstParty : before.firstParty }, true, context.installation);
    if (facts.sector !== before.sector) await refuseSectorOfOthers(context, facts.sector);
    await updateClient(context.tx, id, facts, context.actor.id!, context.now);
    return { before: factsForAudit(before), after: factsForAudit(facts) };
  },
  audit: ({ input, output }) => ({ facts: { client: input.id, ...output } }),
});

/** A new secret in place of the old one, which ends at once. */
export const renewSecret = writeAction({
  name: 'apps.renew-secret',
  title: { lv: 'Izsniegts jauns lietotnes noslēpums', en: 'New secret of a program given' },
  permission: registerClients,
  asksFreshProof: true,
  input: Id,
  async run(context, { id }): Promise<NewSecretOf> {
    await getClientInScope(context, id);
    const secret = newSecret();
    const changed = await setSecret(context.tx, id, hashOf(secret), context.actor.id!, context.now);
    if (changed === 0) throw new NotFound('no-such-client', NO_SUCH_CLIENT);
    return { id, secret, issuer: issuerOf(context.installation.publicUrl) };
  },
  audit: ({ input }) => ({ facts: { client: input.id } }),
});

/** Closes a program: nobody enters it any more, and what it was given ends at once. */
export const closeClient = writeAction({
  name: 'apps.close-client',
  title: { lv: 'Slēgta lietotne', en: 'Program closed' },
  permission: registerClients,
  asksFreshProof: true,
  input: Id.extend({ why: z.string().trim().min(3).max(500) }),
  async run(context, { id, why }) {
    await getClientInScope(context, id);
    await closeClientRow(context.tx, id, why, context.actor.id!, context.now);
    return { ended: await deleteOfClient(context.tx, id) };
  },
  audit: ({ input, output }) => ({ facts: { client: input.id, ...output } }),
});

const factsForAudit = ({ titleLv, titleEn, redirectUris, postLogoutUris, backChannelUri, leastLevel, networks, sector, firstParty, scopes }: ClientFacts) => ({ titleLv, titleEn, redirectUris, postLogoutUris, backChannelUri, leastLevel, network: networks.join(' '), sector, firstParty, scopes });

/** @throws NotFound */
async function getClientInScope({ tx, scope, today }: Pick<ActionContext, 'tx' | 'scope' | 'today'>, id: string): Promise<ClientRow> {
  const client = await findClient(tx, id, await widenScope(tx, scope, today));
  if (!client) throw new NotFound('no-such-client', NO_SUCH_CLIENT);
  return client;
}
