import { z } from 'zod';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { endSessions, listSessionsOf, type SessionRow } from '../store/sessions.js';
import { ownUserId } from './own-user.js';

export type { SessionRow };

export const listMySessions = readAction({
  name: 'access.list-my-sessions',
  title: { lv: 'Apskatītas savas sesijas', en: 'Own sessions looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx, actor, now }) => listSessionsOf(tx, ownUserId(actor), now),
});

/** Ends one of one's own sessions, wherever it is. */
export const endMySession = writeAction({
  name: 'access.end-my-session',
  title: { lv: 'Izbeigta sava sesija', en: 'Own session ended' },
  permission: SIGNED_IN,
  input: z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) }),
  run: ({ tx, actor, now }, { session }) => endSessions(tx, ownUserId(actor), { only: session }, 'revoked', now),
  audit: ({ output }) => ({ facts: { ended: output } }),
});

/** Ends all of one's own sessions but the present one. */
export const endMyOtherSessions = writeAction({
  name: 'access.end-my-other-sessions',
  title: { lv: 'Izbeigtas visas pārējās savas sesijas', en: 'All other own sessions ended' },
  permission: SIGNED_IN,
  input: z.object({ present: z.string() }),
  run: ({ tx, actor, now }, { present }) => endSessions(tx, ownUserId(actor), { except: present }, 'revoked', now),
  audit: ({ output }) => ({ facts: { ended: output } }),
});

export const signOut = writeAction({
  name: 'access.sign-out',
  title: { lv: 'Izrakstīšanās', en: 'Sign-out' },
  permission: SIGNED_IN,
  input: z.object({ present: z.string() }),
  run: ({ tx, actor, now }, { present }) => endSessions(tx, ownUserId(actor), { only: present }, 'signed-out', now),
  audit: () => ({}),
});
