import { userSuspended } from '#modules/access/public.js';
import { sessionsEnded } from '#modules/authentication/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { subscribe } from '#platform/events/event.js';
import { endAppSessions } from '../actions/end-sessions.js';

/** Whoever is out here is out of the programs entered from here. */
export const endWithSessions = subscribe({
  subscriber: 'apps.end-with-sessions',
  to: sessionsEnded,
  async handle({ platform }, ended) {
    await perform(platform, endAppSessions, ended, { actor: systemActor('apps.end-with-sessions') });
  },
});

/** Also a suspended user who has no session here, but still has tokens. */
export const endWithSuspendedUser = subscribe({
  subscriber: 'apps.end-with-suspended-user',
  to: userSuspended,
  async handle({ platform }, { userId }) {
    await perform(platform, endAppSessions, { userId, sessions: [], why: 'user-suspended' }, { actor: systemActor('apps.end-with-suspended-user') });
  },
});
