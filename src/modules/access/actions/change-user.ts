import { z } from 'zod';
import { Forbidden, invalid } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { userEmailChanged } from '../events.js';
import { manageUsers } from '../permissions.js';
import { lockUser, setUserDetails } from '../store/rename-users.js';
import { areOnePerson } from '../store/users.js';
import { NAME_FOLLOWS_REGISTER, NOTHING_CHANGED, NOT_OWN_DETAILS } from '../texts.js';
import { getUserInScope, type UserRow } from './users.js';

/**
 * Another name or mail address of a user, who is told, at the former address too. Open links to begin with go to the new one alone
 * (`userEmailChanged`). The name of an account that its person has confirmed is the register's and is not changed here.
 */
export const changeUser = writeAction({
  name: 'access.change-user',
  title: { lv: 'Mainīts lietotāja vārds vai e-pasts', en: 'Name or mail address of a user changed' },
  permission: manageUsers,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), name: z.string().trim().min(3).max(200).optional(), email: z.email().max(254), why: z.string().trim().min(3).max(500) }),
  async run(context, { id, email, why, ...asked }) {
    const { tx, actor, today, now } = context;
    if (actor.id && (await areOnePerson(tx, actor.id, id))) throw new Forbidden('own-user', NOT_OWN_DETAILS);
    await lockUser(tx, id);
    const user = await getUserInScope(context, id);
    const name = asked.name === undefined || asked.name === user.name ? null : asked.name;
    if (name !== null && user.personProven) throw invalid('name', NAME_FOLLOWS_REGISTER);
    if (name === null && email === user.email) throw invalid('email', NOTHING_CHANGED);
    await setUserDetails(tx, id, { name, email }, today, now);
    await tell(context, user, { name, email }, why);
    if (email !== user.email) await context.announce(userEmailChanged, { userId: id });
    return { changed: changedOf(name !== null, email !== user.email) };
  },
  audit: ({ input, output }) => ({ facts: { user: input.id, changed: output.changed, why: input.why } }),
});

async function tell(context: WriteContext, { id, email: former }: UserRow, { name, email }: { readonly name: string | null; readonly email: string }, why: string): Promise<void> {
  const at = context.now.toISOString();
  const moved = email !== former;
  const what = WHAT[changedOf(name !== null, moved)];
  const body = fill(CHANGED, { lvWhat: what.lv, enWhat: what.en, why });
  await notify(context, { userId: id, email, kind: 'access.user-changed', subject: SUBJECT, body, onceKey: `access.user-changed:${at}` });
  if (moved && former) await notify(context, { userId: id, email: former, kind: 'access.user-left-address', subject: LEFT_SUBJECT, body: LEFT, onceKey: `access.user-left-address:${at}` });
}

const changedOf = (name: boolean, email: boolean) => (name && email ? 'user-name-and-email' : name ? 'user-name' : 'user-email');

const WHAT: Readonly<Record<ReturnType<typeof changedOf>, Text>> = {
  'user-name': { lv: 'vārdu', en: 'name' },
  'user-email': { lv: 'e-pastu', en: 'mail address' },
  'user-name-and-email': { lv: 'vārdu un e-pastu', en: 'name and mail address' },
};
const SUBJECT: Text = { lv: 'Jūsu konta dati ir mainīti', en: 'The details of your account were changed' };
const CHANGED: Text = {
  lv: 'Lietotāju administrators mainīja jūsu konta {lvWhat}. Iemesls: {why}\n\nJa tas nav pareizi, ziņojiet lietotāju administratoram.',
  en: 'A user administrator changed the {enWhat} of your account. Reason: {why}\n\nIf that is not right, tell your user administrator.',
};
const LEFT_SUBJECT: Text = { lv: 'Uz šo adresi jūsu kontam vairs neraksta', en: 'Your account no longer writes to this address' };
const LEFT: Text = {
  lv: 'Lietotāju administrators jūsu kontam norādīja citu e-pasta adresi, un uz šo vairs neraksta. Ja to negaidījāt, nekavējoties ziņojiet lietotāju administratoram.',
  en: 'A user administrator gave another mail address for your account, and this one is written to no longer. If you did not expect that, tell your user administrator at once.',
};
