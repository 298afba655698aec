import pg from 'pg';
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

test('an owner who may not make the working role is told which right it needs', async () => {
  const superuser = new pg.Client({ connectionString: server });
  await superuser.connect();
  const owner = pg.escapeIdentifier(`${name}_owner`);
  await superuser.query(`create role ${owner} login password 'made up'`);
  await superuser.query(`create database ${pg.escapeIdentifier(`${name}_owned`)} owner ${owner}`);
  const url = Object.assign(new URL(server), { username: `${name}_owner`, password: 'made up', pathname: `/${name}_owned` }).href;
  await expect(bringUpToDate(url, () => undefined)).rejects.toThrow(/^DATABASE_URL: .* alter role <owner> createrole/);
  await superuser.query(`drop database ${pg.escapeIdentifier(`${name}_owned`)} with (force)`);
  await superuser.query(`drop role ${owner}`);
  await superuser.end();
});
