import type { Platform } from '#platform/actions/perform.js';
import type { Database } from '#platform/db/database.js';
import { oneAtATime } from '#platform/db/one-at-a-time.js';
import { loadMadeUpData, MADE_UP_USERS } from './made-up-data.js';
import { loadReferenceData } from './reference-data.js';
import { isDone } from './steps.js';

export interface Loading {
  readonly platform: Platform;
  /** The migrating role's connection, for loading in bulk. */
  readonly migratorUrl: string;
  readonly data: 'demo' | 'national' | 'none';
  readonly tell: (line: string) => void;
}

/** Any number that nothing else locks. */
const LOADING = 7_420_002;

/** Loads what the installation begins with, each piece once; a killed start goes on where it was, and of several at once the others wait. */
export const loadData = ({ platform, migratorUrl, data, tell }: Loading): Promise<void> =>
  oneAtATime(migratorUrl, LOADING, () => {
    // Each piece builds on those before it, which a standby may not show yet.
    const writing = { ...platform, database: { ...platform.database, read: platform.database.primary } };
    return data === 'none' ? loadReferenceData(writing.database, writing.clock.now()) : loadMadeUpData(writing, migratorUrl, data, tell);
  });

/** Made-up people and the machines beside them have secrets that anybody can read. @throws Error when the database was begun with them */
export async function refuseMadeUpData(database: Database): Promise<void> {
  if (await isDone(database, MADE_UP_USERS)) throw new Error('not safe for production:\n  the database holds made-up data, whose secrets are known; set DATABASE_URL or DATA_DIR to a database of its own');
}
