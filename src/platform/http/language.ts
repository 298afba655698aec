import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '#kernel/text.js';

const COOKIE = 'lang';
const YEAR_SECONDS = 31_536_000;

/**
 * The language of a request: `?lang=`, else what was chosen before, else what the program wishes that sent the person here
 * (`ui_locales`, OpenID Connect Core 1.0, 3.1.2.1), else Latvian. Machines choose with `Accept-Language`.
 */
export function languageOf(request: FastifyRequest): Lang {
  const asked = (request.query as { lang?: unknown }).lang ?? request.cookies[COOKIE];
  if (asked === 'lv' || asked === 'en') return asked;
  const wished = wishedLanguage((request.query as { ui_locales?: unknown }).ui_locales);
  if (wished) return wished;
  const machine = request.url.startsWith('/api/') && request.headers['accept-language'];
  return machine && /^en\b/i.test(machine) ? 'en' : 'lv';
}

/** The first of the languages that a program names (`ui_locales`) and we speak. */
export const wishedLanguage = (tags: unknown): Lang | undefined =>
  String(tags ?? '').split(' ').map((tag) => tag.toLowerCase().split('-')[0]).find((tag): tag is Lang => tag === 'lv' || tag === 'en');

/** Whether somebody has chosen a language, now or before. */
export const hasChosenLanguage = (request: FastifyRequest): boolean => 'lang' in (request.query as object) || COOKIE in request.cookies;

/** Remembers a language chosen with `?lang=`; by a header of its own, so that answers written past the framework carry it too. */
export function rememberLanguage(request: FastifyRequest, reply: FastifyReply): void {
  const asked = (request.query as { lang?: unknown }).lang;
  if (asked === 'lv' || asked === 'en') reply.header('set-cookie', request.server.serializeCookie(COOKIE, asked, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true }));
}
