import { closingDayChanged, entryCorrected, founderChanged } from '#modules/institutions/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { subscribe } from '#platform/events/event.js';
import { settleInstitutionTasks } from '../actions/decide-task.js';

const settle = async (platform: Platform, institutionId: string): Promise<void> => {
  await perform(platform, settleInstitutionTasks, { institutionId }, { actor: systemActor('reforms.settle-founder-tasks') });
};

/** Whoever puts a founder right in the register of institutions has decided what a reform left open. */
export const settlingFounderTasks = [
  subscribe({ subscriber: 'reforms.settle-at-founder', to: founderChanged, handle: ({ platform }, { institutionId }) => settle(platform, institutionId) }),
  subscribe({ subscriber: 'reforms.settle-at-correction', to: entryCorrected, handle: ({ platform }, { institutionId }) => settle(platform, institutionId) }),
  subscribe({ subscriber: 'reforms.settle-at-closing', to: closingDayChanged, handle: ({ platform }, { institutionId }) => settle(platform, institutionId) }),
];
