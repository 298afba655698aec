import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { askForPull } from '../actions/oneroster/ask-for-pull.js';
import { FETCHED_ALL, finishPulling, giveUpPull, keepPulledPage } from '../actions/oneroster/pull-steps.js';
import { faultOf } from '../domain/oneroster/pull-plan.js';
import { oneRosterServer, ServerFailure } from '../oneroster-server.js';

const RETRIES = 6;

/**
 * Fetches a school's records from a vendor's OneRoster server, page by page. Each page is kept with the place of the next, so that a run that
 * was killed or found the server down goes on from there; marks enter the register only when all has been fetched.
 */
export const pullResults = job({
  name: 'intake.pull-oneroster-results',
  input: z.object({ pullId: z.uuid() }),
  retries: RETRIES,
  expireMinutes: 60,
  async run({ platform }, { pullId }) {
    const occasion = { actor: systemActor('intake.pull-oneroster-results') };
    const asked = await perform(platform, askForPull, { pullId }, occasion);
    if (!asked) return;
    const server = oneRosterServer(asked.access);
    try {
      for (let pull = asked.pull; pull.nextOffset !== FETCHED_ALL; ) {
        const page = await server.page({ collection: pull.collection, offset: pull.nextOffset, link: pull.nextLink }, pull.changedSince);
        const fault = faultOf(page, pull);
        if (fault) throw new ServerFailure(fault, true);
        const { pull: next } = await perform(platform, keepPulledPage, { pullId, collection: pull.collection, offset: pull.nextOffset, ...page }, occasion);
        if (!next) return;
        pull = next;
      }
      await perform(platform, finishPulling, { pullId }, occasion);
    } catch (error) {
      if (!(error instanceof ServerFailure)) throw error;
      await perform(platform, giveUpPull, { pullId, failure: error.message, isFinal: error.isFinal }, occasion);
      if (!error.isFinal) throw error;
    }
  },
});
