import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart, { type MultipartFile } from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { Forbidden, NotFound, Refusal, StaleProof, TooMany, Unavailable } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { isAway } from '../db/away.js';
import type { Log } from '../log/log.js';
import { completed, SECURITY_SCHEMES } from './api-document.js';
import { countedWith } from './counted-with.js';
import { refuseForgery } from './forgery.js';
import { type Identify, identityOf, NOBODY, setIdentity } from './identity.js';
import { languageOf, rememberLanguage } from './language.js';
import { faultProblem, MACHINE_CHALLENGE, PROBLEM_TYPE, problemOf } from './problem.js';
import { type SafetySettings, safetyHeaders } from './safety-headers.js';
import { answerUnreadable } from './unreadable.js';

export interface ServerSettings extends SafetySettings {
  readonly log: Log;
  readonly identify: Identify;
  /** Shows a refusal or a fault to a person; machines get problem details. */
  readonly errorPage: (request: FastifyRequest, refusal: Refusal | null) => Promise<string>;
  /** The page where people prove anew who they are, then go on to the path `to`. */
  readonly proveAgain: (to: string) => string;
  /** How many proxies in a row stand before the program, whose `X-Forwarded-*` is believed; what a sender adds before them never is. */
  readonly trustedProxies: number;
  /** Production: cookies only over TLS, and what {@link SafetySettings} says. */
  readonly secure: boolean;
  /** Requests a minute of one session, or from one address of those who have none, before they are asked to wait. */
  readonly requestsPerMinute: number;
  readonly version: string;
  /** Leads an address that moved to the one that answers now. */
  readonly rewriteUrl?: (request: IncomingMessage) => string;
}

/** The HTTP server with what every route shares: who asks, which language, safety headers, limits and errors. */
export async function createServer(settings: ServerSettings): Promise<FastifyInstance> {
  const server = Fastify({ logger: false, trustProxy: settings.trustedProxies > 0 && ((_address: string, hop: number) => hop < settings.trustedProxies), genReqId: () => randomUUID(), bodyLimit: 1_048_576, clientErrorHandler: answerUnreadable, ...(settings.rewriteUrl && { rewriteUrl: settings.rewriteUrl }) });
  server.setValidatorCompiler(() => () => true);
  server.setSerializerCompiler(() => (answer) => (typeof answer === 'string' ? answer : JSON.stringify(answer)));
  await server.register(cookie, { parseOptions: { secure: settings.secure } });
  await server.register(formbody);
  // One JSON value a line, of any length: whoever receives it reads the stream.
  server.addContentTypeParser('application/x-ndjson', (_request, payload, done) => done(null, payload));
  await server.register(multipart, { limits: { fileSize: MOST_FILE_BYTES, files: 5 }, attachFieldsToBody: 'keyValues', onFile: takeWhole });
  await server.register(rateLimit, { max: settings.requestsPerMinute, timeWindow: '1 minute', cache: 50_000, keyGenerator: countedWith, errorResponseBuilder: () => new TooMany('too-many-requests', SLOW_DOWN) });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Vienkopus', version: settings.version, license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' } },
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => completed('openapiObject' in document ? document.openapiObject : {}),
  });
  const headers = safetyHeaders(settings);
  server.addHook('onRequest', (_request, reply, next) => {
    // On the bare response, so that an answer that is written past the framework has them too.
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    next();
  });
  server.addHook('onRequest', async (request, reply) => {
    setIdentity(request, (await settings.identify(request)) ?? NOBODY);
    rememberLanguage(request, reply);
  });
  server.addHook('preHandler', async (request, reply) => {
    await refuseForgery(request);
    return keepWithin(request, reply);
  });
  server.addHook('onSend', async (request, reply) => {
    if (!reply.getHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('x-request-id', request.id);
  });
  server.setNotFoundHandler((request, reply) => answerRefusal(settings, request, reply, new NotFound('no-such-page', NO_SUCH_PAGE)));
  server.setErrorHandler((error, request, reply) => answerRefusal(settings, request, reply, error));
  return server;
}

/** A session that may not yet open everything is led to the one part it may. */
async function keepWithin(request: FastifyRequest, reply: FastifyReply) {
  const { restrictedTo } = identityOf(request);
  if (!restrictedTo || [restrictedTo, '/sign-in', '/sign-out', '/assets/'].some((path) => request.url.startsWith(path))) return;
  if (!wantsPage(request)) throw new Forbidden('factor-needed', FACTOR_NEEDED);
  return reply.redirect(restrictedTo, 303);
}

