import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { demo } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { BASIC, refusalOf, type Schools, schools, type Someone } from '../../education/tests/made-up-schools.js';
import { InvalidInput } from '#kernel/errors.js';
import { type Actor, EVERYWHERE, type Scope, systemActor } from '#platform/actions/actor.js';
import { actorWith } from '#test/test-platform.js';
import { readBoard } from '../actions/board.js';
import { takeUpExtracts, workOff } from '../actions/work-off-extract.js';
import { applyExtract, uploadExtract, viewExtract, withdrawExtract } from '../actions/extracts.js';
import { OFFICE_REASON, readInquiries, viewInquiry } from '../actions/inquiries.js';
import { remindOfInquiries } from '../actions/remind.js';
import { addStep, answer, giveStatus } from '../actions/work-on-inquiry.js';
import { keepInquiries, seeInquiries, takeExtracts } from '../permissions.js';
import { unregisteredChildren } from '../reports/unregistered-children.js';

let s: Schools;
let here: string;
let other: string;
let hereId: number;
let otherId: number;
beforeAll(async () => {
  s = await schools();
  // The municipalities of the first two schools' founders: that of the demonstration's users, and the next.
  const units = await s.rows<{ unit_id: number; name: string }>(
    `select distinct f.unit_id, v.name from institutions.founder f join territories.unit_version v on v.unit_id = f.unit_id and v.valid_to is null
      where f.institution_id = any($1)`, [s.institutions]);
  const own = await s.rows<{ unit_id: number }>(`select g.unit_id from access.role_grant g join access.app_user u on u.id = g.user_id where u.login = $1`, [demo('municipality-education-specialist').login]);
  hereId = own[0]!.unit_id;
  here = units.find(({ unit_id }) => unit_id === hereId)!.name;
  ({ unit_id: otherId, name: other } = units.find(({ unit_id }) => unit_id !== hereId)!);
});
afterAll(() => s.t.close());

const ministry = (): Actor => actorWith([seeInquiries, takeExtracts]);
const ofUnit = (unitId: number): Actor => actorWith([seeInquiries, keepInquiries], { everywhere: false, unitIds: [unitId] });
const csv = (rows: readonly (readonly string[])[]): Buffer => Buffer.from(['Personas kods;Vārds;Uzvārds;Dzimšanas datums;Pašvaldība', ...rows.map((row) => row.join(';'))].join('\r\n'));
const rowOf = ({ code, family }: Someone, unit: string, born = '05.05.2015.'): string[] => [code, 'Anna', family, born, unit];

/** Hands in and applies an extract. @returns its id */
async function apply(asOf: string, rows: readonly (readonly string[])[]): Promise<string> {
  const { id } = await s.t.perform(uploadExtract, { asOf, file: { name: 'izraksts.csv', type: 'text/csv', content: csv(rows) } }, ministry());
  await s.t.runDueJobs();
  await s.t.perform(applyExtract, { id }, ministry());
  await s.t.runDueJobs();
  return id;
}

const inquiryOf = async ({ id }: Someone, unitId = hereId, state = 'all') =>
  (await s.t.perform(readInquiries, { state }, ofUnit(unitId), OFFICE_REASON)).inquiries.find(({ personId }) => personId === id);
const fieldOf = (error: unknown) => (error instanceof InvalidInput ? error.fields[0]!.field : String(error));

/** The rows of the report as whoever may see a scope gets it. */
async function reported(scope: Scope, input: object) {
  const context = { tx: s.t.database.read, scope, more: null, today: s.t.platform.clock.today(), now: s.t.platform.clock.now() };
  return (await Array.fromAsync(unregisteredChildren.rows(context, unregisteredChildren.input.parse(input) as never))) as { unit: string | null; shown: readonly (number | null)[] }[];
}

