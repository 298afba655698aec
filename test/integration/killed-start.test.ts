import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';

let dataDir: string;
let running: ChildProcess | undefined;

beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'vienkopus-killed-'))));
afterEach(async () => {
  if (running?.exitCode === null) {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
  await rm(dataDir, { recursive: true, force: true });
});

const begin = (settings: NodeJS.ProcessEnv = {}) => ({ ...process.env, NODE_ENV: 'development', DATA_DIR: dataDir, DATA: 'demo', PORT: '0', MODE: 'all', ...settings });

/** Starts the real program and waits until it says the words. */
async function startUntil(words: RegExp): Promise<string> {
  const env = begin();
  running = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: running.stdout! })) if (words.test(line)) return line;
  throw new Error(`the program ended without saying ${words.source}`);
}

async function end(signal: NodeJS.Signals): Promise<number | null> {
  running!.kill(signal);
  const [code] = (await once(running!, 'exit')) as [number | null];
  return code;
}

const serverRuns = () => access(join(dataDir, 'postgres', 'data', 'postmaster.pid')).then(() => true, () => false);

/** What a start that is refused says, and nothing else. */
async function refusal(settings: NodeJS.ProcessEnv, command: readonly string[] = ['dist/main.js']): Promise<string> {
  const asked = spawn(process.execPath, command, { env: begin(settings), stdio: ['ignore', 'ignore', 'pipe'] });
  const [said, [code]] = await Promise.all([text(asked.stderr), once(asked, 'exit') as Promise<[number]>]);
  expect(code).toBe(1);
  return said;
}

test('a wrong setting of an outside system is named before there is a database', async () => {
  expect(await refusal({ SMART_ID_URL: 'https://sid.example.lv/' })).toMatch(/SMART_ID_UUID/);
  expect(await refusal({ COUNTRY_TABLE: join(dataDir, 'none.mmdb') })).toMatch(/COUNTRY_TABLE/);
  expect(await refusal({ DATA_DIR: '/proc/vienkopus' })).toMatch(/^DATA_DIR: \/proc\/vienkopus is no folder/);
  expect(await readdir(dataDir)).toEqual([]);
});

test('killed while migrating and while loading, the program starts again by itself with everything once', async () => {
  for (const moment of [/migrated 0001/, /migrated 0030/, /Making up \d+ users/, /Making up \d+ residents/]) {
    await startUntil(moment);
    await end('SIGKILL');
  }
  await startUntil(/Making up \d+ residents|Vienkopus: http/);
  expect([await end('SIGINT'), await serverRuns()], 'Ctrl-C while starting ends the database too').toEqual([0, false]);
  const address = /http\S+/.exec(await startUntil(/Vienkopus: http/))![0];
  const ask = async (path: string) => (await fetch(new URL(path, address))).json() as Promise<{ total: number }>;
  expect((await ask('/api/territories')).total).toBe(42);
  expect((await ask('/api/territories?on=2021-06-30')).total).toBe(119);
  expect((await ask('/api/institutions')).total).toBe(150);
  // Beside the running one, on its database.
  expect(await refusal({ DATABASE_READ_URL: 'postgres://anybody@127.0.0.1:1/vienkopus' })).toMatch(/^DATABASE_READ_URL: the database cannot be reached/m);
  expect(await refusal({ SESSION_SECRET: 'y'.repeat(32) })).toMatch(/^SESSION_SECRET: this database was sealed with another secret/m);
  expect(await refusal({}, ['dist/another-secret.js', 'take-away'])).toMatch(/stop all of its processes/);
  expect(await refusal({ NODE_ENV: 'production', DATA: 'none', SESSION_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://vienkopus.example.lv' })).toMatch(/made-up data/);
}, 480_000);
