import { z } from 'zod';
import { fitWithdrawal } from '#kernel/correction.js';
import { Conflict } from '#kernel/errors.js';
import { writeAction } from '#platform/actions/action.js';
import { HISTORIES, isUnbroken, lineOf } from '../domain/lines.js';
import { entryWithdrawn } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { moveEnd, refreshSearch, withdrawRow } from '../store/changes.js';
import { ACTION_TITLES, ONLY_CORRECTED } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { checkPagesAgain } from './check-standing.js';
import { findEntry } from './find-entry.js';
import { followReforms } from './follow-reforms.js';
import { getInstitutionToChange } from './get-institution.js';
import { headsIn } from './head-person.js';
import { Basis, RegNr } from './inputs.js';

/**
 * What was recorded never was: the entry is taken back and stays readable as what was believed. Where one entry holds on each
 * day, the one before goes on in its place; the first of those can only be corrected.
 */
export const withdrawEntry = writeAction({
  name: 'institutions.withdraw-entry',
  title: ACTION_TITLES.withdraw,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, history: z.enum(HISTORIES), rowId: z.uuid(), why: Basis }),
  async run(context, { regNr, history, rowId }) {
    const { tx, today } = context;
    const { id } = await getInstitutionToChange(context, regNr);
    const { wrong, others } = await findEntry(tx, history, id, rowId, today);
    const rivals = others.filter((one) => lineOf(history, one) === lineOf(history, wrong));
    const previous = fitWithdrawal(wrong, rivals, isUnbroken(history, wrong));
    if (previous === undefined) throw new Conflict('only-corrected', ONLY_CORRECTED);
    if (previous && history === 'standing') await checkPagesAgain(tx, id, previous, { from: wrong.validFrom, to: wrong.validTo });
    const recording = recordingOf(context);
    await withdrawRow(tx, history, rowId, recording);
    if (previous) await moveEnd(tx, history, previous, recording);
    if (previous && history === 'founder' && wrong['reason'] !== 'territorial reform') await followReforms(context, id, previous.validFrom);
    await refreshSearch(tx, [id]);
    await context.announce(entryWithdrawn, { institutionId: id, history });
    return { regNr, subjects: headsIn(history, wrong) };
  },
  audit: ({ input, output }) => ({ subjects: output.subjects, facts: { institution: input.regNr, history: input.history, row: input.rowId, why: input.why } }),
});
