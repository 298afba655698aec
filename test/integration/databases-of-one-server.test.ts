import { afterAll, expect, inject, test } from 'vitest';
import { bringUpToDate } from '#app/open-database.js';
import { cloneDatabase, dropAll } from '../setup/test-server.js';

const SEVERAL = 6;
const server = inject('superuserUrl');
const name = `${inject('template')}_beside`;
afterAll(() => dropAll(server, name));

test('programs on databases of one server start at the same moment, though they share the role of the worker', async () => {
  const urls: string[] = [];
  for (let n = 0; n < SEVERAL; n += 1) urls.push(await cloneDatabase(server, inject('template'), `${name}${n}`));
  for (let round = 0; round < 3; round += 1) {
    const started = await Promise.allSettled(urls.map((url) => bringUpToDate(url, () => undefined)));
    expect(started.filter(({ status }) => status === 'rejected')).toEqual([]);
  }
});
