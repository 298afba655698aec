import { afterAll, beforeAll, expect, test } from 'vitest';
import { Forbidden, InvalidInput, type Refusal } from '#kernel/errors.js';
import type { Actor } from '#platform/actions/actor.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { decideConfirmation, listConfirmations } from '../actions/confirm-rights.js';
import { approveRequest, listRequestsToDecide, openDecision, refuseRequest } from '../actions/decide-requests.js';
import { endUnconfirmedGrants } from '../actions/end-unconfirmed-grants.js';
import { endGrantEarly, giveGrant } from '../actions/give-grant.js';
import { openRequestForm, readMyRights } from '../actions/my-rights.js';
import { readBasisChecks, readBasisFile } from '../actions/basis-document.js';
import { requestRight, withdrawMyRequest } from '../actions/request-right.js';
import { changeRole, readRole } from '../actions/roles.js';
import { changeUser } from '../actions/change-user.js';
import { createUser, suspendUser } from '../actions/users.js';
import { systemActor } from '#platform/actions/actor.js';
import { actorOf } from '../public.js';
import { demo, fillWithUsers, userIdOf } from './made-up-country.js';

let t: TestPlatform;
let units: readonly number[];
let institutions: readonly string[];
const actorFor = async (role: string): Promise<Actor> => actorOf(t.database.read, await userIdOf(t, demo(role).login), t.platform.clock.today());
const refusalOf = (work: Promise<unknown>): Promise<Refusal> => work.then(() => { throw new Error('was not refused'); }, (error: Refusal) => error);
const grant = { login: 'lietvedis', roleCode: 'school-secretary', from: '2026-12-01', to: '', basis: 'Rīkojums Nr. 5' };

beforeAll(async () => {
  t = await testPlatform();
  ({ units, institutions } = await fillWithUsers(t));
});
afterAll(() => t.close());

test('a right beyond its institution’s life is refused with its days, one absurdly far ahead with the last that can be, and nothing is written', async () => {
  const administrator = await actorFor('rights-administrator');
  const before = await count();
  for (const period of [{ from: '2026-12-01', to: '' }, { from: '2026-12-01', to: '2028-01-01' }]) {
    const refusal = await refusalOf(t.perform(giveGrant, { ...grant, ...period, place: `institution:${institutions[2]}` }, administrator));
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(refusal.text.lv).toContain('01.09.2010.–30.08.2027.');
  }
  const after = await refusalOf(t.perform(giveGrant, { ...grant, from: '2027-08-31', place: `institution:${institutions[2]}` }, administrator));
  expect([(after as InvalidInput).fields[0]!.field, after.text.lv]).toEqual(['from', 'Pēc 30.08.2027. iestādes vairs nav. Pēcteča tai nav.']);
  for (const [field, day] of [['from', '2199-01-01'], ['to', '2199-01-01']] as const) {
    const refusal = await refusalOf(t.perform(giveGrant, { ...grant, [field]: day, place: `institution:${institutions[1]}` }, administrator));
    expect([(refusal as InvalidInput).fields[0]!.field, refusal.text.lv]).toEqual([field, expect.stringContaining('Pārbaudiet gadu.')]);
  }
  expect(await count()).toBe(before);
  await t.perform(giveGrant, { ...grant, to: '2027-08-31', place: `institution:${institutions[2]}` }, administrator);
  expect(await count()).toBe(before + 1);
});

const count = async () => Number((await t.database.pool.query('select count(*) from access.role_grant')).rows[0].count);

test('the same role at the same place is not given twice for the same time', async () => {
  const administrator = await actorFor('rights-administrator');
  const input = { ...grant, place: `institution:${institutions[1]}` };
  await t.perform(giveGrant, input, administrator);
  expect((await refusalOf(t.perform(giveGrant, { ...input, from: '2027-01-01' }, administrator))).code).toBe('one-grant-of-a-role-at-a-place');
});

