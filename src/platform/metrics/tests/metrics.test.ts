import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#app/config.js';
import { buildServer } from '#app/server.js';
import { openDatabase } from '#platform/db/database.js';
import { SILENT } from '#platform/log/log.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { addHealth } from '../add-health.js';
import { registry } from '../instruments.js';

let t: TestPlatform;
beforeAll(async () => {
  // Test files of a worker share what they import, and with it the counts.
  registry.resetMetrics();
  t = await testPlatform();
});
afterAll(() => t.close());

test('requests, actions, jobs, mail, connections and the audit chain are measured', async () => {
  await t.server.inject('/api/territories?on=2021-07-01');
  const { statusCode, body } = await t.server.inject('/metrics');
  expect(statusCode).toBe(200);
  expect(body).toContain('vienkopus_http_request_seconds_count{method="GET",route="/api/territories",status="2xx"} 1');
  expect(body).toMatch(/vienkopus_action_seconds_count\{action="territories\.list[^"]*",outcome="done"\} 1/);
  for (const name of ['database_connections', 'outbox_mail', 'jobs_waiting', 'audit_unsealed_seconds', 'job_seconds']) expect(body).toContain(`vienkopus_${name}`);
  expect(body).toContain('process_resident_memory_bytes');
});

test('numbers are given to this machine or to the bearer of the token, to nobody else', async () => {
  expect((await t.server.inject({ url: '/metrics', remoteAddress: '198.51.100.7' })).statusCode).toBe(404);
  expect((await t.server.inject({ url: '/metrics', headers: { 'x-forwarded-for': '198.51.100.7' } })).statusCode).toBe(404);
  const guarded = await buildServer(readConfig({ NODE_ENV: 'test', METRICS_TOKEN: 'a-long-enough-token' }), t.platform, SILENT);
  const withToken = (authorization: string) => guarded.inject({ url: '/metrics', remoteAddress: '198.51.100.7', headers: { authorization } });
  expect((await withToken('Bearer a-long-enough-token')).statusCode).toBe(200);
  expect((await withToken('Bearer another')).statusCode).toBe(404);
  await guarded.close();
});

test('a program with its database, migrations and queue is ready', async () => {
  expect((await t.server.inject('/health')).json()).toEqual({ status: 'ok' });
  const ready = await t.server.inject('/ready');
  expect(ready.json()).toEqual({ status: 'ok', checks: { database: 'ok', migrations: 'ok', queue: 'ok' } });
});

test('a program without its database is alive but not ready, and says what is missing', async () => {
  const away = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nowhere' });
  const lost = Fastify();
  addHealth(lost, { ...t.platform, database: away }, 'db');
  expect((await lost.inject('/health')).statusCode).toBe(200);
  const ready = await lost.inject('/ready');
  expect(ready.statusCode).toBe(503);
  expect(ready.json()).toMatchObject({ status: 'not-ready', checks: { database: 'unreachable' } });
  await away.close();
});
