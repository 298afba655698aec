import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { codeReplaced } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { listCodes } from '../store/cards.js';
import { ACTION_TITLES } from '../texts.js';
import { checkDay } from './begin-row.js';
import { checkCode, codeFields } from './code-input.js';
import { outcomeFor } from './outcome.js';
import { checkWhy, pick, replaceEntry } from './replace-entry.js';
import { getPersonToChange } from './rights.js';

/** A code or its first day was recorded wrongly. The wrong code stays as what was believed, and its true owner may bear it. */
export const correctCode = writeAction({
  name: 'persons.correct-code',
  title: ACTION_TITLES.correctCode,
  permission: recordPersonsPermission,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), rowId: z.uuid(), ...codeFields, from: IsoDateInput }),
  async run(context, { id, rowId, code, codeSure, from }) {
    checkWhy(context);
    const person = await getPersonToChange(context, id);
    const { wrong, others } = pick(await listCodes(context.tx, id), rowId);
    checkDay('from', from, person, context.today);
    if (code !== wrong.code) await checkCode(context.tx, { code, codeSure }, person);
    await replaceEntry(context, 'code', { wrong, rivals: others, from, unbroken: true }, { personId: id, code });
    await context.announce(codeReplaced, { personId: id, on: from });
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { row: input.rowId } }),
});
