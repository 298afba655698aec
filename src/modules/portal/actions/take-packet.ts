import { z } from 'zod';
import { giveFile, type OwnCertificate } from '#modules/certificates/public.js';
import { countedAmong, type OwnResult, type Publication, publicationOf } from '#modules/exams/public.js';
import { Conflict, Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { instant } from '#ui/format.js';
import { sealPacket } from '../domain/packet.js';
import { fits, lengthFor, packed, type PacketFile } from '../domain/packet-content.js';
import { packetWindow } from '../domain/packet-window.js';
import { findPacket, insertPacket, markGiven, noteEvents, type Packet, packetsOfPerson } from '../store/packets.js';
import { DEVICE_OF_ANOTHER, NO_DEVICE_KEY, NO_PERSON, NO_SUCH_PACKET, TOO_MANY_DEVICES } from '../texts.js';
import { numbersNow } from './numbers.js';
import { contentsOf, examsOf, sessionOf } from './packet-of.js';
import { isOpened, releaseFor } from './release-key.js';
import { refuseElsewhere, SenderInput } from './sender.js';

const DEVICES = 5;
const POINT = /^B[\w-]{86}$/;

/** A packet, or from when it can be had; why not yet never depends on what came of anybody's exams. */
export type Taken =
  | { readonly kind: 'packet'; readonly releaseId: string; readonly packet: Uint8Array }
  | { readonly kind: 'waits'; readonly releaseId: string; readonly why: 'early' | 'not-counted' | 'closed'; readonly from: Date };

/**
 * Asks for one's own packet for one device, and gives it once packets are given. It is made anew each time and kept nowhere. What the log says of it, which its pupil
 * can read before the instant, is the same whatever came of the exams.
 */
export const takePacket = writeAction({
  name: 'portal.take-packet',
  title: { lv: 'Pieprasīta savu rezultātu aizzīmogotā paciņa', en: 'Sealed packet of own results asked for' },
  permission: SIGNED_IN,
  input: z.object({ year: z.number(), stage: z.enum(['basic', 'secondary']), term: z.enum(['main', 'extra']), deviceKey: z.string().regex(POINT), withCertificates: z.boolean(), sender: SenderInput }),
  reasonNeeded: true,
  async run(context, { deviceKey: written, withCertificates, sender, ...of }): Promise<Taken & { readonly personId: string }> {
    await refuseElsewhere(context, sender);
    const { tx, now, actor } = context;
    const { personId } = actor;
    if (personId === null) throw new Forbidden('no-person', NO_PERSON);
    const publication = await publicationOf(tx, of);
    const window = publication && packetWindow(publication.visibleFrom, now, await numbersNow(context));
    const exams = publication && window !== 'none' ? await examsOf(tx, personId, publication) : [];
    if (!publication || !window || window === 'none' || exams.length === 0) throw new NotFound('no-such-packet', NO_SUCH_PACKET);

    const { release, key } = await releaseFor(context, of);
    if (isOpened(release, context)) throw new NotFound('no-such-packet', NO_SUCH_PACKET);
    const deviceKey = Uint8Array.from(Buffer.from(written, 'base64url'));
    const asked = await askedFor(context, { releaseId: release.id, personId, deviceKey, withCertificates });
    const isCounted = window.why !== 'open' || (await countedAmong(tx, exams.map(({ eventId }) => eventId))).size === new Set(exams.map(({ eventId }) => eventId)).size;
    if (window.why !== 'open' || !isCounted) return { kind: 'waits', personId, releaseId: release.id, why: window.why === 'open' ? 'not-counted' : window.why, from: window.from };

    const { content, sha256 } = await contentFor(context, personId, exams, publication, asked.withCertificates);
    await noteEvents(tx, release.id, exams.map(({ eventId }) => eventId), now);
    await markGiven(tx, asked.id, sha256, now);
    const packet = await sealPacket({ release: bytesOf(release.id), opensAt: publication.visibleFrom.getTime(), releaseKey: key, devicePublic: deviceKey, content });
    return { kind: 'packet', personId, releaseId: release.id, packet };
  },
  audit: ({ input: { year, stage, term }, output }) => ({ subjects: [output.personId], facts: { year, stage, term } }),
});

/** The request of a device, which stands until the instant. @throws Conflict where the device asked for somebody else, or devices are too many */
async function askedFor({ tx, now }: WriteContext, wanted: Pick<Packet, 'releaseId' | 'personId' | 'withCertificates'> & { readonly deviceKey: Uint8Array<ArrayBuffer> }): Promise<Packet> {
  const known = await findPacket(tx, wanted.releaseId, wanted.deviceKey);
  if (known && known.personId !== wanted.personId) throw new Conflict('device-of-another', DEVICE_OF_ANOTHER);
  if (known) return known;
  await crypto.subtle.importKey('raw', wanted.deviceKey, { name: 'ECDH', namedCurve: 'P-256' }, false, []).catch(() => {
    throw invalid('deviceKey', NO_DEVICE_KEY);
  });
  if ((await packetsOfPerson(tx, wanted.releaseId, wanted.personId)).length >= DEVICES) throw new Conflict('too-many-devices', TOO_MANY_DEVICES);
  await insertPacket(tx, wanted, now);
  return (await findPacket(tx, wanted.releaseId, wanted.deviceKey))!;
}

/** Everything that the portal would show at the instant, filled up to a length that tells nothing of it. */
async function contentFor(context: WriteContext, personId: string, exams: readonly OwnResult[], publication: Publication, withCertificates: boolean) {
  const { rows, certificates, sha256 } = await contentsOf(context, personId, exams, publication.visibleFrom);
  const files: PacketFile[] = [];
  const given = withCertificates ? certificates.filter(({ edocSize }) => fits(edocSize ?? 0)) : [];
  for (const certificate of given) files.push(await fileOf(context, certificate));
  const words = { name: context.actor.name, session: sessionOf(publication), madeAt: instant(context.now), publishedAt: instant(publication.visibleFrom) };
  return { sha256, content: packed({ ...words, rows, files }, lengthFor(exams.length, withCertificates)) };
}

async function fileOf(context: WriteContext, certificate: OwnCertificate): Promise<PacketFile> {
  const { name, content } = await giveFile(context, certificate, 'packet');
  return { number: certificate.number, name, content: Uint8Array.from(content) };
}

const bytesOf = (uuid: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
