import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import type { Write } from '#platform/db/transaction.js';
import { setPersonProven } from '../store/users.js';
import { renameByRegister } from '../store/rename-users.js';

/** Brings the names of confirmed accounts in line with the register of persons: of one person, or of all. Bears repetition. */
export const followNames = writeAction({
  name: 'access.follow-names',
  title: { lv: 'Konta vārds saskaņots ar personu reģistru', en: 'Name of an account brought in line with the register of persons' },
  permission: JOBS_ALONE,
  input: z.object({ personId: z.string().nullable() }),
  run: ({ tx, today, now }, { personId }) => renameByRegister(tx, personId, today, now),
  audit: ({ output }) => ({ subjects: [...new Set(output.map(({ personId }) => personId))], facts: { found: output.length } }),
});

/** The account was proven to be its person's, whose name in the register it bears from now on. */
export async function provePerson({ tx, today, now }: { readonly tx: Write; readonly today: IsoDate; readonly now: Date }, userId: string, personId: string): Promise<void> {
  await setPersonProven(tx, userId);
  await renameByRegister(tx, personId, today, now);
}
