import type { FastifyInstance } from 'fastify';
import { readConfig } from '#app/config.js';
import { viewMaker } from '#app/view.js';
import type { Actor } from '#platform/actions/actor.js';
import type { Platform } from '#platform/actions/perform.js';
import { createServer } from '#platform/http/server.js';
import { SILENT } from '#platform/log/log.js';
import { addWebRoute } from '#web/add-web-route.js';
import type { ModuleDefinition } from '#web/module-definition.js';
import { workspaceModule } from '../module.js';

const CSRF = 'token-of-this-session';

export interface SignedIn {
  readonly server: FastifyInstance;
  /** `name` is that of a file to be saved; empty for a page. */
  get(url: string): Promise<{ status: number; text: string; type: string; name: string }>;
  post(url: string, fields: Readonly<Record<string, string>>): Promise<{ status: number; text: string; location: string | undefined }>;
}

/** The pages of a module, this one's unless another is given, as one user sees them, signed in without the ceremony. */
export async function signedIn(platform: Platform, actor: Actor, { pages }: Pick<ModuleDefinition, 'pages'> = workspaceModule): Promise<SignedIn> {
  const config = readConfig({ NODE_ENV: 'test', REQUESTS_PER_MINUTE: '100000' });
  const assets = { stylesheet: '/assets/app.css', icon: '/assets/icon.svg', alone: {}, islands: {}, files: new Map() };
  const viewOf = viewMaker({ config, clock: platform.clock, assets, version: '0.0.0' });
  const server = await createServer({
    log: SILENT,
    identify: async () => ({ actor, csrfToken: CSRF, sessionId: null, freshUntil: null, ends: null, restrictedTo: null }),
    errorPage: async (_, refusal) => refusal?.text.en ?? 'fault',
    proveAgain: (to) => to,
    formTargets: [],
    trustedProxies: 0,
    secure: false,
    requestsPerMinute: config.REQUESTS_PER_MINUTE,
    version: '0.0.0',
  });
  for (const route of pages) addWebRoute(server, platform, viewOf, route);
  const headers = { accept: 'text/html' };
  return {
    server,
    async get(url) {
      const answer = await server.inject({ url, headers });
      return { status: answer.statusCode, text: answer.body, type: String(answer.headers['content-type']), name: decodeURIComponent(String(answer.headers['content-disposition'] ?? '').split("''")[1] ?? '') };
    },
    async post(url, fields) {
      const payload = new URLSearchParams({ ...fields, _csrf: CSRF }).toString();
      const answer = await server.inject({ method: 'POST', url, payload, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } });
      return { status: answer.statusCode, text: answer.body, location: answer.headers.location };
    },
  };
}
