import * as openid from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ListeningProgram, listeningProgram } from '../../apps/tests/program.js';
import { INSTITUTIONS } from '../../access/tests/made-up-country.js';

const CHILD = '01900000-0000-7000-8000-00000000c001';
const CODE = '45051000001';
const MOVER = '01900000-0000-7000-8000-00000000c002';

let t: ListeningProgram;
let token: string;
const rows = async (statement: string, values: unknown[] = []) => (await t.database.pool.query(statement, values)).rows;

beforeAll(async () => {
  t = await listeningProgram();
  await rows(`insert into persons.person (id, born_on, sex, family_key, given_key, recorded_at, recorded_by) values ($1, '2015-05-05', 'female', 'paraugs', 'anna', now(), 'test')`, [CHILD]);
  await rows(`insert into persons.code (person_id, code, valid_from, recorded_at, recorded_by) values ($1, $2, '2015-05-05', now(), 'test')`, [CHILD, CODE]);
  await rows(
    `insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, valid_to, end_reason, recorded_at, recorded_by)
     select $1, $2, '21011111', true, '2022-09-01', '2027-02-01', code, now(), 'test' from education.end_reason limit 1`,
    [CHILD, INSTITUTIONS[0]],
  );
  token = await machine('sistema.atlaides', 'status-checker');
});
afterAll(() => t.close());

async function machine(login: string, role: string): Promise<string> {
  await rows(`insert into access.app_user (login, name, unit_id, recorded_at, recorded_by) values ($1, $1, $2, now(), 'test')`, [login, t.units[0]]);
  await rows(
    `insert into access.role_grant (user_id, role_code, everywhere, valid_from, basis, confirmed_on, recorded_at, recorded_by)
     select id, $2, true, '2026-01-01', 'Līgums', '2026-01-01', now(), 'test' from access.app_user where login = $1`,
    [login, role],
  );
  const client = await t.client({ kind: 'machine', user: login });
  return (await openid.clientCredentialsGrant(await t.discover(client.id, openid.ClientSecretBasic(client.secret!)))).access_token;
}

const check = async (body: object, by = token) => {
  const answer = await fetch(`${t.address}/api/education/status`, { method: 'POST', headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

test('a machine learns whether someone is a learner, the stage, the form and until when, and nothing else', async () => {
  const { status, body } = await check({ personCode: '450510-00001' });
  expect(status).toBe(200);
  expect(body).toEqual({ isLearner: true, level: 'basic', form: 'full-time', validTo: '2027-02-01', checkedAt: expect.stringMatching(/^2026-11-21T/) });
  expect((await check({ personReference: CHILD, asOf: '2027-02-01' })).body).toMatchObject({ isLearner: false, level: null });
});

test('who moves to another institution without a day between goes on to be a learner', async () => {
  await rows(`insert into persons.person (id, born_on, sex, family_key, given_key, recorded_at, recorded_by) values ($1, '2014-04-04', 'male', 'parejs', 'juris', now(), 'test')`, [MOVER]);
  const learn = (at: number, programme: string, from: string, to: string | null) =>
    rows(
      `insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, valid_to, end_reason, recorded_at, recorded_by)
       select $1, $2, $3, true, $4, $5::date, case when $5::date is not null then code end, now(), 'test' from education.end_reason limit 1`,
      [MOVER, INSTITUTIONS[at], programme, from, to],
    );
  await learn(0, '21011111', '2022-09-01', '2026-12-01');
  expect((await check({ personReference: MOVER, asOf: '2026-11-20' })).body).toMatchObject({ validTo: '2026-12-01' });
  await learn(1, '21011111', '2026-12-01', '2027-06-01');
  expect((await check({ personReference: MOVER, asOf: '2026-11-19' })).body).toMatchObject({ isLearner: true, level: 'basic', validTo: '2027-06-01' });
  // Secondary school is another level: what was told ends where it begins.
  await learn(0, '31016011', '2027-06-01', null);
  expect((await check({ personReference: MOVER, asOf: '2026-11-18' })).body).toMatchObject({ level: 'basic', validTo: '2027-06-01' });
  expect((await check({ personReference: MOVER, asOf: '2027-06-01' })).body).toMatchObject({ isLearner: true, level: 'secondary', validTo: null });
});

test('someone unknown is no learner, like someone known who learns nowhere', async () => {
  const unknown = await check({ personCode: '450510-09999' });
  expect(unknown).toMatchObject({ status: 200, body: { isLearner: false, level: null, form: null, validTo: null } });
});

test('each check is logged with the person, one answered from memory too', async () => {
  const looks = async () => Number((await rows(`select count(*) as n from audit.entry where action = 'education.check-status' and $1 = any(subjects)`, [CHILD]))[0].n);
  const before = await looks();
  const [first, second] = [await check({ personCode: CODE, asOf: '2026-12-01' }), await check({ personCode: CODE, asOf: '2026-12-01' })];
  expect(second.body).toEqual(first.body);
  expect(await looks()).toBe(before + 2);
});

test('what is asked wrongly is refused: nobody named, two named, a day too far', async () => {
  for (const body of [{}, { personCode: CODE, personReference: CHILD }, { personCode: CODE, asOf: '2020-01-01' }, { personCode: '1' }]) expect((await check(body)).status).toBe(422);
});

test('without the role nothing is told', async () => {
  expect((await check({ personCode: CODE }, await machine('sistema.cita', 'event-reader'))).status).toBe(403);
  expect((await check({ personCode: CODE }, 'x'.repeat(43))).status).toBe(401);
});
