import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { systemActor } from '#platform/actions/actor.js';
import { followJoined } from '../actions/follow-joined.js';
import { answerPage, startCourse } from '../actions/take-course.js';
import { delegateUser } from '../actions/delegate.js';
import { loadDemoTraining } from '../public.js';
import { listWritten } from '../store/courses.js';
import { listComing } from '../store/remote-courses.js';
import { userIdOf } from '../../access/tests/made-up-country.js';
import { type Country, trainingCountry } from './made-up-training.js';

let c: Country;
const at = { course: '', version: '', remote: '', attempt: '', passed: '', certificate: '', participation: '' };

beforeAll(async () => {
  c = await trainingCountry({ users: 40, grants: 60 });
  const today = c.t.platform.clock.today();
  await c.t.database.transaction((tx) => loadDemoTraining(tx, { today, recordedAt: c.t.platform.clock.now() }));
  at.course = (await listWritten(c.t.database.read)).find((one) => one.titleLv.startsWith('Datu'))!.courseId;
  at.version = (await c.t.database.pool.query<{ id: string }>('select id from training.course_version where course_id = $1', [at.course])).rows[0]!.id;
  at.remote = (await listComing(c.t.database.read, c.t.platform.clock.now(), null, 1))[0]!.id;
  const clerk = await c.as('school-secretary');
  at.passed = (await c.t.database.pool.query<{ id: string }>('select attempt_id as id from training.result where user_id = $1', [clerk.id])).rows[0]!.id;
  at.certificate = (await c.t.database.pool.query<{ id: string }>('select id from training.result where user_id = $1', [clerk.id])).rows[0]!.id;
  at.participation = (await c.t.database.pool.query<{ id: string }>(`select id from training.participation where remote_course_id = $1 order by delegated_at limit 1`, [at.remote])).rows[0]!.id;
  at.attempt = await c.t.perform(startCourse, { courseId: at.course }, clerk);
});
afterAll(() => c.t.close());

const PAGES: readonly (readonly [role: string, path: () => string, lv: string, en: string])[] = [
  ['school-secretary', () => '/training', 'Mācības', 'Training'],
  ['school-secretary', () => `/training/courses/${at.course}`, 'Datu aizsardzība skolas lietvedim', 'Data protection for school secretaries'],
  ['school-secretary', () => `/training/attempts/${at.attempt}`, 'Kas ir personas dati', 'What personal data is'],
  ['school-secretary', () => `/training/attempts/${at.passed}/result`, 'Kurss nokārtots', 'Course passed'],
  ['school-secretary', () => `/training/certificates/${at.certificate}`, 'Apliecība M-000001', 'Certificate M-000001'],
  ['school-secretary', () => '/training/remote', 'Attālinātās mācības', 'Remote courses'],
  ['school-secretary', () => `/training/remote/${at.remote}`, 'Droša pierakstīšanās: attālināta nodarbība', 'Safe sign-in: a remote lesson'],
  ['administrator', () => '/training/write', 'Mācību kursu rakstīšana', 'Writing of courses'],
  ['administrator', () => '/training/write/new', 'Jauns kurss', 'New course'],
  ['administrator', () => `/training/write/${at.course}`, 'Datu aizsardzība skolas lietvedim', 'Data protection for school secretaries'],
  ['administrator', () => `/training/write/${at.course}/trial`, 'Izmēģināšana un publicēšana', 'Trial and publication'],
  ['administrator', () => `/training/drafts/${at.version}`, 'Datu aizsardzība skolas lietvedim', 'Data protection for school secretaries'],
  ['administrator', () => '/training/remote/new', 'Jaunas mācības', 'New course'],
  ['administrator', () => `/training/remote/${at.remote}/edit`, 'Labot', 'Change'],
  ['administrator', () => `/training/remote/${at.remote}/participants`, 'Dalībnieki', 'Participants'],
  ['administrator', () => `/training/remote/${at.remote}/cancel`, 'Atcelt mācības', 'Cancel the course'],
  ['municipality-user-administrator', () => `/training/participations/${at.participation}/withdraw`, 'Atsaukt dalību', 'Withdraw the participation'],
  ['municipality-user-administrator', () => `/training/remote/${at.remote}/delegate`, 'Deleģēt dalībnieku', 'Send a participant'],
  ['institution-user-administrator', () => '/training/requirements', 'Tiesībām noteiktie kursi', 'Courses that rights ask for'],
  ['rights-administrator', () => '/training/requirements/new', 'Noteikt kursu lomai', 'Require a course of a role'],
  ['institution-head', () => '/training/register', 'Mācību reģistrs', 'Register of training'],
  ['auditor', () => '/training/waiting', 'Kuru tiesības gaida mācības', 'Whose rights wait for training'],
];

