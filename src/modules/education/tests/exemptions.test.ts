import { afterAll, beforeAll, expect, test } from 'vitest';
import { InvalidInput } from '#kernel/errors.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { demo } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { addExemption, correctExemptionOf, openExemptions, withdrawExemption } from '../actions/exemptions.js';
import { enrol } from '../actions/enrol.js';
import { endMembershipOf } from '../actions/memberships.js';
import { viewPupil } from '../actions/pupils.js';
import { BASIC, refusalOf, type Schools, schools } from './made-up-schools.js';

const SPORT = 900018;
const MATHS = 900004;
let s: Schools;
beforeAll(async () => {
  s = await schools();
});
afterAll(() => s.t.close());

async function member(at = 0, from = '2026-09-01') {
  const child = await s.child();
  const { id } = await s.t.perform(enrol, { regNr: s.regNrs[at], code: child.code, family: child.family, programmeCode: BASIC, from }, at === 0 ? s.secretary : s.other);
  return { ...child, membershipId: id };
}
const exempt = (membershipId: string, more: object = {}, who = s.secretary) => s.t.perform(addExemption, { membershipId, subjectId: SPORT, from: '2026-09-07', basis: 'Ārsta izziņa Nr. 5', ...more }, who);
const fieldOf = (error: unknown) => (error instanceof InvalidInput ? error.fields[0]!.field : String(error));
const live = (personId: string) => s.rows(`select subject_id, valid_from, valid_to, basis from education.exemption where person_id = $1 and superseded_at is null`, [personId]);

test('an exemption is recorded, corrected, ended and withdrawn, and what was believed stays readable', async () => {
  const one = await member();
  const { id } = await exempt(one.membershipId);
  await s.t.perform(correctExemptionOf, { id, subjectId: SPORT, from: '2026-09-07', lastDay: '2026-12-22', basis: 'Ārsta izziņa Nr. 6', why: 'Izbeidzas' }, s.secretary);
  expect(await live(one.id)).toEqual([{ subject_id: SPORT, valid_from: '2026-09-07', valid_to: '2026-12-23', basis: 'Ārsta izziņa Nr. 6' }]);
  await s.t.perform(withdrawExemption, { id, why: 'Cits bērns' }, s.secretary);
  expect(await live(one.id)).toEqual([]);
  const { exemptions } = await s.t.perform(viewPupil, { id: one.id }, s.secretary, 'own-pupils');
  expect(exemptions.map(({ basis, validTo, supersededAt, mayChange }) => [basis, validTo, supersededAt !== null, mayChange])).toEqual(expect.arrayContaining([['Ārsta izziņa Nr. 5', null, true, false], ['Ārsta izziņa Nr. 6', '2026-12-23', true, false]]));
});

test('two exemptions from one subject at a time, a day before the membership, and an end before the beginning are refused beside the field', async () => {
  const one = await member();
  await exempt(one.membershipId, { lastDay: '2026-10-01' });
  expect((await refusalOf(exempt(one.membershipId, { from: '2026-09-15' }))).code).toBe('one-exemption-from-a-subject-at-a-time');
  await exempt(one.membershipId, { from: '2026-10-02' });
  expect(fieldOf(await refusalOf(exempt(one.membershipId, { subjectId: MATHS, from: '2026-08-31' })))).toBe('from');
  expect(fieldOf(await refusalOf(exempt(one.membershipId, { subjectId: MATHS, lastDay: '2026-09-01' })))).toBe('lastDay');
  expect(fieldOf(await refusalOf(exempt(one.membershipId, { subjectId: 1 })))).toBe('subjectId');
});

test('an exemption goes with the learner: the school they are in now ends it, the one they left may not, and neither changes the other’s days', async () => {
  const one = await member(0, '2026-09-01');
  const { id } = await exempt(one.membershipId);
  await s.t.perform(endMembershipOf, { id: one.membershipId, lastDay: '2026-10-30', reason: 'abroad-family' }, s.secretary);
  await s.t.perform(enrol, { regNr: s.regNrs[1], code: one.code, family: one.family, programmeCode: BASIC, from: '2026-11-02' }, s.other);
  const ended = { id, subjectId: SPORT, from: '2026-09-07', lastDay: '2026-11-30', basis: 'Ārsta izziņa Nr. 5', why: 'Izveseļojies' };
  expect((await refusalOf(s.t.perform(correctExemptionOf, ended, s.secretary))).code).toBe('no-such-exemption');
  expect(fieldOf(await refusalOf(s.t.perform(correctExemptionOf, { ...ended, lastDay: '2026-10-15' }, s.other)))).toBe('lastDay');
  expect(fieldOf(await refusalOf(s.t.perform(correctExemptionOf, { ...ended, from: '2026-09-14' }, s.other)))).toBe('from');
  await s.t.perform(correctExemptionOf, ended, s.other);
  expect(await live(one.id)).toMatchObject([{ valid_from: '2026-09-07', valid_to: '2026-12-01' }]);
  expect(fieldOf(await refusalOf(exempt(one.membershipId, { subjectId: MATHS })))).toBe('lastDay');
  await exempt(one.membershipId, { subjectId: MATHS, lastDay: '2026-10-30' });
});

test('a secretary finds the form on the learner’s card, sees the mistake beside the field with what was typed, and the list of the school shows who is exempt', async () => {
  const one = await member();
  const browser = visitor(s.t, '198.51.100.81');
  await browser.signIn(demo('school-secretary').login, DEMO_PASSWORD);
  const card = (await browser.open(`/education/pupils/${one.id}?lang=lv`)).body;
  const path = `/education/memberships/${one.membershipId}/exempt`;
  expect(card).toContain(path);
  const wrong = await browser.send(`${path}?lang=lv`, { subjectId: String(SPORT), from: '2026-09-07', lastDay: '2026-09-01', basis: 'Ārsta izziņa Nr. 9' });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('Ārsta izziņa Nr. 9');
  expect(wrong.body).toMatch(/id="f-lastDay-error"/);
  expect((await browser.send(path, { subjectId: String(SPORT), from: '2026-09-07', lastDay: '', basis: 'Ārsta izziņa Nr. 9' })).status).toBe(303);
  const list = (await browser.open(`/education/institutions/${s.regNrs[0]}/exemptions?lang=lv`)).body;
  expect(list).toContain(`/education/pupils/${one.id}`);
  expect(list).not.toContain('Nr. 9');
  const { exemptions } = await s.t.perform(openExemptions, { regNr: s.regNrs[0], on: '2026-09-01' }, s.secretary);
  expect(exemptions.filter(({ personId }) => personId === one.id)).toEqual([]);
});
