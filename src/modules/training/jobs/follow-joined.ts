import { usersJoined } from '#modules/access/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { subscribe } from '#platform/events/event.js';
import { followJoined } from '../actions/follow-joined.js';

/** Whose account was joined into another keeps what they have learned. */
export const followJoinedUsers = subscribe({
  subscriber: 'training.follow-joined',
  to: usersJoined,
  async handle({ platform }, joined) {
    await perform(platform, followJoined, joined, { actor: systemActor('training.follow-joined') });
  },
});
