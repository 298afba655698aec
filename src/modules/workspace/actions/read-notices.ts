import { z } from 'zod';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { listNotices, markRead } from '#platform/notices/inbox.js';
import { PAGE, pageOf } from '../domain/page-of.js';

/** A user's own notices, newest first. */
export const readNotices = readAction({
  name: 'workspace.read-notices',
  title: { lv: 'Apskatīti savi paziņojumi', en: 'Looked at own notices' },
  permission: SIGNED_IN,
  input: z.object({ before: z.uuid().optional() }),
  run: async ({ tx, actor }, { before }) => pageOf(await listNotices(tx, actor.id!, before ?? null, PAGE + 1)),
  audit: NOT_PERSONAL,
});

/** Marks one notice, or all that are there, as read; somebody else's stay as they are. */
export const markNoticesRead = writeAction({
  name: 'workspace.mark-notices-read',
  title: { lv: 'Paziņojumi atzīmēti kā izlasīti', en: 'Marked notices as read' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid().optional() }),
  run: async ({ tx, actor, now }, { id }) => ({ marked: await markRead(tx, actor.id!, id ?? null, now) }),
  audit: ({ output }) => ({ facts: output }),
});
