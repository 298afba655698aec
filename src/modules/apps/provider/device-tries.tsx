import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fill, type Text } from '#kernel/text.js';
import { visitorOf } from '#modules/authentication/public.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { identityOf } from '#platform/http/identity.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { documentOf, type ViewOf } from '#web/add-web-route.js';
import { beginDeviceCode, endDeviceCode } from '../actions/device-codes.js';

/** What a typed code turned out to be: of a device that waits, of none, or of one that the person then refused. */
type Verdict = 'right' | 'wrong' | 'refused';

const verdicts = new WeakMap<IncomingMessage, Verdict>();

/** Said by the pages that the provider shows after it has looked a code up. */
export const noteVerdict = ({ req }: { readonly req: IncomingMessage }, verdict: Verdict): void => void verdicts.set(req, verdict);

/** Lets a typed code through to the provider as long as the limits allow, and counts what came of it. */
export async function limited(request: FastifyRequest, reply: FastifyReply, platform: Platform, viewOf: ViewOf, handOver: () => Promise<void>): Promise<FastifyReply | undefined> {
  const as = { actor: identityOf(request).actor, requestId: request.id };
  const visitor = visitorOf(request);
  const begun = await perform(platform, beginDeviceCode, { visitor }, as);
  if (begun.kind === 'throttled') {
    const view = viewOf(request, reply);
    const page = (
      <Page {...view.frame} title={view.t(TOO_MANY)}>
        <h1>{view.t(TOO_MANY)}</h1>
        <Lead>{view.t(fill(TOO_MANY_LEAD, { minutes: begun.minutes }))}</Lead>
      </Page>
    );
    return reply.code(429).type('text/html; charset=utf-8').send(documentOf(page));
  }
  await handOver();
  await perform(platform, endDeviceCode, { attempt: begun.attempt, verdict: verdicts.get(request.raw) ?? 'nothing', visitor }, as);
  return undefined;
}

const TOO_MANY: Text = { lv: 'Pārāk daudz nepareizu kodu', en: 'Too many wrong codes' };
const TOO_MANY_LEAD: Text = {
  lv: 'Uzgaidiet {minutes} min, sāciet ierīcē no jauna un ierakstiet kodu, ko tā rāda. Neierakstiet kodus, kurus kāds atsūtīja vai nosauca pa tālruni.',
  en: 'Wait {minutes} min, begin again on the device and enter the code it shows. Do not enter codes that someone sent you or told you by phone.',
};
