import type { FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { Forbidden } from '#kernel/errors.js';
import { identityOf } from './identity.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Another site posts here by right (an identity provider's answer), and the route itself binds it to the browser. */
    answersAnotherSite?: boolean;
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request that another site sent (OWASP ASVS 5, 3.5): the browser's own words about the origin must be
 * ours, and a signed-in session's form must carry the session's token. Keys of machine clients are not sent by browsers.
 */
export async function refuseForgery(request: FastifyRequest): Promise<void> {
  if (request.routeOptions.config.answersAnotherSite) return;
  if (SAFE.has(request.method) || request.headers.authorization) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign = (origin !== undefined && origin !== 'null' && new URL(origin).host !== host) || (site !== undefined && site !== 'same-origin' && site !== 'none');
  if (foreign) throw new Forbidden('forged-request', FORGED);
  if (await carriesToken(request)) return;
  const isSurelyOurs = site === 'same-origin' || (origin !== undefined && origin !== 'null');
  throw isSurelyOurs ? new Forbidden('form-of-another-session', OF_ANOTHER_SESSION) : new Forbidden('forged-request', FORGED);
}

async function carriesToken(request: FastifyRequest): Promise<boolean> {
  const { csrfToken, isOwnEarlierForm } = identityOf(request);
  if (!csrfToken) return true;
  const sent = (request.body as { _csrf?: unknown } | null)?._csrf ?? request.headers['x-csrf-token'];
  if (typeof sent !== 'string') return false;
  return isSameToken(sent, csrfToken) || ((await isOwnEarlierForm?.((earlier) => isSameToken(sent, earlier))) ?? false);
}

const isSameToken = (one: string, other: string): boolean => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const OF_ANOTHER_SESSION = {
  lv: 'Šī forma atvērta ar citu kontu vai sesijā, kas ir izbeigta, tāpēc nekas nav saglabāts. Atveriet lapu vēlreiz un iesniedziet to no jauna.',
  en: 'This form was opened with another account or in a session that was ended, so nothing is saved. Open the page again and send it once more.',
};
const FORGED = {
  lv: 'Šī forma atvērta ar citu kontu, sesijā, kas ir izbeigta, vai citā vietnē, tāpēc nekas nav saglabāts. Atveriet lapu vēlreiz un iesniedziet to no jauna.',
  en: 'This form was opened with another account, in a session that was ended, or on another site, so nothing is saved. Open the page again and send it once more.',
};