/** Someone signed in, who sends forms and files as a browser does. */
async function signedIn(role: string, address: string) {
  const person = visitor(s.t, address);
  await person.signIn(demo(role).login, DEMO_PASSWORD);
  async function upload(url: string, asOf: string, content: Buffer) {
    const token = /name="_csrf" value="([^"]+)"/.exec((await person.open('/my/sessions')).body)![1]!;
    const part = (name: string, value: string | Buffer, more = '') => [`--limit\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`, value, '\r\n'];
    const parts = [...part('_csrf', token), ...part('asOf', asOf), ...part('file', content, '; filename="pmlp.csv"'), '--limit--\r\n'];
    const answered = await s.t.server.inject({
      method: 'POST', url, remoteAddress: address, payload: Buffer.concat(parts.map((one) => (typeof one === 'string' ? Buffer.from(one) : one))),
      headers: { accept: 'text/html', 'content-type': 'multipart/form-data; boundary=limit', cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    return { status: answered.statusCode, location: String(answered.headers.location), body: answered.body };
  }
  return { ...person, upload };
}

test('scenario 17.7: a child of 6 with no membership opens a case for the declared municipality with a due date; enrolled later, the case closes itself with reason membership', async () => {
  const [child, pupil] = [await s.child('2020-03-03'), await s.child('2015-05-05')];
  const secretary = await signedIn('school-secretary', '198.51.100.61');
  const enrolIn = (who: Someone, from: string) => secretary.send(`/education/institutions/${s.regNrs[0]}/enrol?lang=lv`, { code: who.code, family: who.family, programmeCode: BASIC, from, form: 'full-time', beside: '', orderNr: '', orderedOn: '', classId: '' });
  expect((await enrolIn(pupil, '2026-09-01')).status).toBe(303);

  const worker = await signedIn('education-administrator', '198.51.100.62');
  const sent = await worker.upload('/schoolage/extracts', '2026-11-20', csv([rowOf(child, here, '03.03.2020.'), rowOf(pupil, here), ['410101-99999', 'Neviens', 'Neviens', '1.1.2015', 'Nekurienes novads']]));
  expect(sent.status).toBe(303);
  await s.t.runDueJobs();
  const shown = await worker.open(`${sent.location}?lang=lv`);
  expect(shown.body).toContain('Gaida piemērošanu');
  expect(shown.body).toContain('personu reģistrā tādas personas nav');
  expect(shown.body).toContain('izraksta dienā tādas nav');
  expect(await inquiryOf(child)).toBeUndefined();
  expect((await worker.send(`${sent.location}/apply`, {})).status).toBe(303);
  await s.t.runDueJobs();

  const specialist = await signedIn('municipality-education-specialist', '198.51.100.63');
  const list = await specialist.open('/schoolage?lang=lv');
  expect(list.body).toContain(child.family);
  expect(list.body).toContain('20.12.2026.');
  const href = new RegExp(`href="(/schoolage/inquiries/[0-9a-f-]{36})">Anna ${child.family}<`).exec(list.body)![1]!;
  expect(list.body).not.toContain(`Anna ${pupil.family}<`);
  expect((await s.t.perform(readInquiries, { state: 'all' }, ofUnit(otherId), OFFICE_REASON)).inquiries).toEqual([]);

  const cookie = [...specialist.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const asked = await s.t.server.inject({ url: '/api/schoolage/inquiries', headers: { cookie, 'x-reason': 'education' }, remoteAddress: '198.51.100.63' });
  expect(asked.json<{ items: object[] }>().items).toMatchObject([{ personReference: child.id, municipality: here, state: 'open', dueOn: '2026-12-20' }]);
  expect((await s.t.server.inject({ url: '/api/schoolage/inquiries', headers: { cookie }, remoteAddress: '198.51.100.63' })).statusCode).toBe(422);

  expect((await enrolIn(child, '2026-11-21')).status).toBe(303);
  await s.t.runDueJobs();
  const card = await specialist.open(`${href}?lang=lv`);
  expect(card.body).toContain('Mācās: reģistrēta piederība iestādei');
  expect(await inquiryOf(child)).toMatchObject({ state: 'closed', closedBy: 'membership' });
  expect((await specialist.open('/schoolage?lang=lv')).body).not.toContain(`Anna ${child.family}<`);
  const looks = await s.rows<{ reason: string }>(`select e.reason from audit.entry e where e.action = 'schoolage.view-inquiry' and $1 = any(e.subjects)`, [child.id]);
  expect(looks.length).toBeGreaterThan(0);
  expect(looks.every(({ reason }) => reason === OFFICE_REASON)).toBe(true);
});

test('an extract of another year, of a day to come, or without its columns is refused at its field; one that was cut off is taken up again', async () => {
  const send = (asOf: string, content: Buffer) => s.t.perform(uploadExtract, { asOf, file: { name: 'izraksts.csv', type: 'text/csv', content } }, ministry());
  const some = csv([rowOf(await s.child(), here)]);
  expect(fieldOf(await refusalOf(send('2024-11-20', some)))).toBe('asOf');
  expect(fieldOf(await refusalOf(send('2026-11-22', some)))).toBe('asOf');
  expect(fieldOf(await refusalOf(send('2026-11-20', Buffer.from('a;b\n1;2'))))).toBe('file');
  expect(fieldOf(await refusalOf(send('2026-11-20', Buffer.from([0xff, 0xfe, 0x00]))))).toBe('file');
  const { id } = await send('2026-11-20', some);
  expect((await refusalOf(send('2026-11-21', some))).code).toBe('one-at-work');
  await takeUpExtracts.run({ platform: s.t.platform, now: s.t.platform.clock.now() }, {});
  await s.t.perform(withdrawExtract, { id }, ministry());
  expect((await refusalOf(s.t.perform(applyExtract, { id }, ministry()))).code).toBe('not-proposed');
});

test('who left without going on is looked for again from the next extract on, not before; what is done twice is done once', async () => {
  const child = await s.child();
  await apply('2026-11-20', [rowOf(child, here)]);
  const [{ id: membership } = { id: '' }] = await s.rows<{ id: string }>(
    `insert into education.membership (person_id, institution_id, programme_code, is_main, form, valid_from, valid_to, end_reason, order_nr, recorded_at, recorded_by)
      values ($1, $2, $3, true, 'full-time', '2026-11-01', null, null, '', now(), 'test') returning id`, [child.id, s.institutions[0], BASIC]);
  const again = await apply('2026-11-20', [rowOf(child, here), rowOf(child, here)]);
  expect(await inquiryOf(child)).toMatchObject({ state: 'closed', closedBy: 'membership' });
  expect((await s.t.perform(viewExtract, { id: again, verdict: 'refused' }, ministry())).answers.map(({ faults }) => faults)).toEqual([['twice']]);
  await s.rows(`update education.membership set valid_to = '2026-11-10', end_reason = 'moved-institution' where id = $1`, [membership]);
  expect(await inquiryOf(child)).toMatchObject({ state: 'closed' });
  const third = await apply('2026-11-21', [rowOf(child, other)]);
  expect(await inquiryOf(child)).toBeUndefined();
  const reopened = (await inquiryOf(child, otherId))!;
  expect(reopened).toMatchObject({ state: 'open', dueOn: '2026-12-21', statusCode: null, unit: other });
  expect((await s.t.perform(workOff, { id: third }, systemActor('test'))).state).toBe('unchanged');
  const { versions } = await s.t.perform(viewInquiry, { id: reopened.id }, ofUnit(otherId), OFFICE_REASON);
  expect(versions.map(({ why }) => why)).toEqual(['reopened', 'closed', 'opened']);
  expect((await refusalOf(s.t.perform(viewInquiry, { id: reopened.id }, ofUnit(hereId), OFFICE_REASON))).code).toBe('no-such-inquiry');
});

test('a reform hands an open inquiry over to the successor, and the report of a day before it stays with the predecessor', async () => {
  const child = await s.child('2013-05-05');
  const [{ successor } = { successor: 0 }] = await s.rows<{ successor: number }>(`select v.unit_id as successor from territories.unit_version v where v.name = 'Ādažu novads' and v.valid_to is null`);
  const [{ id: extract } = { id: '' }] = await s.rows<{ id: string }>(`select id from schoolage.extract order by id limit 1`);
  const [{ id } = { id: '' }] = await s.rows<{ id: string }>(`insert into schoolage.inquiry (person_id, last_extract_id, opened_at) values ($1, $2, '2021-06-01T10:00:00+03') returning id`, [child.id, extract]);
  await s.rows(
    `insert into schoolage.inquiry_state (inquiry_id, state, atvk, due_on, why, recorded_at, recorded_by)
      select $1, 'open', v.atvk, '2021-07-01', 'opened', '2021-06-01T10:00:00+03', 'test' from territories.unit_version v where v.name = 'Carnikavas novads'`, [id]);
  expect(await inquiryOf(child, successor)).toMatchObject({ unit: 'Ādažu novads' });
  const unitsOn = async (on: string) => (await reported(EVERYWHERE, { on })).map(({ unit }) => unit);
  expect(await unitsOn('2021-06-30')).toEqual(['Carnikavas novads']);
  expect(await unitsOn('2021-07-01')).toEqual(['Ādažu novads']);
  expect(await unitsOn('2021-05-31')).toEqual([]);
});

test('a municipality says why, with an explanation and a next check where that closes the case, of siblings at once; steps take one answer', async () => {
  const [one, two, stranger] = [await s.child('2014-04-04'), await s.child('2016-06-06'), await s.child('2014-04-04')];
  const [{ id: parent } = { id: '' }] = await s.rows<{ id: string }>(`insert into persons.person (born_on, sex, family_key, given_key, recorded_at, recorded_by) values ('1985-01-01', 'female', 'P', 'P', now(), 'test') returning id`);
  await s.rows(`insert into persons.guardianship (child_id, guardian_id, kind, basis, valid_from, recorded_at, recorded_by) select c, $2, 'parent', 'Ieraksts', '2016-06-06', now(), 'test' from unnest($1::uuid[]) c`, [[one.id, two.id], parent]);
  await apply('2026-11-21', [rowOf(one, here, '04.04.2014.'), rowOf(two, here, '2016-06-06'), rowOf(stranger, here, '04.04.2014.')]);
  const [first, second, third] = [(await inquiryOf(one))!, (await inquiryOf(two))!, (await inquiryOf(stranger))!];
  const give = (more: object, actor = ofUnit(hereId)) => s.t.perform(giveStatus, { id: first.id, status: 'left-country', comment: 'Ziņoja vecmāmiņa', nextCheckOn: '2027-05-01', also: [second.id, third.id], ...more }, actor);
  expect(fieldOf(await refusalOf(give({ status: '' })))).toBe('status');
  expect(fieldOf(await refusalOf(give({ comment: '' })))).toBe('comment');
  expect(fieldOf(await refusalOf(give({ nextCheckOn: '' })))).toBe('nextCheckOn');
  expect(fieldOf(await refusalOf(give({ nextCheckOn: '2028-01-01' })))).toBe('nextCheckOn');
  expect((await refusalOf(give({}, ofUnit(otherId)))).code).toBe('no-such-inquiry');

  const step = { id: first.id, takenOn: '2026-11-20', kind: 'request', body: 'VSAA', answer: '' };
  expect(fieldOf(await refusalOf(s.t.perform(addStep, { ...step, takenOn: '2026-11-22' }, ofUnit(hereId))))).toBe('takenOn');
  await s.t.perform(addStep, step, ofUnit(hereId));
  const { steps } = await s.t.perform(viewInquiry, { id: first.id }, ofUnit(hereId), OFFICE_REASON);
  await s.t.perform(answer, { id: first.id, step: steps[0]!.id, answer: 'Izbraukuši' }, ofUnit(hereId));
  expect((await refusalOf(s.t.perform(answer, { id: first.id, step: steps[0]!.id, answer: 'Cita' }, ofUnit(hereId)))).code).toBe('answered');

  const both = await Promise.allSettled([give({}), give({})]);
  expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  expect(await inquiryOf(one)).toMatchObject({ state: 'closed', closedBy: 'status', nextCheckOn: '2027-05-01' });
  expect(await inquiryOf(two)).toMatchObject({ closedBy: 'status' });
  expect(await inquiryOf(stranger)).toMatchObject({ state: 'open', statusCode: null });
  await apply('2026-11-21', [rowOf(one, here, '04.04.2014.'), rowOf(two, here, '2016-06-06')]);
  expect(await inquiryOf(one)).toMatchObject({ closedBy: 'status' });
});

test('the board shows a municipality without a responsible person, whom reminders then do not reach; numbers below the threshold are hidden in the report', async () => {
  const { rows } = await s.t.perform(readBoard, {}, ministry());
  const standing = rows.find(({ unitId }) => unitId === hereId)!;
  expect(standing.open).toBeGreaterThan(0);
  expect(standing.responsible).toBeNull();
  const worker = await signedIn('education-administrator', '198.51.100.64');
  const { rows: [user] } = await s.t.database.pool.query<{ id: string }>('select id from access.app_user where login = $1', [demo('municipality-education-specialist').login]);
  expect((await worker.send(`/schoolage/board/${standing.unit!.atvk}/responsible`, { user: user!.id })).status).toBe(303);
  expect((await s.t.perform(readBoard, {}, ministry())).rows.find(({ unitId }) => unitId === hereId)!.responsible).toMatchObject({ userId: user!.id, isAble: true });
  await s.rows(`update schoolage.inquiry_state set due_on = '2026-11-20' where superseded_at is null and state = 'open'`);
  expect((await s.t.perform(remindOfInquiries, {}, systemActor('test'))).told).toBeGreaterThan(0);
  expect((await s.t.perform(remindOfInquiries, {}, systemActor('test'))).told).toBe(0);
  expect(await s.rows(`select kind, link from platform.notice where user_id = $1 and kind = 'schoolage.due'`, [user!.id])).toEqual([{ kind: 'schoolage.due', link: '/schoolage' }]);

  const [row] = await reported({ ...EVERYWHERE, everywhere: false, unitIds: [hereId] }, {});
  expect(row!.unit).toBe(here);
  expect(row!.shown.filter((cell) => cell !== null && cell > 0 && cell < 5)).toEqual([]);
  expect(row!.shown).toContain(null);
});
