import { z } from 'zod';
import { inScope } from '#modules/access/public.js';
import { LEVELS } from '#modules/authentication/public.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { KINDS, SCOPES } from '../domain/client.js';

const ClientRow = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  titleLv: z.string(),
  titleEn: z.string(),
  titleKey: z.string(),
  redirectUris: z.array(z.string()),
  postLogoutUris: z.array(z.string()),
  backChannelUri: z.string().nullable(),
  leastLevel: z.enum(LEVELS),
  networks: z.array(z.string()),
  sector: z.string(),
  firstParty: z.boolean(),
  scopes: z.array(z.enum(SCOPES)),
  unitId: z.number().nullable(),
  institutionId: z.string().nullable(),
  owner: z.string().nullable(),
  userId: z.string().nullable(),
  userName: z.string().nullable(),
  secretHash: z.string().nullable(),
  secretChangedAt: z.date().nullable(),
  state: z.enum(['active', 'closed']),
  stateReason: z.string(),
});
export type ClientRow = z.infer<typeof ClientRow>;

/** What the provider needs of a client, and nothing that JSON has no word for. */
export const EnteredClient = ClientRow.omit({ titleKey: true, unitId: true, institutionId: true, userName: true, secretChangedAt: true, state: true, stateReason: true });
export type EnteredClient = z.infer<typeof EnteredClient>;

const OWNER_NAME = sql`coalesce((select v.name from territories.unit_version v where v.unit_id = c.unit_id order by v.valid_from desc limit 1),
    (select i.name from institutions.institution i where i.id = c.institution_id))`;

/** An active client as one JSON value, so that a statement about more can carry it (`EnteredClient`, or null). */
export const enteredClient = (id: Sql): Sql => sql`(select jsonb_build_object('id', c.id, 'kind', c.kind, 'titleLv', c.title_lv, 'titleEn', c.title_en,
    'redirectUris', c.redirect_uris, 'postLogoutUris', c.post_logout_uris, 'backChannelUri', c.back_channel_uri, 'leastLevel', c.least_level, 'networks', c.networks::text[], 'sector', c.sector,
    'firstParty', c.first_party, 'scopes', c.scopes, 'owner', ${OWNER_NAME}, 'userId', c.user_id, 'secretHash', c.secret_hash)
  from apps.client c where c.id = ${id} and c.state = 'active')`;

const COLUMNS = sql`c.id, c.kind, c.title_lv, c.title_en, c.title_key, c.redirect_uris, c.post_logout_uris, c.back_channel_uri, c.least_level, c.networks::text[] as networks, c.sector, c.first_party,
  c.scopes, c.unit_id, c.institution_id, c.user_id, c.secret_hash, c.secret_changed_at, c.state, c.state_reason,
  ${OWNER_NAME} as owner,
  (select u.name from access.app_user u where u.id = c.user_id) as user_name`;

/** Programs without an owner belong to the country and are seen by those with rights everywhere. */
const selectClients = (conditions: readonly Sql[]): Sql => sql`select ${COLUMNS} from apps.client c where ${every(conditions)} order by c.title_key, c.id`;

/** An active client, for the provider: what it may is decided there. */
export const findActiveClient = (tx: Read, id: string): Promise<ClientRow | undefined> =>
  tx.first(ClientRow, selectClients([sql`c.id = ${id}::uuid`, sql`c.state = 'active'`]));

export const findClient = (tx: Read, id: string, scope: Scope): Promise<ClientRow | undefined> => tx.first(ClientRow, selectClients([sql`c.id = ${id}`, inScope('c', scope)]));

export interface ClientSearch {
  readonly words: string;
  readonly state: 'active' | 'closed' | null;
}

const wanted = ({ words, state }: ClientSearch, scope: Scope): Sql[] => [
  inScope('c', scope),
  ...(words ? [sql`c.title_key like '%' || platform.search_key(${words}) || '%'`] : []),
  ...(state ? [sql`c.state = ${state}`] : []),
];

export const listClients = (tx: Read, search: ClientSearch, scope: Scope, after: readonly [string, string] | null, limit: number): Promise<ClientRow[]> =>
  tx.all(ClientRow, sql`${selectClients([...wanted(search, scope), ...(after ? [sql`(c.title_key, c.id) > (${after[0]}, ${after[1]}::uuid)`] : [])])} limit ${limit}`);

export async function countClients(tx: Read, search: ClientSearch, scope: Scope): Promise<number> {
  return (await tx.first(z.object({ n: z.number() }), sql`select count(*) as n from apps.client c where ${every(wanted(search, scope))}`))!.n;
}

export interface ClientFacts {
  readonly titleLv: string;
  readonly titleEn: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutUris: readonly string[];
  readonly backChannelUri: string | null;
  readonly leastLevel: (typeof LEVELS)[number];
  readonly networks: readonly string[];
  readonly sector: string;
  readonly firstParty: boolean;
  readonly scopes: readonly string[];
}

export interface NewClient extends ClientFacts {
  readonly id: string;
  readonly kind: (typeof KINDS)[number];
  readonly unitId: number | null;
  readonly institutionId: string | null;
  readonly userId: string | null;
  readonly secretHash: string | null;
}

const columnsOf = (facts: ClientFacts) => ({ ...facts, redirectUris: [...facts.redirectUris], postLogoutUris: [...facts.postLogoutUris], networks: [...facts.networks], scopes: [...facts.scopes] });

export const insertClient = (tx: Write, client: NewClient, by: string, now: Date): Promise<void> =>
  tx.insert('apps.client', { ...client, ...columnsOf(client), secretChangedAt: client.secretHash ? now : null, recordedAt: now, recordedBy: by, changedAt: now, changedBy: by });

export const updateClient = (tx: Write, id: string, facts: ClientFacts, by: string, now: Date): Promise<number> =>
  tx.run(sql`update apps.client set title_lv = ${facts.titleLv}, title_en = ${facts.titleEn}, redirect_uris = ${[...facts.redirectUris]}::text[],
    post_logout_uris = ${[...facts.postLogoutUris]}::text[], back_channel_uri = ${facts.backChannelUri}, least_level = ${facts.leastLevel}, networks = ${[...facts.networks]}::text[]::cidr[], sector = ${facts.sector},
    first_party = ${facts.firstParty}, scopes = ${[...facts.scopes]}::text[], changed_at = ${now}, changed_by = ${by} where id = ${id} and state = 'active'`);

export const setSecret = (tx: Write, id: string, secretHash: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`update apps.client set secret_hash = ${secretHash}, secret_changed_at = ${now}, changed_at = ${now}, changed_by = ${by} where id = ${id} and state = 'active' and secret_hash is not null`);

export const closeClientRow = (tx: Write, id: string, reason: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`update apps.client set state = 'closed', state_reason = ${reason}, changed_at = ${now}, changed_by = ${by} where id = ${id} and state = 'active'`);

/** Whether programs outside a scope already know people by a sector's identifiers. */
export async function isSectorOfOthers(tx: Read, sector: string, scope: Scope): Promise<boolean> {
  return (await tx.first(z.object({ found: z.boolean() }), sql`select exists (select from apps.client c where c.sector = ${sector} and not coalesce(${inScope('c', scope)}, false)) as found`))!.found;
}
