import { z } from 'zod';
import { joinUsers, ownUserId } from '#modules/access/public.js';
import { fill, type Text } from '#kernel/text.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { notify } from '#platform/notices/notify.js';
import { ALONE } from '../domain/factors.js';
import { insertJoining } from '../store/joinings.js';
import { moveIdentities } from '../store/outside-identities.js';
import { movePasskeys } from '../store/passkeys.js';
import { findSignInUser, type SignInUser } from '../store/people.js';
import { findOwnSession } from '../store/sessions.js';
import { judgeProof } from './open-session.js';
import { beginPending, readPending, takePending } from './pending.js';

/** Why two accounts are not joined. */
export type NotJoined = 'same' | 'not-confirmed' | 'somebody-else' | 'sealed' | 'not-entered' | 'too-late' | 'weaker';

const JOINING = 'join accounts';

interface Joining {
  readonly into: string;
  readonly begunAt: string;
}

/**
 * Begins to join: the account of this session is to stay. Its owner then signs in to the other one in the same browser, by
 * whatever that one asks for: its factors, its policy, its limits against guessing and its history all hold.
 */
export const beginJoining = writeAction({
  name: 'authentication.begin-joining',
  title: { lv: 'Sākta divu savu kontu apvienošana', en: 'Joining of two own accounts begun' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({ present: z.string() }),
  async run(context, { present }): Promise<{ readonly kind: 'begun'; readonly token: string } | { readonly kind: NotJoined }> {
    const mine = (await findSignInUser(context.tx, ownUserId(context.actor)))!;
    if (mine.sealed) return { kind: 'sealed' };
    if (!mine.confirmedBy) return { kind: 'not-confirmed' };
    if ((await findOwnSession(context.tx, mine.id, present))?.awaits !== 'nothing') return { kind: 'not-entered' };
    return { kind: 'begun', token: await beginPending(context, JOINING, null, { into: mine.id, begunAt: context.now.toISOString() } satisfies Joining) };
  },
  audit: ({ output }) => ({ facts: { outcome: output.kind } }),
});

const JoiningInput = z.object({ token: z.string().max(200), present: z.string() });

export type Judged = { readonly kind: NotJoined } | { readonly kind: 'ready'; readonly mine: SignInUser; readonly other: SignInUser };

/** What would be joined into what, asked by the owner of both in the session of the account that is to be closed. */
export const readJoining = readAction({
  name: 'authentication.read-joining',
  title: { lv: 'Apskatīta divu savu kontu apvienošana', en: 'Joining of two own accounts looked at' },
  permission: SIGNED_IN,
  input: JoiningInput,
  audit: NOT_PERSONAL,
  run: (context, input) => judge(context, input),
});

export type Joined = { readonly kind: 'joined'; readonly into: string; readonly moved: number } | { readonly kind: NotJoined };

/**
 * Joins the account of this session into the one it was begun for, as when two portals became one. Both are proven: the one
 * when it was begun, this one by a sign-in after that. Nobody is joined by name, and no sealed account is.
 */
export const joinAccounts = writeAction({
  name: 'authentication.join-accounts',
  title: { lv: 'Apvienoti divi savi konti', en: 'Two own accounts joined' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: JoiningInput,
  async run(context, input): Promise<Joined> {
    const judged = await judge(context, input);
    if (judged.kind !== 'ready') return { kind: judged.kind };
    if (!(await takePending<Joining>(context, input.token, JOINING, null))) return { kind: 'too-late' };
    const { mine, other } = judged;
    const passkeys = await movePasskeys(context.tx, other, mine.id);
    const identities = await moveIdentities(context.tx, other.id, mine.id, context.now);
    const moved = await joinUsers(context, other, mine);
    await insertJoining(context.tx, { userId: mine.id, fromUserId: other.id, fromLogin: other.login, rights: moved, passkeys, identities, at: context.now }, input.present);
    for (const user of [mine, other]) await tell(context, user, { from: other.login, into: mine.login });
    return { kind: 'joined', into: mine.id, moved };
  },
  audit: ({ output }) => ({ facts: { outcome: output.kind, ...(output.kind === 'joined' && { user: output.into, moved: output.moved }) } }),
});

/** Its owner thought better of it: both accounts stay, and what was begun is over. */
export const giveUpJoining = writeAction({
  name: 'authentication.give-up-joining',
  title: { lv: 'Atteikts apvienot divus savus kontus', en: 'Joining of two own accounts given up' },
  permission: SIGNED_IN,
  input: JoiningInput.pick({ token: true }),
  run: async (context, { token }) => ({ wasBegun: (await takePending<Joining>(context, token, JOINING, null)) !== undefined }),
  audit: ({ output }) => ({ facts: { outcome: output.wasBegun ? 'given-up' : 'too-late' } }),
});

async function judge(context: ActionContext, { token, present }: z.infer<typeof JoiningInput>): Promise<Judged> {
  const { tx, actor } = context;
  const joining = await readPending<Joining>(context, token, JOINING, null);
  const mine = joining && (await findSignInUser(tx, joining.into));
  if (!joining || !mine) return { kind: 'too-late' };
  const other = (await findSignInUser(tx, ownUserId(actor)))!;
  if (other.id === mine.id) return { kind: 'same' };
  const session = await findOwnSession(tx, other.id, present);
  if (session?.awaits !== 'nothing' || session.provenAt < new Date(joining.begunAt)) return { kind: 'not-entered' };
  if (!mine.confirmedBy) return { kind: 'not-confirmed' };
  if (mine.sealed || other.sealed) return { kind: 'sealed' };
  if (other.personId && other.personId !== mine.personId) return { kind: 'somebody-else' };
  const joined = { ...mine, passkeys: mine.passkeys + other.passkeys };
  if ((await opensByPasswordAlone(context, joined)) && !(await opensByPasswordAlone(context, other))) return { kind: 'weaker' };
  return { kind: 'ready', mine, other };
}

/** What one could reach only with more than a password is not to be had by a password after the joining. */
const opensByPasswordAlone = async (context: ActionContext, user: SignInUser): Promise<boolean> =>
  user.hasPassword && (await judgeProof(context, user, { factor: 'password', ...ALONE.password }, null)).decision === 'open';

const tell = (context: WriteContext, { id, email }: SignInUser, logins: { readonly from: string; readonly into: string }) =>
  notify(context, {
    userId: id,
    email: email || null,
    kind: 'authentication.accounts-joined',
    subject: TOLD.subject,
    body: fill(TOLD.body, logins),
    link: '/my/sign-in',
    onceKey: `accounts-joined:${id}:${context.now.toISOString()}`,
  });

const TOLD = {
  subject: { lv: 'Apvienoti divi konti', en: 'Two accounts were joined' },
  body: {
    lv: 'Konts {from} ir slēgts, un tā tiesības ir pārgājušas uz kontu {into}. Ja to nedarījāt jūs, nekavējoties ziņojiet lietotāju administratoram.',
    en: 'The account {from} is closed, and its rights have gone over to the account {into}. If it was not you, tell your user administrator at once.',
  },
} as const satisfies Record<string, Text>;
