import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { settlePort } from './free-port.mjs';
import { areWanted, folderIsThere, settingsFor, startSimulators } from './simulators.mjs';

const folder = mkdtempSync(join(tmpdir(), 'vienkopus-simulators-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answers = async (address) => (await fetch(address).catch(() => null))?.status;
async function until(what) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await what()) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}

test('simulators that were killed come back on the same addresses with the same keys, and end when told', async () => {
  const simulators = await startSimulators({ ...process.env, DATA_DIR: folder });
  const phone = new URL(simulators.settings.SMART_ID_URL).origin;
  const authority = readFileSync(simulators.settings.SMART_ID_CA, 'utf8');
  expect(await answers(phone)).toBe(200);
  const { pid } = simulators.process();
  process.kill(pid, 'SIGKILL');
  expect(await until(async () => simulators.process().pid !== pid && (await answers(phone)) === 200)).toBe(true);
  expect(readFileSync(simulators.settings.SMART_ID_CA, 'utf8')).toBe(authority);
  expect(JSON.parse(simulators.settings.E_JOURNALS).map(({ id }) => id)).toEqual(['e-klase', 'mykoob']);
  await simulators.stop();
  expect(await answers(phone)).toBeUndefined();
}, 60_000);

test('they are there for made-up data only', () => {
  expect(areWanted({})).toBe(true);
  for (const environment of [{ NODE_ENV: 'production' }, { DATA: 'none' }, { MODE: 'worker' }, { SIMULATORS: 'off' }]) expect(areWanted(environment)).toBe(false);
  expect(() => areWanted({ SIMULATORS: 'no' })).toThrow('SIMULATORS: must be off');
});

test('a provider that the environment names is not mixed with its simulator', () => {
  const settings = { SMART_ID_URL: 'a', SMART_ID_CA: 'b', EPARAKSTS_URL: 'c' };
  expect(settingsFor(settings, { SMART_ID_URL: 'https://sid.demo.sk.ee/smart-id-rp/v3/' })).toEqual({ EPARAKSTS_URL: 'c' });
  expect(settingsFor(settings, { SMART_ID_URL: '' })).toEqual(settings);
});

test('a folder is made where it can be, with those on the way; elsewhere nobody waits', () => {
  writeFileSync(join(folder, 'file'), '');
  expect([join(folder, 'a/b'), join(folder, 'a/b'), join(folder, 'file'), join(folder, 'file/c'), '/proc/vienkopus/c'].map(folderIsThere)).toEqual([true, true, false, false, false]);
});

test('of PORT=0 becomes a free port before anybody is told where the program is; another stays', async () => {
  const environments = [{ PORT: '0' }, { PORT: '3000' }, { PORT: ' ' }, {}, { PORT: '0', HOST: '192.0.2.1' }];
  for (const one of environments) await settlePort(one);
  expect(environments.slice(1)).toEqual([{ PORT: '3000' }, { PORT: ' ' }, {}, { PORT: '0', HOST: '192.0.2.1' }]);
  expect(Number(environments[0].PORT)).toBeGreaterThan(1023);
});
