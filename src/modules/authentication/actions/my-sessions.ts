import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { listSessionsOf, type SessionRow } from '../store/sessions.js';
import { endSessionsOf } from './end-sessions-of.js';

export type { SessionRow };

export const listMySessions = readAction({
  name: 'authentication.list-my-sessions',
  title: { lv: 'Apskatītas savas sesijas', en: 'Own sessions looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx, actor, now }) => listSessionsOf(tx, ownUserId(actor), now),
});

/** Ends one of one's own sessions, wherever it is, after a fresh proof of who one is (OWASP ASVS 5.0, 7.5.2). */
export const endMySession = writeAction({
  name: 'authentication.end-my-session',
  title: { lv: 'Izbeigta sava sesija', en: 'Own session ended' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) }),
  run: (context, { session }) => endSessionsOf(context, ownUserId(context.actor), { only: session }, 'revoked'),
  audit: ({ output }) => ({ facts: { ended: output } }),
});

/** Ends all of one's own sessions but the present one. */
export const endMyOtherSessions = writeAction({
  name: 'authentication.end-my-other-sessions',
  title: { lv: 'Izbeigtas visas pārējās savas sesijas', en: 'All other own sessions ended' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({ present: z.string() }),
  run: (context, { present }) => endSessionsOf(context, ownUserId(context.actor), { except: present }, 'revoked'),
  audit: ({ output }) => ({ facts: { ended: output } }),
});

export const signOut = writeAction({
  name: 'authentication.sign-out',
  title: { lv: 'Izrakstīšanās', en: 'Sign-out' },
  permission: SIGNED_IN,
  input: z.object({ present: z.string() }),
  run: (context, { present }) => endSessionsOf(context, ownUserId(context.actor), { only: present }, 'signed-out'),
  audit: () => ({}),
});
