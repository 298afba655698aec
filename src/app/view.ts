import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#kernel/clock.js';
import { identityOf } from '#platform/http/identity.js';
import { languageOf } from '#platform/http/language.js';
import { takeNotice } from '#web/notice-cookie.js';
import type { View } from '#web/view.js';
import type { Config } from './config.js';

export interface ViewParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly version: string;
}

export type MakeView = (request: FastifyRequest, reply: FastifyReply | null) => View;

export const viewMaker =
  ({ clock }: ViewParts): MakeView =>
  (request, reply) => {
    const lang = languageOf(request);
    const { actor, csrfToken, sessionId } = identityOf(request);
    const [path = '/', search = ''] = request.url.split('?');
    void (reply && takeNotice(request, reply));
    return {
      lang,
      t: (text) => text[lang],
      actor,
      today: clock.today(),
      clock,
      path,
      query: Object.fromEntries(new URLSearchParams(search)),
      csrf: csrfToken,
      sessionId,
      frame: { lang },
    };
  };
