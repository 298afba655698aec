import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '#kernel/text.js';

const COOKIE = 'lang';
const YEAR_SECONDS = 31_536_000;

/** The language of a request: `?lang=`, else what was chosen before, else Latvian. Machines choose with `Accept-Language`. */
export function languageOf(request: FastifyRequest): Lang {
  const asked = (request.query as { lang?: unknown }).lang ?? request.cookies[COOKIE];
  if (asked === 'lv' || asked === 'en') return asked;
  const machine = request.url.startsWith('/api/') && request.headers['accept-language'];
  return machine && /^en\b/i.test(machine) ? 'en' : 'lv';
}

/** Whether somebody has chosen a language, now or before. */
export const hasChosenLanguage = (request: FastifyRequest): boolean => 'lang' in (request.query as object) || COOKIE in request.cookies;

/** Remembers a language chosen with `?lang=`. */
export function rememberLanguage(request: FastifyRequest, reply: FastifyReply): void {
  const asked = (request.query as { lang?: unknown }).lang;
  if (asked === 'lv' || asked === 'en') reply.setCookie(COOKIE, asked, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true });
}
