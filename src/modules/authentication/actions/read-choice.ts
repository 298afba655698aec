import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { type AccountRow, listAccounts } from '../store/people.js';
import { readPending } from './pending.js';
import { CHOICE, type Choice } from './sign-in-by-proof.js';

export type { AccountRow };

/** The accounts that one proven person may choose from; empty when the time for it ran out. */
export const readChoice = readAction({
  name: 'authentication.read-choice',
  title: { lv: 'Apskatīti savi konti', en: 'Own accounts looked at' },
  permission: ANYONE,
  input: z.object({ token: z.string() }),
  audit: NOT_PERSONAL,
  async run(context, { token }) {
    const choice = await readPending<Choice>(context, token, CHOICE, null);
    return choice ? listAccounts(context.tx, choice.users) : [];
  },
});
