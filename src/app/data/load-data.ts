import type { Platform } from '#platform/actions/perform.js';
import type { Database } from '#platform/db/database.js';
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

/** Loads what the installation begins with, each piece once; a killed start goes on where it was. */
export const loadData = ({ platform, migratorUrl, data, tell }: Loading): Promise<void> =>
  data === 'none' ? loadReferenceData(platform.database, platform.clock.now()) : loadMadeUpData(platform, migratorUrl, data, tell);

/** Made-up people and the machines beside them have secrets that anybody can read. @throws Error when the database was begun with them */
export async function refuseMadeUpData(database: Database): Promise<void> {
  if (await isDone(database, MADE_UP_USERS)) throw new Error('not safe for production:\n  the database holds made-up data, whose secrets are known; set DATABASE_URL or DATA_DIR to a database of its own');
}
