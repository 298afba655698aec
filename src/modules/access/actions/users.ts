import { z } from 'zod';
import { Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { columnsOfPlace } from '../domain/place.js';
import { hashOfToken, newToken } from '../domain/token.js';
import { manageUsers } from '../permissions.js';
import { clearCode, insertPasswordLink } from '../store/credentials.js';
import { getParameters } from '../store/parameters.js';
import { endSessions } from '../store/sessions.js';
import { countUsers, findUser, insertUser, listUsers, setUserState, type UserRow } from '../store/users.js';
import { NO_SUCH_USER, NOT_YOUR_PLACE, NOT_YOURSELF } from '../texts.js';
import { type PlaceChoice, placesOf } from './here.js';
import { ownUserId } from './own-user.js';
import { PositionInput } from './place-input.js';
import { placeFields, resolvePlace } from './resolve-place.js';
import { covers, widenScope } from './widen-scope.js';

export type { UserRow };

const PAGE = 50;

export const UsersInput = z.object({
  words: z.string().trim().max(100).default(''),
  state: z.enum(['active', 'suspended', '']).default('').transform((state) => state || null),
  after: PositionInput,
});

export interface UsersPage {
  readonly users: readonly UserRow[];
  readonly total: number;
  readonly next: string | null;
}

/** The users of the actor's institution or municipality. */
export const listOwnUsers = readAction({
  name: 'access.list-users',
  title: { lv: 'Apskatīts lietotāju saraksts', en: 'List of users looked at' },
  permission: manageUsers,
  input: UsersInput,
  async run({ tx, scope, today }, { after, ...search }): Promise<UsersPage> {
    const wide = await widenScope(tx, scope, today);
    const found = await listUsers(tx, search, wide, after, PAGE + 1);
    const users = found.slice(0, PAGE);
    const last = found.length > PAGE ? users.at(-1) : undefined;
    return { users, total: await countUsers(tx, search, wide), next: last ? JSON.stringify([last.nameKey, last.id]) : null };
  },
  audit: ({ output }) => ({ facts: { found: output.total } }),
});

export const openUserForm = readAction({
  name: 'access.open-user-form',
  title: { lv: 'Atvērta jauna lietotāja veidlapa', en: 'Form for a new user opened' },
  permission: manageUsers,
  input: z.object({}),
  audit: null,
  run: async ({ tx, scope, today }): Promise<readonly PlaceChoice[]> => placesOf(tx, await widenScope(tx, scope, today), today),
});

/** Makes a user of one's own organisation, who chooses a password by a link sent to them. */
export const createUser = writeAction({
  name: 'access.create-user',
  title: { lv: 'Izveidots lietotājs', en: 'User created' },
  permission: manageUsers,
  input: z.object({ login: z.string().trim().toLowerCase().min(2).max(100), name: z.string().trim().min(3).max(200), email: z.email(), ...placeFields }),
  async run(context, { login, name, email, ...wanted }) {
    const { tx, scope, today, now, actor } = context;
    const place = await resolvePlace(tx, wanted.place, wanted.regNr);
    if (place.kind === 'country' || !covers(await widenScope(tx, scope, today), place)) throw invalid('place', NOT_YOUR_PLACE);
    const { unitId, institutionId } = columnsOfPlace(place);
    const userId = await insertUser(tx, { login, name, email, unitId, institutionId }, ownUserId(actor), now);
    await sendPasswordLink(context, { id: userId, email });
    return userId;
  },
  audit: ({ output }) => ({ facts: { user: output } }),
});

/** Sends a new link for choosing a password; with `alsoCode` the lost second factor is taken away too. All sessions end. */
export const resetUser = writeAction({
  name: 'access.reset-user',
  title: { lv: 'Nosūtīta jauna paroles izvēles saite', en: 'New link for choosing a password sent' },
  permission: manageUsers,
  input: z.object({ id: z.uuid(), alsoCode: z.literal('yes').optional() }),
  async run(context, { id, alsoCode }) {
    const user = await getUserInScope(context, id);
    if (alsoCode) await clearCode(context.tx, id);
    await endSessions(context.tx, id, {}, 'revoked', context.now);
    await sendPasswordLink(context, user);
  },
  audit: ({ input }) => ({ facts: { user: input.id, code: input.alsoCode === 'yes' } }),
});

/** A suspended user cannot sign in, and every session of theirs ends now (OWASP ASVS 5.0, 7.4.2). */
export const suspendUser = writeAction({
  name: 'access.suspend-user',
  title: { lv: 'Apturēts lietotājs', en: 'User suspended' },
  permission: manageUsers,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(3).max(500) }),
  async run(context, { id, why }) {
    if (id === context.actor.id) throw new Forbidden('own-user', NOT_YOURSELF);
    await getUserInScope(context, id);
    await setUserState(context.tx, id, 'suspended', why);
    await endSessions(context.tx, id, {}, 'user-suspended', context.now);
  },
  audit: ({ input }) => ({ facts: { user: input.id } }),
});

export const reactivateUser = writeAction({
  name: 'access.reactivate-user',
  title: { lv: 'Atjaunots apturēts lietotājs', en: 'Suspended user reactivated' },
  permission: manageUsers,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    await getUserInScope(context, id);
    await setUserState(context.tx, id, 'active', '');
  },
  audit: ({ input }) => ({ facts: { user: input.id } }),
});

async function getUserInScope({ tx, scope, today }: WriteContext, id: string): Promise<UserRow> {
  const user = await findUser(tx, id, await widenScope(tx, scope, today));
  if (!user) throw new NotFound('no-such-user', NO_SUCH_USER);
  return user;
}

async function sendPasswordLink(context: WriteContext, { id, email }: Pick<UserRow, 'id' | 'email'>) {
  const { tx, now, today, installation } = context;
  const token = newToken();
  const hours = (await getParameters(tx, today))['password-link-hours'];
  await insertPasswordLink(tx, { tokenHash: hashOfToken(token), userId: id, expiresAt: new Date(now.getTime() + hours * 3_600_000) }, now);
  const address = `${installation.publicUrl}/set-password/${token}`;
  await notify(context, {
    userId: id,
    email: email || null,
    kind: 'access.password-link',
    subject: { lv: 'Vienkopus: izvēlieties paroli', en: 'Vienkopus: choose your password' },
    body: {
      lv: `Atveriet saiti un izvēlieties paroli. Saite der ${hours} stundas un vienu reizi.\n\n${address}`,
      en: `Open the link and choose your password. It is good for ${hours} hours and for one use.\n\n${address}`,
    },
    onceKey: `access.password-link:${hashOfToken(token)}`,
  });
}
