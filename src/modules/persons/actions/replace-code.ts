import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { looksMistyped, PersonCodeInput } from '#kernel/person-code.js';
import { writeAction } from '#platform/actions/action.js';
import { codeReplaced } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { listCodes } from '../store/cards.js';
import { ACTION_TITLES } from '../texts.js';
import { beginRow, checkDay } from './begin-row.js';
import { getPersonWithin } from './rights.js';

/** A person has a new personal code from a day; the old one stays theirs for ever. `looksMistyped` asks to look again. */
export const replaceCode = writeAction({
  name: 'persons.replace-code',
  title: ACTION_TITLES.replaceCode,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid(), code: PersonCodeInput, from: IsoDateInput }),
  async run(context, { id, code, from }) {
    const person = await getPersonWithin(context, id);
    checkDay('from', from, person, context.today);
    await beginRow(context, 'code', await listCodes(context.tx, id), from, { personId: id, code });
    await context.announce(codeReplaced, { personId: id, on: from });
    return { looksMistyped: looksMistyped(code) };
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { from: input.from } }),
});
