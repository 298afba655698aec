import { closingDayChanged } from '#modules/institutions/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { subscribe } from '#platform/events/event.js';
import { endLicencesOfInstitution } from '../actions/end-licences-of-institution.js';

/** Licences hang on their institution: when it closes they end by themselves, and a closing taken back gives them back. */
export const endWithInstitution = subscribe({
  subscriber: 'education.end-with-institution',
  to: closingDayChanged,
  async handle({ platform }, { institutionId }, eventId) {
    await perform(platform, endLicencesOfInstitution, { institutionId, eventId }, { actor: systemActor('education.end-with-institution') });
  },
});
