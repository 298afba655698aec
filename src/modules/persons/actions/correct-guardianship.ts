import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { guardianshipEnded, guardianshipRecorded } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { listGuardianships } from '../store/cards.js';
import { moveEnd } from '../store/changes.js';
import { ACTION_TITLES, MISFITS, NOT_EARLIER } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { GuardianshipInput, guardianshipRow, rivalsOf } from './guardianship-input.js';
import { outcomeFor } from './outcome.js';
import { checkWhy, pick, replaceEntry } from './replace-entry.js';
import { getPersonToChange } from './rights.js';

/** Who acts for a child was recorded wrongly, or ended wrongly: the right row takes the place of the wrong one. */
export const correctGuardianship = writeAction({
  name: 'persons.correct-guardianship',
  title: ACTION_TITLES.correctGuardianship,
  permission: recordPersonsPermission,
  input: GuardianshipInput.extend({ rowId: z.uuid() }),
  async run(context, { rowId, ...typed }) {
    checkWhy(context);
    const child = await getPersonToChange(context, typed.id);
    const { wrong, others } = await pickOfChild(context, child.id, rowId);
    const { validFrom, validTo, ...row } = await guardianshipRow(context, child, typed, wrong.guardianId);
    await replaceEntry(context, 'guardianship', { wrong, rivals: rivalsOf(others, row), from: validFrom, to: validTo, unbroken: false }, row);
    await context.announce(guardianshipRecorded, { personId: child.id, on: validFrom });
    return outcomeFor(context, child.id, [wrong.guardianId, row.guardianId]);
  },
  audit: ({ input, output }) => ({ subjects: output.subjects, facts: { row: input.rowId } }),
});

/** Somebody acts for a child no longer, before majority: the day is the first one without them. */
export const endGuardianship = writeAction({
  name: 'persons.end-guardianship',
  title: ACTION_TITLES.endGuardianship,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid(), rowId: z.uuid(), on: IsoDateInput }),
  async run(context, { id, rowId, on }) {
    checkDay('on', on, await getPersonToChange(context, id), context.today);
    const { wrong: present } = await pickOfChild(context, id, rowId);
    if (on <= present.validFrom) throw invalid('on', MISFITS.reversed);
    if (present.validTo && on >= present.validTo) throw invalid('on', NOT_EARLIER);
    await moveEnd(context.tx, 'guardianship', rowId, on, recordingOf(context));
    await context.announce(guardianshipEnded, { personId: id, on });
    return outcomeFor(context, id, [present.guardianId]);
  },
  audit: ({ input, output }) => ({ subjects: output.subjects, facts: { row: input.rowId, on: input.on } }),
});

/** A row is reached through its child alone: rights to the guardian say nothing of the child. */
async function pickOfChild({ tx, today }: WriteContext, childId: string, rowId: string) {
  return pick((await listGuardianships(tx, childId, today)).filter((row) => row.childId === childId), rowId);
}
