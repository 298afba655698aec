import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { demo } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { actorWith } from '#test/test-platform.js';
import { connectServer, disconnectServer, showServers, startPull } from '../actions/oneroster/servers.js';
import { finishPulling } from '../actions/oneroster/pull-steps.js';
import { hasPulled, listServerIds } from '../store/oneroster/pulls.js';
import { pullResults } from '../jobs/pull-results.js';
import { fetchResults } from '../permissions.js';
import { type Peer, oneRosterPeer } from './oneroster-peer.js';
import { type OneRosterSchool, oneRosterSchool } from './oneroster-school.js';
import { aJournal } from './oneroster-vendors.js';

const AT = '2026-12-18T10:00:00.000Z';
let s: OneRosterSchool;
let peer: Peer;
let head: ReturnType<typeof actorWith>;
let serverId: string;

beforeAll(async () => {
  s = await oneRosterSchool();
  peer = await oneRosterPeer({ id: 'vienkopus', secret: 'slepens-vards' });
  await aJournal(s, 'klases-soma');
  head = actorWith([fetchResults], { everywhere: false, institutionIds: [s.institutionId] });
  fill();
  const where = { regNr: s.regNr, journal: 'klases-soma', serviceUrl: `${peer.address}/`, tokenUrl: `${peer.address}/token`, clientId: 'vienkopus', secret: 'slepens-vards' };
  await s.t.perform(connectServer, where, head);
  serverId = (await s.t.perform(showServers, {}, head)).servers[0]!.server.id;
});
afterAll(async () => {
  await peer.close();
  await s.t.close();
});

const ref = (sourcedId: string) => ({ sourcedId, href: 'http://peer/x', type: 'x' });

/** The same school as the CSV packages of these tests, in the words of the REST binding. */
function fill(): void {
  const record = (sourcedId: string, more: object) => ({ sourcedId, status: 'active', dateLastModified: AT, ...more });
  Object.assign(peer.lists, {
    orgs: [record('sk', { name: 'Izdomātā skola', type: 'school', identifier: s.regNr })],
    academicSessions: [record('s1', { title: '1. semestris', type: 'semester', startDate: '2026-09-01', endDate: '2026-12-18', schoolYear: '2027' })],
    courses: [record('c1', { title: s.subjects[0]!.name, courseCode: String(s.subjects[0]!.id), org: ref('sk') })],
    classes: [record('k', { title: '5.a', classType: 'homeroom', course: ref('c1'), school: ref('sk'), terms: [ref('s1')] })],
    users: s.pupils.map((one, at) => record(`u${at}`, { givenName: 'Anna', familyName: one.family, userIds: [{ type: 'personasKods', identifier: one.code }] })),
    enrollments: s.pupils.map((_, at) => record(`e${at}`, { role: 'student', user: ref(`u${at}`), class: ref('k'), school: ref('sk') })),
    categories: [record('sem', { title: 'Semestra vērtējums' })],
    lineItems: [record('l', { title: 'Semestris', class: ref('k'), category: ref('sem'), academicSession: ref('s1'), school: ref('sk') })],
    results: s.pupils.map((_, at) => record(`r${at}`, { lineItem: ref('l'), student: ref(`u${at}`), scoreStatus: 'fully graded', score: 6 + at, scoreDate: '2026-12-17' })),
  });
}

const marks = async () => (await s.rows<{ value: string; state: string }>('select value, state from marks.mark where institution_id = $1 order by person_id', [s.institutionId])).map(({ value, state }) => `${value} ${state}`);
const run = (pullId: string) => pullResults.run({ platform: s.t.platform, now: s.t.platform.clock.now() }, { pullId });
const last = async () => (await s.t.perform(showServers, {}, head)).servers[0]!.last!;

test('a fetch that finds the server down goes on where it was, and marks come once', async () => {
  peer.cap = 2;
  const { pullId } = await s.t.perform(startPull, { id: serverId }, head);
  peer.fail(200, 0);
  const before = peer.asked.length;
  let tries = 0;
  // The server answers seven pages, then it is down for two runs.
  const down = () => peer.fail(503, 1);
  const original = peer.lists['lineItems']!;
  Object.defineProperty(peer.lists, 'lineItems', { configurable: true, enumerable: true, get: () => ((tries += 1) === 1 ? (down(), original) : original) });
  await expect(run(pullId)).rejects.toThrow('HTTP 503');
  expect(await marks()).toEqual([]);
  expect(await last()).toMatchObject({ state: 'working', failure: expect.stringContaining('503') as string, collection: 'scoreScales' });
  await run(pullId);
  Object.defineProperty(peer.lists, 'lineItems', { configurable: true, enumerable: true, writable: true, value: original });
  expect(await marks()).toEqual(['6 confirmed', '7 confirmed', '8 confirmed']);
  expect(peer.asked.slice(before)).toEqual([
    'orgs 0', 'academicSessions 0', 'courses 0', 'classes 0', 'users 0', 'users 2', 'enrollments 0', 'enrollments 2', 'categories 0', 'lineItems 0', 'scoreScales 0', 'scoreScales 0', 'results 0', 'results 2',
  ]);
  expect(await last()).toMatchObject({ state: 'done', fetched: 15, failure: '' });
  expect(await s.rows('select from intake.oneroster_pulled')).toEqual([]);
});

