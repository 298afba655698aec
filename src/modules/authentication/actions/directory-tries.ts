import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { deleteAttempt, setAttemptOutcome } from '../store/attempts.js';
import type { DirectoryRefusal } from '../outside/active-directory/texts.js';
import { findOpenConnection } from '../store/connections.js';
import { keepDirectoryName, listUsersOfDirectoryName } from '../store/directory-names.js';
import { NO_SUCH_CONNECTION } from '../texts.js';
import { directoryOfRow } from './directory-settings.js';
import { attemptKeyOf, holdAttempt } from './hold-attempts.js';
import { keepOutsideRefusal, WhoseInput } from './note-refusal.js';
import { VisitorInput } from './visitor-input.js';
import { subjectKeyOf } from './whose-proof.js';

/**
 * Counts a try at a domain account before the directory is asked. It counts as failed until the directory has answered, so
 * that many at once cannot slip past the count while it is slow.
 */
export const beginDirectoryTry = writeAction({
  name: 'authentication.begin-directory-try',
  title: { lv: 'Mēģinājums pierakstīties ar domēna paroli', en: 'Try to sign in by a domain password' },
  permission: ANYONE,
  input: z.object({ connection: z.uuid(), login: z.string().min(1).max(256), visitor: VisitorInput }),
  async run(context, { connection, login, visitor }) {
    const row = await findOpenConnection(context.tx, connection);
    if (row?.kind !== 'active-directory') throw new NotFound('no-such-connection', NO_SUCH_CONNECTION);
    const attempt = await holdAttempt(context, directoryAccount(connection, login), visitor, { strangers: true });
    if (attempt.kind === 'throttled') return { ...attempt, users: await listUsersOfDirectoryName(context.tx, attemptKeyOf(context.installation, directoryAccount(connection, login), visitor).accountKey) } as const;
    return { kind: 'begun', attempt: await attempt.outcome('failed'), directory: directoryOfRow(context.installation, row) } as const;
  },
  audit: ({ input, output }) => ({ facts: { connection: input.connection, network: input.visitor.addressPrefix, outcome: output.kind, ...(output.kind === 'throttled' && output.users.length === 1 && { user: output.users[0]!.userId }) } }),
});

/** One account whatever way its name is written, and whatever marks a directory overlooks in it. */
const directoryAccount = (connection: string, login: string): string => {
  const name = login.slice(login.indexOf('\\') + 1).trim().split('@')[0] ?? '';
  return `c-${connection}: ${name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()}`;
};

/** What came of it: right, wrong, or not answered, which counts for nothing. Under which name a linked account was tried is kept. */
export const endDirectoryTry = writeAction({
  name: 'authentication.end-directory-try',
  title: { lv: 'Domēna atbilde par pierakstīšanos', en: 'Answer of a domain about a sign-in' },
  permission: ANYONE,
  input: z.object({ connection: z.uuid(), attempt: z.uuid(), refusal: z.string().nullable(), whose: WhoseInput, visitor: VisitorInput }),
  async run(context, { attempt, refusal, whose, visitor }) {
    if (whose?.subject) await keepDirectoryName(context.tx, subjectKeyOf(context, { issuer: whose.issuer, subject: whose.subject }), attempt, context.now);
    if (refusal === null) await setAttemptOutcome(context.tx, attempt, 'succeeded');
    else if (SAYS_NOTHING.includes(refusal)) await deleteAttempt(context.tx, attempt);
    return refusal === null ? [] : keepOutsideRefusal(context, 'active-directory', refusal, whose, visitor, context.actor.kind === 'user' ? context.actor.id : null);
  },
  audit: ({ input, output }) => ({ facts: { connection: input.connection, factor: 'active-directory', outcome: (input.refusal as DirectoryRefusal | null) ?? 'proven', ...(output.length === 1 && { user: output[0] }) } }),
});

/** Refusals that say nothing of the password. */
export const SAYS_NOTHING: readonly string[] = ['unreachable', 'untrusted-certificate', 'service-account-refused', 'cannot-read', 'password-not-offered'];
