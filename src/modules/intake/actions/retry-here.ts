import { z } from 'zod';
import type { SchoolRow } from '#modules/education/public.js';
import { writeAction } from '#platform/actions/action.js';
import { mapNames } from '../permissions.js';
import { retryNow } from './retry-now.js';
import type { Retried } from './retry-waiting.js';
import { getSchoolOrOwn } from './school-or-own.js';

/** Looks again at what waits in one's own institution: a class or a pupil may have been entered in the register meanwhile. */
export const retryHere = writeAction({
  name: 'intake.retry-own-waiting',
  title: { lv: 'Vēlreiz izskatītas rindas, kas gaida saskaņojumu', en: 'Rows that wait for a match looked at again' },
  permission: mapNames,
  input: z.object({ regNr: z.string().default('') }),
  async run(context, { regNr }): Promise<{ school: SchoolRow; retried: Retried }> {
    const school = await getSchoolOrOwn(context, regNr);
    return { school, retried: await retryNow(context, school.id) };
  },
  audit: ({ output: { school, retried } }) => ({ subjects: retried.persons, facts: { institution: school.id, rows: retried.rows, recorded: retried.taken } }),
});
