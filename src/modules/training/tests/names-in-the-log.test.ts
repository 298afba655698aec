import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, userIdOf } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { delegateUser, withdrawDelegation } from '../actions/delegate.js';
import { saveRemoteCourse } from '../actions/remote-courses.js';
import { endRequired, requireCourse } from '../actions/requirements.js';
import { saveCourse } from '../actions/write-courses.js';
import { COURSE, type Country, trainingCountry } from './made-up-training.js';

let c: Country;
beforeAll(async () => {
  c = await trainingCountry({ users: 20, grants: 20 });
});
afterAll(() => c.t.close());

const REMOTE = { organiser: 'country', titleLv: 'Tiešsaistes nodarbība', titleEn: '', startsOn: '2026-12-01', startsAt: '9:30', endsOn: '2026-12-01', endsAt: '11:00', venue: 'https://macibas.example.lv/1', seats: '2', applyUntil: '2026-11-28' };

test('an auditor reads courses, versions, attempts, requirements and remote courses by their names, in both languages', async () => {
  const ids: string[] = [];
  const administrator = await c.as('administrator');
  const courseId = await c.publish();
  const { versionId } = await c.t.perform(saveCourse, { ...COURSE, courseId, titleLv: 'Pārdēvētais kurss', titleEn: '' }, administrator);
  const { attemptId } = await c.take(await c.as('school-secretary'), courseId);
  const required = await c.t.perform(requireCourse, { courseId, roleCode: 'institution-head', place: `institution:${c.institutions[0]}`, from: '2026-11-21', basis: 'Rīkojums Nr. 7' }, await c.as('institution-user-administrator'));
  await c.t.perform(endRequired, { id: required.id }, await c.as('institution-user-administrator'));
  const remote = await c.t.perform(saveRemoteCourse, { ...REMOTE, courseId }, administrator);
  await c.t.perform(delegateUser, { id: remote.id, userId: await userIdOf(c.t, 'lietvedis'), answers: {} }, await c.as('institution-user-administrator'));
  const participation = (await c.t.database.pool.query<{ id: string }>('select id from training.participation')).rows[0]!.id;
  await c.t.perform(withdrawDelegation, { id: participation }, await c.as('institution-user-administrator'));
  ids.push(courseId, versionId, attemptId, required.id, remote.id, participation);

  const auditor = visitor(c.t);
  await auditor.signIn(demo('auditor').login, demo('auditor').password);
  const lv = (await auditor.open('/audit')).body;
  for (const id of ids) expect([id, lv.includes(id)]).toEqual([id, false]);
  for (const words of ['Kurss: Īss kurss', 'Redakcija: Pārdēvētais kurss (2)', 'Mēģinājums: Īss kurss', 'Prasība: Iestādes vadītājs: Īss kurss', 'Attālinātās mācības: Tiešsaistes nodarbība', 'Dalība: Tiešsaistes nodarbība']) expect([words, lv.includes(words)]).toEqual([words, true]);
  const en = (await auditor.open('/audit?lang=en')).body;
  for (const words of ['Course: Short course', 'Version: Pārdēvētais kurss (2)', 'Attempt: Short course', 'Remote course: Tiešsaistes nodarbība']) expect([words, en.includes(words)]).toEqual([words, true]);
});
