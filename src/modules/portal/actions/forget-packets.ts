import { z } from 'zod';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { countPackets, holdRelease, listReleases, removeRelease } from '../store/packets.js';
import { numbersNow } from './numbers.js';
import { dueFrom } from './release-key.js';

const DAY_MS = 86_400_000;

/** Releases whose instant is so many days past that nobody needs their packets any more; one that never was due stays, since it may come still. */
export const listOldReleases = readAction({
  name: 'portal.list-old-releases',
  title: { lv: 'Meklēti seni aizzīmogoto paciņu pieprasījumi', en: 'Old requests for sealed packets looked for' },
  permission: JOBS_ALONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run(context): Promise<string[]> {
    const before = await removableBefore(context);
    const old: string[] = [];
    for (const release of await listReleases(context.tx)) {
      const from = await dueFrom(context, release);
      if (from && from <= before) old.push(release.id);
    }
    return old;
  },
});

/** Removes the requests of a release with its key. Packets that were never opened stay closed for good; results stay where the register has them. Nothing where it is not old, or gone already. */
export const forgetRelease = writeAction({
  name: 'portal.forget-release',
  title: { lv: 'Dzēsti seni aizzīmogoto paciņu pieprasījumi un to atslēga', en: 'Old requests for sealed packets removed with their key' },
  permission: JOBS_ALONE,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const release = await holdRelease(context.tx, id);
    const from = release && (await dueFrom(context, release));
    if (!release || !from || from > (await removableBefore(context))) return null;
    const found = await countPackets(context.tx, id);
    await removeRelease(context.tx, id);
    return { ...release, found };
  },
  audit: ({ output }) => ({ facts: output ? { year: output.year, stage: output.stage, term: output.term, found: output.found } : { found: 0 } }),
});

const removableBefore = async (context: Parameters<typeof numbersNow>[0]): Promise<Date> => new Date(context.now.getTime() - (await numbersNow(context))['packet-keep-days'] * DAY_MS);
