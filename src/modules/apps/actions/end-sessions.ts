import { z } from 'zod';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { hashOf, pairwiseSubject } from '../domain/secrets.js';
import { sendLogout } from '../jobs/send-logout.js';
import { manageProvider } from '../permissions.js';
import { deleteGrants, deleteOfAccount, type ProviderSession, moveSessions, takeSessionsOf, takeSessionsOn } from '../store/artifacts.js';
import { findActiveClient } from '../store/clients.js';
import { insertLogoutNotice } from '../store/logout-notices.js';

/** Why whatever a user was given must end everywhere, and not only what was entered through these sessions. */
const ENDS_ALL: ReadonlySet<string> = new Set(['user-suspended', 'directory', 'password-changed', 'reset', 'policy']);

const EndedInput = z.object({ userId: z.uuid(), sessions: z.array(z.string()), why: z.string(), replacedBy: z.string().optional() });

/**
 * Sessions of ours ended: the programs entered through them are told, and what they were given ends. A session that was
 * only replaced by a newer one of the same browser ends nothing. Safe to repeat. Done by the program itself.
 */
export const endAppSessions = writeAction({
  name: 'apps.end-sessions',
  title: { lv: 'Izbeigts darbs lietotnēs', en: 'Work in programs ended' },
  permission: manageProvider,
  input: EndedInput,
  async run(context, { userId, sessions, why, replacedBy }) {
    const { tx } = context;
    if (replacedBy) return { told: 0, moved: await moveSessions(tx, sessions, replacedBy) };
    const all = ENDS_ALL.has(why);
    const ended = await (all ? takeSessionsOf(tx, userId) : takeSessionsOn(tx, userId, sessions));
    let told = 0;
    for (const session of ended) told += await tellPrograms(context, session);
    await deleteGrants(tx, ended.flatMap(grantsEndingWith));
    if (all) await deleteOfAccount(tx, userId);
    return { told };
  },
  audit: ({ input, output }) => ({ facts: { user: input.userId, why: input.why, ...output } }),
});

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
