import { documentOf } from '#web/add-web-route.js';
import { custom, type WebRoute } from '#web/page-route.js';
import { OWN_REQUEST, readOwnResults } from '../../actions/read-own-results.js';
import { letIn, senderOf } from '../entry.js';
import { sendTagged } from '../front/route.js';
import { MINE, SIGN_IN } from '../paths.js';
import { OwnResultsPage } from './page.js';

export const ownRoutes: readonly WebRoute[] = [
  custom({
    method: 'GET',
    path: MINE,
    async handle(request, reply, at) {
      if (at.view.actor.kind === 'anonymous') return at.redirect({ to: SIGN_IN });
      return letIn(request, reply, at, async () => {
        const own = await at.perform(readOwnResults, senderOf(request), OWN_REQUEST);
        reply.header('cache-control', 'private, no-cache');
        return sendTagged(request, reply, documentOf(<OwnResultsPage view={at.view} own={own} />));
      });
    },
  }),
];
