import type { Platform } from '#platform/actions/perform.js';
import { loadMadeUpData } from './made-up-data.js';
import { loadReferenceData } from './reference-data.js';

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
