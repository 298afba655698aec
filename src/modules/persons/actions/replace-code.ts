import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { codeReplaced } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { listCodes } from '../store/cards.js';
import { ACTION_TITLES } from '../texts.js';
import { beginRow, checkDay } from './begin-row.js';
import { checkCode, codeFields } from './code-input.js';
import { outcomeFor } from './outcome.js';
import { getPersonToChange } from './rights.js';

/** A person has a new personal code from a day; the old one stays theirs for ever. */
export const replaceCode = writeAction({
  name: 'persons.replace-code',
  title: ACTION_TITLES.replaceCode,
  permission: recordPersonsPermission,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), ...codeFields, from: IsoDateInput }),
  async run(context, { id, code, codeSure, from }) {
    const person = await getPersonToChange(context, id);
    checkDay('from', from, person, context.today);
    await checkCode(context.tx, { code, codeSure }, person);
    await beginRow(context, 'code', await listCodes(context.tx, id), from, { personId: id, code });
    await context.announce(codeReplaced, { personId: id, on: from });
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { from: input.from } }),
});
