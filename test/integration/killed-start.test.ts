import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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

/** Starts the real program and waits until it says the words. */
async function startUntil(words: RegExp): Promise<string> {
  const env = { ...process.env, NODE_ENV: 'development', DATA_DIR: dataDir, DATA: 'demo', PORT: '0', MODE: 'all' };
  running = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: running.stdout! })) if (words.test(line)) return line;
  throw new Error(`the program ended without saying ${words.source}`);
}

async function kill() {
  running!.kill('SIGKILL');
  await once(running!, 'exit');
}

test('killed while migrating and while loading, the program starts again by itself with everything once', async () => {
  for (const moment of [/migrated 0001/, /migrated 0030/, /Making up \d+ users/, /Making up \d+ residents/]) {
    await startUntil(moment);
    await kill();
  }
  const address = /http\S+/.exec(await startUntil(/Vienkopus: http/))![0];
  const ask = async (path: string) => (await fetch(new URL(path, address))).json() as Promise<{ total: number }>;
  expect((await ask('/api/territories')).total).toBe(42);
  expect((await ask('/api/territories?on=2021-06-30')).total).toBe(119);
  const institutions = (await ask('/api/institutions')).total;
  expect([institutions > 100, institutions < 200], `${institutions} institutions: neither half of them nor all twice`).toEqual([true, true]);
}, 120_000);
