import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refuseUnreadableCertificates } from '#modules/checking/public.js';
import { readConfig, Settings, workerUrlOf } from './config.js';
import { refuseTakenPlace } from './listening-place.js';
import { warningsOf } from './warnings.js';

const SAFE = { NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://vienkopus.example.lv' };

test('an empty environment gives a demonstration on port 3000', () => {
  expect(readConfig({})).toMatchObject({ PORT: 3000, DATA: 'demo', MODE: 'all', production: false, clockShiftMs: 0 });
});

test('a wrong setting is named, with what it must be and without what it was', () => {
  expect(() => readConfig({ PORT: 'many', MODE: 'both' })).toThrow('PORT: must be a whole number from 0 to 65535\n  MODE: must be web, worker or all');
  expect(() => readConfig({ SESSION_SECRET: 'guessable' })).toThrow(/^(?![^]*guessable)[^]*at least 32/);
});

test('no setting is refused in the words of a library', () => {
  for (const name of Object.keys(Settings.shape)) {
    for (const value of ['´', '-1', '70000', '1.5']) {
      const { error } = Settings.shape[name as keyof typeof Settings.shape].safeParse(value);
      for (const { message } of error?.issues ?? []) expect(message, name).toMatch(/^must be /);
    }
  }
});

test.each([['false', 0], ['true', 1], ['2', 2], ['9', 9]])('TRUST_PROXY=%s believes %i proxies in a row', (written, proxies) => {
  expect(readConfig({ TRUST_PROXY: written }).TRUST_PROXY).toBe(proxies);
});

test.each(['10', '-1', 'maybe', '1.5'])('TRUST_PROXY=%s is refused by name', (written) => {
  expect(() => readConfig({ TRUST_PROXY: written })).toThrow(/TRUST_PROXY/);
});

test.each([['DATABASE_URL', 'postgres://'], ['SMTP_URL', 'smtp://'], ['NOW', '0001-01-01T00:00:00Z'], ['NOW', 'yesterday'], ['TRUST_PROXY', '10']])('%s=%s is refused in one line', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^wrong settings:\\n  ${name}: must be [^\\n]*$`));
});

test('the address of the program is its host alone, however it ends; a setting of blanks is none', () => {
  for (const written of ['https://vienkopus.example.lv', 'https://vienkopus.example.lv/', ' ']) expect(readConfig({ PUBLIC_URL: written, PORT: ' ' })).toMatchObject({ PUBLIC_URL: written === ' ' ? 'http://localhost:3000' : 'https://vienkopus.example.lv', PORT: 3000 });
  for (const wrong of ['https://example.lv/vienkopus', 'https://example.lv?x=1', 'https://user@example.lv', 'vienkopus.example.lv']) expect(() => readConfig({ PUBLIC_URL: wrong }), wrong).toThrow(/PUBLIC_URL: must be/);
});

test('a data folder that cannot be is refused by name, also where the system never says that it cannot (/proc), and so are files that hold no certificates', async () => {
  for (const dataDir of ['/proc/vienkopus/data', join(import.meta.dirname, 'config.ts')]) {
    await expect(refuseTakenPlace({ ...readConfig({ MODE: 'worker' }), dataDir })).rejects.toThrow(`DATA_DIR: ${dataDir} is no folder`);
  }
  await expect(refuseUnreadableCertificates({ outside: { TRUSTED_LIST_SIGNERS: '/nowhere.pem', SEAL_AUTHORITIES: 'README.md' } })).rejects.toThrow(/^wrong settings:\n  SEAL_AUTHORITIES: README.md [^]*TRUSTED_LIST_SIGNERS: \/nowhere.pem cannot be read/);
  await refuseUnreadableCertificates({ outside: {} });
});

test('production starts without demonstration data', () => {
  expect(readConfig(SAFE)).toMatchObject({ DATA: 'none', production: true });
});

test.each([
  ['a missing secret', { SESSION_SECRET: '' }],
  ['a shifted clock', { NOW: '2021-06-30T23:59:00+03:00' }],
  ['made-up data', { DATA: 'demo' }],
  ['an address without encryption', { PUBLIC_URL: 'http://vienkopus.example.lv' }],
  ['a made-up sender of mail', { SMTP_URL: 'smtps://mail.vienkopus.lv' }],
])('production refuses %s', (_, change) => {
  expect(() => readConfig({ ...SAFE, ...change })).toThrow(/not safe for production/);
});

test('production without a word about the proxy in front or a mail server is warned of at the start', () => {
  expect(warningsOf(readConfig(SAFE)).map((words) => /Warning: (\w+) /.exec(words)?.[1])).toEqual(['TRUST_PROXY', 'SMTP_URL']);
  expect(warningsOf(readConfig({ ...SAFE, MODE: 'worker' }))).toHaveLength(1);
  for (const settings of [{ ...SAFE, TRUST_PROXY: 'true', SMTP_URL: 'smtps://mail.vienkopus.lv', MAIL_FROM: 'no-reply@vienkopus.lv' }, { ...SAFE, MODE: 'web', TRUST_PROXY: '1' }, {}]) expect(warningsOf(readConfig(settings))).toEqual([]);
});

test('the worker has its own password, the same in every process', () => {
  const one = workerUrlOf('postgres://owner:secret@localhost:5432/vienkopus', 'worker');
  expect(one).toEqual(workerUrlOf('postgres://owner:secret@localhost:5432/vienkopus', 'worker'));
  expect(one.url).toMatch(/^postgres:\/\/worker:[0-9a-f]{64}@localhost:5432\/vienkopus$/);
});

const SEAL = { SEAL_AUTHORITIES: 'seal.pem', SEAL_TIME_STAMP_URL: 'http://localhost/time-stamps', SEAL_REVOCATION_URL: 'http://localhost/ocsp' };
const IN_FILE = { ...SEAL, SEAL_FILE: 'seal.p12', SEAL_PASSWORD: 'secret' };
const IN_DEVICE = { ...SEAL, SEAL_PKCS11_LIBRARY: 'device.so', SEAL_PKCS11_TOKEN: 'agency', SEAL_PKCS11_KEY: 'A1', SEAL_PKCS11_PIN: '1234' };
const REMOTE = { ...SEAL, SEAL_CSC_URL: 'https://seal.example/csc/v2', SEAL_CSC_TOKEN_URL: 'https://seal.example/token', SEAL_CSC_CLIENT_ID: 'agency', SEAL_CSC_CLIENT_SECRET: 'secret', SEAL_CSC_CREDENTIAL: 'one' };
const SIGN_API = {
  ...SEAL, SEAL_SIGN_API_URL: 'https://sign.example', SEAL_SIGN_API_TOKEN_URL: 'https://sign.example/token', SEAL_SIGN_API_CLIENT_ID: 'agency', SEAL_SIGN_API_CLIENT_SECRET: 'secret',
  SEAL_SIGN_API_FILE: 'seal.p12', SEAL_SIGN_API_PASSWORD: 'secret', SEAL_SIGN_API_KEY: 'service.pem', SEAL_SIGN_API_CERTIFICATE: 'ours.pem',
};

test('a seal is in a file, in a device, remote or sealed with by SignAPI, and every setting that it lacks is named', () => {
  for (const seal of [IN_FILE, IN_DEVICE, REMOTE, SIGN_API]) expect(readConfig(seal).outside).toMatchObject(seal);
  expect(() => readConfig({ SEAL_FILE: 'seal.p12' })).toThrow(/SEAL_PASSWORD[^]*SEAL_AUTHORITIES[^]*SEAL_TIME_STAMP_URL[^]*SEAL_REVOCATION_URL/);
  expect(() => readConfig({ SEAL_SIGN_API_URL: 'https://sign.example' })).toThrow(/SEAL_SIGN_API_CERTIFICATE[^]*SEAL_AUTHORITIES/);
  expect(() => readConfig({ ...IN_FILE, ...IN_DEVICE })).toThrow(/one seal, not several/);
  expect(() => readConfig({ ...IN_DEVICE, SEAL_PKCS11_KEY: 'key 1' })).toThrow(/SEAL_PKCS11_KEY/);
});

test('production takes no key from a file, and a remote seal by https alone', () => {
  expect(() => readConfig({ ...SAFE, ...IN_FILE })).toThrow(/SEAL_FILE: a key in a file/);
  expect(() => readConfig({ ...SAFE, ...REMOTE, SEAL_CSC_URL: 'http://seal.example' })).toThrow(/SEAL_CSC_URL: set an https/);
  expect(() => readConfig({ ...SAFE, ...SIGN_API })).toThrow(/SEAL_SIGN_API_FILE: a seal in a file is only advanced/);
  expect(() => readConfig({ ...SAFE, ...SIGN_API, SEAL_NOT_QUALIFIED: 'allowed', SEAL_SIGN_API_TOKEN_URL: 'http://sign.example' })).toThrow(/SEAL_SIGN_API_TOKEN_URL: set an https/);
  expect(readConfig({ ...SAFE, ...SIGN_API, SEAL_NOT_QUALIFIED: 'allowed' }).outside).toMatchObject(SIGN_API);
  expect(readConfig({ ...SAFE, ...IN_DEVICE }).outside).toMatchObject(IN_DEVICE);
});
