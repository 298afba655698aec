import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '#kernel/text.js';
import { documentOf } from '#web/add-web-route.js';
import { type CustomTools, custom, type WebRoute } from '#web/page-route.js';
import { type Front, readFront, readWaysIn } from '../../actions/read-front.js';
import { FRONT, MINE, PACKET, SIGN_IN } from '../paths.js';
import { letIn, senderOf } from '../entry.js';
import { inLang } from '../in-lang.js';
import { FrontPage } from './page.js';
import { WaysInPage } from './sign-in.js';

export const frontRoutes: readonly WebRoute[] = [
  ...(['lv', 'en'] as const).map((lang) => custom({ method: 'GET', path: FRONT[lang], handle: (request, reply, at) => showFront(request, reply, at, lang) })),
  custom({
    method: 'GET',
    path: SIGN_IN,
    async handle(request, reply, at) {
      const to = at.raw['to'] === 'packet' ? PACKET[at.view.lang] : MINE;
      if (at.view.actor.kind !== 'anonymous') return at.redirect({ to });
      return letIn(request, reply, at, async () => at.send(<WaysInPage view={at.view} to={to} {...await at.perform(readWaysIn, senderOf(request))} />));
    },
  }),
];

/** How long the first page may be kept on the way: a minute, but never beyond the instant at which it changes. */
const KEPT_SECONDS = 60;

async function showFront(request: FastifyRequest, reply: FastifyReply, at: CustomTools, lang: Lang) {
  const asked = at.raw['lang'];
  if ((asked === 'lv' || asked === 'en') && asked !== lang) return at.redirect({ to: FRONT[asked] });
  const front = await at.perform(readFront, {});
  const view = inLang(at.view, lang);
  reply.header('cache-control', `public, max-age=${secondsKept(front)}`);
  return sendTagged(request, reply, documentOf(<FrontPage view={view} lang={lang} front={front} />));
}

const secondsKept = ({ coming, now }: Front): number => Math.min(KEPT_SECONDS, ...coming.map(({ visibleFrom }) => Math.ceil((visibleFrom.getTime() - now.getTime()) / 1000)));

/** Sends a page unless the browser has these very bytes. */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, html: string): FastifyReply {
  const tag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag);
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.type('text/html; charset=utf-8').send(html);
}
