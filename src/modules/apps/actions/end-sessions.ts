import { z } from 'zod';
import { systemClock } from '#kernel/clock.js';
import type { EndedWhy } from '#modules/authentication/public.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import type { Write } from '#platform/db/transaction.js';
import { hashOf, pairwiseSubject } from '../domain/secrets.js';
import { sendLogout } from '../jobs/send-logout.js';
import { manageProvider } from '../permissions.js';
import { deleteGivenBefore, deleteGrants, deleteOfAccount, listSessionsOf, type ProviderSession, moveSessions, takeSessionsOf, takeSessionsOn } from '../store/artifacts.js';
import { findActiveClient } from '../store/clients.js';
import { insertLogoutNotice } from '../store/logout-notices.js';

/** Why whatever a user was given must end everywhere, and not only what was entered through these sessions. */
const ENDS_ALL: ReadonlySet<string> = new Set(['user-suspended', 'directory', 'password-changed', 'reset', 'policy']);

const EndedInput = z.object({ userId: z.uuid(), sessions: z.array(z.string()), why: z.string(), replacedBy: z.string().optional(), at: z.iso.datetime().optional() });

/**
 * Sessions of ours ended: the programs entered through them are told, and what they were given ends. A session that was
 * only replaced by a newer one of the same browser ends nothing. Safe to repeat. Done by the program itself.
 */
export const endAppSessions = writeAction({
  name: 'apps.end-sessions',
  title: { lv: 'Izbeigts darbs lietotnēs', en: 'Work in programs ended' },
  permission: manageProvider,
  input: EndedInput,
  async run(context, { userId, sessions, why, replacedBy, at }) {
    const { tx, now } = context;
    if (replacedBy) return { told: 0, moved: await moveSessions(tx, sessions, replacedBy) };
    const all = ENDS_ALL.has(why);
    const ended = await (all ? takeSessionsOf(tx, userId) : takeSessionsOn(tx, userId, sessions));
    let told = 0;
    for (const session of ended) told += await tellPrograms(context, session);
    await deleteGrants(tx, ended.flatMap(grantsEndingWith));
    if (all) await deleteOfAccount(tx, userId);
    if (at) await endWhatLasts(tx, userId, now.getTime() - Date.parse(at));
    return { told };
  },
  audit: ({ input, output }) => ({ facts: { user: input.userId, why: input.why as EndedWhy, ...output } }),
});

/**
 * The owner changed what they sign in with: whatever was given to outlast a session ends, by whichever session it was given, and only
 * what stands on a session that is still open goes on (RFC 9700, 4.14.2; docs/decisions/0035). What was given since then does too.
 * @param age of the change, in milliseconds; the provider's own time is the machine's
 */
async function endWhatLasts(tx: Write, userId: string, age: number): Promise<void> {
  const standing = (await listSessionsOf(tx, userId)).flatMap(grantsEndingWith);
  await deleteGivenBefore(tx, userId, Math.floor((systemClock().now().getTime() - age) / 1_000), standing);
}

/** What was agreed to last beyond a session (offline_access) does. */
const grantsEndingWith = ({ authorizations }: ProviderSession) =>
  Object.values(authorizations).flatMap(({ grantId, persistsLogout }) => (grantId && !persistsLogout ? [{ id: grantId, idHash: hashOf(grantId) }] : []));

async function tellPrograms(context: WriteContext, { accountId, sessionUid, authorizations }: ProviderSession): Promise<number> {
  let told = 0;
  for (const [clientId, { sid }] of Object.entries(authorizations)) {
    if (sid && (await tellOne(context, { clientId, userId: accountId, sessionUid, sid }))) told += 1;
  }
  return told;
}

const LogoutInput = z.object({ clientId: z.uuid(), userId: z.uuid(), sessionUid: z.string(), sid: z.string() });

/** Puts a notice for one program on the way, once; nothing where it has no address for it. */
async function tellOne({ tx, now, installation, enqueue }: WriteContext, { clientId, userId, sessionUid, sid }: z.infer<typeof LogoutInput>): Promise<boolean> {
  const client = await findActiveClient(tx, clientId);
  if (!client?.backChannelUri) return false;
  const subject = pairwiseSubject(installation.keyFor('pairwise subjects'), client.sector, userId);
  const noticeId = await insertLogoutNotice(tx, { clientId, sessionUid, sid, subject }, now);
  if (noticeId) await enqueue(sendLogout, { noticeId });
  return noticeId !== undefined;
}

/** A person signed out through a program: each program of that session is told. */
export const tellOfLogout = writeAction({
  name: 'apps.tell-of-logout',
  title: { lv: 'Lietotnei paziņots par izrakstīšanos', en: 'Program told of a sign-out' },
  permission: manageProvider,
  input: LogoutInput,
  run: tellOne,
  audit: ({ input, output }) => ({ facts: { client: input.clientId, told: output } }),
});