async function answerRefusal(settings: ServerSettings, request: FastifyRequest, reply: FastifyReply, error: unknown) {
  const refusal = error instanceof Refusal ? error : isAway(error) ? new Unavailable('database-away', DATABASE_AWAY) : refusalOfFramework(error);
  if (refusal?.status === 503) reply.header('retry-after', AWAY_SECONDS);
  if (!refusal || isAway(error)) settings.log.error('request failed', error, { request: request.id, route: request.routeOptions.url });
  if (refusal instanceof StaleProof && wantsPage(request)) return reply.redirect(settings.proveAgain(pageOf(request)), 303);
  reply.code(refusal?.status ?? 500);
  if (wantsPage(request)) return reply.type('text/html; charset=utf-8').send(await settings.errorPage(request, refusal));
  if (refusal?.status === 401 && !reply.hasHeader('www-authenticate')) reply.headers(MACHINE_CHALLENGE);
  const lang = languageOf(request);
  return reply.type(PROBLEM_TYPE).send(JSON.stringify(refusal ? problemOf(refusal, request.id, lang) : faultProblem(request.id, lang)));
}

/** The page a request was sent from: itself when it only looks, else the page with the form. */
function pageOf(request: FastifyRequest): string {
  return request.method === 'GET' ? request.url : (ownPageOf(request) ?? '/');
}

/** The page of ours that the browser names as the one a request was sent from. */
export function ownPageOf({ headers: { referer, host } }: FastifyRequest): string | null {
  const from = URL.parse(referer ?? '');
  return from?.host === host ? `${from!.pathname}${from!.search}` : null;
}

/** A browser asks for HTML; everything under `/api/` is for machines, whatever it asks for. */
const wantsPage = (request: FastifyRequest) => !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');

/** Malformed requests that the framework itself turns away (bad JSON, too large a body, unknown media type). */
function refusalOfFramework(error: unknown): Refusal | null {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (!statusCode || statusCode >= 500) return null;
  return new MalformedRequest(statusCode, (code ?? 'malformed-request').toLowerCase().replaceAll('_', '-'), code === 'FST_REQ_FILE_TOO_LARGE' ? FILE_TOO_LARGE : statusCode === 413 ? TOO_LARGE : undefined);
}

class MalformedRequest extends Refusal {
  readonly status: number;
  constructor(status: number, code: string, text: Text = NOT_UNDERSTOOD) {
    super(code, text);
    this.status = status;
  }
}

/** When asking again is worth while. */
const AWAY_SECONDS = 10;
const DATABASE_AWAY: Text = {
  lv: 'Datubāze pašlaik nav sasniedzama, tāpēc atbildes nav. Mēģiniet vēlreiz pēc brīža; ja ko sūtījāt, vispirms pārbaudiet, vai tas jau nav pierakstīts.',
  en: 'The database cannot be reached just now, so that there is no answer. Try again in a moment; if you sent something, check first whether it is recorded already.',
};

const MOST_FILE_BYTES = 20_971_520;
/** Of all files of one request, which are held in memory. */
const MOST_BYTES = 5 * MOST_FILE_BYTES;
const megabytes = (bytes: number) => bytes / 1_048_576;
const NOT_UNDERSTOOD: Text = { lv: 'Pieprasījums nav saprotams.', en: 'The request cannot be understood.' };
const TOO_LARGE: Text = { lv: 'Nosūtītais ir par lielu, tāpēc nekas nav pieņemts. Sūtiet mazākās daļās.', en: 'What was sent is too large, so nothing was taken. Send it in smaller parts.' };
const FILE_TOO_LARGE: Text = {
  lv: `Datne ir lielāka par ${megabytes(MOST_FILE_BYTES)} MB, tāpēc nekas nav pieņemts. Atgriezieties iepriekšējā lapā, izvēlieties mazāku datni un sūtiet vēlreiz.`,
  en: `The file is larger than ${megabytes(MOST_FILE_BYTES)} MB, so nothing was taken. Go back to the page before, choose a smaller file and send again.`,
};
const FILES_TOO_LARGE: Text = {
  lv: `Visas datnes kopā ir lielākas par ${megabytes(MOST_BYTES)} MB, tāpēc nekas nav pieņemts. Atgriezieties iepriekšējā lapā un sūtiet tās pa daļām.`,
  en: `The files together are larger than ${megabytes(MOST_BYTES)} MB, so nothing was taken. Go back to the page before and send them in parts.`,
};
const taken = new WeakMap<FastifyRequest, number>();

/** A file field's value in the form's body is the file itself, as `UploadedFile`. */
async function takeWhole(this: FastifyRequest, part: MultipartFile & { value?: unknown }) {
  const content = await part.toBuffer();
  const bytes = (taken.get(this) ?? 0) + content.length;
  if (bytes > MOST_BYTES) throw new MalformedRequest(413, 'files-too-large', FILES_TOO_LARGE);
  taken.set(this, bytes);
  part.value = { name: part.filename, type: part.mimetype, content };
}

const NO_SUCH_PAGE = { lv: 'Šādas lapas nav. Pārbaudiet adresi vai sāciet no sākumlapas.', en: 'There is no such page. Check the address or begin at the start page.' };
const FACTOR_NEEDED = { lv: 'Vispirms pievienojiet otru pierakstīšanās līdzekli: tā nosaka jūsu pašvaldība.', en: 'First add a second means of sign-in: your municipality demands it.' };
const SLOW_DOWN = { lv: 'Pārāk daudz pieprasījumu. Uzgaidiet minūti un mēģiniet vēlreiz.', en: 'Too many requests. Wait a minute and try again.' };
