import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { JOBS } from '#app/modules.js';
import { workerUrlOf } from '#app/config.js';
import { WORKER_ROLE } from '#platform/db/migrator.js';
import type { Job } from '#platform/jobs/job.js';
import { type JobQueue, openQueue } from '#platform/jobs/queue.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';

const LETTERS = 30;

let t: TestPlatform;
let queue: JobQueue | undefined;
const sent: number[] = [];

beforeAll(async () => void (t = await testPlatform()));
afterAll(async () => {
  await queue?.stop();
  await t.close();
});

test('what comes in a burst is worked off one after the other, without a pause between', async () => {
  // In place of the job that sends letters, on its own queue.
  const name = JOBS.find((job) => job.name === 'platform.send-mail')!.name;
  const letter = { name, input: z.object({ n: z.number() }), run: async (_: unknown, { n }: { n: number }) => void sent.push(n) };
  queue = await openQueue(workerUrlOf(t.ownerUrl, WORKER_ROLE).url, [letter as unknown as Job], (error) => { throw error; });
  await t.database.transaction(async (tx) => {
    for (let n = 0; n < LETTERS; n += 1) await queue!.send(tx, name, { n }, {});
  });
  await queue.work(t.platform);
  // One in a polling interval of five seconds would need two and a half minutes.
  await expect.poll(() => sent.length, { timeout: 40_000, interval: 200 }).toBe(LETTERS);
  expect(new Set(sent).size).toBe(LETTERS);
});

test('of what it has, a queue hands on what is heavy and does the rest itself', async () => {
  const name = JOBS.find((job) => job.name === 'reforms.rehearse-reform')!.name;
  const here: number[] = [];
  const weighed = { name, input: z.object({ n: z.number() }), heavy: async (_: unknown, { n }: { n: number }) => n > 1, run: async (_: unknown, { n }: { n: number }) => void here.push(n) };
  await queue?.stop();
  queue = await openQueue(workerUrlOf(t.ownerUrl, WORKER_ROLE).url, [weighed as unknown as Job], (error) => { throw error; });
  await t.database.transaction(async (tx) => {
    for (const n of [1, 2]) await queue!.send(tx, name, { n }, {});
  });
  const apart: unknown[] = [];
  await queue.work(t.platform, async (what, data) => void apart.push([what, data]));
  await expect.poll(() => [here, apart], { timeout: 20_000, interval: 100 }).toEqual([[1], [[name, { n: 2 }]]]);
});