test('the next fetch asks for what changed since, corrects it and takes back what the server took back', async () => {
  const later = '2027-01-12T09:00:00.000Z';
  const [first, second] = peer.lists['results']!;
  peer.lists['results'] = [{ ...first!, score: 10, dateLastModified: later }, { sourcedId: second!['sourcedId'], status: 'tobedeleted', dateLastModified: later }];
  await run((await s.t.perform(startPull, { id: serverId }, head)).pullId);
  expect(peer.asked.at(-1)).toBe("results 0 dateLastModified>'2027-01-12T07:00:00.000Z'");
  expect(await marks()).toEqual(['10 confirmed', '7 withdrawn', '8 confirmed']);
  expect(await last()).toMatchObject({ state: 'done', withdrawn: 1 });
});

const pull = async () => run((await s.t.perform(startPull, { id: serverId }, head)).pullId);
/** The offsets or cursors at which a list was asked for since. */
const askedOf = (name: string, since: number) => peer.asked.slice(since).filter((one) => one.startsWith(`${name} `)).map((one) => one.slice(name.length + 1));

test('a record taken back without an identifier takes nothing back and is told', async () => {
  const [before, kept] = [await marks(), peer.lists['results']!];
  peer.lists['results'] = [{ sourcedId: '', status: 'tobedeleted', dateLastModified: '2027-01-12T09:30:00.000Z' }];
  await pull();
  expect(await last()).toMatchObject({ state: 'done', withdrawn: 0, failure: 'faulty-row: 1' });
  expect(await marks()).toEqual(before);
  peer.lists['results'] = kept;
});

test('what is taken back of a period that has closed stays and is told', async () => {
  const [before, kept] = [await marks(), peer.lists['results']!];
  const until = (day: string) => s.rows(`update education.deadline set corrections_until = $1 where year = 2026 and matter = 'S1' and superseded_at is null`, [day]);
  await until('2027-01-11');
  peer.lists['results'] = [{ sourcedId: 'r0', status: 'tobedeleted', dateLastModified: '2027-01-12T09:40:00.000Z' }];
  await pull();
  expect(await last()).toMatchObject({ state: 'done', withdrawn: 0, failure: 'period-closed: 1' });
  expect(await marks()).toEqual(before);
  await until('2027-08-31');
  peer.lists['results'] = kept;
});

test('without counts only an empty page is the last, however few a server gives at once', async () => {
  peer.counts = false;
  const before = peer.asked.length;
  await pull();
  expect(askedOf('users', before)).toEqual(['0', '2', '3']);
  expect(await last()).toMatchObject({ state: 'done', fetched: 14 });
});

test('the next page is where the server says it is', async () => {
  Object.assign(peer, { counts: true, links: true });
  const before = peer.asked.length;
  await pull();
  expect(askedOf('users', before)).toEqual(['0', 'cursor 2']);
  expect(await last()).toMatchObject({ state: 'done', fetched: 14 });
  peer.links = false;
});

test('a server that heeds no offset is not asked for ever', async () => {
  Object.assign(peer, { counts: false, offsets: false });
  await pull();
  expect(await last()).toMatchObject({ state: 'failed', failure: expect.stringContaining('same-page') as string });
  Object.assign(peer, { cap: 500, counts: true, offsets: true });
});

test('a body that breaks off is a failure that passes', async () => {
  const { pullId } = await s.t.perform(startPull, { id: serverId }, head);
  peer.breaks = 1;
  await expect(run(pullId)).rejects.toThrow('no-connection');
  expect(await last()).toMatchObject({ state: 'working', failure: 'no-connection' });
  await run(pullId);
  expect(await last()).toMatchObject({ state: 'done', failure: '' });
});

