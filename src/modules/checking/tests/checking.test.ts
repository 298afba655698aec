import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PemConverter } from '@peculiar/x509';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Action } from '#platform/actions/action.js';
import { type Actor, ANONYMOUS, systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { sql } from '#platform/db/sql.js';
import { storeFile } from '#platform/files/store-files.js';
import { personCode } from '#kernel/person-code.js';
import { sayWhyNot, whyNoVerifiers } from '#test/setup/verifiers.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { refusalOf } from '../../education/tests/made-up-schools.js';
import { authority, made } from '../../../platform/documents/tests/forging.js';
import { madeList, type MadeList } from '../../../platform/documents/tests/made-list.js';
import { checkClaimHere, checkHere, readTrust } from '../actions/check-here.js';
import { checkHandedIn } from '../actions/check-handed-in.js';
import { claimAddress } from '../actions/claims.js';
import { loadList, readList, readLists } from '../actions/lists.js';
import { keepLists } from '../permissions.js';
import { checksOf, lastChecks } from '../store/checks.js';

const missing = await whyNoVerifiers('xmlsec1');
sayWhyNot('loading trusted lists signed by xmlsec1', missing);

const folder = mkdtempSync(join(tmpdir(), 'vienkopus-checking-'));
const keeper = await authority.issue('seal-p256');
let t: TestPlatform;
let platform: Platform;
const administrator = actorWith([keepLists]);
const does = <I, O>(action: Action<I, O>, input: unknown, actor: Actor = ANONYMOUS, on = platform) => perform(on, action, input, { actor, reason: null });
const withSettings = (outside: Readonly<Record<string, string>>): Platform => ({ ...t.platform, installation: { ...t.platform.installation, outside } });
const fileOf = (content: Buffer, name = 'dokuments.edoc') => ({ name, type: 'application/octet-stream', content });

beforeAll(async () => {
  t = await testPlatform();
  const pem = (...holders: readonly (typeof keeper)[]) => holders.map(({ certificate }) => PemConverter.encode(certificate.rawData, 'CERTIFICATE')).join('\n');
  const [authorities, signers] = ['authorities.pem', 'signers.pem'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(authorities, pem(authority.root, authority.issuing));
  writeFileSync(signers, pem(keeper));
  platform = withSettings({ SEAL_AUTHORITIES: authorities, TRUSTED_LIST_SIGNERS: signers });
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = async (table: 'platform.file' | 'audit.entry') => (await t.database.read.first(z.object({ n: z.number() }), table === 'audit.entry' ? sql`select count(*)::int as n from audit.entry` : sql`select count(*)::int as n from platform.file`))!.n;

test('a document checked on the server is forgotten: neither file nor entry of the log is left', async () => {
  const before = [await count('platform.file'), await count('audit.entry')];
  expect(await does(checkHere, { file: fileOf(made()) })).toMatchObject({ report: { passed: true, lists: [], signatures: [{ qualified: 'stated' }] } });
  expect(await does(checkHere, { file: fileOf(Buffer.from('no container')) })).toMatchObject({ report: { passed: false } });
  expect(await does(checkHere, { file: fileOf(Buffer.from('a letter'), 'vestule.pdf') })).toMatchObject({ report: null });
  expect((await refusalOf(does(checkHere, { file: '' }))).code).toBe('invalid-input');
  expect([await count('platform.file'), await count('audit.entry')]).toEqual(before);
});

test('without settings nobody is believed, and a setting that cannot be read is named', async () => {
  expect((await does(checkHere, { file: fileOf(made()) }, ANONYMOUS, withSettings({}))).report?.passed).toBe(false);
  expect((await refusalOf(does(readTrust, {}, ANONYMOUS, withSettings({ SEAL_AUTHORITIES: join(folder, 'nowhere.pem') })))).text.lv).toContain('SEAL_AUTHORITIES');
});

const SERVICES: MadeList['services'] = (['CA/QC', 'TSA/QTST'] as const).map((type) => ({ type, holder: authority.issuing, statuses: [{ status: 'granted', from: '2020-01-01T00:00:00Z' }] }));

test.skipIf(missing !== null)('an administrator loads a list that its keeper signed; only a later issue follows it, and checks go by it from then on', async () => {
  const load = async (list: MadeList, by = keeper) => does(loadList, { file: fileOf(await madeList(list, by), 'LV-TL.xml') }, administrator);
  const { id } = await load({ sequence: 7, services: SERVICES, nextUpdate: '2026-11-20T00:00:00Z' });
  expect(await does(readList, { id }, administrator)).toMatchObject({ list: { territory: 'LV', sequence: 7, operator: 'MADE UP keeper of lists', believedBy: 'settings', supersededAt: null, services: 2 }, services: [{ use: 'certificates' }, { use: 'time-stamps' }] });
  expect(await does(checkHere, { file: fileOf(made()) })).toMatchObject({ report: { passed: true, lists: ['LV 7'], overdue: ['LV 7'], signatures: [{ qualified: 'listed' }] } });
  expect((await refusalOf(load({ sequence: 7, services: SERVICES }))).text.lv).toContain('LV 7');
  expect((await refusalOf(load({ sequence: 6 }))).code).toBe('newer-list');
  const next = await load({ sequence: 8, services: SERVICES });
  expect((await does(readLists, {}, administrator)).lists.map(({ id: one }) => one)).toEqual([next.id]);
  expect((await does(readList, { id }, administrator)).issues.map(({ sequence, supersededAt }) => [sequence, supersededAt !== null])).toEqual([[8, false], [7, true]]);
  expect(await does(checkHere, { file: fileOf(made()) })).toMatchObject({ report: { overdue: [] } });

  const estonian = await authority.issue('seal-p256');
  expect((await refusalOf(load({ territory: 'EE' }, estonian))).text.lv).toContain('TRUSTED_LIST_SIGNERS');
  await load({ type: 'EUlistofthelists', territory: 'EU', pointers: [{ territory: 'EE', holder: estonian }] });
  expect(await does(readLists, {}, administrator)).toMatchObject({ countries: 1, named: [expect.any(String)] });
  expect((await load({ territory: 'EE' }, estonian)).believedBy).toBe('loaded-list');
  expect((await refusalOf(load({ territory: 'LT' }, estonian))).code).toBe('invalid-input');
  expect((await refusalOf(does(loadList, { file: fileOf(Buffer.from('<x/>')) }, administrator))).text.lv).toContain('TS 119 612');
  expect((await refusalOf(does(readLists, {}, actorWith([])))).status).toBe(403);
});

const handIn = (content: Buffer, codes: readonly string[] | null, name = 'iesniegums.edoc') =>
  t.database.transaction(async (tx) => {
    const [now, actor] = [t.platform.clock.now(), systemActor('test')];
    const fileId = await storeFile(tx, fileOf(content, name), 'test', now);
    await checkHandedIn({ tx, now, actor, installation: platform.installation }, { fileId, name, content, applicantCodes: codes });
    expect((await lastChecks(tx, [fileId])).get(fileId)).toMatchObject({ fileId, checkedAt: now });
    return (await checksOf(tx, fileId))[0]!;
  });

test('of a file that is handed in it is kept whether it holds, and whether the applicant signed it; no personal code is kept', async () => {
  const code = personCode('320000-00001');
  const signed = made({ seal: await authority.issue('seal-p256', { person: { name: 'Anna Paraudziņa', code: '320000-00001' } }) });
  const own = await handIn(signed, ['32000000009', code]);
  expect(own).toMatchObject({ verdict: 'passed', signedBy: 'applicant', report: { signatures: [{ signer: 'Anna Paraudziņa' }] } });
  expect(JSON.stringify(own)).not.toMatch(/32000000001|320000-00001/);
  expect(await handIn(signed, ['32000000009'])).toMatchObject({ verdict: 'passed', signedBy: 'somebody-else' });
  expect(await handIn(signed, null)).toMatchObject({ verdict: 'passed', signedBy: 'not-known' });
  expect(await handIn(made(), [code])).toMatchObject({ verdict: 'passed', signedBy: 'not-known' });
  expect(await handIn(signed.subarray(0, -9), [code])).toMatchObject({ verdict: 'failed', signedBy: 'not-known', report: { container: [{ rule: 'archive', outcome: 'failed' }] } });
  expect(await handIn(Buffer.from('%PDF-1.7'), [code], 'iesniegums.pdf')).toMatchObject({ verdict: 'no-container', report: null });
});

test('claims are signed by one key until the program’s secret is another, and paper outlives keys', async () => {
  const said = { number: '2026/301949081206-MAT09', version: 1, outcome: '67 %', issuedOn: '2026-06-17', holderName: 'Anna Paraudziņa' };
  const addressBy = (secret: string) => t.database.transaction((tx) => claimAddress({ tx, now: t.platform.clock.now(), installation: { ...platform.installation, publicUrl: 'https://vienkopus.example', keyFor: () => Buffer.alloc(32, secret) } }, said));
  const [one, two, other] = [await addressBy('a'), await addressBy('a'), await addressBy('b')];
  expect(one).toMatch(/^https:\/\/vienkopus\.example\/check#c=[\w.-]+$/);
  const keys = (await does(readTrust, {})).claimKeys;
  expect(keys.length).toBe(2);
  for (const claim of [one, two, other]) expect(await does(checkClaimHere, { claim, holder: 'anna paraudziņa' })).toMatchObject({ found: { claim: { number: said.number, initials: 'A. P.', outcome: '67 %' } }, isHolder: true });
  expect(await does(checkClaimHere, { claim: one, holder: 'Anna Cita' })).toMatchObject({ isHolder: false });
  expect(await does(checkClaimHere, { claim: one.replace('#c=', '#c=x') })).toMatchObject({ found: { fault: 'unreadable' }, isHolder: null });
  expect(one).not.toContain(encodeURIComponent('Paraudziņa'));
});
