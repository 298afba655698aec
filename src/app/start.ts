import { systemClock } from '#kernel/clock.js';
import { refuseWithoutNeededProviders } from '#modules/authentication/public.js';
import { installation } from '#platform/actions/installation.js';
import { openLog } from '#platform/log/log.js';
import { mailServer } from '#platform/mail/mail-server.js';
import { closerOf } from './close-server.js';
import type { Config } from './config.js';
import { loadData } from './data/load-data.js';
import { openPlatformDatabase } from './open-database.js';
import { assemblePlatform } from './platform.js';
import { buildServer } from './server.js';
import { keptSecret } from './session-secret.js';

export interface RunningProgram {
  readonly address: string | null;
  stop(): Promise<void>;
}

/** Starts the program as its settings say; `tell` gets plain words about what takes time. */
export async function startProgram(config: Config, tell: (line: string) => void): Promise<RunningProgram> {
  const log = openLog();
  const clock = systemClock(config.clockShiftMs);
  const opened = await openPlatformDatabase(config, tell);
  const closing: (() => Promise<void>)[] = [opened.close];
  const stop = async () => {
    for (const close of closing.splice(0).toReversed()) await close().catch((error: unknown) => log.error('stopping', error));
  };
  try {
    const secret = config.SESSION_SECRET ?? (await keptSecret(config.dataDir));
    const mail = config.SMTP_URL ? mailServer(config.SMTP_URL, config.MAIL_FROM) : null;
    const { platform, queue } = await assemblePlatform(opened.database, opened.workerUrl, clock, installation(config, secret), log, mail);
    closing.push(queue.stop);
    await loadData({ platform, migratorUrl: opened.migratorUrl, data: config.DATA, tell });
    if (config.MODE !== 'web') await queue.work(platform);
    if (config.MODE === 'worker') return { address: null, stop };
    await refuseWithoutNeededProviders(platform);
    const server = await buildServer(config, platform, log);
    closing.push(closerOf(server));
    const address = await server.listen({ port: config.PORT, host: config.HOST }).catch((error: unknown) => {
      throw isPortTaken(error) ? new Error(`PORT: another program already listens on ${config.PORT}; end it or set another port`, { cause: error }) : error;
    });
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const isPortTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