test('nobody gives rights to themselves, nor outside their own place, nor a role where it does not belong', async () => {
  const administrator = await actorFor('municipality-user-administrator');
  const own = await refusalOf(t.perform(giveGrant, { ...grant, login: 'pasvaldibas.administrators', roleCode: 'municipality-head', place: `unit:${units[0]}` }, administrator));
  expect(own).toBeInstanceOf(Forbidden);
  expect((await refusalOf(t.perform(giveGrant, { ...grant, place: `institution:${institutions[2]}`, to: '2027-01-01' }, administrator))).text.lv).toContain('nav jūsu tiesību robežās');
  expect((await refusalOf(t.perform(giveGrant, { ...grant, place: `unit:${units[0]}` }, administrator))).text.lv).toContain('Skolas lietvedis');
});

test('a role that only programs hold is neither offered to a person nor taken into a request', async () => {
  const asker = await actorFor('municipality-user-administrator');
  const offered = (await t.perform(openRequestForm, {}, asker)).roles.map(({ code }) => code);
  expect(offered).toEqual(expect.arrayContaining(['teacher', 'e-journal-vendor']));
  const forPrograms = ['event-reader', 'status-checker', 'university-admissions', 'e-journal', 'exam-results-register'];
  expect(offered.filter((code) => forPrograms.includes(code))).toEqual([]);
  const refusal = await refusalOf(t.perform(requestRight, { roleCode: 'e-journal', place: 'country', from: '2026-11-21', to: '', basis: 'Amata apraksts' }, asker));
  expect(refusal).toMatchObject({ status: 422, fields: [{ field: 'roleCode' }] });
});

test('a request is decided by someone else, who holds the right there', async () => {
  const asker = await actorFor('municipality-user-administrator');
  const { id } = await t.perform(requestRight, { roleCode: 'municipality-education-specialist', place: `unit:${units[0]}`, from: '2026-11-21', to: '', basis: 'Amata apraksts' }, asker);
  expect((await t.perform(listRequestsToDecide, {}, asker)).total).toBe(1);
  expect(await refusalOf(t.perform(approveRequest, { id }, asker))).toBeInstanceOf(Forbidden);
  expect((await refusalOf(t.perform(approveRequest, { id }, await actorFor('institution-user-administrator')))).code).toBe('no-such-request');
  await t.perform(approveRequest, { id }, await actorFor('rights-administrator'));
  const { rows: [told] } = await t.database.pool.query(`select body_lv, body_en from platform.notice where once_key = $1`, [`access.request-decided:${id}`]);
  expect([told.body_lv, told.body_en]).toEqual([expect.stringContaining('Tiesības ir spēkā: no 21.11.2026. '), expect.stringContaining('The right holds: from 21.11.2026. ')]);
  expect((await refusalOf(t.perform(approveRequest, { id }, await actorFor('rights-administrator')))).code).toBe('request-decided');
  expect((await actorFor('municipality-user-administrator')).scopes.get('persons.find')).toMatchObject({ unitIds: [units[0]] });
});

