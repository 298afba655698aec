import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'vienkopus-apart-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that asks its launcher, which is this test, for a job and says what came of it. */
function program() {
  const script = join(folder, 'program.mjs');
  writeFileSync(script, `import { jobsApart } from ${JSON.stringify(new URL('run-apart.ts', import.meta.url).href)};
    const said = await jobsApart({})('a-job', { n: 1 }).then(() => 'done', (error) => error.message);
    process.stdout.write(said, () => process.exit());`);
  return fork(script, { serialization: 'advanced', execArgv: [], env: { ...process.env, JOBS_APART: 'launcher' }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
}

const wordsOf = async (child: ReturnType<typeof program>): Promise<string> => (await child.stdout!.toArray()).join('');

test('what the launcher answers to another job is not taken for the answer', async () => {
  const child = program();
  const words = wordsOf(child);
  const [{ id, task }] = (await once(child, 'message')) as [{ id: number; task: object }];
  expect(task).toMatchObject({ name: 'a-job', data: { n: 1 } });
  child.send({ id: id + 1, done: false });
  child.send({ id, done: true });
  expect(await words).toBe('done');
});

test('a job whose launcher is gone is not done, and nobody waits for it', async () => {
  const child = program();
  const words = wordsOf(child);
  await once(child, 'message');
  child.disconnect();
  expect(await words).toBe('the process of the job a-job has not done it');
});