test('what was not understood is asked for again, though it has not changed since', async () => {
  const [user] = peer.lists['users']!;
  const later = '2027-01-12T09:00:00.000Z';
  peer.lists['users']![0] = { ...user!, sourcedId: 'cits' };
  await s.rows('delete from intake.oneroster_record');
  peer.lists['results'] = [{ ...peer.lists['results']![0]!, score: 3, dateLastModified: later }];
  await pull();
  expect(await last()).toMatchObject({ state: 'done', troubles: 1, failure: 'record-unknown: 1' });
  peer.lists['users']![0] = user!;
  peer.lists['results'] = [{ ...peer.lists['results'][0]!, dateLastModified: AT }];
  await pull();
  expect(peer.asked.at(-1)).toBe('results 0');
  expect(await last()).toMatchObject({ state: 'done', troubles: 0 });
  expect((await marks())[0]).toBe('3 confirmed');
});

test('an answer that is refused ends the fetch with its reason', async () => {
  peer.fail(403, 1);
  await run((await s.t.perform(startPull, { id: serverId }, head)).pullId);
  expect(await last()).toMatchObject({ state: 'failed', failure: 'HTTP-403 orgs' });
});

test('why a fetch failed is told in the reader’s language, with its code', async () => {
  const page = async (lang: 'lv' | 'en') => {
    const someone = visitor(s.t, `198.51.100.${lang === 'lv' ? 91 : 92}`);
    await someone.signIn(demo('institution-head').login, DEMO_PASSWORD);
    return (await someone.open(`/intake/oneroster/servers?lang=${lang}`)).body;
  };
  expect(await page('lv')).toMatch(/Serveris neļauj lasīt \(HTTP 403, orgs\).*<code>HTTP-403<\/code>/s);
  expect(await page('en')).toContain('The server does not let us read (HTTP 403, orgs)');
});

test('an inner address is refused beside its field, and one that turns out to be inner is answered as if nobody were there', async () => {
  const more = { regNr: s.regNr, journal: 'klases-soma', clientId: 'x', secret: '12345678' };
  await expect(s.t.perform(connectServer, { ...more, serviceUrl: 'https://10.0.0.5', tokenUrl: 'https://zurnals.example.lv/t' }, head)).rejects.toMatchObject({ fields: [{ field: 'serviceUrl' }] });
  await expect(s.t.perform(connectServer, { ...more, serviceUrl: 'https://zurnals.example.lv', tokenUrl: 'https://[::ffff:169.254.169.254]/t' }, head)).rejects.toMatchObject({ fields: [{ field: 'tokenUrl' }] });
  await s.rows(`update intake.oneroster_server set token_url = 'http://169.254.169.254/latest'`);
  const { pullId } = await s.t.perform(startPull, { id: serverId }, head);
  await expect(run(pullId)).rejects.toThrow('no-connection');
  expect(await last()).toMatchObject({ state: 'working', failure: 'no-connection' });
  await s.rows('update intake.oneroster_server set token_url = $1', [`${peer.address}/token`]);
  await run(pullId);
  expect(await last()).toMatchObject({ state: 'done' });
});

test('whoever runs the installation says whether servers may stand inside, and what is not allowed is neither entered nor called', async () => {
  const more = { regNr: s.regNr, journal: 'klases-soma', clientId: 'x', secret: '12345678' };
  const within = (inner: string | undefined, production = false): Platform => ({ ...s.t.platform, installation: { ...s.t.platform.installation, production, outside: { INNER_JOURNALS: inner } } });
  const entered = async (platform: Platform, serviceUrl: string): Promise<unknown> =>
    perform(platform, connectServer, { ...more, serviceUrl, tokenUrl: 'https://zurnals.example.lv/t' }, { actor: head }).then(() => 'taken', ({ fields, code }: { fields?: { field: string }[]; code: string }) => fields?.[0]?.field ?? code);
  // Where the address may be entered, what is wrong is only that the journal has a server already.
  const TAKEN = 'one-server-of-a-journal-in-a-school';
  const [machine, network] = ['https://127.0.0.1:8443', 'https://10.0.0.5'];
  const told = async (platform: Platform) => [await entered(platform, machine), await entered(platform, network)];
  expect(await told(within('none'))).toEqual(['serviceUrl', 'serviceUrl']);
  expect(await told(within('private'))).toEqual(['serviceUrl', TAKEN]);
  expect(await told(within('loopback'))).toEqual([TAKEN, 'serviceUrl']);
  expect(await told(within(undefined))).toEqual([TAKEN, 'serviceUrl']);
  expect(await told(within(undefined, true))).toEqual(['serviceUrl', 'serviceUrl']);

  const { pullId } = await s.t.perform(startPull, { id: serverId }, head);
  const asked = peer.asked.length;
  await expect(pullResults.run({ platform: within('none'), now: s.t.platform.clock.now() }, { pullId })).rejects.toThrow('no-connection');
  expect([peer.asked.length, (await last()).failure]).toEqual([asked, 'no-connection']);
  await run(pullId);
  expect(await last()).toMatchObject({ state: 'done' });
});