test('a refusal says why, and its document is for the asker and the decider only', async () => {
  const asker = await actorFor('school-secretary');
  const file = { name: 'C:\\iesniegumi\\iesniegums.edoc', type: 'application/x', content: Buffer.from('parakstīts') };
  const wish = { roleCode: 'institution-head', place: `institution:${institutions[0]}`, from: '2026-11-21', to: '', basis: 'Vietniece' } as const;
  expect((await refusalOf(t.perform(requestRight, { ...wish, file: { ...file, name: 'iesniegums.edoc.exe' } }, asker))).text.lv).toContain('.edoc, .asice vai .pdf');
  const { id } = await t.perform(requestRight, { ...wish, file }, asker);
  expect(await t.perform(readBasisFile, { of: 'request', id }, asker)).toMatchObject({ name: 'iesniegums.edoc', size: 11 });
  await t.perform(readBasisFile, { of: 'request', id }, await actorFor('municipality-user-administrator'));
  expect((await refusalOf(t.perform(readBasisFile, { of: 'request', id }, await actorFor('auditor')))).code).toBe('no-such-file');
  await t.perform(refuseRequest, { id, why: 'Nav amatā' }, await actorFor('municipality-user-administrator'));
  const [request] = (await t.perform(readMyRights, {}, asker)).requests;
  expect(request).toMatchObject({ state: 'refused', decisionReason: 'Nav amatā', check: { verdict: 'failed', signedBy: 'not-known' } });
  const { rows } = await t.database.pool.query(`select body_lv, body_en from platform.notice where once_key = $1`, [`access.request-decided:${id}`]);
  expect(rows[0].body_lv).toMatch(/^Iestādes vadītājs, .*Noraidījuma iemesls: Nav amatā$/);
  expect((await refusalOf(t.perform(withdrawMyRequest, { id }, asker))).code).toBe('request-decided');
});

test('where the signature of the document does not hold, approving asks for a tick and a reason, which the decision keeps', async () => {
  const file = { name: 'iesniegums.edoc', type: 'application/x', content: Buffer.from('PK izdomāts') };
  const { id } = await t.perform(requestRight, { roleCode: 'institution-head', place: `institution:${institutions[1]}`, from: '2026-11-21', to: '', basis: 'Vietniece', file }, await actorFor('school-secretary'));
  const administrator = await actorFor('rights-administrator');
  expect((await refusalOf(t.perform(approveRequest, { id }, administrator))).text.lv).toContain('paraksts neder');
  expect((await refusalOf(t.perform(approveRequest, { id, despite: 'yes', despiteWhy: '' }, administrator))).text.lv).toContain('kāpēc');
  expect(await t.perform(readBasisChecks, { of: 'request', id }, administrator)).toMatchObject({ state: 'submitted', roleLv: 'Iestādes vadītājs', decidedAt: null });
  const { grantId } = await t.perform(approveRequest, { id, despite: 'yes', despiteWhy: 'Oriģinālu redzēju klātienē' }, administrator);
  expect(await t.perform(readBasisChecks, { of: 'request', id }, administrator)).toMatchObject({ state: 'approved', decisionReason: 'Oriģinālu redzēju klātienē', decidedBy: expect.any(String) });
  expect(await t.perform(readBasisChecks, { of: 'grant', id: grantId! }, administrator)).toMatchObject({ state: null, roleLv: 'Iestādes vadītājs' });
});

test.each([
  ['signed-pdf', '%PDF-1.7 <</Type/Sig/ByteRange[0 1 2 3]>>', 'izglitiba'],
  ['plain-pdf', '%PDF-1.7', 'eksameni'],
  ['other-file', '<html>', 'registrators'],
])('a document whose signature nobody checked (%s) says what it is, and approving on it asks for a tick, which the log keeps', async (kind, content, login) => {
  const asker = await actorOf(t.database.read, await userIdOf(t, login), t.platform.clock.today());
  const { id } = await t.perform(requestRight, { roleCode: 'auditor', place: 'country', from: '2026-11-21', to: '', basis: 'Revīzijas plāns', file: { name: 'iesniegums.pdf', type: 'application/pdf', content: Buffer.from(content) } }, asker);
  const administrator = await actorFor('rights-administrator');
  expect((await t.perform(openDecision, { id }, administrator)).check).toMatchObject({ kind, verdict: 'no-container' });
  expect(await refusalOf(t.perform(approveRequest, { id }, administrator))).toMatchObject({ fields: [{ field: 'unchecked' }], text: { lv: expect.stringContaining('nav pārbaudījusi') } });
  await t.perform(approveRequest, { id, unchecked: 'yes' }, administrator);
  expect((await t.database.pool.query(`select facts->>'uncheckedDocument' as kind from audit.entry where action = 'access.approve-request' and outcome = 'done' and facts->>'request' = $1`, [id])).rows).toEqual([{ kind }]);
});

