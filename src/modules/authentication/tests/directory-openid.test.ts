import { afterAll, beforeAll, expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { registerMadeUpPeople } from '#modules/persons/public.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers } from '../../access/tests/made-up-country.js';
import { visitor } from './browser-like.js';
import { addConnection, draftConnection, type Person, putNewSettingsInForce, switchOnConnection } from './municipality.js';
import { type OpenIdPeer, openIdPeer } from './openid-peer.js';

let t: TestPlatform;
let peer: OpenIdPeer;
let unit: number;
let otherUnit: number;
let connection: string;
const owner = (statement: string, values: unknown[] = []) => t.database.pool.query(statement, values);
const path = () => `/sign-in-programme/${unit}/connections`;
const form = (more: Record<string, string> = {}) => ({ title: 'Entra ID', issuer: peer.issuer, clientId: 'vienkopus', clientSecret: 'noslepums-1', scopes: 'profile', personCodeClaim: '', believesFactors: 'yes', acrLevels: '', mustSay: '', ...more });

async function leader() {
  const person = visitor(t);
  await person.signIn('pasvaldibas.administrators', DEMO_PASSWORD);
  return person;
}

/** From our button through the provider's page and back. */
async function through(person: Person, purpose = 'sign-in') {
  const left = await person.send(`/sign-in/outside/c-${connection}`, { purpose, to: '/my/rights' });
  expect(left.status).toBe(200);
  const address = /^0; url=(http.*)$/.exec(String(left.raw.headers['refresh']))![1]!;
  expect(left.body).toContain(`href="${address.replaceAll('&', '&amp;')}"`);
  const back = new URL(await peer.walk(address));
  expect(back.pathname).toBe(`/sign-in/outside/c-${connection}/back`);
  return person.open(back.pathname + back.search);
}

/** New settings, tried and put in force. */
async function change(more: Record<string, string>) {
  const person = await leader();
  expect((await person.send(`${path()}/${connection}/change`, form(more))).status).toBe(303);
  await putNewSettingsInForce(person, `${path()}/${connection}`);
}

beforeAll(async () => {
  [peer, t] = await Promise.all([openIdPeer(), testPlatform()]);
  [unit, otherUnit] = (await fillWithUsers(t)).units as [number, number];
  const person = await leader();
  connection = await draftConnection(t, person, `${path()}/new/openid`, form());
  expect((await visitor(t).open('/sign-in')).body).not.toContain('/sign-in/municipal');
  expect((await person.send(`${path()}/${connection}/switch-on`, {})).body).toContain('Vispirms izmēģiniet');
  const page = (await person.open(`${path()}/${connection}`)).body;
  await peer.register(/<code>(http[^<]+\/back)<\/code>/.exec(page)![1]!);
  await switchOnConnection(person, `${path()}/${connection}`);
  expect((await visitor(t).open('/sign-in')).body).toContain('/sign-in/municipal');
});
afterAll(async () => {
  await t?.close();
  await peer?.close();
});

test('an address that lets any organisation in, or is not safe, is refused beside its field; the secret is not shown', async () => {
  const person = await leader();
  for (const issuer of ['https://login.microsoftonline.com/common/v2.0', 'http://adfs.pasv.lv/adfs', 'adfs.pasv.lv', '']) {
    const answer = await person.send(`${path()}/new/openid`, form({ issuer, acrLevels: 'urn:x = high' }));
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('id="f-issuer-error"');
    expect(answer.body).toContain('id="f-acrLevels-error"');
  }
  expect((await person.open(`${path()}/${connection}/change`)).body).not.toContain('noslepums-1');
  const elsewhere = await person.send(`${path()}/${connection}/change`, form({ issuer: 'https://adfs.cits.lv/adfs', clientSecret: '' }));
  expect(elsewhere.body).toContain('id="f-clientSecret-error"');
});

test('trying it says whether the provider answers', async () => {
  const person = await leader();
  expect((await person.send(`${path()}/${connection}/try`, {})).body).toContain('Sniedzējs atbild');
});

test('new settings of a connection in use wait: people sign in by the old ones until the new were tried and put in force', async () => {
  const person = await leader();
  const one = `${path()}/${connection}`;
  const settings = async () => (await owner('select settings->>$2 as name, in_force_at is not null as used, superseded_at is null as kept, secrets is null as forgotten from authentication.connection_setting where connection_id = $1 order by recorded_at, id', [connection, 'clientId'])).rows;
  expect((await person.send(`${one}/change`, form({ clientSecret: 'nepareizs', clientId: 'cits' }))).status).toBe(303);
  const page = (await person.open(one)).body;
  for (const words of ['Jaunie iestatījumi', 'Vēl nav spēkā', 'Spēkā esošie iestatījumi', 'gaida']) expect([words, page.includes(words)]).toEqual([words, true]);
  expect((await person.open(`${one}/change`)).body).toContain('value="cits"');
  expect((await through(visitor(t))).body).toContain('vēl nav saistīts');

  const tried = (await person.send(`${one}/try`, {})).body;
  expect(tried).toContain('nepieņem mūsu lietotnes identifikatoru vai noslēpumu');
  expect(tried).not.toContain('/put-in-force');
  expect((await person.send(`${one}/put-in-force`, {})).status).toBe(409);
  expect((await person.send(`${one}/give-up`, {})).status).toBe(303);
  expect((await person.send(`${one}/give-up`, {})).status).toBe(409);

  expect((await person.send(`${one}/change`, form({ title: 'Entra ID 2', scopes: 'profile email' }))).status).toBe(303);
  expect((await visitor(t).open(`/sign-in/municipal/${unit}`)).body).not.toContain('Entra ID 2');
  await putNewSettingsInForce(person, one);
  expect((await visitor(t).open(`/sign-in/municipal/${unit}`)).body).toContain('Entra ID 2');
  expect(await settings()).toEqual([
    { name: 'vienkopus', used: true, kept: false, forgotten: true },
    { name: 'cits', used: false, kept: false, forgotten: true },
    { name: 'vienkopus', used: true, kept: true, forgotten: false },
  ]);
  expect((await person.open(one)).body).toContain('nav bijis spēkā');
  await change({});
  expect((await person.send(`${one}/change`, form({ title: 'Entra' }))).status).toBe(303);
  expect((await visitor(t).open(`/sign-in/municipal/${unit}`)).body).not.toContain('Entra ID');
  expect((await person.send(`${one}/change`, form())).status).toBe(303);
  expect((await person.open(one)).body).not.toContain('Jaunie iestatījumi');
});

test('an unknown account is linked by its owner and signs in from then on', async () => {
  expect((await through(visitor(t))).body).toContain('vēl nav saistīts');
  const person = visitor(t);
  await person.signIn('izglitiba', DEMO_PASSWORD);
  expect(await through(person, 'link')).toMatchObject({ status: 303, location: '/my/sign-in' });
  const later = visitor(t);
  expect(await through(later)).toMatchObject({ status: 303, location: '/my/rights' });
  expect((await later.open('/my/rights')).body).toContain('Gunta Skolmane');
  expect(await through(later, 'again')).toMatchObject({ status: 303, location: '/my/rights' });
  // A municipality's word is worth substantial at most: where more is needed it is not offered, nor is a passkey named as a way.
  const ways = async (level: string) => (await later.open(`/sign-in/again?to=/&level=${level}`)).body;
  expect(await ways('substantial')).toContain('/sign-in/municipal?');
  const high = await ways('high');
  expect([high.includes('/sign-in/municipal?'), high.includes('apstipriniet savu kontu ar Smart-ID'), high.includes('Pievienojiet piekļuves atslēgu')]).toEqual([false, true, false]);
});

test('two factors of the provider make the session worth more, where the connection believes them', async () => {
  const levels = async () => (await owner(`select level from authentication.session where outside_identity_id is not null order by created_at desc, id`)).rows.map((row) => row.level as string);
  peer.login.amr = ['pwd', 'mfa'];
  await through(visitor(t));
  expect(await levels()).toContain('substantial');
  await owner('update authentication.session set ended_at = now() where outside_identity_id is not null');
  await change({ believesFactors: '', clientSecret: '' });
  await owner('delete from authentication.session where outside_identity_id is not null');
  await through(visitor(t));
  expect(await levels()).toEqual(['low']);
});

test('a personal code from it finds people of the municipality only, and a resident gets no account by it', async () => {
  const people = [
    { given: 'Gunta', family: 'Skolmane', code: '70016299235', bornOn: isoDate('1979-01-30'), sex: 'female' as const, login: 'lietvedis' },
    { given: 'Zane', family: 'Robežniece', code: '48122206929', bornOn: isoDate('1986-12-08'), sex: 'female' as const, login: 'operators' },
    { given: 'Emīls', family: 'Paraugs', code: '49049930011', bornOn: isoDate('2010-04-09'), sex: 'male' as const, login: null },
  ];
  await t.database.transaction((tx) => registerMadeUpPeople(tx, people, t.platform.clock.today(), t.platform.clock.now()));
  for (const { code, login } of people) await owner('update access.app_user set person_id = (select person_id from persons.code where code = $1) where login = $2', [code, login]);
  await change({ personCodeClaim: 'personal_code', clientSecret: '' });
  const users = async () => (await owner('select count(*)::int as n from access.app_user')).rows[0].n as number;
  const before = await users();
  const as = async (accountId: string, code: string) => {
    Object.assign(peer.login, { accountId, claims: { personal_code: code } });
    return through(visitor(t));
  };
  expect((await as('a1', '70016299235')).location).toBe('/my/rights');
  expect((await as('a2', '48122206929')).body).toContain('vēl nav saistīts');
  expect((await as('a3', '49049930011')).body).toContain('vēl nav saistīts');
  expect(await users()).toBe(before);
});

test('with two municipalities the person chooses, and the browser remembers which', async () => {
  const other = (await owner('select unit_id from authentication.connection where unit_id <> $1', [unit])).rowCount;
  expect(other).toBe(0);
  const administrator = visitor(t);
  await administrator.signIn('administrators', DEMO_PASSWORD);
  await addConnection(t, administrator, `/sign-in-programme/${otherUnit}/connections/new/openid`, form({ title: 'Cits' }));
  const person = visitor(t);
  const choice = await person.open('/sign-in/municipal?to=/me');
  expect(choice.body.match(/<option /g)).toHaveLength(2);
  expect((await person.open(`/sign-in/municipal?unit=${otherUnit}&to=/me`)).location).toMatch(new RegExp(`/sign-in/municipal/${otherUnit}\\?.*to=%2Fme`));
  expect((await person.open(`/sign-in/municipal/${otherUnit}`)).body).toContain('Cits');
  expect((await person.open('/sign-in/municipal')).location).toMatch(new RegExp(`/sign-in/municipal/${otherUnit}\\?`));
  expect((await person.open('/sign-in/municipal?other=yes')).body).toContain('<option ');
});

test('a connection that somebody has no other way in than is not closed, and its page names them; then it lets nobody in and its sessions end', async () => {
  Object.assign(peer.login, { accountId: 'f7a1', claims: {} });
  const person = visitor(t);
  await through(person);
  const [{ id, name, hash }] = (await t.database.pool.query(`select u.id, u.name, p.hash from authentication.session s join access.app_user u on u.id = s.user_id join authentication.password p on p.user_id = u.id
    where s.outside_identity_id is not null order by s.created_at desc limit 1`)).rows as [{ id: string; name: string; hash: string }];
  const withoutPassword = () => t.database.pool.query('delete from authentication.password where user_id = $1', [id]);
  const lead = await leader();
  const closing = `${path()}/${connection}/close`;
  expect((await lead.open(closing)).body).toContain('>Slēgt</button>');
  await withoutPassword();
  const shown = (await lead.open(closing)).body;
  expect([shown.includes(name), shown.includes('>Slēgt</button>')]).toEqual([true, false]);
  const refused = await lead.send(closing, {});
  expect([refused.status, refused.body.includes(`pierakstīties vairs nevarētu (1): ${name}`)]).toEqual([409, true]);
  // An exception opens nothing to whoever owns nothing that it could open.
  await t.database.pool.query(`insert into authentication.policy_exception (user_id, reason, valid_from, valid_to, recorded_at, recorded_by) values ($1, 'Tests', $2, $2::date + 60, now(), 'test')`, [id, t.platform.clock.today()]);
  expect((await lead.send(closing, {})).status).toBe(409);
  expect((await person.open('/my/rights')).status).toBe(200);
  await t.database.pool.query('insert into authentication.password (user_id, hash) values ($1, $2)', [id, hash]);
  expect((await (await leader()).send(`${path()}/${connection}/close`, {})).location).toBe(path());
  expect((await person.open('/my/rights')).status).toBe(401);
  expect((await visitor(t).send(`/sign-in/outside/c-${connection}`, { to: '/' })).body).toContain('Šāda pierakstīšanās veida šeit nav');
});
