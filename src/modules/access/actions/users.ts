import { z } from 'zod';
import { listEditionChoices } from '#modules/territories/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { type ListOrder, listOrder, orderFields } from '#kernel/list-order.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { columnsOfPlace } from '../domain/place.js';
import { userCreated, userSuspended } from '../events.js';
import { manageUsers } from '../permissions.js';
import { findUser, insertUser, listUsers, setUserState, type UserRow, USERS_SORTED_BY } from '../store/users.js';
import { JOINED_STAYS_CLOSED, LOGIN_SHAPE, NO_SUCH_USER, NOT_YOUR_PLACE, NOT_YOURSELF, USERS_OF_THE_FUTURE } from '../texts.js';
import { type PlaceChoice, placesOf } from './here.js';
import { type TwoMaps, twoMaps } from './on-map.js';
import { ownUserId } from './own-user.js';
import { placeFields, resolvePlace } from './resolve-place.js';
import { covers, widenScope } from './widen-scope.js';

export type { UserRow };

const PAGE = 50;

export const UsersInput = z.object({
  words: z.string().trim().max(100).default(''),
  state: z.enum(['active', 'suspended', '']).default('').transform((state) => state || null),
  on: emptyAsNull(IsoDateInput),
  edition: emptyAsNull(IsoDateInput),
  ...orderFields(USERS_SORTED_BY),
  after: emptyAsNull(z.uuid()),
});

/** @throws InvalidInput for a day to come: who will be a user is not known */
export function dayOf(on: IsoDate | null, today: IsoDate): IsoDate {
  if (on !== null && on > today) throw invalid('on', USERS_OF_THE_FUTURE);
  return on ?? today;
}

export interface UsersPage {
  readonly day: IsoDate;
  readonly order: ListOrder;
  /** In which municipalities they worked, where an edition of the map is asked for. */
  readonly maps: TwoMaps | null;
  readonly editions: Awaited<ReturnType<typeof listEditionChoices>>;
  readonly users: readonly UserRow[];
  readonly total: number;
  readonly next: string | null;
}

/** The users of the actor's institution or municipality, as they were on a day. */
export const listOwnUsers = readAction({
  name: 'access.list-users',
  title: { lv: 'Apskatīts lietotāju saraksts', en: 'List of users looked at' },
  permission: manageUsers,
  input: UsersInput,
  async run({ tx, scope, today }, { after, on, edition, words, state, ...sorted }): Promise<UsersPage> {
    const day = dayOf(on, today);
    const search = { words, state, day, today, order: listOrder(sorted) };
    const wide = await widenScope(tx, scope, today);
    const { rows, total } = await listUsers(tx, search, wide, after, PAGE + 1);
    const users = rows.slice(0, PAGE);
    const maps = edition && (await twoMaps(tx, day, edition));
    return { day, order: search.order, maps, editions: await listEditionChoices(tx), users, total, next: rows.length > PAGE ? users.at(-1)!.id : null };
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

/** As the form says: nothing that another keyboard cannot type. */
const Login = z.string().trim().toLowerCase().min(2).max(100).refine((words) => /^[a-z\d._-]*$/.test(words), { params: { sentence: LOGIN_SHAPE } });

/** Makes a user of one's own organisation, who is then sent a link to begin with. */
export const createUser = writeAction({
  name: 'access.create-user',
  title: { lv: 'Izveidots lietotājs', en: 'User created' },
  permission: manageUsers,
  asksFreshProof: true,
  input: z.object({ login: Login, name: z.string().trim().min(3).max(200), email: z.email().max(254), ...placeFields }),
  async run({ tx, scope, today, now, actor, announce }, { login, name, email, ...wanted }) {
    const place = await resolvePlace(tx, wanted.place, wanted.regNr);
    if (place.kind === 'country' || !covers(await widenScope(tx, scope, today), place)) throw invalid('place', NOT_YOUR_PLACE);
    const { unitId, institutionId } = columnsOfPlace(place);
    const userId = await insertUser(tx, { login, name, email, unitId, institutionId }, ownUserId(actor), now);
    await announce(userCreated, { userId });
    return userId;
  },
  audit: ({ output }) => ({ facts: { user: output } }),
});

/** A suspended user is out at the next request (OWASP ASVS 5.0, 7.4.2): sessions are asked each time whether their user is active. */
export const suspendUser = writeAction({
  name: 'access.suspend-user',
  title: { lv: 'Apturēts lietotājs', en: 'User suspended' },
  permission: manageUsers,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(3).max(500) }),
  async run(context, { id, why }) {
    if (id === context.actor.id) throw new Forbidden('own-user', NOT_YOURSELF);
    await getUserInScope(context, id);
    await setUserState(context.tx, id, 'suspended', why, context.today, context.now);
    await context.announce(userSuspended, { userId: id });
  },
  audit: ({ input }) => ({ facts: { user: input.id } }),
});

export const reactivateUser = writeAction({
  name: 'access.reactivate-user',
  title: { lv: 'Atjaunots apturēts lietotājs', en: 'Suspended user reactivated' },
  permission: manageUsers,
  asksFreshProof: true,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const { joined } = await getUserInScope(context, id);
    if (joined) throw new Conflict('joined-account', JOINED_STAYS_CLOSED);
    await setUserState(context.tx, id, 'active', '', context.today, context.now);
  },
  audit: ({ input }) => ({ facts: { user: input.id } }),
});

/** One user within the actor's scope. @throws NotFound */
export async function getUserInScope({ tx, scope, today }: Pick<ActionContext, 'tx' | 'scope' | 'today'>, id: string): Promise<UserRow> {
  const user = await findUser(tx, id, await widenScope(tx, scope, today), today);
  if (!user) throw new NotFound('no-such-user', NO_SUCH_USER);
  return user;
}
