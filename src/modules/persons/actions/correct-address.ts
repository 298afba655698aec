import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { writeAction } from '#platform/actions/action.js';
import { addressDeclared } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { listAddresses } from '../store/cards.js';
import { correctRow, refreshSearch } from '../store/changes.js';
import { ACTION_TITLES, NO_SUCH_ROW } from '../texts.js';
import { addressFields, checkPlace } from './address-input.js';
import { recordingOf } from './begin-row.js';
import { getPersonWithin } from './rights.js';

/** An address was recorded wrongly, for instance without its parish: the right one takes its place for the same days. */
export const correctAddress = writeAction({
  name: 'persons.correct-address',
  title: ACTION_TITLES.correctAddress,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid(), addressId: z.uuid(), ...addressFields }),
  async run(context, { id, addressId, ...address }) {
    await getPersonWithin(context, id);
    const wrong = (await listAddresses(context.tx, id)).find((one) => one.id === addressId);
    if (!wrong) throw new NotFound('no-such-row', NO_SUCH_ROW);
    const { validFrom, validTo } = wrong;
    await checkPlace(context.tx, address, validFrom);
    await correctRow(context.tx, 'address', addressId, { personId: id, ...address, validFrom, validTo }, recordingOf(context));
    await refreshSearch(context.tx, id);
    await context.announce(addressDeclared, { personId: id, on: validFrom });
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { row: input.addressId } }),
});
