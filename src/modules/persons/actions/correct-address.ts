import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { addressDeclared } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { listAddresses } from '../store/cards.js';
import { refreshSearch } from '../store/changes.js';
import { ACTION_TITLES } from '../texts.js';
import { addressFields, placeOn } from './address-input.js';
import { checkDay } from './begin-row.js';
import { outcomeFor } from './outcome.js';
import { checkWhy, pick, replaceEntry } from './replace-entry.js';
import { getPersonToChange } from './rights.js';

/** An address or its first day was recorded wrongly, for instance without its parish. The first address may begin on any day of a life. */
export const correctAddress = writeAction({
  name: 'persons.correct-address',
  title: ACTION_TITLES.correctAddress,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid(), rowId: z.uuid(), ...addressFields, from: IsoDateInput }),
  async run(context, { id, rowId, from, ...typed }) {
    checkWhy(context);
    const person = await getPersonToChange(context, id);
    const { wrong, others } = pick(await listAddresses(context.tx, id), rowId);
    checkDay('from', from, person, context.today);
    const address = await placeOn(context.tx, typed, from);
    const unbroken = others.some((one) => one.validTo === wrong.validFrom);
    await replaceEntry(context, 'address', { wrong, rivals: others, from, unbroken }, { personId: id, ...address });
    await refreshSearch(context.tx, id);
    await context.announce(addressDeclared, { personId: id, on: from });
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { row: input.rowId } }),
});
