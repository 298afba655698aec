import { requestDecided } from '#modules/access/events.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { subscribe } from '#platform/events/event.js';
import { settleRequestTask } from '../actions/decide-task.js';
import { hasOpenTask } from '../store/tasks.js';

/** Whoever decides a request for a right has decided what a reform left open; most requests no reform has met. */
export const settlingRequestTasks = subscribe({
  subscriber: 'reforms.settle-at-request',
  to: requestDecided,
  async handle({ tx, platform }, { requestId }) {
    if (await hasOpenTask(tx, 'access', 'open-request', requestId)) await perform(platform, settleRequestTask, { requestId }, { actor: systemActor('reforms.settle-request-task') });
  },
});
