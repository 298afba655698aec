import { z } from 'zod';
import { Conflict } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { personDied } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { setDeath } from '../store/changes.js';
import { ACTION_TITLES, ALREADY_DEAD } from '../texts.js';
import { checkDay } from './begin-row.js';
import { getPersonWithin } from './rights.js';

export const recordDeath = writeAction({
  name: 'persons.record-death',
  title: ACTION_TITLES.recordDeath,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid(), on: IsoDateInput }),
  async run(context, { id, on }) {
    const person = await getPersonWithin(context, id);
    if (person.diedOn) throw new Conflict('already-dead', ALREADY_DEAD);
    checkDay('on', on, person, context.today);
    await setDeath(context.tx, id, on);
    await context.announce(personDied, { personId: id, on });
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { on: input.on } }),
});
