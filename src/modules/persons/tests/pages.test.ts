import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#app/config.js';
import { viewMaker } from '#app/view.js';
import type { Actor } from '#platform/actions/actor.js';
import { addApiRoute } from '#platform/http/api-route.js';
import { createServer } from '#platform/http/server.js';
import { SILENT } from '#platform/log/log.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { addWebRoute } from '#web/add-web-route.js';
import { personsModule } from '../module.js';
import { PERSONS_PERMISSIONS } from '../permissions.js';
import { fillRegister } from './made-up.js';

const TOKEN = 'a-token-of-the-session';
const PARENT = `select g.guardian_id from persons.guardianship g where g.kind = 'parent'
  and not exists (select from persons.protection x where x.person_id in (g.child_id, g.guardian_id)) limit 1`;
const WORDS = `select n.given, n.family, c.code from persons.name n join persons.code c using (person_id) where person_id = $1 and n.valid_to is null and c.valid_to is null`;

let t: TestPlatform;
let server: FastifyInstance;
let actor: Actor;
let known: { given: string; family: string; code: string };

beforeAll(async () => {
  t = await testPlatform();
  await fillRegister(t, 400);
  const one = async <T>(text: string, values: unknown[] = []) => (await t.database.transaction((tx) => tx.raw(text, values))).rows[0] as T;
  const { guardianId } = await one<{ guardianId: string }>(PARENT);
  known = await one(WORDS, [guardianId]);
  actor = actorWith(PERSONS_PERMISSIONS, undefined, guardianId);
  server = await serverFor();
});
afterAll(async () => {
  await server.close();
  await t.close();
});

/** The module's own routes as the program serves them, with a user who is already signed in. */
async function serverFor(): Promise<FastifyInstance> {
  const config = readConfig({ NODE_ENV: 'test' });
  const viewOf = viewMaker({ config, clock: t.platform.clock, assets: { stylesheet: '', icon: '', alone: {}, islands: {}, files: new Map() }, version: 'test' });
  const made = await createServer({
    log: SILENT, identify: async () => ({ actor, csrfToken: TOKEN, sessionId: 's', freshUntil: null, ends: null, restrictedTo: null }), errorPage: async (_, refusal) => refusal?.text.lv ?? 'fault',
    proveAgain: (to) => to, formTargets: [], trustedProxies: 0, secure: false, requestsPerMinute: 100_000, version: 'test',
  });
  for (const route of personsModule.api) addApiRoute(made, t.platform, route);
  for (const route of personsModule.pages) addWebRoute(made, t.platform, viewOf, route);
  return made;
}

const get = (url: string) => server.inject({ url, headers: { accept: 'text/html' } });
const post = (url: string, fields: Record<string, string>) =>
  server.inject({
    method: 'POST', url, headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: TOKEN, ...fields }).toString(),
  });
const WHY = { reason: 'application', caseReference: '1-2/33' };

describe('the pages of persons', () => {
  it.each(['lv', 'en'])('open in %s', async (lang) => {
    for (const path of ['/persons', '/me', '/me/looks', '/me/looks?from=2026-01-01', `/persons/${actor.personId}/address`, `/persons/${actor.personId}/name`, `/persons/${actor.personId}/guardianship`]) {
      const answer = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect([path, answer.statusCode, answer.body.includes(`<html lang="${lang}"`)]).toEqual([path, 200, true]);
    }
  });

  it('lead from a search to a card, without a name or code in any address', async () => {
    const results = await post('/persons/search', { code: known.code, ...WHY });
    expect(results.statusCode).toBe(200);
    expect(results.body).toContain(`/persons/${actor.personId}/card`);
    expect(results.body.match(/name="code"[^>]*/)?.[0]).toContain(known.code);
    const card = await post(`/persons/${actor.personId}/card`, WHY);
    expect(card.body).toContain(`${known.given} ${known.family}`);
    for (const { body } of [results, card, await get('/me')]) {
      const addresses = [...body.matchAll(/(?:href|action)="([^"]*)"/g)].map((match) => decodeURIComponent(match[1]!));
      for (const personal of [known.code, known.family]) expect(addresses.filter((one) => one.includes(personal))).toEqual([]);
    }
  });

  it('go on to the next page by a button that carries what was typed', async () => {
    const first = await post('/persons/search', { bornOn: '', family: 'be', ...WHY });
    expect(first.statusCode).toBe(200);
    const after = /name="after" value="([^"]*)"/.exec(first.body)?.[1];
    if (after) expect((await post('/persons/search', { family: 'be', after: after.replaceAll('&quot;', '"'), ...WHY })).statusCode).toBe(200);
  });

  it('ask for the reason beside its field, and keep what was typed', async () => {
    const answer = await post('/persons/search', { family: 'Bērz', reason: '', caseReference: '1' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Bērz');
  });

  it('open no card without a reason', async () => {
    expect((await post(`/persons/${actor.personId}/card`, {})).statusCode).toBe(422);
    const asked = await get(`/persons/${actor.personId}/card`);
    expect([asked.statusCode, asked.body.includes(known.family)]).toEqual([200, false]);
  });

  it('record an address and come back with it shown; a wrong one comes back with the sentence', async () => {
    const path = `/persons/${actor.personId}/address`;
    const wrong = await post(path, { atvk: '0326100', part: '', street: 'Somas iela 3', addressCode: '', from: '2026-11-01' });
    expect([wrong.statusCode, wrong.body.includes('Norādītajā dienā pašvaldības ar šādu kodu nebija')]).toEqual([422, true]);
    const right = await post(path, { atvk: '0001000', part: '', street: 'Somas iela 3', addressCode: '', from: '2026-11-01' });
    expect([right.statusCode, right.headers.location]).toEqual([303, `/persons/${actor.personId}/record`]);
    expect((await get(path)).body).toContain('Somas iela 3');
  });

  it('answer the three questions of a data tracker', async () => {
    const usage = (await server.inject('/api/me/looks')).json<{ items: { action: { lv: string }; at: string }[]; next: string | null }>();
    expect(usage.items.some((item) => item.action.lv === 'Apskatīta personas kartīte')).toBe(true);
    expect((await server.inject('/api/me/looks/period')).json()).toMatchObject({ first: expect.any(String), last: expect.any(String) });
    expect((await server.inject('/api/me/looks/heartbeat')).json()).toMatchObject({ alive: true });
  });
});
