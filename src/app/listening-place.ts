import { once } from 'node:events';
import { access, constants } from 'node:fs/promises';
import { createServer } from 'node:net';
import { makeOpenFolder } from '#platform/postgres/place.js';
import type { Config } from './config.js';

type Place = Pick<Config, 'PORT' | 'HOST' | 'MODE' | 'dataDir' | 'DATABASE_URL' | 'SESSION_SECRET'>;

/** Tries what the program needs of the machine before it begins: a start that makes a database takes minutes, and nobody waits for them in vain. @throws Error naming the setting */
export async function refuseTakenPlace(config: Place): Promise<void> {
  if (!config.DATABASE_URL || !config.SESSION_SECRET) await refuseClosedFolder(config.dataDir);
  if (config.MODE !== 'worker') await refuseTakenPort(config);
}

async function refuseClosedFolder(dataDir: string) {
  try {
    await makeOpenFolder(dataDir);
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(`DATA_DIR: ${dataDir} is no folder that this user may write to; name one (${(error as NodeJS.ErrnoException).code ?? String(error)})`, { cause: error });
  }
}

async function refuseTakenPort(config: Place) {
  const probe = createServer();
  try {
    probe.listen({ port: config.PORT, host: config.HOST });
    await once(probe, 'listening');
  } catch (error) {
    throw refusedPlace(config, error);
  } finally {
    if (probe.listening) await new Promise((closed) => probe.close(closed));
  }
}

/** Why the program cannot listen there, in words of the settings. */
export function refusedPlace({ PORT, HOST }: Pick<Place, 'PORT' | 'HOST'>, error: unknown): unknown {
  const words = WORDS[(error as NodeJS.ErrnoException).code ?? ''];
  return words ? new Error(words(PORT, HOST), { cause: error }) : error;
}

const noSuchHost = (_: number, host: string) => `HOST: this machine has no address ${host}; set 127.0.0.1 (this machine alone), 0.0.0.0 (every network it is in) or one of its own`;

const WORDS: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) => `PORT: another program already listens on ${port}; end it or set another port`,
  EACCES: (port) => `PORT: this user may not listen on ${port}; set a port above 1023`,
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
  EINVAL: noSuchHost,
};
