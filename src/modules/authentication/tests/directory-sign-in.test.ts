import { execFile } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { whyNoSamba } from '#test/setup/samba-packages.js';
import { PASSWORD, SERVICE } from '#test/setup/samba-people.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { userIdOf } from '../../access/tests/made-up-country.js';
import { visitor } from './browser-like.js';
import { directoryTown, endingsOf, type Town } from './directory-town.js';
import { sendUpload } from './municipality.js';

const why = await whyNoSamba();
if (why) console.warn(`SKIPPED: the tests of signing in by a municipality’s Active Directory, since there is no Samba: ${why}.`);

const run = promisify(execFile);
let town: Town;

describe.skipIf(why !== null)('signing in by a municipality’s Active Directory', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    town = await directoryTown();
    await town.t.server.listen({ host: '127.0.0.1', port: 0 });
  }, 240_000);
  afterAll(() => town?.close());
  beforeEach(async () => {
    await town.keepAnswersFor(0);
    await town.owner('delete from authentication.sign_in_attempt');
  });

  test('what is secret is kept sealed, and no page shows it', async () => {
    const person = await town.leader();
    const pages = await Promise.all(['', '/change', '/close'].map((more) => person.open(`${town.path}/${town.connection}${more}`)));
    for (const page of pages) {
      expect(page.status).toBe(200);
      expect(page.body).not.toContain(SERVICE.password);
      expect(page.body).not.toContain((town.form['keytab'] as Buffer).toString('base64').slice(0, 40));
    }
    const { rows } = await town.owner('select settings::text as settings, secrets from authentication.connection_setting');
    expect(rows).toHaveLength(1);
    expect(rows[0].settings).not.toContain(SERVICE.password);
    expect(rows[0].secrets.toString('latin1')).not.toContain(SERVICE.password);
  });

  test('wrong settings come back beside their fields, and another municipality’s connections are not there', async () => {
    const person = await town.leader();
    const wrong = await sendUpload(town.t, person, `${town.path}/new/active-directory`, { ...town.form, hosts: '192.0.2.7', baseDn: 'pasv.lv', serviceName: 'vienkopus', personCodeAttribute: 'mobile', caPem: 'nav', realm: '', role1: '', outage: 'grace', outageMinutes: '0' });
    expect(wrong.status).toBe(422);
    for (const field of ['hosts', 'baseDn', 'serviceName', 'personCodeAttribute', 'caPem', 'role1', 'outageMinutes']) expect(wrong.body, field).toContain(`id="f-${field}-error"`);
    expect(wrong.body).toContain('Šo atribūtu domēnā katrs var mainīt pats par sevi');
    expect(wrong.body).not.toContain(SERVICE.password);
    expect((await person.open(`/sign-in-programme/${town.otherUnit}/connections`)).status).toBe(404);
    expect((await person.open('/sign-in-programme/none/connections')).status).toBe(404);
  });

  test('the kept password is not sent to other controllers than those it was given for', async () => {
    const answer = await sendUpload(town.t, await town.leader(), `${town.path}/${town.connection}/change`, { ...town.form, hosts: 'dc.cits.test 127.0.0.1', servicePassword: '', keytab: '' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('id="f-servicePassword-error"');
  });

  test('trying a connection tells of each controller and each group', async () => {
    const person = await town.leader();
    expect((await person.send(`${town.path}/${town.connection}/try`, {})).body).toContain(`${town.samba.host}: atbild un pieņem apkalpes kontu.`);
    await town.keepNew({ requiredGroup: 'Nav-tadas' });
    const tried = (await person.send(`${town.path}/${town.connection}/try`, {})).body;
    expect(tried).toContain('Grupas “Nav-tadas” domēnā nav.');
    expect(tried).not.toContain('/put-in-force');
    expect((await person.send(`${town.path}/${town.connection}/put-in-force`, {})).status).toBe(409);
    expect(await town.byPassword(visitor(town.t), 'janis.berzins')).toMatchObject({ status: 303 });
    await town.changeTo({ answerWithinMs: '4500' });
    const { rows } = await town.owner('select superseded_at is null as now, secrets is null as forgotten from authentication.connection_setting order by recorded_at, id');
    expect(rows.filter((row) => row.now)).toHaveLength(1);
    expect(rows.every((row) => row.now !== row.forgotten)).toBe(true);
  });

  test('the sign-in page leads to the one municipality that lets its people in so', async () => {
    const person = visitor(town.t);
    expect((await person.open('/sign-in?to=/my/rights')).body).toContain('Ar pašvaldības kontu');
    expect((await person.open('/sign-in/municipal?to=/my/rights')).location).toMatch(new RegExp(`^/sign-in/municipal/${town.unit}\\?`));
    expect((await person.open(`/sign-in/municipal/${town.unit}`)).body).toContain('Domēna parole');
  });

  test('by the domain password whoever the directory names by their personal code is in', async () => {
    const person = visitor(town.t);
    expect(await town.byPassword(person, 'PASV\\janis.berzins')).toMatchObject({ status: 303, location: '/my/rights' });
    expect((await person.open('/my/rights')).body).toContain('Andris Vadonis');
    // Who guesses hears nothing of it; whose account it is reads it in their own history.
    await town.byPassword(visitor(town.t, '203.0.113.9'), 'janis.berzins', 'nepareiza');
    const history = (await person.open('/my/sign-in/history')).body;
    for (const words of ['Nepareiza domēna parole', '203.0.113.0/24']) expect(history).toContain(words);
    expect(history).not.toContain('vairs netika pārbaudīts');
    await town.owner(`insert into authentication.sign_in_attempt (account_key, address_prefix, outcome, at) select account_key, address_prefix, outcome, at from authentication.sign_in_attempt, generate_series(1, 4) where outcome = 'failed'`);
    expect((await town.byPassword(visitor(town.t, '203.0.113.9'), 'Janis.Berzins@pasv.test')).status).toBe(429);
    expect((await person.open('/my/sign-in/history')).body).toContain('Par daudz mēģinājumu: vairs netika pārbaudīts');
    const { rows } = await town.owner(`select facts->>'user' as user from audit.entry where action = 'authentication.begin-directory-try' and facts->>'outcome' = 'throttled'`);
    expect(rows).toEqual([{ user: await userIdOf(town.t, 'vaditajs') }]);
  });

  test.each([
    ['janis.berzins', 'nepareiza', 'Lietotājvārds vai parole nav pareiza'],
    ['nav.tada', PASSWORD, 'Lietotājvārds vai parole nav pareiza'],
    ['liga.kalnina', PASSWORD, 'Jūsu domēna konts ir atspējots'],
    ['ilze.vitola', PASSWORD, 'Domēna parole vispirms jānomaina'],
    ['dace.balode', PASSWORD, 'nav tajā grupā'],
    ['janis.berzins', '', 'Ievadiet gan lietotājvārdu, gan paroli'],
  ])('%s with the password “%s” is refused in words of its own', async (login, password, words) => {
    const answer = await town.byPassword(visitor(town.t), login, password);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain(`value="${login}"`);
  });

  test('after five wrong passwords an account is closed to that network, however its name is written, before the domain locks it', async () => {
    const stranger = visitor(town.t, '192.0.2.66');
    for (const login of ['uldis.viens', 'Uldis.Viens', 'uldis.viens@pasv.test', 'PASV\\uldis.viens', 'uldís.viens']) expect((await town.byPassword(stranger, login, 'nepareiza')).status).toBe(422);
    expect((await town.byPassword(stranger, 'uldis.viens')).status).toBe(429);
    expect((await town.byPassword(visitor(town.t, '203.0.113.7'), 'janis.berzins')).status).toBe(303);
    const { rows } = await town.owner('select outcome, count(*)::int as n from authentication.sign_in_attempt group by 1 order by 1');
    expect(rows).toEqual([{ outcome: 'failed', n: 5 }, { outcome: 'succeeded', n: 1 }, { outcome: 'throttled', n: 1 }]);
  });

  test('a code that the directory says opens no account of others than the municipality’s people', async () => {
    const answer = await town.byPassword(visitor(town.t), 'maris.krumins');
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('vēl nav saistīts');
    expect(await endingsOf(town, 'operators')).toEqual([]);
  });

  test('an account without a code is linked by its owner, who is signed in and proves it, and by nobody else', async () => {
    expect((await town.byPassword(visitor(town.t), 'anna.ozola')).body).toContain('vēl nav saistīts');
    const ministry = visitor(town.t);
    await ministry.signIn('operators', DEMO_PASSWORD);
    expect((await town.byPassword(ministry, 'anna.ozola', PASSWORD, { purpose: 'link' })).body).toContain('Jūs nestrādājat šajā pašvaldībā');
    const person = visitor(town.t);
    await person.signIn('izglitiba', DEMO_PASSWORD);
    await town.owner(`update authentication.session set fresh_until = created_at where user_id = $1`, [await userIdOf(town.t, 'izglitiba')]);
    expect((await person.open(`/sign-in/municipal/${town.unit}?purpose=link`)).location).toMatch(/^\/sign-in\/again/);
    await town.owner(`update authentication.session set fresh_until = created_at + interval '10 minutes' where user_id = $1`, [await userIdOf(town.t, 'izglitiba')]);
    expect(await town.byPassword(person, 'janis.berzins', PASSWORD, { purpose: 'link' })).toMatchObject({ status: 403 });
    expect(await town.byPassword(person, 'anna.ozola', PASSWORD, { purpose: 'link' })).toMatchObject({ status: 303, location: '/my/sign-in' });
    const later = visitor(town.t);
    expect(await town.byPassword(later, 'anna.ozola')).toMatchObject({ status: 303, location: '/my/rights' });
    expect((await later.open('/my/rights')).body).toContain('Gunta Skolmane');
    const other = visitor(town.t);
    await other.signIn('izpilddirektors', DEMO_PASSWORD);
    expect((await town.byPassword(other, 'anna.ozola', PASSWORD, { purpose: 'link' })).body).toContain('jau ir saistīts ar citu');
  });

  test('a risky action is let through by the domain password again, of the same account only', async () => {
    const person = visitor(town.t);
    await town.byPassword(person, 'anna.ozola');
    expect((await town.byPassword(person, 'janis.berzins', PASSWORD, { purpose: 'again' })).body).toContain('Apstiprinājums šim kontam neder');
    expect(await town.byPassword(person, 'anna.ozola', PASSWORD, { purpose: 'again' })).toMatchObject({ status: 303 });
    expect((await person.open('/my/rights')).status).toBe(200);
  });

  test('by the ticket of the Windows session the same person is in without a password', async () => {
    const environment = { ...process.env, ...town.samba.environment, KRB5CCNAME: `FILE:${join(town.samba.folder, 'tickets')}` } as Record<string, string>;
    const kinit = run('kinit', [`janis.berzins@${town.samba.realm}`], { env: environment });
    kinit.child.stdin!.end(`${PASSWORD}\n`);
    await kinit;
    const jar = join(town.samba.folder, 'cookies');
    const address = `http://localhost:${(town.t.server.server.address() as AddressInfo).port}`;
    const ticket = `${address}/sign-in/municipal/${town.unit}/${town.connection}/ticket?to=/my/rights`;
    const browse = async (url: string, ...more: string[]) => (await run('curl', ['--silent', '--cookie', jar, '--cookie-jar', jar, '--header', 'accept: text/html', '--write-out', '\n%{http_code} %{redirect_url}', ...more, url], { env: environment })).stdout;
    expect(await browse(ticket)).toMatch(/Pārlūks neatsūtīja domēna biļeti[^]*\n401 $/);
    expect(await browse(ticket, '--negotiate', '--user', ':')).toMatch(/\n303 http:\/\/localhost:\d+\/my\/rights$/);
    expect(await browse(`${address}/my/rights`)).toMatch(/Andris Vadonis[^]*\n200 $/);
    expect((await town.owner('select amr from authentication.session where amr @> $1', [['wia']])).rowCount).toBe(1);
  });

  test('the directory is asked at most once in some seconds, and not at all for those who came otherwise', async () => {
    const [person, otherwise] = [visitor(town.t), visitor(town.t)];
    await town.byPassword(person, 'janis.berzins');
    await otherwise.signIn('vaditajs', DEMO_PASSWORD);
    await town.keepAnswersFor(60);
    expect((await person.open('/my/rights')).status).toBe(200);
    town.samba.pause();
    try {
      // Whoever were asked for now would be held: the connection lets nobody go on while the directory is silent.
      const answers = await Promise.all(Array.from({ length: 5 }, () => [person.open('/my/rights'), otherwise.open('/my/rights')]).flat());
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    } finally {
      town.samba.goOn();
    }
  });
});
