import type { FastifyInstance } from 'fastify';
import { inject } from 'vitest';
import { readConfig, workerUrlOf } from '#app/config.js';
import { assemblePlatform } from '#app/platform.js';
import { buildServer } from '#app/server.js';
import { fixedClock } from '#kernel/clock.js';
import type { Action } from '#platform/actions/action.js';
import { type Actor, ANONYMOUS, EVERYWHERE, type Scope } from '#platform/actions/actor.js';
import { installation } from '#platform/actions/installation.js';
import type { Permission } from '#platform/actions/permission.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { type Database, openDatabase } from '#platform/db/database.js';
import { WORKER_ROLE } from '#platform/db/migrator.js';
import { SILENT } from '#platform/log/log.js';
import { cloneDatabase, dropDatabase } from './setup/test-server.js';

/** The whole program on a database of its own, a clone of the migrated template (about 0.1 s). */
export interface TestPlatform {
  readonly platform: Platform;
  readonly database: Database;
  readonly server: FastifyInstance;
  /** The migrating role's connection, for looking behind the program's back. */
  readonly ownerUrl: string;
  perform<I, O>(action: Action<I, O>, input: unknown, actor?: Actor, reason?: string): Promise<O>;
  /** Runs the background jobs that are due and tells how many. */
  runDueJobs(): Promise<number>;
  close(): Promise<void>;
}

let clones = 0;

export async function testPlatform({ now = '2026-11-21T10:00:00+02:00', settings = {} }: { now?: string; settings?: Readonly<Record<string, string>> } = {}): Promise<TestPlatform> {
  const superuserUrl = inject('superuserUrl');
  const template = inject('template');
  const name = `${template}_${process.pid}_${(clones += 1)}`;
  const ownerUrl = await cloneDatabase(superuserUrl, template, name);
  const { url: workerUrl } = workerUrlOf(ownerUrl, WORKER_ROLE);
  const database = openDatabase({ url: workerUrl, checkRows: true, maxConnections: 6 });
  const config = readConfig({ NODE_ENV: 'test', REQUESTS_PER_MINUTE: '100000', ...settings });
  const { platform, queue } = await assemblePlatform(database, workerUrl, fixedClock(now), installation(config, 'the secret of the tests'), SILENT);
  const server = await buildServer(config, platform, SILENT);
  return {
    platform,
    database,
    server,
    ownerUrl,
    perform: (action, input, actor = ANONYMOUS, reason) => perform(platform, action, input, { actor, reason: reason ?? null }),
    runDueJobs: () => queue.runDue(platform),
    async close() {
      await server.close();
      await queue.stop();
      await database.close();
      await dropDatabase(superuserUrl, name);
    },
  };
}

/** A made-up user who holds these permissions in this scope (everywhere when not said). */
export const actorWith = (permissions: readonly Permission[], scope: Partial<Scope> = EVERYWHERE, personId: string | null = null): Actor => ({
  kind: 'user',
  id: '00000000-0000-7000-8000-000000000001',
  personId,
  name: 'Testa Lietotājs',
  scopes: new Map(permissions.map((one) => [one.name, { everywhere: false, unitIds: [], institutionIds: [], acting: null, ...scope }])),
});