test('a right that is ended holds no more from that day, and says why', async () => {
  const administrator = await actorFor('rights-administrator');
  const { id } = await t.perform(giveGrant, { ...grant, login: 'izglitiba', roleCode: 'municipality-head', from: '2026-11-21', place: `unit:${units[1]}` }, administrator);
  await t.perform(endGrantEarly, { id, on: '2026-11-21', why: 'Pārpratums' }, administrator);
  expect((await actorFor('municipality-education-specialist')).scopes.has('access.confirm-rights')).toBe(false);
  expect((await refusalOf(t.perform(endGrantEarly, { id, on: '2026-11-21', why: 'Vēlreiz' }, administrator))).code).toBe('grant-over');
});

test('a right that was to end later is ended earlier all the same, and one that ends by then anyway says when', async () => {
  const administrator = await actorFor('rights-administrator');
  const { id } = await t.perform(giveGrant, { ...grant, login: 'izglitiba', roleCode: 'municipality-head', from: '2026-11-21', to: '2027-06-30', place: `unit:${units[2]}` }, administrator);
  const end = (on: string) => t.perform(endGrantEarly, { id, on, why: 'Aiziet no darba' }, administrator);
  await end('2026-12-31');
  expect(await refusalOf(end('2027-01-15'))).toMatchObject({ fields: [{ field: 'on' }], text: { lv: expect.stringContaining('31.12.2026.') } });
  await end('2026-11-21');
  expect((await refusalOf(end('2026-11-21'))).code).toBe('grant-over');
  const told = await t.database.pool.query(`select body_lv from platform.notice where kind = 'access.right-ended' and once_key like $1 order by told_at, id`, [`%${id}%`]);
  expect(told.rows.map(({ body_lv }) => body_lv)).toEqual([expect.stringMatching(/No 31\.12\.2026\. šo tiesību vairs nav\. Iemesls: Aiziet no darba$/), expect.stringContaining('No 21.11.2026.')]);
});

test('a right that one holds already is not asked for again', async () => {
  const asker = await actorFor('municipality-user-administrator');
  const again = { roleCode: 'municipality-user-administrator', place: `unit:${units[0]}`, from: '2026-12-01', to: '', basis: 'Amata apraksts' };
  expect(await refusalOf(t.perform(requestRight, again, asker))).toMatchObject({ fields: [{ field: 'roleCode' }], text: { lv: expect.stringContaining('jau ir') } });
});

test('unconfirmed rights are shown to the head, and end by themselves after the grace days', async () => {
  const school = await userIdOf(t, 'iestades.administrators');
  await t.database.pool.query(`update access.role_grant set confirmed_on = '2025-11-01', valid_from = '2025-11-01' where user_id = $1`, [school]);
  const head = await actorFor('institution-head');
  const [item] = (await t.perform(listConfirmations, {}, head)).items;
  expect(item).toMatchObject({ due: '2026-11-01', state: 'overdue' });
  expect(await t.perform(endUnconfirmedGrants, {}, systemActor('test'))).toEqual([]);
  await t.perform(decideConfirmation, { id: item!.grant.id, decision: 'keeps' }, head);
  expect((await t.perform(listConfirmations, {}, head)).items).toEqual([]);
  await t.database.pool.query(`update access.role_grant set confirmed_on = '2025-10-01' where user_id = $1`, [school]);
  expect(await t.perform(endUnconfirmedGrants, {}, systemActor('test'))).toEqual([item!.grant.id]);
});