const signedIn = async (role: string) => {
  const person = visitor(c.t);
  await person.signIn(demo(role).login, demo(role).password);
  return person;
};

test.each(PAGES)('%s sees its page in both languages %#', async (role, path, lv, en) => {
  const person = await signedIn(role);
  for (const [lang, words] of [['lv', lv], ['en', en]] as const) {
    const page = await person.open(`${path()}${path().includes('?') ? '&' : '?'}lang=${lang}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain(`<html lang="${lang}">`);
    expect(page.body).toContain(`<h1>${words}</h1>`);
  }
});

test.each(PAGES.filter(([role]) => role !== 'school-secretary'))('a page of %s is not for a resident, nor for a stranger %#', async (_role, path) => {
  expect((await visitor(c.t).open(path())).status).toBe(401);
  const resident = visitor(c.t);
  await resident.signIn('iedzivotajs', demo('auditor').password);
  expect([403, 404]).toContain((await resident.open(path())).status);
});

test('the start page names the last day to renew a course, as the list of what was taken does', async () => {
  const clerk = await signedIn('school-secretary');
  expect((await clerk.open('/')).body).toMatch(/href="\/training"[^]*?līdz 30\.11\.2026\./);
  expect((await clerk.open('/training')).body).toContain('30.11.2026.');
});

test('a certificate is shown to its owner and to whoever sees the register there, and to nobody else', async () => {
  const path = `/training/certificates/${at.certificate}`;
  expect((await (await signedIn('institution-head')).open(path)).status).toBe(200);
  expect((await (await signedIn('auditor')).open(path)).body).toContain('M-000001');
  const resident = visitor(c.t);
  await resident.signIn('iedzivotajs', demo('auditor').password);
  expect((await resident.open(path)).status).toBe(404);
});

test('an attempt that failed stands apart from what was passed', async () => {
  const [passed, failed] = ['Manas apgūtās mācības', 'Nenokārtotie mēģinājumi'];
  const clerk = await c.as('school-secretary');
  const person = await signedIn('school-secretary');
  expect((await person.open('/training')).body).not.toContain(failed);
  await c.t.database.pool.query(
    `insert into training.result (user_id, course_id, participation_id, title_lv, title_en, taken_on, right_count, question_count, passed, recorded_at, recorded_by)
     select $1, $2, $3, 'Nesekmīgs kurss', '', '2026-11-20', 1, 6, false, now(), 'test'`,
    [clerk.id, at.course, at.participation],
  );
  const { body } = await person.open('/training');
  expect(body.indexOf('Nesekmīgs kurss')).toBeGreaterThan(body.indexOf(failed));
  expect(body.slice(body.indexOf(passed), body.indexOf(failed))).not.toContain('Nesekmīgs kurss');
});

test('the answers of a course come with no page before they are given', async () => {
  const person = await signedIn('school-secretary');
  const { body } = await person.open(`/training/attempts/${at.attempt}`);
  expect(body).toContain('Skolēna atzīmes');
  expect(body).not.toContain('Dibināšanas gads neattiecas');
  expect(body).not.toMatch(/checked/);
});

test('a wrong answer leads back to the question with what was chosen', async () => {
  const person = await signedIn('school-secretary');
  const sent = await person.send(`/training/attempts/${at.attempt}`, { page: '1' });
  expect(sent.status).toBe(422);
  expect(sent.body).toContain('Izvēlieties atbildi.');
  expect(sent.body).toContain('href="#f-q0"');
  const clerk = await c.as('school-secretary');
  await c.t.perform(answerPage, { id: at.attempt, page: 1, answers: { 0: ['0', '2'] } }, clerk);
  expect((await person.open(`/training/attempts/${at.attempt}?page=1`)).body.match(/ checked/g)).toHaveLength(2);
});

test('my rights say what they wait for, with the way there', async () => {
  await c.t.database.pool.query('update access.requirement_met set withdrawn_at = now()');
  const { body } = await (await signedIn('school-secretary')).open('/my/rights');
  expect(body).toContain('gaida mācības');
  expect(body).toContain(`href="/training/courses/${at.course}"`);
  await c.t.database.pool.query('update access.requirement_met set withdrawn_at = null');
  expect((await (await signedIn('school-secretary')).open('/my/rights')).body).not.toContain('gaida mācības');
});

test.each([
  ['institution-head', () => '/training/register/export', 'Datu aizsardzība skolas lietvedim;'],
  ['auditor', () => '/training/waiting/export', 'Prasa no'],
  ['administrator', () => `/training/remote/${at.remote}/participants/export`, 'Viltus vēstules'],
])('%s takes the list along as a file %#', async (role, path, words) => {
  const person = await signedIn(role);
  const csv = await person.open(`${path()}?format=csv`);
  expect(csv.raw.headers['content-type']).toMatch(/csv/);
  expect(csv.body).toContain(words);
  expect((await person.open(`${path()}?format=xlsx`)).raw.rawPayload.subarray(0, 2).toString()).toBe('PK');
});

test('words of participants and remarks are shown as words', async () => {
  const userId = await userIdOf(c.t, 'izpilddirektors');
  await c.t.perform(delegateUser, { id: at.remote, userId, answers: { 0: '0', 1: '<script>alert(1)</script>' } }, await c.as('municipality-user-administrator'));
  const { body } = await (await signedIn('administrator')).open(`/training/remote/${at.remote}/participants`);
  expect(body).toContain('&lt;script>alert(1)');
  expect(body).not.toContain('<script>alert(1)');
});

test('the file of participants says of a seat what the page says: who waited gets none once the course has begun', async () => {
  const administrator = await signedIn('administrator');
  const told = async () => (await Promise.all(['', '/export?format=csv'].map((more) => administrator.open(`/training/remote/${at.remote}/participants${more}`)))).map(({ body }) => ['gaida vietu', 'vietas nepietika', 'atceltas'].filter((words) => body.includes(words)));
  const withOne = async (change: string, undo: string) => {
    await c.t.database.pool.query(`update training.remote_course set ${change} where id = $1`, [at.remote]);
    const found = await told();
    await c.t.database.pool.query(`update training.remote_course set ${undo} where id = $1`, [at.remote]);
    return found;
  };
  await c.t.database.pool.query(`update training.participation set state = 'waiting' where id = $1`, [at.participation]);
  expect(await told()).toEqual([['gaida vietu'], ['gaida vietu']]);
  expect(await withOne(`starts_at = starts_at - interval '1 year', apply_until = apply_until - 365`, `starts_at = starts_at + interval '1 year', apply_until = apply_until + 365`)).toEqual([['vietas nepietika'], ['vietas nepietika']]);
  await c.t.database.pool.query(`update training.participation set state = 'confirmed' where id = $1`, [at.participation]);
});

test('training of an account that was joined into another is the other’s, and its open attempt goes on', async () => {
  const from = (await c.as('school-secretary')).id!;
  const into = (await c.as('auditor')).id!;
  const of = async (user: string) => (await c.t.database.pool.query<{ n: number }>(`select (select count(*) from training.result where user_id = $1)::int + (select count(*) from training.attempt where user_id = $1)::int as n`, [user])).rows[0]!.n;
  const all = (await of(from)) + (await of(into));
  for (const time of ['first', 'again']) await c.t.perform(followJoined, { from, into }, systemActor(time));
  expect([await of(from), await of(into)]).toEqual([0, all]);
  expect(all).toBeGreaterThan(1);
});
