import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { nameChanged } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { listNames } from '../store/cards.js';
import { refreshSearch } from '../store/changes.js';
import { ACTION_TITLES } from '../texts.js';
import { checkDay } from './begin-row.js';
import { nameFields } from './name-input.js';
import { outcomeFor } from './outcome.js';
import { checkWhy, pick, replaceEntry } from './replace-entry.js';
import { getPersonToChange } from './rights.js';

/** A name or its first day was recorded wrongly: the right one takes its place, and the wrong one stays as what was believed. */
export const correctName = writeAction({
  name: 'persons.correct-name',
  title: ACTION_TITLES.correctName,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid(), rowId: z.uuid(), ...nameFields, from: IsoDateInput }),
  async run(context, { id, rowId, given, family, from }) {
    checkWhy(context);
    const person = await getPersonToChange(context, id);
    const { wrong, others } = pick(await listNames(context.tx, id), rowId);
    checkDay('from', from, person, context.today);
    await replaceEntry(context, 'name', { wrong, rivals: others, from, unbroken: true }, { personId: id, given, family });
    await refreshSearch(context.tx, id);
    await context.announce(nameChanged, { personId: id, on: from });
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { row: input.rowId } }),
});