test('nothing is fetched, nor taken of what was fetched, once the school has ended its confirmation', async () => {
  const ends = (day: string | null) => s.rows('update intake.journal_school set valid_to = $1 where institution_id = $2', [day, s.institutionId]);
  const { pullId } = await s.t.perform(startPull, { id: serverId }, head);
  peer.fail(503, 1);
  await expect(run(pullId)).rejects.toThrow('HTTP 503');
  await s.rows(`insert into intake.oneroster_pulled (pull_id, file, position, columns) values ($1, 'users', 1, '{"givenName": "Anna"}')`, [pullId]);
  const today = s.t.platform.clock.today();
  await ends(today);
  const asked = peer.asked.length;
  await run(pullId);
  expect(peer.asked.length).toBe(asked);
  expect(await last()).toMatchObject({ state: 'failed', failure: expect.stringContaining('VI-103') as string });
  expect(await s.rows('select from intake.oneroster_pulled')).toEqual([]);
  await expect(s.t.perform(startPull, { id: serverId }, head)).rejects.toMatchObject({ code: 'VI-103', facts: { cause: 'period' } });
  expect(await listServerIds(s.t.database.primary, today)).toEqual([]);
  // Ended between the last page and the handing over.
  await ends(null);
  expect(await listServerIds(s.t.database.primary, today)).toEqual([serverId]);
  const second = await s.t.perform(startPull, { id: serverId }, head);
  await ends(today);
  expect(await s.t.perform(finishPulling, { pullId: second.pullId }, systemActor('test'))).toMatchObject({ batches: 0 });
  expect(await last()).toMatchObject({ state: 'failed', failure: expect.stringContaining('VI-103') as string });
  await ends(null);
});

test('disconnecting ends the fetch under way and deletes what it held', async () => {
  const { pullId } = await s.t.perform(startPull, { id: serverId }, head);
  peer.fail(200, 0);
  await s.rows(`insert into intake.oneroster_pulled (pull_id, file, position, columns) values ($1, 'users', 1, '{"givenName": "Anna"}')`, [pullId]);
  await s.t.perform(disconnectServer, { id: serverId }, head);
  expect(await s.rows('select from intake.oneroster_pulled')).toEqual([]);
  expect(await s.rows('select state, failure from intake.oneroster_pull where id = $1', [pullId])).toEqual([{ state: 'failed', failure: 'disconnected' }]);
  const asked = peer.asked.length;
  await run(pullId);
  expect(peer.asked.length).toBe(asked);
  await s.rows('update intake.oneroster_server set ended_at = null, ended_by = null');
});

test('whether assessed outcomes were fetched is asked without reading them', async () => {
  const { pullId } = await s.t.perform(startPull, { id: serverId }, head);
  const { read } = s.t.database;
  expect(await hasPulled(read, pullId, 'resultLearningObjectiveIds')).toBe(false);
  await s.rows(`insert into intake.oneroster_pulled (pull_id, file, position, columns) values ($1, 'resultLearningObjectiveIds', 1, '{}')`, [pullId]);
  expect([await hasPulled(read, pullId, 'resultLearningObjectiveIds'), await hasPulled(read, pullId, 'users')]).toEqual([true, false]);
  await s.rows('delete from intake.oneroster_pulled');
  await run(pullId);
});

test('the secret is kept encrypted, and a server belongs to an e-journal that the school has confirmed', async () => {
  const [row] = await s.rows<{ sealed_secret: Buffer }>('select sealed_secret from intake.oneroster_server');
  expect(row!.sealed_secret.includes('slepens')).toBe(false);
  const more = { serviceUrl: 'http://127.0.0.1:1', tokenUrl: 'http://127.0.0.1:1/t', clientId: 'x', secret: '12345678' };
  await expect(s.t.perform(connectServer, { regNr: s.regNr, journal: 'nezinams', ...more }, head)).rejects.toMatchObject({ fields: [{ field: 'journal' }] });
  await expect(s.t.perform(connectServer, { regNr: s.regNrs[1], journal: 'klases-soma', ...more }, head)).rejects.toMatchObject({ status: 404 });
  await expect(s.t.perform(connectServer, { regNr: s.regNr, journal: 'klases-soma', ...more }, head)).rejects.toMatchObject({ code: 'one-server-of-a-journal-in-a-school' });
});
