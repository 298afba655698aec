import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { nameChanged } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { listNames } from '../store/cards.js';
import { refreshSearch } from '../store/changes.js';
import { ACTION_TITLES } from '../texts.js';
import { beginRow, checkDay } from './begin-row.js';
import { nameFields } from './name-input.js';
import { outcomeFor } from './outcome.js';
import { getPersonToChange } from './rights.js';

/** A person bears a new name from a day (marriage, Vārda, uzvārda un tautības ieraksta maiņas likums). */
export const changeName = writeAction({
  name: 'persons.change-name',
  title: ACTION_TITLES.changeName,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid(), ...nameFields, from: IsoDateInput }),
  async run(context, { id, given, family, from }) {
    const person = await getPersonToChange(context, id);
    checkDay('from', from, person, context.today);
    await beginRow(context, 'name', await listNames(context.tx, id), from, { personId: id, given, family });
    await refreshSearch(context.tx, id);
    await context.announce(nameChanged, { personId: id, on: from });
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { from: input.from } }),
});
