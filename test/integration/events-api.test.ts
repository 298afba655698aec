import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillWithUsers, userIdOf } from '#modules/access/tests/made-up-country.js';
import { visitor } from '#modules/authentication/tests/browser-like.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { olderTransactionsEnded } from '#test/older-transactions.js';

const WRITERS = 6;
const EVENTS_OF_A_WRITER = 40;
const PASSWORD = 'vienkopus-demo-2026';

interface Page {
  readonly items: readonly { id: string; name: string; at: string; payload: Record<string, unknown> }[];
  readonly next: string | null;
  readonly more: boolean;
}

let t: TestPlatform;
let machine: ReturnType<typeof visitor>;
let ofOneTown: ReturnType<typeof visitor>;
let resident: ReturnType<typeof visitor>;

beforeAll(async () => {
  t = await testPlatform();
  const { units } = await fillWithUsers(t);
  await grant('registrators', { everywhere: true });
  await grant('izpilddirektors', { unitId: units[0] });
  [machine, ofOneTown, resident] = await Promise.all(['registrators', 'izpilddirektors', 'iedzivotajs'].map(signedIn)) as [typeof machine, typeof machine, typeof machine];
});
afterAll(() => t.close());

async function grant(login: string, place: { everywhere: boolean } | { unitId: number | undefined }) {
  const userId = await userIdOf(t, login);
  const days = { validFrom: '2026-01-01', confirmedOn: '2026-01-01', recordedAt: new Date(), recordedBy: 'test' };
  await t.database.transaction((tx) => tx.insert('access.role_grant', { userId, roleCode: 'event-reader', ...place, basis: 'Līgums', ...days }));
}

async function signedIn(login: string) {
  const one = visitor(t);
  await one.signIn(login, PASSWORD);
  return one;
}

const ask = async (query: string, who = machine) => {
  const { status, raw } = await who.open(`/api/events?${query}`);
  return { status, type: String(raw.headers['content-type']), body: raw.json() as Page & { type?: string; errors?: { field: string; detail: string }[] } };
};
const inserting = `insert into platform.event (name, at, payload) values ($1, now(), $2)`;

/** Pulls from a place until nothing more comes for a while after `finished`. */
async function pull(after: string | null, finished: () => boolean): Promise<Page['items']> {
  const items: Page['items'][number][] = [];
  let next = after;
  for (let done = false; !done; ) {
    done = finished();
    for (let more = true; more; ) {
      const { body } = await ask(new URLSearchParams({ limit: '7', names: 'institutions.institution-renamed', ...(next && { after: next }) }).toString());
      items.push(...body.items);
      ({ next, more } = body);
    }
    await pause(5);
  }
  return items;
}

test('a reader pulling while many write gets every event once, in an order that a second reader finds again', async () => {
  let writing = true;
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    const client = new pg.Client({ connectionString: t.ownerUrl });
    await client.connect();
    for (let at = 0; at < EVENTS_OF_A_WRITER; at += 1) {
      await client.query('begin');
      await client.query(inserting, ['institutions.institution-renamed', { institutionId: `${writer}:${at}`, on: '2026-11-21' }]);
      await pause((writer * 7 + at * 3) % 11);
      await client.query(at % 10 === 9 ? 'rollback' : 'commit');
    }
    await client.end();
  });
  const reading = pull(null, () => !writing);
  await Promise.all(writers);
  await olderTransactionsEnded(t.database);
  writing = false;
  const first = await reading;
  const second = await pull(null, () => true);

  const committed = Array.from({ length: WRITERS * EVENTS_OF_A_WRITER }, (_, n) => n).filter((n) => n % 10 !== 9).map((n) => `${Math.floor(n / EVENTS_OF_A_WRITER)}:${n % EVENTS_OF_A_WRITER}`);
  expect(first.map(({ payload }) => payload['institutionId']).sort()).toEqual(committed.sort());
  expect(second).toEqual(first);
});

test('reading goes on from `next`, and stays there while nothing is new', async () => {
  const whole = (await ask('limit=1000')).body;
  const middle = (await ask('limit=5')).body;
  expect(middle.more).toBe(true);
  const rest = (await ask(`limit=1000&after=${middle.next}`)).body;
  expect([...middle.items, ...rest.items]).toEqual(whole.items);
  expect((await ask(`after=${rest.next}`)).body).toEqual({ items: [], next: rest.next, more: false });
});

test('only published kinds are told, and of them only the fields of their contract', async () => {
  await t.database.pool.query(inserting, ['persons.person-registered', { personId: 'x', on: '2026-11-21' }]);
  await t.database.pool.query(inserting, ['reforms.reform-prepared', { reformId: 'r', effective: '2027-01-01', minister: 'Jānis Izdomātais' }]);
  await olderTransactionsEnded(t.database);
  const { items } = (await ask('limit=1000')).body;
  expect(items.filter(({ name }) => !/^(institutions|reforms)\./.test(name))).toEqual([]);
  expect(items.at(-1)).toMatchObject({ name: 'reforms.reform-prepared', payload: { reformId: 'r', effective: '2027-01-01' } });
  expect(JSON.stringify(items)).not.toContain('Izdomātais');
  const refused = await ask('names=institutions.institution-renamed,persons.person-registered');
  expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([422, 'names']);
});

test.each(['after=from-the-beginning', 'after=MS4xLng', 'limit=0', 'limit=1001', 'limit=all'])('%s is answered with problem details', async (query) => {
  const answer = await ask(query);
  expect(answer).toMatchObject({ status: 422, type: 'application/problem+json; charset=utf-8', body: { type: '/problems/invalid-input', errors: [{ field: query.split('=')[0] }] } });
});

test('nobody reads without the right, nor with a right over a part of the country', async () => {
  expect((await t.server.inject('/api/events')).statusCode).toBe(401);
  expect((await ask('', resident)).status).toBe(403);
  expect(await ask('', ofOneTown)).toMatchObject({ status: 403, body: { type: '/problems/rights-everywhere-needed' } });
});

test('the contract stands in OpenAPI, with what its parameters mean', async () => {
  const document = (await t.server.inject('/api/openapi.json')).json() as { paths: Record<string, { get: { parameters: { name: string; description: string }[]; security: unknown[] } }> };
  const { parameters, security } = document.paths['/api/events']!.get;
  expect(parameters.map(({ name, description }) => [name, description.length > 10])).toEqual([['after', true], ['names', true], ['limit', true]]);
  expect(security).toEqual([{ token: [] }]);
});
