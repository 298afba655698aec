import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { alone } from './alone.mjs';

const folder = mkdtempSync(join(tmpdir(), 'vienkopus-alone-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('of several commands one works at a time, also after one that failed', async () => {
  const path = join(folder, 'one.sock');
  let [at, most] = [0, 0];
  const work = (fails) => alone(async () => {
    most = Math.max(most, (at += 1));
    await pause(30);
    at -= 1;
    if (fails) throw new Error('no network');
    return 'done';
  }, path);
  expect(await Promise.allSettled([work(true), work(false), work(false)])).toMatchObject([{ reason: { message: 'no network' } }, { value: 'done' }, { value: 'done' }]);
  expect(most).toBe(1);
});

test('one that was killed leaves nothing that is waited for', async () => {
  const path = join(folder, 'two.sock');
  const killed = spawn(process.execPath, ['-e', `require('net').createServer().listen(${JSON.stringify(path)}, () => process.stdout.write('up'))`], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(killed.stdout, 'data');
  const waiting = alone(async () => 'done', path);
  await pause(50);
  killed.kill('SIGKILL');
  expect(await waiting).toBe('done');
});
