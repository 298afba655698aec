import { z } from 'zod';
import { listOf, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { ArtifactRow } from './artifacts.js';
import { AccountRow } from './accounts.js';
import { EnteredClient, enteredClient } from './clients.js';
import { keysInForce } from './signing-keys.js';

/** What is found of an artifact that may not be there. */
const Found = { payload: ArtifactRow.shape.payload.nullable(), secret: ArtifactRow.shape.secret };

const AheadRow = z.object({
  client: EnteredClient.nullable(),
  account: AccountRow.nullable(),
  sessionPayload: Found.payload,
  sessionSecret: Found.secret,
  grantPayload: Found.payload,
  grantSecret: Found.secret,
});

const EntryRow = AheadRow.extend({ consent: z.array(z.string()).nullable(), keysInForce: z.string().nullable() });
export type EntryRow = z.infer<typeof EntryRow>;

const CodeRow = AheadRow.extend({ usedAt: z.date().nullable() });
export type CodeRow = z.infer<typeof CodeRow>;

const COLUMNS = sql`s.payload as session_payload, s.secret as session_secret, g.payload as grant_payload, g.secret as grant_secret,
  case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email) end as account`;

/** Who enters which program, by which session of the provider. */
export interface Entry {
  readonly clientId: string;
  readonly sessionHash: string | null;
  readonly userId: string | null;
}

/** All that people's entering programs needs, in one statement and in their order: both, the session of the provider, and what the program was granted through it. */
export const readForEntries = (tx: Read, asked: readonly Entry[]): Promise<EntryRow[]> =>
  tx.all(
    EntryRow,
    sql`select ${enteredClient(sql`asked.client_id`)} as client, ${COLUMNS}, k.scopes as consent,
        ${keysInForce} as keys_in_force
      from unnest(${listOf(asked.map(({ clientId }) => clientId), 'uuid')}, ${listOf(asked.map(({ sessionHash }) => sessionHash), 'text')}, ${listOf(asked.map(({ userId }) => userId), 'uuid')})
        with ordinality as asked(client_id, session_hash, user_id, place)
      left join apps.artifact s on s.model = 'Session' and s.id_hash = asked.session_hash
      left join apps.artifact g on g.model = 'Grant' and g.id_hash = encode(sha256(convert_to(s.payload #>> array['authorizations', asked.client_id::text, 'grantId'], 'UTF8')), 'hex')
      left join access.app_user u on u.id = asked.user_id and u.state = 'active'
      left join apps.consent k on k.user_id = asked.user_id and k.client_id = asked.client_id
      order by asked.place`,
  );

/** What a code says of itself. */
export interface BroughtCode {
  readonly clientId: string;
  readonly codeHash: string;
  readonly sessionUid: string;
  readonly grantHash: string;
  readonly accountId: string;
}

/** All that exchanging codes needs, in one statement and in their order: the program, whether the code was used before, and what it stands on. */
export const readForCodes = (tx: Read, brought: readonly BroughtCode[]): Promise<CodeRow[]> =>
  tx.all(
    CodeRow,
    sql`select ${enteredClient(sql`asked.client_id`)} as client, ${COLUMNS}, a.consumed_at as used_at
      from unnest(${listOf(brought.map(({ clientId }) => clientId), 'uuid')}, ${listOf(brought.map(({ codeHash }) => codeHash), 'text')}, ${listOf(brought.map(({ sessionUid }) => sessionUid), 'text')},
          ${listOf(brought.map(({ grantHash }) => grantHash), 'text')}, ${listOf(brought.map(({ accountId }) => accountId), 'uuid')})
        with ordinality as asked(client_id, code_hash, session_uid, grant_hash, account_id, place)
      left join apps.artifact a on a.model = 'AuthorizationCode' and a.id_hash = asked.code_hash
      left join apps.artifact s on s.session_uid = asked.session_uid
      left join apps.artifact g on g.model = 'Grant' and g.id_hash = asked.grant_hash
      left join access.app_user u on u.id = asked.account_id and u.state = 'active'
      order by asked.place`,
  );
