import { invalid } from '#kernel/errors.js';
import { overlap } from '#kernel/period.js';
import { writeAction } from '#platform/actions/action.js';
import { guardianshipRecorded } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { listGuardianships } from '../store/cards.js';
import { addRow } from '../store/changes.js';
import { ACTION_TITLES, MISFITS } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { GuardianshipInput, guardianshipRow, rivalsOf } from './guardianship-input.js';
import { outcomeFor } from './outcome.js';
import { getPersonToChange } from './rights.js';

/** Who acts for a child from a day until majority or an earlier day, with the decision or register entry that says so. */
export const recordGuardianship = writeAction({
  name: 'persons.record-guardianship',
  title: ACTION_TITLES.recordGuardianship,
  permission: recordPersonsPermission,
  input: GuardianshipInput,
  async run(context, typed) {
    const { id, from } = typed;
    const row = await guardianshipRow(context, await getPersonToChange(context, id), typed);
    const rivals = rivalsOf(await listGuardianships(context.tx, id, context.today), row);
    const clash = rivals.some((one) => overlap({ from: one.validFrom, to: one.validTo }, { from, to: row.validTo }));
    if (clash) throw invalid('from', MISFITS.overlap);
    await addRow(context.tx, 'guardianship', row, recordingOf(context));
    await context.announce(guardianshipRecorded, { personId: id, on: from });
    return outcomeFor(context, id, [row.guardianId]);
  },
  audit: ({ input, output }) => ({ subjects: output.subjects, facts: { kind: input.kind, from: input.from } }),
});
