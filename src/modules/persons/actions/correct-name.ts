import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { writeAction } from '#platform/actions/action.js';
import { nameChanged } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { listNames } from '../store/cards.js';
import { correctRow, refreshSearch } from '../store/changes.js';
import { ACTION_TITLES, NO_SUCH_ROW } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { nameFields } from './name-input.js';
import { getPersonWithin } from './rights.js';

/** A name was recorded wrongly: the right one takes its place for the same days, and the wrong one stays as what was believed. */
export const correctName = writeAction({
  name: 'persons.correct-name',
  title: ACTION_TITLES.correctName,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid(), nameId: z.uuid(), ...nameFields }),
  async run(context, { id, nameId, given, family }) {
    await getPersonWithin(context, id);
    const wrong = (await listNames(context.tx, id)).find((name) => name.id === nameId);
    if (!wrong) throw new NotFound('no-such-row', NO_SUCH_ROW);
    const { validFrom, validTo } = wrong;
    await correctRow(context.tx, 'name', nameId, { personId: id, given, family, validFrom, validTo }, recordingOf(context));
    await refreshSearch(context.tx, id);
    await context.announce(nameChanged, { personId: id, on: validFrom });
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { row: input.nameId } }),
});
