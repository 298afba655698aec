import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Conflict, InvalidInput, type Refusal, StaleProof } from '#kernel/errors.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { identityOf } from '#platform/http/identity.js';
import { hasJustChanged, rememberChange } from '#platform/http/just-changed.js';
import { sendKept } from './send-kept.js';
import type { Attempt, CustomTools as Visit, FormPage, RawInput, ShowPage, WebRoute } from './page-route.js';
import { rememberNotice } from './notice-cookie.js';
import type { View } from './view.js';

/** Makes the view of a request; the app knows the navigation, the languages and the session. */
export type ViewOf = (request: FastifyRequest, reply: FastifyReply) => View;

export const documentOf = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

/** Puts one page, form, button, download or custom route on the server. */
export function addWebRoute(server: FastifyInstance, platform: Platform, viewOf: ViewOf, route: WebRoute): void {
  const hidden = { schema: { hide: true } };
  switch (route.kind) {
    case 'show':
      server.route({ ...hidden, method: route.method, url: route.path, handler: (request, reply) => showIt(visit(request, reply), route) });
      break;
    case 'form':
      server.get(route.path, hidden, (request, reply) => showForm(visit(request, reply), route, FIRST_SIGHT));
      server.post(route.path, { ...hidden, ...(route.mostFiles !== undefined && { config: { multipartOptions: { limits: { files: route.mostFiles } } } }) }, (request, reply) => sendForm(visit(request, reply), route, request));
      break;
    case 'button':
      server.post(route.path, hidden, async (request, reply) => {
        const at = visit(request, reply);
        return at.redirect(route.done(await at.perform(route.action, inputOf(route, at)), at.view, at.raw));
      });
      break;
    case 'download':
      server.get(route.path, hidden, async (request, reply) => {
        const at = visit(request, reply);
        const file = route.file(await at.perform(route.action, inputOf(route, at)), at.view, at.raw);
        reply.type(file.type).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
        return typeof file.content === 'object' && 'tag' in file.content ? sendKept(request, reply, file.content) : reply.send(file.content);
      });
      break;
    case 'custom':
      server.route({ ...hidden, method: route.method, url: route.path, config: { answersAnotherSite: route.answersAnotherSite ?? false }, handler: (request, reply) => route.handle(request, reply, visit(request, reply)) });
      break;
  }

  function visit(request: FastifyRequest, reply: FastifyReply): Visit {
    const view = viewOf(request, reply);
    const raw = rawInputOf(request);
    const written = typeof raw['reason'] === 'string' ? raw['reason'] : null;
    const { actor, freshUntil } = identityOf(request);
    let justChanged = hasJustChanged(request);
    return {
      view,
      raw,
      async perform(action, input, reason) {
        const output = await perform(platform, action, input, { actor, freshUntil, requestId: request.id, reason: reason ?? written, justChanged });
        if (platform.database.standby && action.kind === 'write') {
          justChanged = true;
          rememberChange(reply);
        }
        return output;
      },
      send: (page, status = 200) => reply.code(status).type('text/html; charset=utf-8').send(documentOf(page)),
      redirect: ({ to, notice }) => {
        if (notice) rememberNotice(reply, view.t(notice));
        return reply.redirect(to, 303);
      },
    };
  }
}

/** What was entered stays in the form meanwhile. */
const PROVE = { lv: 'Apstiprināt jaunā logā, tad sūtīt vēlreiz', en: 'Confirm in a new window, then send again' };

const FIRST_SIGHT: Attempt = { values: {}, errors: [] };

const rawInputOf = (request: FastifyRequest): RawInput => ({
  ...(request.query as object),
  ...(request.body as object | null),
  ...(request.params as object),
});

const inputOf = (route: { input?: (raw: RawInput, view: View) => unknown }, at: Visit) => (route.input ? route.input(at.raw, at.view) : at.raw);

/** A program that fills in a form gets problem details (RFC 9457), not the form again. */
const wantsProblem = ({ headers: { accept = '' } }: FastifyRequest): boolean => accept.includes('json') && !accept.includes('text/html');

async function showIt(at: Visit, page: ShowPage): Promise<FastifyReply> {
  try {
    return at.send(page.render(await at.perform(page.action, inputOf(page, at)), at.view, at.raw));
  } catch (error) {
    if (!page.whenInvalid || !isMendable(error)) throw error;
    return at.send(page.whenInvalid(attemptOf(at.raw, error), at.view), error.status);
  }
}

async function showForm(at: Visit, page: FormPage, attempt: Attempt, status = 200): Promise<FastifyReply> {
  const loaded = await at.perform(page.load, page.loadInput ? page.loadInput(at.raw, at.view) : at.raw);
  return at.send(page.render(loaded, at.view, attempt), status);
}

/** Whether anything was filled in that would be lost by leading the person elsewhere. */
const hasEntries = ({ body }: FastifyRequest): boolean => Object.keys(body ?? {}).some((name) => name !== '_csrf');

async function sendForm(at: Visit, page: FormPage, request: FastifyRequest): Promise<FastifyReply> {
  try {
    const done = page.done(await at.perform(page.action, inputOf(page, at)), at.view, at.raw);
    return 'to' in done ? at.redirect(done) : at.send(done);
  } catch (error) {
    if (wantsProblem(request)) throw error;
    if (error instanceof StaleProof && hasEntries(request)) return showForm(at, page, { values: at.raw, errors: [{ field: '', message: error.text, link: { to: at.view.proveHref, text: PROVE } }] }, error.status);
    if (!isMendable(error)) throw error;
    return showForm(at, page, attemptOf(at.raw, error), error.status);
  }
}

/** What the person can put right in the form itself. */
const isMendable = (error: unknown): error is Refusal => error instanceof InvalidInput || error instanceof Conflict;

const attemptOf = (values: RawInput, error: Refusal): Attempt => ({
  values,
  errors: error instanceof InvalidInput ? error.fields : [{ field: '', message: error.text }],
});
