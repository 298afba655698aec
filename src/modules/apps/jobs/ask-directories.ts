import { z } from 'zod';
import { systemClock } from '#kernel/clock.js';
import { askDirectoryOf } from '#modules/authentication/public.js';
import { job } from '#platform/jobs/job.js';
import { endByDirectory } from '../provider/directory.js';
import { listInProgramsByDirectory } from '../store/artifacts.js';

/**
 * Every five minutes: programs keep sessions of their own and may never ask us again, so that directories are asked after those
 * who are in programs by them, and the programs of whoever left are told. While a directory is silent nothing ends.
 */
export const askDirectories = job({
  name: 'apps.ask-directories',
  input: z.object({}),
  schedule: '*/5 * * * *',
  expireMinutes: 30,
  async run({ platform }) {
    const silentOnes = new Set<string>();
    for (const { userId, identityId } of await listInProgramsByDirectory(platform.database.primary, systemClock().now())) {
      const { verdict, silent } = await askDirectoryOf(platform, identityId, silentOnes);
      if (silent !== null) silentOnes.add(silent);
      if (verdict === 'end') await endByDirectory(platform, userId);
    }
  },
});
