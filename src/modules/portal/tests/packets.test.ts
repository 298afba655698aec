import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSealing } from '../../certificates/seal/run-sealing.js';
import { SEALED_ON, sealingSchool, type SealingSchool } from '../../certificates/tests/sealing-school.js';
import { refusalOf, type Someone } from '../../education/tests/made-up-schools.js';
import { annulEntry } from '../../exams/actions/entry-facts.js';
import { confirmPublication, setPublication } from '../../exams/actions/publish-results.js';
import { readConfig } from '#app/config.js';
import { buildServer } from '#app/server.js';
import { dayInRiga } from '#kernel/clock.js';
import type { Actor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { SILENT } from '#platform/log/log.js';
import { actorWith } from '#test/test-platform.js';
import { OWN_REQUEST } from '../actions/read-own-results.js';
import { readOwnPackets, releaseStates } from '../actions/read-packets.js';
import { type Taken, takePacket } from '../actions/take-packet.js';
import { headOf, makeDeviceKeys, openPacket, publicBytes, releaseIdOf } from '../domain/packet.js';
import { type PacketContent, unpacked } from '../domain/packet-content.js';
import { forgetPackets } from '../jobs/forget-packets.js';
import { RIGA } from './results-day.js';

let s: SealingSchool;
let people: Record<'passed' | 'below' | 'other', Someone>;
let entries: string[];
let server: FastifyInstance;
/** What the clock of the program shows to who asks for a key. */
let asked = new Date('2026-06-25T12:00:00+03:00');
/** The telephone of the pupil who passed. */
let telephone: CryptoKeyPair;

beforeAll(async () => {
  s = await sealingSchool();
  const examined = await s.examined([[90, 20], [10, 2], [80, 18]]);
  const [passed, below, other] = examined.pupils as [Someone, Someone, Someone];
  [people, entries] = [{ passed, below, other }, examined.entries];
  expect(await runSealing(s.at(`${SEALED_ON}T12:00:00+03:00`), await s.order(), 60_000)).toBe('done');
  await publishAt('2026-06-26', '09:00');
  telephone = await makeDeviceKeys();
  const clock = { now: () => asked, today: () => dayInRiga(asked) };
  server = await buildServer(readConfig({ NODE_ENV: 'test', REQUESTS_PER_MINUTE: '100000' }), { ...s.at(EVENING), clock }, SILENT);
});
afterAll(async () => {
  await server.close();
  await s.close();
});

const EVENING = '2026-06-25T20:00:00+03:00';
const MORNING = '2026-06-26T08:30:00+03:00';
const OF = { year: 2025, stage: 'basic', term: 'main' } as const;
const HERE = { address: RIGA, hidden: false };
const resident = ({ id }: Someone): Actor => ({ ...actorWith([], {}, id), id: '00000000-0000-7000-8000-0000000000c1' });
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

async function publishAt(on: string, time: string, asked = `${SEALED_ON}T11:00:00+03:00`): Promise<void> {
  const { id } = await s.when(asked, setPublication, { ...OF, on, time, basis: 'Izdomāts rīkojums Nr. 7' }, s.agency);
  await s.when(asked, confirmPublication, { id, whyUnsealed: 'Bez sertifikātiem' }, { ...s.agency, id: '00000000-0000-7000-8000-0000000000b9' });
}

const take = (at: string, pupil: Someone, keys: CryptoKeyPair, more: object = {}): Promise<Taken> =>
  publicBytes(keys).then((bytes) => s.when(at, takePacket, { ...OF, deviceKey: base64(bytes), withCertificates: true, sender: HERE, ...more }, resident(pupil), OWN_REQUEST));

async function packetOf(at: string, pupil: Someone, keys: CryptoKeyPair, more: object = {}): Promise<Uint8Array<ArrayBuffer>> {
  const taken = await take(at, pupil, keys, more);
  if (taken.kind !== 'packet') throw new Error(`no packet: ${taken.why}`);
  return Uint8Array.from(taken.packet);
}

/** Asks the program for a key file at an instant, as a device does. */
function askKey(at: string, id: string) {
  asked = new Date(at);
  return server.inject({ url: `/results/key/${id}`, remoteAddress: '8.8.8.8' });
}
const keyIn = (body: string) => Uint8Array.from(Buffer.from((JSON.parse(body) as { key: string }).key, 'base64url'));

test('whoever asks days before is told from when, and the evening before each gets a packet whose length and log tell nothing', async () => {
  const [one, other, below] = [telephone, await makeDeviceKeys(), await makeDeviceKeys()];
  expect(await take('2026-06-20T12:00:00+03:00', people.passed, one)).toMatchObject({ kind: 'waits', why: 'early', from: new Date('2026-06-25T15:00:00+03:00') });
  expect((await refusalOf(take('2026-06-12T08:00:00+03:00', people.passed, one))).code).toBe('no-such-packet');
  const packets = [await packetOf(EVENING, people.passed, one), await packetOf(EVENING, people.below, below), await packetOf(EVENING, people.other, other)];
  expect(new Set(packets.map(({ length }) => length)).size).toBe(1);
  const words = packets.map((packet) => Buffer.from(packet).toString('latin1')).join('');
  for (const open of ['rows', 'edoc', 'MAT09', '"lv"', 'PK\u0003\u0004']) expect(words).not.toContain(open);
  const logged = await s.rows<{ facts: object }>(`select facts from audit.entry where action in ('portal.take-packet', 'portal.read-own-packets') and outcome = 'done'`);
  expect(new Set(logged.map(({ facts }) => JSON.stringify(facts))).size).toBe(1);
  expect(await s.rows(`select channel, count(*)::int as n from certificates.hand_out group by channel`)).toEqual([{ channel: 'packet', n: 2 }]);
  expect(await releaseStates(s.at(EVENING).database.read)).toMatchObject([{ asked: 3, given: 3, complete: 3, openedAt: null }]);
});

test('what can be had of a packet before the instant is refused: from elsewhere, without an exam, for another’s device, in the last minute, on a sixth device', async () => {
  const keys = await makeDeviceKeys();
  await take(EVENING, people.passed, keys);
  const why = async (work: Promise<unknown>) => (await refusalOf(work)).code;
  expect(await why(take(EVENING, people.passed, keys, { sender: { address: '8.8.8.8', hidden: false } }))).toBe('not-from-here');
  expect(await why(take(EVENING, await s.pupil(), await makeDeviceKeys()))).toBe('no-such-packet');
  expect(await why(take(EVENING, people.below, keys))).toBe('device-of-another');
  expect(await why(s.when(EVENING, takePacket, { ...OF, deviceKey: `B${'A'.repeat(86)}`, withCertificates: true, sender: HERE }, resident(people.below), OWN_REQUEST))).toBe('invalid-input');
  expect(await take('2026-06-26T08:59:30+03:00', people.passed, keys)).toMatchObject({ kind: 'waits', why: 'closed' });
  expect(await why(take('2026-06-26T09:00:00+03:00', people.passed, keys))).toBe('no-such-packet');
  for (let n = 0; n < 3; n += 1) await take(EVENING, people.passed, await makeDeviceKeys());
  expect(await why(take(EVENING, people.passed, await makeDeviceKeys()))).toBe('too-many-devices');
});

test('a packet that was sealed before an annulment cannot be called back, but a new one says it, and the portal tells the device', async () => {
  const keys = await makeDeviceKeys();
  await packetOf(EVENING, people.below, keys);
  await s.t.perform(annulEntry, { id: entries[1]!, ground: 'rules-broken', documentNr: '5', documentDate: '2026-06-01' }, s.manager);
  const later = await makeDeviceKeys();
  await packetOf(MORNING, people.below, later);
  const before = await s.when(MORNING, readOwnPackets, HERE, resident(people.below), OWN_REQUEST);
  expect([before.offers.length, before.opened]).toEqual([1, []]);
  const { opened, offers, published } = await s.when('2026-06-26T09:00:05+03:00', readOwnPackets, HERE, resident(people.below), OWN_REQUEST);
  const hashOf = async (pair: CryptoKeyPair) => Buffer.from(await crypto.subtle.digest('SHA-256', await publicBytes(pair))).toString('hex');
  // Who comes late is offered nothing, and told that the results are out.
  expect([before.published, offers, published]).toMatchObject([[], [], [{ ...OF, visibleFrom: new Date('2026-06-26T09:00:00+03:00') }]]);
  expect(opened).toContainEqual({ device: await hashOf(keys), isOutdated: true });
  expect(opened).toContainEqual({ device: await hashOf(later), isOutdated: false });
});

// From here on the release opens; there is no way back.
test('the key is given by the clock of the program alone, not a moment before the instant, held while an event of it is put off, and then the same to all for good', async () => {
  const [keys, stranger] = [telephone, await makeDeviceKeys()];
  const [packet, foreign] = [await packetOf(MORNING, people.passed, keys), await packetOf(MORNING, people.other, stranger)];
  const id = releaseIdOf(headOf(packet));
  const early = await askKey('2026-06-26T08:59:59.999+03:00', id);
  expect([early.statusCode, early.headers['cache-control'], early.headers['retry-after'], JSON.parse(early.body)]).toEqual([202, 'no-store', '1', { leftMs: 1, opensAt: '26.06.2026. 09:00', spreadMs: 3000 }]);
  const unknown = await askKey('2026-06-26T09:00:00+03:00', '00000000-0000-7000-8000-00000000ffff');
  expect([unknown.statusCode, JSON.parse(unknown.body)]).toMatchObject([404, { leftMs: null }]);

  // The instant is moved later: what was given out stays sealed until then.
  // (On the days on which clocks change, to be sure of both.)
  await publishAt('2026-10-25', '09:00', '2026-06-26T08:40:00+03:00');
  for (const at of ['2026-06-26T09:00:01+03:00', '2026-10-25T08:59:59.999+02:00', '2026-10-25T09:00:00+03:00']) expect((await askKey(at, id)).statusCode).toBe(202);
  // An event of the packets is put off beyond the instant of its term: the key of all waits for it.
  await s.rows(`insert into exams.publication (event_id, visible_from, basis, set_at, set_by, confirmed_at, confirmed_by) values ($1, '2027-03-28T09:00:00+03:00', 'Izdomāts', '2026-06-26T08:41:00+03:00', 'one', '2026-06-26T08:41:00+03:00', 'other')`, [s.eventId]);
  const held = await askKey('2026-10-25T09:00:01+02:00', id);
  expect([held.statusCode, JSON.parse(held.body)]).toMatchObject([202, { opensAt: '28.03.2027. 09:00' }]);
  expect(await s.rows('select opened_at from portal.release')).toEqual([{ opened_at: null }]);

  expect((await askKey('2027-03-28T08:59:59.999+03:00', id)).statusCode).toBe(202);
  const [first, again] = [await askKey('2027-03-28T09:00:00+03:00', id), await askKey('2027-03-28T10:00:00+03:00', id)];
  expect([first.statusCode, first.headers['cache-control'], first.headers['set-cookie'], again.body]).toEqual([200, 'public, max-age=31536000, immutable', undefined, first.body]);
  const releaseKey = keyIn(first.body);
  const content: PacketContent = unpacked(await openPacket({ packet, keys, releaseKey }));
  expect(content.rows).toMatchObject([{ total: { lv: '68\u202f%' }, certificate: { number: content.files[0]!.number } }]);
  const [{ sha256 }] = (await s.rows<{ sha256: string }>('select edoc_sha256 as sha256 from certificates.certificate where person_id = $1', [people.passed.id])) as [{ sha256: string }];
  expect(Buffer.from(await crypto.subtle.digest('SHA-256', content.files[0]!.content)).toString('hex')).toBe(sha256);

  // The key that everybody has opens nobody else's packet.
  await expect(openPacket({ packet: foreign, keys, releaseKey })).rejects.toMatchObject({ why: 'other-device' });
  // It is kept sealed, and cannot be exchanged; in production no packet is made any more, whatever the clock says.
  const [{ sealed_key: box }] = (await s.rows<{ sealed_key: Buffer }>('select sealed_key from portal.release')) as [{ sealed_key: Buffer }];
  expect(box.includes(Buffer.from(releaseKey))).toBe(false);
  await expect(s.rows(`update portal.release set sealed_key = '\\x00'`)).rejects.toThrow('has been made');
  const back = s.at(MORNING);
  const afterwards = perform({ ...back, installation: { ...back.installation, production: true } }, takePacket, { ...OF, deviceKey: base64(await publicBytes(keys)), withCertificates: true, sender: HERE }, { actor: resident(people.passed), reason: OWN_REQUEST });
  expect((await refusalOf(afterwards)).code).toBe('no-such-packet');
});

test('the page is the same for everybody, may be kept, and says nothing of anybody; nobody reads a state or a packet without signing in', async () => {
  const { body, headers } = await server.inject({ url: '/results/packet', headers: { accept: 'text/html' } });
  expect([headers['cache-control'], headers['set-cookie'], body.includes('_csrf')]).toEqual(['public, max-age=60', undefined, false]);
  expect((await server.inject({ url: '/results/packet/state' })).json()).toEqual({ isSignedIn: false });
  expect((await server.inject({ method: 'POST', url: '/results/packet', payload: { ...OF, deviceKey: 'x', withCertificates: true } })).statusCode).toBe(401);
  const worker = await server.inject({ url: '/results/packet/worker.js' });
  expect([worker.headers['service-worker-allowed'], worker.headers['content-type']]).toEqual(['/results/packet', 'text/javascript; charset=utf-8']);
});

test('requests and their key are removed sixty days after, not a day before', async () => {
  const counts = () => s.rows(`select (select count(*)::int from portal.packet) > 0 as packets, (select count(*)::int from portal.release) as releases, (select count(*)::int from portal.release_event) as events`);
  const forgetAt = (at: string) => forgetPackets.run({ platform: s.at(at), now: new Date(at) } as Parameters<typeof forgetPackets.run>[0], {});
  await forgetAt('2027-05-26T03:10:00+03:00');
  expect(await counts()).toEqual([{ packets: true, releases: 1, events: 1 }]);
  await forgetAt('2027-05-28T03:10:00+03:00');
  expect(await counts()).toEqual([{ packets: false, releases: 0, events: 0 }]);
  expect(await s.rows(`select facts->>'term' as term, (facts->>'found')::int > 5 as many from audit.entry where action = 'portal.forget-release'`)).toEqual([{ term: 'main', many: true }]);
  await forgetAt('2027-05-28T03:20:00+03:00');
});
