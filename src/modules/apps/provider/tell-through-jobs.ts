import Provider from 'oidc-provider';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { tellOfLogout } from '../actions/end-sessions.js';

/** Lets programs be told of a sign-out by a job that tries until they hear, not within the person's request. */
export function tellThroughJobs(provider: Provider, platform: Platform): void {
  Object.assign(provider.Client.prototype, {
    async backchannelLogout(this: { clientId: string }, userId: string, sid: string) {
      const sessionUid = Provider.ctx!.oidc.session!.uid;
      await perform(platform, tellOfLogout, { clientId: this.clientId, userId, sessionUid, sid }, { actor: systemActor('apps.tell-of-logout') });
    },
  });
}