test('a school’s user administrator makes users of that school only, and cannot suspend themselves', async () => {
  await t.perform(giveGrant, { ...grant, login: 'iestades.administrators', roleCode: 'institution-user-administrator', from: '2026-11-21', place: `institution:${institutions[0]}` }, await actorFor('rights-administrator'));
  const administrator = await actorFor('institution-user-administrator');
  const user = { login: 'jauna.skolotaja', name: 'Jauna Skolotāja', email: 'jauna@vienkopus.example' };
  expect((await refusalOf(t.perform(createUser, { ...user, place: `institution:${institutions[1]}` }, administrator))).text.lv).toContain('nav jūsu tiesību robežās');
  const wrong = await refusalOf(t.perform(createUser, { ...user, login: 'Jaunā S', email: `${'a'.repeat(300)}@vienkopus.example`, place: `institution:${institutions[0]}` }, administrator));
  expect(wrong).toMatchObject({ fields: [{ field: 'login', message: { lv: expect.stringContaining('bez garumzīmēm') } }, { field: 'email', message: { lv: expect.stringContaining('Par garu') } }] });
  const id = await t.perform(createUser, { ...user, place: `institution:${institutions[0]}` }, administrator);
  expect((await refusalOf(t.perform(createUser, { ...user, place: `institution:${institutions[0]}` }, administrator))).code).toBe('login-is-taken');
  await t.runDueJobs();
  const links = async () => (await t.database.pool.query(`select m.to_address from platform.outbox_mail m join platform.notice n on n.id = m.notice_id where n.user_id = $1 order by m.queued_at, m.id`, [id])).rows;
  const change = () => t.perform(changeUser, { id, name: 'Jaunā Skolotāja', email: 'jauna.skolotaja@vienkopus.example', why: 'Kļūda adresē' }, administrator);
  const sentTwice = await Promise.allSettled([change(), change()]);
  expect(sentTwice.map(({ status }) => status).toSorted(), 'a form sent twice at a moment changes once, and below tells once').toEqual(['fulfilled', 'rejected']);
  await t.runDueJobs();
  const mails = await links();
  expect(mails.map(({ to_address }) => to_address).toSorted(), 'told at both addresses, and the link comes anew to the right one').toEqual([user.email, user.email, ...Array(2).fill('jauna.skolotaja@vienkopus.example')].toSorted());
  const { rows: sent } = await t.database.pool.query(`select used_at is null as opens from authentication.password_link where user_id = $1 order by created_at, expires_at`, [id]);
  expect(sent.map(({ opens }) => opens).toSorted(), 'what may have gone to a stranger opens nothing').toEqual([false, true]);
  await t.perform(suspendUser, { id, why: 'Darba attiecības beigušās' }, administrator);
  expect(await refusalOf(t.perform(suspendUser, { id: administrator.id, why: 'Mēģinājums' }, administrator))).toBeInstanceOf(Forbidden);
  const { rows } = await t.database.pool.query(`select body_lv from platform.notice where user_id = $1`, [id]);
  expect(rows[0].body_lv).toMatch(/\/set-password\/[\w-]{43}$/);
});

test('a role holds only permissions that exist, and those of the first roles all do', async () => {
  const administrator = await actorFor('administrator');
  const { seen, role: { forPrograms: _, module: __, ...was } } = await t.perform(readRole, { code: 'auditor' }, administrator);
  const role = { code: 'auditor', titleLv: 'Auditors', titleEn: 'Auditor', scopeKinds: 'country', permissions: ['access.see-rights', 'access.fly'], seen };
  expect((await refusalOf(t.perform(changeRole, role, administrator))).text.lv).toContain('access.fly');
  await t.perform(changeRole, { ...was, titleEn: 'Auditor of the state', seen }, administrator);
  expect(await refusalOf(t.perform(changeRole, { ...was, seen }, administrator)), 'opened before somebody else changed it').toMatchObject({ code: 'role-changed' });
  await t.perform(changeRole, { ...was, seen: (await t.perform(readRole, { code: 'auditor' }, administrator)).seen }, administrator);
  const { rows } = await t.database.pool.query<{ name: string }>('select distinct unnest(permissions) as name from access.role');
  const known = t.platform.contributions.permissions.map((one) => one.name);
  expect(rows.map((row) => row.name).filter((name) => !known.includes(name))).toEqual([]);
});
