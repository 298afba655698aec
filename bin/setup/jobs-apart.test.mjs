import { EventEmitter, once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { beginJobsOf } from './jobs-apart.mjs';

const folder = mkdtempSync(join(tmpdir(), 'vienkopus-jobs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that asks its launcher for two jobs at once: one is done, the other's process is killed. */
test('a job asked for is run in a process of its own; one whose process ends before it has said so is not done', async () => {
  const script = join(folder, 'job.mjs');
  writeFileSync(script, `process.once('message', ({ name }) => (name === 'killed' ? process.kill(process.pid, 'SIGKILL') : process.send({ done: true }, () => process.disconnect())));`);
  const answers = [];
  const program = Object.assign(new EventEmitter(), { connected: true, send: (answer) => (answers.push(answer), answers.length === 2 && program.emit('both')) });
  beginJobsOf(program, process.execPath, process.env, script);
  const both = once(program, 'both');
  program.emit('message', { id: 1, task: { name: 'killed' } });
  program.emit('message', { id: 2, task: { name: 'rehearsal' } });
  await both;
  expect(answers.toSorted((one, other) => one.id - other.id)).toEqual([{ id: 1, done: false }, { id: 2, done: true }]);
});

test('a job gives way to those who wait for a page; one that cannot be begun is not done', async () => {
  const script = join(folder, 'polite.mjs');
  writeFileSync(script, `import { getPriority } from 'node:os'; process.once('message', () => process.send({ done: getPriority() === 10 }, () => process.disconnect()));`);
  for (const [execPath, done] of [[process.execPath, true], [join(folder, 'no-node'), false]]) {
    const program = new EventEmitter();
    const answered = new Promise((answer) => Object.assign(program, { connected: true, send: answer }));
    beginJobsOf(program, execPath, process.env, script);
    program.emit('message', { id: 1, task: {} });
    expect(await answered).toEqual({ id: 1, done });
  }
});

test('a job ends with the program that asked for it', async () => {
  const [script, begun, ended] = ['job-that-lasts.mjs', 'begun', 'ended'].map((name) => join(folder, name));
  writeFileSync(script, `import { writeFileSync } from 'node:fs';
    process.once('message', () => writeFileSync(${JSON.stringify(begun)}, ''));
    process.once('disconnect', () => writeFileSync(${JSON.stringify(ended)}, ''));`);
  const program = Object.assign(new EventEmitter(), { connected: true });
  beginJobsOf(program, process.execPath, process.env, script);
  program.emit('message', { id: 1, task: {} });
  await expect.poll(() => existsSync(begun), { timeout: 10_000 }).toBe(true);
  program.connected = false;
  program.emit('disconnect');
  await expect.poll(() => existsSync(ended), { timeout: 10_000 }).toBe(true);
});
