import { join } from 'node:path';
import { systemClock } from '#kernel/clock.js';
import { installation } from '#platform/actions/installation.js';
import { SECRET } from '#platform/backup/backup.js';
import { openLog } from '#platform/log/log.js';
import { outsideOrigins, refuseWithoutNeededProviders } from '#modules/authentication/public.js';
import { countryTableOf } from '#modules/portal/public.js';
import { closerOf } from './close-server.js';
import type { Config } from './config.js';
import { loadData, refuseMadeUpData } from './data/load-data.js';
import { jobsApart } from './jobs-apart/run-apart.js';
import { mailOf } from './mail-of.js';
import { openPlatformDatabase } from './open-database.js';
import { assemblePlatform } from './platform.js';
import { buildServer } from './server.js';
import { refuseOtherSecret } from './refuse-other-secret.js';
import { keptSecret } from './session-secret.js';
import { refusedPlace, refuseTakenPlace } from './listening-place.js';

export interface RunningProgram {
  readonly address: string | null;
  stop(): Promise<void>;
}

/**
 * Starts the program as its settings say; `tell` gets plain words about what takes time. Told by `ending` meanwhile it stops what it
 * has begun, the database too, and throws: the next start goes on from there.
 */
export async function startProgram(config: Config, tell: (line: string) => void, ending?: AbortSignal): Promise<RunningProgram> {
  refuseWrongOutside(config);
  await refuseTakenPlace(config);
  // What a start that is told to end stumbles over is of no interest.
  const log = openLog((line) => void (ending?.aborted || process.stderr.write(line)));
  const clock = systemClock(config.clockShiftMs);
  const opened = await openPlatformDatabase(config, tell, ending);
  const closing: (() => Promise<void>)[] = [opened.close];
  const stop = async () => {
    for (const close of closing.splice(0).toReversed()) await close().catch((error: unknown) => log.error('stopping', error));
  };
  try {
    const secret = config.SESSION_SECRET ?? (await keptSecret(config.dataDir));
    const { platform, queue } = await assemblePlatform(opened.database, opened.workerUrl, clock, installation(config, secret), log, mailOf(config));
    closing.push(queue.stop);
    if (config.production) await refuseMadeUpData(opened.database);
    await refuseOtherSecret(opened.database, platform.installation, config.SESSION_SECRET ? 'SESSION_SECRET' : join(config.dataDir, SECRET));
    await loadData({ platform, migratorUrl: opened.migratorUrl, data: config.DATA, tell });
    ending?.throwIfAborted();
    if (config.MODE !== 'web') await queue.work(platform, config.MODE === 'all' ? jobsApart({ config, secret, workerUrl: opened.workerUrl }) : undefined);
    if (config.MODE === 'worker') return { address: null, stop };
    await refuseWithoutNeededProviders(platform);
    const server = await buildServer(config, platform, log);
    closing.push(closerOf(server));
    const address = await server.listen({ port: config.PORT, host: config.HOST }).catch((error: unknown) => {
      throw refusedPlace(config, error);
    });
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What settings say of outside systems is read by the modules: before the database is touched, not minutes later. @throws Error naming what is wrong */
function refuseWrongOutside(config: Config) {
  const asked = installation(config, '');
  outsideOrigins(asked);
  countryTableOf(asked);
}

