import { resolve } from 'node:path';
import { restoreBackup } from '#platform/backup/restore.js';
import { embeddedConfig, runCommand } from './command.js';

/** `npm run restore <folder>`: brings a backup into a data folder that has no database yet, and compares it with its manifest. */
await runCommand(async (tell) => {
  const [, , folder] = process.argv;
  if (!folder) throw new Error('Say which backup: npm run restore <folder>');
  const { dataDir } = embeddedConfig();
  const { tables, audit } = await restoreBackup({ folder: resolve(folder), dataDir, log: tell });
  tell(`restored into ${dataDir}: ${tables.length} tables and the audit log (sealed up to entry ${audit.seq}) are as they were backed up. "npm start" goes on with them.`);
});
