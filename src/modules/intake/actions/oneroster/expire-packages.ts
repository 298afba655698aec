import { z } from 'zod';
import { parametersOn } from '#modules/marks/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { expireReady, type PackageRow } from '../../store/oneroster/packages.js';

/** How many days a package waits for somebody to confirm it; null where nothing is said, and it waits for ever. */
const daysToDecide = async (tx: Read, day: IsoDate): Promise<number | null> => (await parametersOn(tx, day))['ready-package-days'][0] ?? null;

/** The day on which a package that waits for a decision gives its archive back; null where it waits for nothing. */
export async function expiresOn(tx: Read, { state, checkedAt }: Pick<PackageRow, 'state' | 'checkedAt'>, today: IsoDate): Promise<IsoDate | null> {
  const days = await daysToDecide(tx, today);
  return state !== 'ready' || !checkedAt || days === null ? null : addDays(dayInRiga(checkedAt), days);
}

/** Throws the archives away of packages that nobody confirmed in time: they hold names and codes of a whole school. Their reports stay. */
export const expirePackages = writeAction({
  name: 'intake.expire-oneroster-packages',
  title: { lv: 'Dzēsti neapstiprinātu OneRoster pakešu arhīvi', en: 'Archives of unconfirmed OneRoster packages deleted' },
  permission: JOBS_ALONE,
  input: z.object({}),
  async run({ tx, today }): Promise<{ packages: readonly string[] }> {
    const days = await daysToDecide(tx, today);
    return { packages: days === null ? [] : await expireReady(tx, addDays(today, -days)) };
  },
  audit: ({ output }) => ({ facts: { packages: output.packages } }),
});
