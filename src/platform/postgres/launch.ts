import { spawn } from 'node:child_process';
import { open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { absent, giveTo } from './account.js';
import { failure } from './failure.js';
import { type Place, socketFolderOf } from './place.js';
import { serverSettings } from './server-settings.js';
import { openSession, type Session } from './session.js';

const LOG_LIMIT_BYTES = 10_000_000;

/** What PostgreSQL says when something else was quicker: another start, a port's new user, or not yet ended children. */
const passing = /lock file .* already exists|pre-existing shared memory block|could not (bind|create any TCP)/;

/**
 * Starts the server on its remembered port and waits for it, through a recovery where one is due.
 * @returns an open session, or the server's last words when it gave way to something that may pass.
 */
export async function launch(
  place: Place,
  postgres: string,
  password: string,
  own: Readonly<Record<string, string>>,
): Promise<Session | string> {
  const port = await rememberedPort(join(place.folder, 'port'));
  const settings = Object.entries(serverSettings(port, socketFolderOf(place), own)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await openLog(join(place.folder, 'server.log'));
  for (const file of ['port', 'server.log']) await giveTo(place.account, join(place.folder, file));
  // Detached: Ctrl-C in a terminal reaches every process of a group, and the server must outlive its clients.
  const server = spawn(postgres, ['-D', place.cluster, ...settings], {
    ...place.account,
    cwd: place.folder,
    env: { LC_ALL: 'C' },
    detached: true,
    stdio: ['ignore', log.file.fd, log.file.fd],
  });
  let refusal: Error | undefined;
  server.on('error', (error) => (refusal = error));
  server.unref();
  try {
    for (;;) {
      if (refusal) throw failure('PostgreSQL could not be started', refusal.message, place.cluster);
      if (server.exitCode !== null || server.signalCode !== null) {
        const said = (await readFile(log.path)).subarray(log.start).toString();
        if (passing.test(said)) return said;
        throw failure('PostgreSQL ended while starting', said, place.cluster);
      }
      const session = await openSession(port, password, place.cluster);
      if (session) return session;
      await sleep(15);
    }
  } finally {
    await log.file.close();
  }
}

/** The port of the last time where it is still free, else another free one, which is remembered in turn. */
async function rememberedPort(file: string): Promise<number> {
  const last = Number(await readFile(file, 'utf8').catch(absent));
  const port = (last > 0 && (await freePort(last))) || (await freePort(0));
  if (!port) throw new Error('No free port on 127.0.0.1 could be found for PostgreSQL.');
  if (port !== last) await writeFile(file, `${port}\n`);
  return port;
}

const freePort = (wanted: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });

/** The server's log, to which it writes by itself, so that it needs no living parent; the last large one is kept. */
async function openLog(path: string) {
  const size = (await stat(path).catch(absent))?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) await rename(path, `${path}.1`);
  return { path, start: size > LOG_LIMIT_BYTES ? 0 : size, file: await open(path, 'a', 0o600) };
}
