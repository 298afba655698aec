import { execFile, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/postgres/embedded-postgres.js';

const settings = { shared_buffers: '32MB' };
let dataDir: string;
let servers: EmbeddedPostgres[];

beforeEach(async () => {
  dataDir = await realpath(await mkdtemp(join(tmpdir(), 'vienkopus-postgres-')));
  await chmod(dataDir, 0o755);
  servers = [];
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  await rm(dataDir, { recursive: true });
});

async function start(dir = dataDir): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: dir, settings });
  servers.push(server);
  return server;
}

async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client(server.superuserUrl);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.flatMap(Object.values);
  } finally {
    await client.end();
  }
}

const pidFile = (server: EmbeddedPostgres) => join(server.dataDirectory, 'postmaster.pid');
const pidOf = async (server: EmbeddedPostgres) => Number((await readFile(pidFile(server), 'utf8')).split('\n')[0]);
const kept = 'select word from kept';

async function startWithData(): Promise<EmbeddedPostgres> {
  const server = await start();
  await query(server, `create table kept as select 'Šķērsiela' as word`);
  return server;
}

test('a first start makes a PostgreSQL 18 in UTF-8 that knows Latvian order and lets nobody in without the password', async () => {
  const server = await start();
  expect(await query(server, `select current_setting('server_version_num')::int / 10000, current_setting('server_encoding')`)).toEqual([18, 'UTF8']);
  expect(await query(server, `select w from unnest(array['Čaks','Cēsis','Ābele','Zars']) w order by w collate "lv-LV-x-icu"`)).toEqual([
    'Ābele', 'Cēsis', 'Čaks', 'Zars',
  ]);
  const password = join(dirname(server.dataDirectory), 'password');
  expect((await stat(password)).mode & 0o777).toBe(0o600);
  await expect(query({ ...server, superuserUrl: server.superuserUrl.replace(/:[^:@]+@/, ':guess@') }, 'select 1')).rejects.toThrow(/password/);
});

test('who belongs to the machine comes by the socket, which needs the password too; a folder too long for one leaves the port', async () => {
  const server = await start();
  expect(await query(server, 'select inet_client_addr() is null')).toEqual([true]);
  const deep = await start(join(dataDir, 'x'.repeat(90)));
  expect(await query(deep, 'select inet_client_addr() is null')).toEqual([false]);
});

test('a stopped server starts again on the same port with its data', async () => {
  const first = await startWithData();
  await first.stop();
  await expect(stat(pidFile(first))).rejects.toThrow('ENOENT');
  const second = await start();
  expect(second.port).toBe(first.port);
  expect(await query(second, kept)).toEqual(['Šķērsiela']);
});

test('a first start killed in the middle leaves nothing that hinders the next one', async () => {
  const unfinished = join(dataDir, 'postgres.new-4194304-half-made');
  await mkdir(join(unfinished, 'data'), { recursive: true });
  await start();
  await expect(stat(unfinished)).rejects.toThrow('ENOENT');
});

test('a server killed by the system recovers what was committed', async () => {
  const killed = await startWithData();
  process.kill(await pidOf(killed), 'SIGKILL');
  expect(await query(await start(), kept)).toEqual(['Šķērsiela']);
});

test('a process number left behind that now is another process of the same user does not stop a start', async () => {
  const killed = await startWithData();
  const lines = (await readFile(pidFile(killed), 'utf8')).split('\n');
  await killed.stop();
  const { uid, gid } = await stat(killed.dataDirectory);
  const foreign = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
  await writeFile(pidFile(killed), [String(foreign.pid), ...lines.slice(1)].join('\n'));
  try {
    expect(await query(await start(), kept)).toEqual(['Šķērsiela']);
  } finally {
    foreign.kill();
  }
});

test('a server left running by a killed program is joined and stopped by the next one', async () => {
  const program = `
    import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.js';
    const server = await startEmbeddedPostgres({ dataDir: process.argv[1], settings: { shared_buffers: '32MB' } });
    process.kill(process.pid, 'SIGKILL');`;
  const options = ['--import', 'tsx', '--input-type=module', '--eval', program, dataDir];
  await expect(promisify(execFile)(process.execPath, options)).rejects.toMatchObject({ signal: 'SIGKILL' });
  const left = Number((await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0]);
  const server = await start();
  expect(await pidOf(server)).toBe(left);
  await server.stop();
  await expect(stat(pidFile(server))).rejects.toThrow('ENOENT');
});

test('several users share one server, and the last one stops it', async () => {
  const users = await Promise.all([start(), start(), start()]);
  expect(new Set(await Promise.all(users.map(pidOf))).size).toBe(1);
  await users[0]?.stop();
  await users[1]?.stop();
  expect(await query(users[2]!, 'select 1')).toEqual([1]);
  await users[2]?.stop();
  await expect(stat(pidFile(users[2]!))).rejects.toThrow('ENOENT');
});

test('a remembered port that somebody else took meanwhile is replaced', async () => {
  const first = await startWithData();
  await first.stop();
  const taker = spawn(process.execPath, ['-e', `require('net').createServer().listen(${first.port},'127.0.0.1',()=>console.log('taken'))`]);
  await new Promise((resolve) => taker.stdout.once('data', resolve));
  try {
    const second = await start();
    expect(second.port).not.toBe(first.port);
    expect(await query(second, kept)).toEqual(['Šķērsiela']);
  } finally {
    taker.kill();
  }
});

test('data of another major version are refused with what to do', async () => {
  const server = await start();
  await server.stop();
  await writeFile(join(server.dataDirectory, 'PG_VERSION'), '17\n');
  await expect(start()).rejects.toThrow(/made by PostgreSQL 17.*npm run backup/);
});

test.runIf(process.getuid?.() === 0)('data that root has put there, as a restored copy, are handed to the account of the server', async () => {
  const server = await startWithData();
  await server.stop();
  for (const path of [server.dataDirectory, join(server.dataDirectory, 'PG_VERSION')]) await chown(path, 0, 0);
  expect(await query(await start(), kept)).toEqual(['Šķērsiela']);
});

test.runIf(process.getuid?.() === 0)('as root, data asked for in a closed folder lie elsewhere, a note says where, and they are found again', async () => {
  await chmod(dataDir, 0o700);
  const server = await startWithData();
  const place = dirname(dirname(server.dataDirectory));
  expect(await readFile(join(dataDir, 'WHERE-THE-DATA-IS.txt'), 'utf8')).toContain(place);
  await server.stop();
  await chmod(dataDir, 0o755);
  const again = await start();
  expect(await query(again, kept)).toEqual(['Šķērsiela']);
  await again.stop();
  await rm(place, { recursive: true });
});
