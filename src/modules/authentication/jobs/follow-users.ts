import { userCreated, userEmailChanged, userSuspended } from '#modules/access/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { subscribe } from '#platform/events/event.js';
import { endSessionsOfSuspended, inviteUser, moveLink } from '../actions/means-of-user.js';

/** A new user gets a link to begin with. */
export const inviteNewUser = subscribe({
  subscriber: 'authentication.invite-new-user',
  to: userCreated,
  async handle({ platform }, created) {
    await perform(platform, inviteUser, created, { actor: systemActor('authentication.invite-new-user') });
  },
});

/** What was sent to an address that was wrong opens nothing. */
export const moveLinkOfUser = subscribe({
  subscriber: 'authentication.move-link',
  to: userEmailChanged,
  async handle({ platform }, changed) {
    await perform(platform, moveLink, changed, { actor: systemActor('authentication.move-link') });
  },
});

/** A suspended user is out everywhere. */
export const endWithSuspension = subscribe({
  subscriber: 'authentication.end-with-suspension',
  to: userSuspended,
  async handle({ platform }, suspended) {
    await perform(platform, endSessionsOfSuspended, suspended, { actor: systemActor('authentication.end-with-suspension') });
  },
});
