import { fileURLToPath } from 'node:url';
import { readConfig, workerUrlOf } from '#app/config.js';
import { systemClock } from '#kernel/clock.js';
import { installation } from '#platform/actions/installation.js';
import type { Platform } from '#platform/actions/perform.js';
import { openDatabase } from '#platform/db/database.js';
import { WORKER_ROLE } from '#platform/db/migrator.js';
import { sendLogout } from '../jobs/send-logout.js';

/** This file, to be run as a process of its own that a test can kill. */
export const TELL_ALONE = fileURLToPath(import.meta.url);

const { OWNER_URL = '', PUBLIC_URL = '', NOTICE_ID } = process.env;
if (NOTICE_ID) {
  const config = readConfig({ NODE_ENV: 'test', PUBLIC_URL });
  const database = openDatabase({ url: workerUrlOf(OWNER_URL, WORKER_ROLE).url, maxConnections: 2 });
  const platform = { database, clock: systemClock(), installation: installation(config, 'the secret of the tests') } as unknown as Platform;
  await sendLogout.run({ platform, now: platform.clock.now() }, { noticeId: NOTICE_ID });
  await database.close();
}
