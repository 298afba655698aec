import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'notice';

/** Keeps a sentence for the next page ("Saved"). The sentence is ours and holds no personal data. */
export const rememberNotice = (reply: FastifyReply, words: string): void =>
  void reply.setCookie(COOKIE, encodeURIComponent(words), { path: '/', maxAge: 60, httpOnly: true, sameSite: 'lax' });

/** Takes the sentence kept for this page, once. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply): string | null {
  const kept = request.cookies[COOKIE];
  if (!kept) return null;
  reply.clearCookie(COOKIE, { path: '/' });
  return decodeURIComponent(kept);
}
