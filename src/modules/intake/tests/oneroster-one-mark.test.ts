import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BASIC } from '../../education/tests/made-up-schools.js';
import { A, type SendingSchool, sendingSchool } from './sending-school.js';

const GRADEBOOK = '/ims/oneroster/gradebook/v1p2';
const OTHERS = 400;

let s: SendingSchool;
let token: string;
let classId: string;
let maths: number;
let pupil: Awaited<ReturnType<SendingSchool['pupil']>>;
let heard: { text: string; rows: number }[] = [];
beforeAll(async () => {
  s = await sendingSchool();
  ({ token } = await s.journal('rest', [A]));
  classId = await s.aClass('5.a', 5);
  maths = await s.subject('Matemātika');
  pupil = await s.pupil(classId);
  await s.rows(
    `with made as (insert into persons.person (born_on, sex, family_key, given_key, recorded_at, recorded_by) select '2015-05-05', 'male', 'PARAUGS', 'JĀNIS', now(), 'test' from generate_series(1, ${OTHERS}) returning id),
       members as (insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by) select id, $1, $2, true, '2026-09-01', now(), 'test' from made returning id, person_id)
     insert into education.placement (membership_id, class_id, person_id, valid_from, recorded_at, recorded_by) select id, $3, person_id, '2026-09-01', now(), 'test' from members`,
    [A, BASIC, classId],
  );
  const listening = new WeakSet<pg.PoolClient>();
  s.t.database.pool.on('acquire', (client) => {
    if (listening.has(client)) return;
    listening.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<pg.QueryResult> | undefined;
    client.query = ((...args: unknown[]) => {
      const answer = query(...args);
      const text = typeof args[0] === 'string' ? args[0] : '';
      void answer?.then(({ rows }) => heard.push({ text, rows: rows?.length ?? 0 }), () => undefined);
      return answer;
    }) as typeof client.query;
  });
});
afterAll(() => s.t.close());

const put = (id: string, score: number) =>
  fetch(`${s.t.address}${GRADEBOOK}/results/${id}`, {
    method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ result: { student: { sourcedId: pupil.id }, lineItem: { sourcedId: `${classId}.${maths}.S1` }, scoreStatus: 'fully graded', score, scoreDate: '2026-12-17' } }),
  });
const markOf = async () => (await s.rows<{ value: string }>('select value from marks.mark where person_id = $1', [pupil.id]))[0]?.value;
/** Rows of learners, the largest answer to one statement. */
const learnersRead = () => Math.max(0, ...heard.filter(({ text }) => /education\.(membership|placement|learner_number|exemption)|persons\.(person|code|name)/.test(text)).map(({ rows }) => rows));

test('one mark put by REST reads its pupil, not the school, and asks no more than a batch does', async () => {
  heard = [];
  expect((await put('viens', 8)).status).toBe(201);
  expect(await markOf()).toBe('8');
  expect(learnersRead()).toBe(1);
  expect(heard.some(({ text }) => text.includes('education.outcome o') || text.includes('from education.outcome order'))).toBe(false);
  expect(heard.filter(({ text }) => /^\s*(select|with|insert|update)/i.test(text)).length).toBeLessThanOrEqual(45);
});

test('a batch of the same school reads all of its learners, as it names them by code', async () => {
  heard = [];
  expect(await s.send({}, [{ record: 'r', pupil: pupil.code, subjectId: maths, period: 'S1', value: '8' }])).toMatchObject({ state: 'done' });
  expect(learnersRead()).toBeGreaterThan(OTHERS);
});

test('whoever never learnt in the school is refused as before, though nobody else is read', async () => {
  const stranger = await s.rows<{ id: string }>(`insert into persons.person (born_on, sex, family_key, given_key, recorded_at, recorded_by) values ('2015-05-05', 'male', 'SVEŠS', 'JĀNIS', now(), 'test') returning id`);
  await s.rows(`insert into persons.code (person_id, code, valid_from, recorded_at, recorded_by) values ($1, '45052999999', '2015-05-05', now(), 'test')`, [stranger[0]!.id]);
  const answer = await fetch(`${s.t.address}${GRADEBOOK}/results/svess`, {
    method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ result: { student: { sourcedId: stranger[0]!.id }, lineItem: { sourcedId: `${classId}.${maths}.S1` }, scoreStatus: 'fully graded', score: 8, scoreDate: '2026-12-17' } }),
  });
  expect([answer.status, ((await answer.json()) as { imsx_description: string }).imsx_description]).toEqual([400, expect.stringContaining('VI-201') as string]);
});
