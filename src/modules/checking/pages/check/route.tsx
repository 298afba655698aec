import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { portableTrust } from '#platform/documents/public.js';
import { type Attempt, custom, showPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { checkClaimHere, checkHere, readRevoked, readTrust } from '../../actions/check-here.js';
import { ClaimFound } from '../claim.js';
import { NoContainer } from '../no-container.js';
import { CHECK, CLAIM, REVOKED, TRUST } from '../paths.js';
import { Report } from '../report.js';
import { CheckPage } from './page.js';

const NOTHING: Attempt = { values: {}, errors: [] };
const page = (view: View, found?: VNode, attempt: Attempt = NOTHING) => <CheckPage view={view} attempt={attempt} found={found} />;
const whenInvalid = (attempt: Attempt, view: View) => page(view, undefined, attempt);

export const checkRoutes: readonly WebRoute[] = [
  showPage({ path: CHECK, action: readTrust, input: () => ({}), render: (_, view) => page(view) }),
  showPage({
    path: CHECK,
    method: 'POST',
    action: checkHere,
    render: ({ report }, view) => page(view, report ? <Report lang={view.lang} report={report} /> : <NoContainer lang={view.lang} />),
    whenInvalid,
  }),
  showPage({ path: CLAIM, action: readTrust, input: () => ({}), render: (_, view) => page(view) }),
  showPage({ path: CLAIM, method: 'POST', action: checkClaimHere, render: (found, view) => page(view, <ClaimFound lang={view.lang} {...found} />), whenInvalid }),
  custom({
    method: 'GET',
    path: REVOKED,
    handle: async (_request, reply, at) => reply.header('cache-control', 'no-cache').type('application/jose').send(await at.perform(readRevoked, {})),
  }),
  custom({
    method: 'GET',
    path: TRUST,
    async handle(request, reply, at) {
      const { asOf, ...trust } = portableTrust(await at.perform(readTrust, {}));
      const tag = `"${createHash('sha256').update(JSON.stringify(trust)).digest('base64url').slice(0, 22)}"`;
      reply.header('etag', tag).header('cache-control', 'no-cache');
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply.type('application/json; charset=utf-8').send(JSON.stringify({ ...trust, asOf }));
    },
  }),
];
