import { afterAll, beforeAll, expect, test } from 'vitest';
import { isMadeUp, personCode } from '#kernel/person-code.js';
import { A, sendingSchool, type SendingSchool } from './sending-school.js';

let s: SendingSchool;
let maths: number;
let real: { code: string; family: string; id: string }[];
beforeAll(async () => {
  s = await sendingSchool();
  const [fifth, sixth] = [await s.aClass('5.a', 5), await s.aClass('6.b', 6)];
  real = [await s.pupil(fifth), await s.pupil(fifth), await s.pupil(sixth), await s.pupil(sixth, '2026-09-01', '2026-12-01')];
  maths = await s.subject('Matemātika');
});
afterAll(() => s.t.close());

interface Sandbox {
  readonly learners: readonly { id: string; class: string; pupil: string; familyName: string }[];
  readonly records: readonly { learner: string; item: number; period: string; value: string }[];
}
const look = async (token?: string) => {
  const answer = await s.call('/sandbox/9900000000?year=2026', {}, token);
  return { status: answer.status, ...((await answer.json()) as Sandbox) };
};
const make = (token?: string) => s.call('/sandbox/9900000000?year=2026', { method: 'POST' }, token);

test('a vendor tries its program on a private copy: real classes, made-up pupils, the same answers, and nothing in the register', async () => {
  const head = { sandbox: true };
  expect(await s.send(head, [{ pupil: '1', subjectId: maths, period: 'S1', value: '7' }])).toMatchObject({ status: 404, type: '/problems/no-sandbox' });
  expect(await (await make()).json()).toEqual({ learners: 3 });
  const { learners } = await look();
  expect(learners.map((one) => one.class).sort()).toEqual(['5.a', '5.a', '6.b']);
  for (const { pupil } of learners) expect(isMadeUp(personCode(pupil))).toBe(true);
  expect(learners.filter(({ pupil }) => real.some(({ code }) => code === pupil))).toEqual([]);
  const known = learners.find((one) => one.class === '5.a')!;
  const row = { pupil: known.pupil, familyName: known.familyName, class: '5A', subjectId: maths, period: 'S1', value: '7' };
  const answer = await s.send(head, [row, { ...row, period: 'EXAM', value: '11' }, { ...row, pupil: real[0]!.code, familyName: undefined }]);
  expect(answer).toMatchObject({ status: 200, taken: 1, refused: 2, answers: [{ code: 'VI-204' }, { code: 'VI-201' }] });
  expect(await s.send(head, [row])).toMatchObject({ unchanged: 1 });
  expect(await s.send(head, [{ ...row, value: '8' }])).toMatchObject({ corrected: 1 });
  expect(await s.send({ ...head, dryRun: true }, [{ ...row, value: '9' }])).toMatchObject({ corrected: 1 });
  expect((await look()).records).toEqual([{ learner: known.id, kind: 'mark', item: maths, period: 'S1', value: '8' }]);
  expect(await s.rows('select 1 from marks.mark')).toEqual([]);
  expect(await s.rows('select 1 from marks.standing_to_count')).toEqual([]);
});

test('made-up pupils are nobody in the register', async () => {
  const { learners } = await look();
  expect((await s.send({}, [{ pupil: learners[0]!.pupil, subjectId: maths, period: 'S1', value: '7' }])).answers).toMatchObject([{ code: 'VI-201' }]);
  expect(await s.rows('select 1 from persons.person p where p.id = any($1::uuid[])', [learners.map(({ id }) => id)])).toEqual([]);
});

test('a copy is seen, filled and thrown away by its own journal alone, which needs no confirmation of the school', async () => {
  const other = await s.journal('soma');
  expect(await look(other.token)).toMatchObject({ status: 404 });
  expect((await make(other.token)).status).toBe(200);
  const theirs = await look(other.token);
  const ours = await look();
  expect(theirs.records).toEqual([]);
  expect(theirs.learners.filter(({ id }) => ours.learners.some((one) => one.id === id))).toEqual([]);
  expect((await s.call('/sandbox/9900000000?year=2026', { method: 'DELETE' }, other.token)).status).toBe(200);
  expect(await look(other.token)).toMatchObject({ status: 404 });
  expect(await look()).toMatchObject({ status: 200, learners: ours.learners });
  expect(await (await make()).json()).toEqual({ learners: 3 });
  expect((await look()).records).toEqual([]);
  expect(await s.rows('select distinct institution_id from intake.sandbox')).toEqual([{ institution_id: A }]);
});
