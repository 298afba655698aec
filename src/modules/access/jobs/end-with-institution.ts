import { closingDayChanged } from '#modules/institutions/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { subscribe } from '#platform/events/event.js';
import { endGrantsOfInstitution } from '../actions/end-grants-of-institution.js';

/** Rights hang on their institution: when it closes they end by themselves, and a closing taken back gives them back. */
export const endWithInstitution = subscribe({
  subscriber: 'access.end-with-institution',
  to: closingDayChanged,
  async handle({ platform }, { institutionId }, eventId) {
    await perform(platform, endGrantsOfInstitution, { institutionId, eventId }, { actor: systemActor('access.end-with-institution') });
  },
});
