import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '#platform/actions/perform.js';
import { identifyMachine, mountApps } from '#modules/apps/public.js';
import { identifyBy, outsideOrigins, proveAgain } from '#modules/authentication/public.js';
import { journalAddresses, mountOneRoster } from '#modules/intake/public.js';
import { countryTableOf } from '#modules/portal/public.js';
import { PROJECT_FOLDER } from '#platform/files/project-folder.js';
import { addApiRoute } from '#platform/http/api-route.js';
import { languageOf } from '#platform/http/language.js';
import { identityOf } from '#platform/http/identity.js';
import { createServer, ownPageOf } from '#platform/http/server.js';
import type { Log } from '#platform/log/log.js';
import { addHealth } from '#platform/metrics/add-health.js';
import { addMetrics } from '#platform/metrics/add-metrics.js';
import { loadAssets } from '#ui/assets.js';
import { galleryPage } from '#ui/gallery/gallery-page.js';
import { addWebRoute, documentOf } from '#web/add-web-route.js';
import { addApiDocs } from '#web/api-docs/add-api-docs.js';
import type { Config } from './config.js';
import { lateFormOf } from './ended-session.js';
import { errorPage } from './error-page.js';
import { MODULES } from './modules.js';
import { DB_FOLDER } from './open-database.js';
import { viewMaker } from './view.js';

const VERSION = (JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8')) as { version: string }).version;

/** Where the build puts stylesheets and islands. */
const ASSETS_FOLDER = join(PROJECT_FOLDER, 'dist/assets');

/** Scripts that answer for a page without a connection, and how far each may reach. */
const WORKERS: Readonly<Record<string, string>> = { 'check-offline': '/check' };

/** The server with every module's pages and API on it. */
export async function buildServer(config: Config, platform: Platform, log: Log): Promise<FastifyInstance> {
  const assets = loadAssets(ASSETS_FOLDER);
  const viewOf = viewMaker({ config, clock: platform.clock, assets, version: VERSION });
  const journals = journalAddresses(platform, log);
  const [identifyUser, identifyByToken] = [identifyBy(platform), identifyMachine(platform)];
  const server = await createServer({
    log,
    identify: async (request) => {
      const user = await identifyUser(request);
      return user?.sessionId ? user : ((await identifyByToken(request)) ?? user);
    },
    errorPage: async (request, refusal) => errorPage(viewOf(request, null), refusal, { requestId: request.id, lateForm: lateFormOf(request), hadSession: identityOf(request).hadSession ?? false, openedAt: ownPageOf(request) }),
    proveAgain,
    formTargets: outsideOrigins(platform.installation),
    trustedProxies: config.TRUST_PROXY,
    secure: config.production,
    requestsPerMinute: config.REQUESTS_PER_MINUTE,
    version: VERSION,
    rewriteUrl: journals.rewriteUrl,
  });
  for (const [address, { type, body }] of assets.files) {
    const reaches = WORKERS[/\/islands\/([\w-]+)\./.exec(address)?.[1] ?? ''];
    server.get(address, { schema: { hide: true }, config: { rateLimit: false } }, (_, reply) => {
      if (reaches) reply.header('service-worker-allowed', reaches);
      return reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(body);
    });
  }
  // A table that cannot be read is said at the start, not to the first pupil.
  countryTableOf(platform.installation);
  addMetrics(server, platform, config.METRICS_TOKEN);
  addHealth(server, platform, DB_FOLDER);
  addApiDocs(server, viewOf, config.PUBLIC_URL);
  if (!config.production) server.get('/_ui', { schema: { hide: true } }, (request, reply) => reply.type('text/html; charset=utf-8').send(documentOf(galleryPage(languageOf(request), assets))));
  for (const module of MODULES) {
    for (const route of module.api) addApiRoute(server, platform, route);
    for (const route of module.pages) addWebRoute(server, platform, viewOf, route);
  }
  mountApps(server, platform, viewOf, log);
  mountOneRoster(server, platform, log);
  journals.mount(server);
  return server;
}
