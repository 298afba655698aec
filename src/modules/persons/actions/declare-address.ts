import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { addressDeclared } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { listAddresses } from '../store/cards.js';
import { refreshSearch } from '../store/changes.js';
import { ACTION_TITLES } from '../texts.js';
import { addressFields, placeOn } from './address-input.js';
import { beginRow, checkDay } from './begin-row.js';
import { outcomeFor } from './outcome.js';
import { getPersonToChange } from './rights.js';

/** A person lives at a new declared address from a day; the one before ends there. */
export const declareAddress = writeAction({
  name: 'persons.declare-address',
  title: ACTION_TITLES.declareAddress,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid(), ...addressFields, from: IsoDateInput }),
  async run(context, { id, from, ...typed }) {
    const person = await getPersonToChange(context, id);
    checkDay('from', from, person, context.today);
    const address = await placeOn(context.tx, typed, from);
    await beginRow(context, 'address', await listAddresses(context.tx, id), from, { personId: id, ...address });
    await refreshSearch(context.tx, id);
    await context.announce(addressDeclared, { personId: id, on: from });
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { from: input.from } }),
});
