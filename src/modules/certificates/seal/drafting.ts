import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { draftCertificates } from '../actions/draft-certificates.js';
import type { Run } from '../store/runs.js';
import { findSealing } from '../store/sealings.js';

/** Drafts that are made while those before them are sealed. */
export interface Drafting {
  /** Waits until all are made. */
  whole(): Promise<void>;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/** Makes the first of a sealing's drafts, and goes on with the others. */
export async function beginDrafts(platform: Platform, run: Run): Promise<Drafting> {
  const more = async () => (await perform(platform, draftCertificates, run, { actor: systemActor('certificates.seal') })).whole;
  let isWhole = (await findSealing(platform.database.primary, run.sealingId))!.draftedWhole || (await more());
  let isStopped = false;
  const others = (async () => {
    while (!isWhole && !isStopped) isWhole = await more();
  })();
  const over = others.catch(() => undefined);
  return {
    whole: () => others,
    async stop() {
      isStopped = true;
      await over;
    },
  };
}
