import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '../../authentication/tests/browser-like.js';
import { demo } from '../../access/tests/made-up-country.js';
import { A, B, type Pupil, sendingSchool, type SendingSchool } from './sending-school.js';

let s: SendingSchool;
let secretary: ReturnType<typeof visitor>;
let fifth: string;
let maths: number;
beforeAll(async () => {
  s = await sendingSchool();
  fifth = await s.aClass('5.a', 5);
  maths = await s.subject('Matemātika');
  secretary = visitor(s.t);
  await secretary.signIn(demo('school-secretary').login, demo('school-secretary').password);
});
afterAll(() => s.t.close());

const row = (pupil: Pupil, more: object = {}) => ({ record: `r-${pupil.code}`, pupil: pupil.code, familyName: pupil.family, class: '5.a', subjectId: maths, period: 'S1', value: '7', ...more });

/** A pupil with a mark that a person entered, and a batch whose only row says another one. */
async function clashing() {
  const pupil = await s.pupil(fifth);
  await s.send({}, [row(pupil)]);
  await s.cameFrom(pupil, 'manual');
  const { id } = await s.send({}, [row(pupil, { value: '9' })]);
  return { pupil, id, at: `/intake/batches/${id}/rows/1`, answers: `/intake/batches/${id}/answers?code=VI-208` };
}
const stateOf = async (id: string) =>
  (await s.rows('select a.state, a.settled_at is not null and a.settled_by is not null as decided, b.refused, b.corrected from intake.answer a join intake.batch b on b.id = a.batch_id where b.id = $1', [id]))[0];
const hiddenOf = (page: string) => Object.fromEntries([...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));

test('from a row that clashes with the register leads a way to the record, and no value is proposed', async () => {
  const { pupil, at, answers } = await clashing();
  const { body } = await secretary.open(answers);
  expect(body).toContain(`${at}/value`);
  expect(body).not.toContain('Tuvākās derīgās vērtības');
  const way = await secretary.open(`${at}/record`);
  expect([way.status, way.location]).toEqual([303, `/marks/records/mark/2026/${pupil.membershipId}/${maths}/S1`]);
  const record = await secretary.open(way.location!);
  expect([record.status, record.body.includes(pupil.family)]).toEqual([200, true]);
});

test('the value sent is taken as a correction with a reason, settles the row with it, and both looking and correcting are logged', async () => {
  const { pupil, id, at, answers } = await clashing();
  const page = (await secretary.open(`${at}/value`)).body;
  expect(page).toMatch(new RegExp(`${pupil.family} Anna[^]*Reģistrā</dt><dd><strong>7<[^]*zalais[^]*<strong>9<`));
  const hasty = await secretary.send(`${at}/value`, { ...hiddenOf(page), reason: '' });
  expect([hasty.status, hasty.body.includes('id="f-reason-error"')]).toEqual([422, true]);
  const why = 'Skolotāja atsūtīja pārrakstīto darbu';
  const taken = await secretary.send(`${at}/value`, { ...hiddenOf(page), reason: why });
  expect([taken.status, taken.location]).toEqual([303, answers]);
  expect(await s.rows('select value, channel from marks.mark where person_id = $1', [pupil.id])).toEqual([{ value: '9', channel: 'manual' }]);
  expect(await s.rows('select reason from marks.record_before where person_id = $1', [pupil.id])).toEqual([{ reason: why }]);
  expect(await stateOf(id)).toEqual({ state: 'settled', decided: true, refused: 0, corrected: 1 });
  expect(await (await s.call(`/batches/${id}`)).json()).toMatchObject({ rows: 1, taken: 0, corrected: 1, refused: 0, pending: 0 });
  expect(await (await s.call(`/batches/${id}/answers`)).json()).toMatchObject({ answers: [{ code: 'VI-208', state: 'settled' }] });
  expect((await secretary.open(answers)).body).not.toContain(`${at}/value`);
  expect((await secretary.open(`${at}/value`)).body).toMatch(/Par šo rindu jau ir izlemts(?![^]*<textarea)/);
  expect((await secretary.send(`${at}/value`, { ...hiddenOf(page), reason: why })).status).toBe(409);
  const logged = await s.rows<{ action: string; why: string | null }>(`select action, facts->>'why' as why from audit.entry where action in ('intake.open-sent-value', 'intake.take-sent-value') and $1 = any(subjects) order by action`, [pupil.id]);
  expect(logged.map(({ action }) => action).filter((one) => one === 'intake.open-sent-value').length).toBeGreaterThanOrEqual(2);
  expect(logged.at(-1)).toEqual({ action: 'intake.take-sent-value', why });
});

test('a row whose value the register holds by now is settled without a correction', async () => {
  const { pupil, id, at } = await clashing();
  await s.rows(`update marks.mark set value = '9' where person_id = $1`, [pupil.id]);
  const page = (await secretary.open(`${at}/value`)).body;
  expect(page).toMatch(/Reģistrā jau ir nosūtītā vērtība[^]*Atzīmēt par nokārtotu/);
  expect((await secretary.send(`${at}/value`, hiddenOf(page))).status).toBe(303);
  expect(await stateOf(id)).toEqual({ state: 'settled', decided: true, refused: 0, corrected: 0 });
  expect(await s.rows('select from marks.record_before where person_id = $1', [pupil.id])).toEqual([]);
});

test('what somebody wrote since the page was opened is not put over', async () => {
  const { pupil, id, at } = await clashing();
  const page = (await secretary.open(`${at}/value`)).body;
  await s.rows(`update marks.mark set value = '8', entered_at = entered_at + interval '1 minute', entered_by = 'cits' where person_id = $1`, [pupil.id]);
  expect((await secretary.send(`${at}/value`, { ...hiddenOf(page), reason: 'Pareiza ir žurnāla vērtība' })).status).toBe(409);
  expect(await s.rows('select value from marks.mark where person_id = $1', [pupil.id])).toEqual([{ value: '8' }]);
  // What was refused undid the settling too.
  expect(await stateOf(id)).toEqual({ state: 'refused', decided: false, refused: 1, corrected: 0 });
});

test('a clashing row of another school is not there, and whoever only looks is not led to correcting', async () => {
  const { id, at, answers } = await clashing();
  const specialist = visitor(s.t, '198.51.100.8');
  await specialist.signIn(demo('municipality-education-specialist').login, demo('municipality-education-specialist').password);
  const seen = (await specialist.open(`${answers}&reason=education`)).body;
  expect([seen.includes(`${at}/record`), seen.includes(`${at}/value`)]).toEqual([true, false]);
  expect((await specialist.open(`${at}/value`)).status).toBe(403);
  expect((await secretary.open(`/intake/batches/${id}/rows/2/record`)).status).toBe(404);
  await s.rows('update intake.batch set institution_id = $2 where id = $1', [id, B]);
  for (const way of ['value', 'record']) expect((await secretary.open(`${at}/${way}`)).status).toBe(404);
  await s.rows('update intake.batch set institution_id = $2 where id = $1', [id, A]);
});
