import { documentOf } from '#web/add-web-route.js';
import { custom, type WebRoute } from '#web/page-route.js';
import { downloadCertificate, OWN_REQUEST, readOwnResults } from '../../actions/read-own-results.js';
import { elsewhere } from '../front/elsewhere.js';
import { letIn, senderOf } from '../entry.js';
import { sendTagged } from '../front/route.js';
import { CERTIFICATE, MINE, SIGN_IN } from '../paths.js';
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
  // Which one goes in the body: no address tells of anybody's certificate, and each download is written into the ledger.
  custom({
    method: 'POST',
    path: CERTIFICATE,
    async handle(request, reply, at) {
      if (at.view.actor.kind === 'anonymous') return at.redirect({ to: SIGN_IN });
      return at.perform(downloadCertificate, { id: at.raw['id'], sender: senderOf(request) }, OWN_REQUEST).then(
        ({ name, content }) => reply.type('application/vnd.etsi.asic-e+zip').header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${name}"`).send(content),
        (error: unknown) => elsewhere(at, error),
      );
    },
  }),
];
