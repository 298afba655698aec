import * as openid from 'openid-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { whyNoSamba } from '#test/setup/samba-packages.js';
import { DISABLED, PASSWORD } from '#test/setup/samba-people.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { userIdOf } from '../../access/tests/made-up-country.js';
import { askDirectories } from '../../apps/jobs/ask-directories.js';
import { browserOf } from '../../apps/tests/browser.js';
import { type ListeningProgram, listeningProgram } from '../../apps/tests/program.js';
import { webProgram } from '../../apps/tests/web-program.js';
import { visitor } from './browser-like.js';
import { directoryTown, endingsOf, type Town } from './directory-town.js';

const why = await whyNoSamba();
if (why) console.warn(`SKIPPED: the tests of what becomes of sessions and rights by a municipality’s Active Directory, since there is no Samba: ${why}.`);

const NORMAL = 0x200;
let town: Town;
let program: ListeningProgram;

/** Anna's account is that of the education specialist. */
async function linkAnna() {
  const person = visitor(town.t);
  await person.signIn('izglitiba', DEMO_PASSWORD);
  expect(await town.byPassword(person, 'anna.ozola', undefined, { purpose: 'link' })).toMatchObject({ status: 303, location: '/my/sign-in' });
}

describe.skipIf(why !== null)('sessions and rights by a municipality’s Active Directory', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    town = await directoryTown(async () => (program = await listeningProgram()));
    await linkAnna();
  }, 240_000);
  afterAll(() => town?.close());
  beforeEach(async () => {
    await town.keepAnswersFor(0);
    await town.owner('delete from authentication.sign_in_attempt');
  });

  test('while the directory is silent, sessions wait or go on for some time, as the connection says, and none begins', async () => {
    const person = visitor(town.t);
    const fresh = () => town.owner(`update authentication.outside_identity set last_used_at = $1, directory_active_at = $1`, [town.t.platform.clock.now()]);
    await town.byPassword(person, 'anna.ozola');
    town.samba.pause();
    try {
      const held = await person.open('/my/rights');
      expect(held.status).toBe(401);
      expect(held.body).toContain('pašvaldības domēns pašlaik neatbild');
      expect((await person.open('/sign-in')).status).toBe(200);
      expect((await town.byPassword(visitor(town.t), 'janis.berzins')).body).toContain('Pašvaldības domēns nav sasniedzams');
      expect((await town.owner('select 1 from authentication.sign_in_attempt where outcome = $1', ['failed'])).rowCount).toBe(0);
      await town.keepNew({ outage: 'grace', outageMinutes: '30' });
      await fresh();
      expect((await person.open('/my/rights')).status).toBe(200);
      await town.owner(`update authentication.outside_identity set last_used_at = $1, directory_active_at = $1`, [new Date(town.t.platform.clock.now().getTime() - 31 * 60_000)]);
      expect((await person.open('/my/rights')).status).toBe(401);
    } finally {
      town.samba.goOn();
    }
    expect((await person.open('/my/rights')).status).toBe(200);
    expect((await town.owner('select 1 from authentication.outside_identity where directory_active_at = $1', [town.t.platform.clock.now()])).rowCount).toBeGreaterThan(0);
  });

  test('a group suggests a role; an administrator confirms it, and then it is a right; out of the group it is suggested to end', async () => {
    const administrator = await town.leader();
    const page = async () => (await administrator.open(`/sign-in-programme/${town.unit}/suggestions`)).body;
    const ids = async () => [...(await page()).matchAll(/name="id" value="([^"]+)"/g)].map((found) => found[1]!);
    const decide = async (how: 'confirm' | 'decline') => administrator.send(`/sign-in-programme/${town.unit}/suggestions/${how}`, { id: (await ids())[0]! });
    const holds = async () => (await town.owner(`select basis, ended_reason from access.role_grant where role_code = 'municipality-head' and user_id = $1 and (valid_to is null or valid_to > $2)`, [await userIdOf(town.t, 'izglitiba'), town.t.platform.clock.today()])).rows;
    await town.owner(`delete from authentication.role_suggestion where user_id <> $1`, [await userIdOf(town.t, 'izglitiba')]);
    const signIn = () => town.byPassword(visitor(town.t), 'anna.ozola');
    await signIn();
    expect(await page()).toContain('Izglitibas-parvalde');
    expect(await holds()).toEqual([]);
    expect((await administrator.open('/')).body).toContain('Domēna grupu lomu ieteikumi');

    expect((await decide('confirm')).status).toBe(303);
    expect(await holds()).toEqual([{ basis: 'Domēna grupa (Domēns: Izglitibas-parvalde)', ended_reason: '' }]);
    const person = visitor(town.t);
    await town.byPassword(person, 'anna.ozola');
    expect((await person.open('/access/confirmations')).status).toBe(200);
    expect(await page()).toContain('Neviens ieteikums negaida');

    await town.setMember('delete', 'Izglitibas-parvalde', 'Anna Ozola');
    await town.setMember('add', 'Vienkopus-lietotaji', 'Anna Ozola');
    await signIn();
    expect(await page()).toContain('izbeigt: grupā vairs nav');
    expect(await holds()).toHaveLength(1);
    expect((await decide('confirm')).status).toBe(303);
    expect(await holds()).toEqual([]);
    expect((await person.open('/access/confirmations')).status).toBe(403);

    await town.setMember('add', 'Izglitibas-parvalde', 'Anna Ozola');
    await signIn();
    expect((await decide('decline')).status).toBe(303);
    await signIn();
    expect(await ids()).toEqual([]);
    expect(await holds()).toEqual([]);
  });

  test('someone disabled in the directory is out at the next request, everywhere that account was used, and cannot come back', async () => {
    const [here, there, otherwise, colleague] = [visitor(town.t), visitor(town.t), visitor(town.t), visitor(town.t)];
    await town.byPassword(here, 'janis.berzins');
    await town.byPassword(there, 'janis.berzins');
    await otherwise.signIn('vaditajs', DEMO_PASSWORD);
    await town.byPassword(colleague, 'anna.ozola');
    await town.setControl('Jānis Bērziņš', NORMAL | DISABLED);
    const answer = await here.open('/my/rights');
    expect(answer.status).toBe(401);
    expect((await here.open('/')).body).not.toContain('Andris Vadonis');
    expect((await endingsOf(town, 'vaditajs')).filter((ended) => ended === 'directory').length).toBeGreaterThanOrEqual(2);
    expect((await there.open('/my/rights')).status).toBe(401);
    expect((await otherwise.open('/my/rights')).status).toBe(200);
    expect((await colleague.open('/my/rights')).status).toBe(200);
    expect((await town.byPassword(here, 'janis.berzins')).body).toContain('atspējots');
    const { rows } = await town.owner(`select facts->>'state' as state from audit.entry where action = 'authentication.end-sessions-by-directory'`);
    expect(rows).toEqual([{ state: 'disabled' }]);
    await town.setControl('Jānis Bērziņš', NORMAL);
    expect((await here.open('/my/rights')).status).toBe(401);
    expect((await town.byPassword(here, 'janis.berzins')).status).toBe(303);
  });

  test('someone disabled in the directory is out of the programs they entered by it, at the next thing a program asks and without it, and while the directory is silent nothing ends', async () => {
    const web = await webProgram(program, { backChannelUri: 'http://127.0.0.1:9/backchannel' });
    const enterBy = async (login: string) => {
      const person = browserOf(program);
      await person.send(await person.open(`/sign-in/municipal/${town.unit}`), { login, password: PASSWORD }, `/sign-in/municipal/${town.unit}/${town.connection}/password`);
      const asked = await web.ask({ scope: 'openid offline_access', prompt: 'consent' });
      return asked.finish((await person.open(asked.url)).url);
    };
    const told = async (login: string) => (await town.owner(`select distinct 1 from audit.entry where action = 'apps.end-sessions' and facts->>'user' = $1 and (facts->>'told')::int = 1`, [await userIdOf(town.t, login)])).rowCount;
    const kept = async (login: string) => (await town.owner(`select 1 from apps.artifact where account_id = $1`, [await userIdOf(town.t, login)])).rowCount;
    const refused = { error: 'invalid_grant' };
    await town.keepNew({});
    const [janis, anna] = [await enterBy('janis.berzins'), await enterBy('anna.ozola')];
    const again = await openid.refreshTokenGrant(web.config, janis.refresh_token!);

    town.samba.pause();
    try {
      await expect(openid.refreshTokenGrant(web.config, again.refresh_token!)).rejects.toMatchObject({ cause: { status: 503 } });
    } finally {
      town.samba.goOn();
    }
    const third = await openid.refreshTokenGrant(web.config, again.refresh_token!);

    await town.setControl('Jānis Bērziņš', NORMAL | DISABLED);
    await expect(openid.fetchUserInfo(web.config, third.access_token, openid.skipSubjectCheck)).rejects.toMatchObject({ status: 401 });
    await expect(openid.refreshTokenGrant(web.config, third.refresh_token!)).rejects.toMatchObject(refused);
    expect([await kept('vaditajs'), await told('vaditajs')]).toEqual([0, 1]);

    await town.setControl('Anna Ozola', NORMAL | DISABLED);
    await askDirectories.run({ platform: town.t.platform, now: town.t.platform.clock.now() }, {});
    expect([await kept('izglitiba'), await told('izglitiba')]).toEqual([0, 1]);
    await expect(openid.refreshTokenGrant(web.config, anna.refresh_token!)).rejects.toMatchObject(refused);
    for (const name of ['Jānis Bērziņš', 'Anna Ozola']) await town.setControl(name, NORMAL);
  });

  test('out of the required group is out as well', async () => {
    const person = visitor(town.t);
    await town.byPassword(person, 'anna.ozola');
    await town.setMember('delete', 'Izglitibas-parvalde', 'Anna Ozola');
    await town.setMember('delete', 'Vienkopus-lietotaji', 'Anna Ozola');
    expect((await person.open('/my/rights')).status).toBe(401);
    await town.setMember('add', 'Izglitibas-parvalde', 'Anna Ozola');
  });

  test('a closed connection lets nobody in, ends its sessions and forgets its secrets', async () => {
    const person = visitor(town.t);
    await town.byPassword(person, 'janis.berzins');
    expect((await (await town.leader()).send(`${town.path}/${town.connection}/close`, {})).status).toBe(303);
    expect((await person.open('/my/rights')).status).toBe(401);
    expect((await town.byPassword(visitor(town.t), 'janis.berzins')).status).toBe(404);
    expect((await town.owner('select 1 from authentication.connection_setting where secrets is not null')).rowCount).toBe(0);
    expect((await visitor(town.t).open('/sign-in')).body).not.toContain('Ar pašvaldības kontu');
  });
});
