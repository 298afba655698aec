import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { A, sendingSchool, type SendingSchool } from './sending-school.js';

let s: SendingSchool;
let auditor: ReturnType<typeof visitor>;
beforeAll(async () => {
  s = await sendingSchool();
  auditor = visitor(s.t);
  await auditor.signIn(demo('auditor').login, demo('auditor').password);
});
afterAll(() => s.t.close());

test('an auditor reads classes, subjects, programmes, memberships, exemptions, e-journals and batches by their names, and nobody’s name among them', async () => {
  const classId = await s.aClass('5.a', 5);
  const pupil = await s.pupil(classId);
  const maths = await s.subject('Matemātika');
  const { id: batch } = await s.send({}, [{ pupil: pupil.code, familyName: pupil.family, class: '5.a', subjectId: maths, period: 'S1', value: '7' }]);
  const [exemption] = await s.rows<{ id: string }>(
    `insert into education.exemption (person_id, subject_id, basis, valid_from, recorded_at, recorded_by) values ($1, $2, 'Ārsta atzinums', '2026-09-01', now(), 'test') returning id`,
    [pupil.id, maths],
  );
  const [programme] = await s.rows<{ code: string; name: string }>('select p.code, p.name_lv as name from education.programme p join education.class c on c.programme_code = p.code where c.id = $1', [classId]);
  const [school] = await s.rows<{ name: string }>('select name from institutions.institution where id = $1', [A]);
  const facts = { class: classId, subject: maths, programme: programme!.code, membership: pupil.membershipId, exemption: exemption!.id, journal: s.journalId, batch, found: maths };
  await s.rows(`insert into audit.entry (at, actor_kind, action, outcome, facts) values ($1, 'system', 'test.named', 'done', $2)`, [s.t.platform.clock.now(), JSON.stringify(facts)]);
  const page = (await auditor.open('/audit?action=test.named')).body;
  for (const id of [classId, pupil.membershipId, exemption!.id, s.journalId, batch]) expect([id, page.includes(id)]).toEqual([id, false]);
  for (const words of [`Klase: 5.a (2026/2027, ${school!.name})`, 'Mācību priekšmets: Matemātika', programme!.name, `${programme!.name}, ${school!.name}`, 'zalais', `${school!.name}, `]) expect([words, page.includes(words)]).toEqual([words, true]);
  // A count that happens to be a subject's number stays a number.
  expect(page).toContain(`: ${maths}`);
  expect(page).not.toContain(pupil.family);
});

test('a log asked for from a day that has not come yet says so beside the day', async () => {
  const { body } = await auditor.open('/audit?from=2050-01-01');
  expect(body).toMatch(/id="f-from-error"[^]*Šī diena vēl nav pienākusi/);
  expect((await auditor.open('/audit?from=2026-11-22&through=2026-11-21')).body).toMatch(/id="f-through-error"[^]*Perioda beigas ir pirms sākuma/);
});
