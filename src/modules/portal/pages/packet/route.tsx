import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Forbidden, NotFound } from '#kernel/errors.js';
import type { Lang } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { documentOf } from '#web/add-web-route.js';
import { type CustomTools, custom, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { OWN_REQUEST } from '../../actions/read-own-results.js';
import { readOwnPackets } from '../../actions/read-packets.js';
import { openRelease, readKeyDue } from '../../actions/release-key.js';
import { takePacket } from '../../actions/take-packet.js';
import { senderOf } from '../entry.js';
import { sendTagged } from '../front/route.js';
import { inLang } from '../in-lang.js';
import { KEY, PACKET, PACKET_STATE, PACKET_WORKER } from '../paths.js';
import { PacketPage } from './page.js';

export const packetRoutes: readonly WebRoute[] = [
  ...(['lv', 'en'] as const).map((lang) => custom({ method: 'GET', path: PACKET[lang], handle: (request, reply, at) => showShell(request, reply, at, lang) })),
  custom({
    method: 'GET',
    path: PACKET_STATE,
    handle: sendState,
  }),
  custom({
    method: 'POST',
    path: PACKET.lv,
    async handle(request, reply, at) {
      const { year, stage, term, deviceKey, withCertificates } = at.raw;
      const taken = await at.perform(takePacket, { year, stage, term, deviceKey, withCertificates, sender: senderOf(request) }, OWN_REQUEST).catch(whereItIsOver);
      if (taken === 'over') return reply.code(202).type(JSON_TYPE).send(JSON.stringify({ why: 'over' }));
      if (taken.kind === 'packet') return reply.type('application/octet-stream').send(Buffer.from(taken.packet));
      return reply.code(202).type(JSON_TYPE).send(JSON.stringify({ why: taken.why, from: instant(taken.from) }));
    },
  }),
  custom({ method: 'GET', path: `${KEY}/:id`, handle: (_, reply, at) => sendKey(reply, at) }),
  custom({ method: 'GET', path: PACKET_WORKER, handle: async (_, reply, at) => sendWorker(reply, at.view) }),
];

const JSON_TYPE = 'application/json; charset=utf-8';

/** What the page shows to whoever is signed in. That nobody is, and that one's place is not let in, are answers too: a browser would tell a refusal as a fault of the page. */
async function sendState(request: FastifyRequest, reply: FastifyReply, at: CustomTools): Promise<FastifyReply> {
  reply.type(JSON_TYPE).header('cache-control', 'no-store');
  if (at.view.actor.kind === 'anonymous') return reply.send(JSON.stringify({ isSignedIn: false }));
  try {
    const { name, offers, published, opened } = await at.perform(readOwnPackets, senderOf(request), OWN_REQUEST);
    const shown = offers.map(({ opensAt, from, ...of }) => ({ ...of, opensAt: instant(opensAt), from: instant(from) }));
    const over = published.map(({ visibleFrom, ...of }) => ({ ...of, publishedAt: instant(visibleFrom) }));
    return await reply.send(JSON.stringify({ isSignedIn: true, csrf: at.view.csrf, name, offers: shown, published: over, opened }));
  } catch (error) {
    if (error instanceof Forbidden) return reply.send(JSON.stringify({ isSignedIn: true, refused: error.text }));
    throw error;
  }
}

/** Whoever asks when the instant has just come is told so, and goes the ordinary way. */
function whereItIsOver(error: unknown): 'over' {
  if (error instanceof NotFound) return 'over';
  throw error;
}

/** The page holds nothing of anybody: it is the same for all, and a device keeps it to open it without a connection. */
async function showShell(request: FastifyRequest, reply: FastifyReply, at: CustomTools, lang: Lang) {
  const asked = at.raw['lang'];
  if ((asked === 'lv' || asked === 'en') && asked !== lang) return at.redirect({ to: PACKET[asked] });
  reply.header('cache-control', 'public, max-age=60');
  return sendTagged(request, reply, documentOf(<PacketPage view={inLang(at.view, lang)} lang={lang} />));
}

/** Key files that were given once: the same bytes for everybody, for good, so that a rush asks nothing of the database. */
const given = new Map<string, Buffer>();

async function sendKey(reply: FastifyReply, at: CustomTools): Promise<FastifyReply> {
  const id = String(at.raw['id']);
  const known = given.get(id);
  if (known) return sendKeyFile(reply, known);
  const { isKnown, from, now, spreadSeconds } = await at.perform(readKeyDue, { id });
  if (!from || from > now) {
    const left = from && from.getTime() - now.getTime();
    if (left !== null) reply.header('retry-after', String(Math.ceil(left / 1000)));
    // 202 and not 425 (Too Early, RFC 8470), which browsers answer by asking again at once, nor 404, which they tell as a fault. What is not there yet must be kept by nobody.
    return reply.code(isKnown ? 202 : 404).type(JSON_TYPE).header('cache-control', 'no-store').send(JSON.stringify({ leftMs: left, opensAt: from && instant(from), spreadMs: spreadSeconds * 1000 }));
  }
  const { key } = await at.perform(openRelease, { id });
  const file = Buffer.from(JSON.stringify({ release: id.toLowerCase(), key }));
  given.set(id, file);
  return sendKeyFile(reply, file);
}

const sendKeyFile = (reply: FastifyReply, file: Buffer): FastifyReply => reply.type(JSON_TYPE).header('cache-control', 'public, max-age=31536000, immutable').send(file);

/** Keeps the page and what it loads on the device. Its address stays; what it says changes with any word or script of the page, and so browsers take the new one. */
function sendWorker(reply: FastifyReply, view: View): FastifyReply {
  const { assets } = view.frame;
  const bare = { ...view, csrf: '', frame: { ...view.frame, environment: [] } };
  const pages = (['lv', 'en'] as const).map((lang) => documentOf(<PacketPage view={inLang(bare, lang)} lang={lang} />)).join('');
  const shell = [PACKET.lv, PACKET.en, assets.alone['portal'], assets.icon, assets.islands['packet']];
  const version = createHash('sha256').update(pages).digest('base64url').slice(0, 16);
  reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=3600').header('service-worker-allowed', PACKET.lv);
  return reply.send(`self.kept = ${JSON.stringify({ version, shell })};\nimportScripts(${JSON.stringify(assets.islands['packet-worker'])});\n`);
}
