import { z } from 'zod';
import { type Entry, fitWithdrawal } from '#kernel/correction.js';
import { Conflict } from '#kernel/errors.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { entryWithdrawn } from '../events.js';
import { protectPersonsPermission, recordPersonsPermission } from '../permissions.js';
import { listAddresses, listCodes, listGuardianships, listNames, listProtections } from '../store/cards.js';
import { type History, moveEnd, refreshSearch, withdrawRow } from '../store/changes.js';
import { ACTION_TITLES, ONLY_CORRECTED } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { outcomeFor } from './outcome.js';
import { checkWhy, pick } from './replace-entry.js';
import { getPersonToChange } from './rights.js';

/**
 * What was recorded never was, for instance because another person was meant: the entry is taken back and stays readable as
 * what was believed. Of names, codes and addresses the one before goes on in its place; the first can only be corrected.
 */
export const withdrawEntry = writeAction({
  name: 'persons.withdraw-entry',
  title: ACTION_TITLES.withdrawEntry,
  permission: recordPersonsPermission,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), rowId: z.uuid(), history: z.enum(['name', 'code', 'address', 'guardianship']) }),
  async run(context, { id, rowId, history }) {
    const wrong = await takeBack(context, id, history, rowId);
    await refreshSearch(context.tx, id);
    await context.announce(entryWithdrawn, { personId: id, on: wrong.validFrom });
    return outcomeFor(context, id, [wrong.guardianId ?? null]);
  },
  audit: ({ input, output }) => ({ subjects: output.subjects, facts: { history: input.history, row: input.rowId } }),
});

/** The person's data never was to be protected in these days. Nothing is announced: that would tell of the protection. */
export const withdrawProtection = writeAction({
  name: 'persons.withdraw-protection',
  title: ACTION_TITLES.withdrawProtection,
  permission: protectPersonsPermission,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), rowId: z.uuid() }),
  async run(context, { id, rowId }) {
    await takeBack(context, id, 'protection', rowId);
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { row: input.rowId } }),
});

type AnyRow = Entry & { readonly guardianId?: string | null };

async function takeBack(context: WriteContext, personId: string, history: History, rowId: string): Promise<AnyRow> {
  checkWhy(context);
  await getPersonToChange(context, personId);
  const { wrong, others } = pick(await rowsOf(context, personId, history), rowId);
  const previous = fitWithdrawal(wrong, others, history === 'name' || history === 'code' || history === 'address');
  if (previous === undefined) throw new Conflict('only-corrected', ONLY_CORRECTED);
  await withdrawRow(context.tx, history, rowId, recordingOf(context));
  if (previous) await moveEnd(context.tx, history, previous.id, previous.validTo, recordingOf(context));
  return wrong;
}

async function rowsOf({ tx, today }: WriteContext, id: string, history: History): Promise<readonly AnyRow[]> {
  switch (history) {
    case 'name':
      return listNames(tx, id);
    case 'code':
      return listCodes(tx, id);
    case 'address':
      return listAddresses(tx, id);
    case 'guardianship':
      return (await listGuardianships(tx, id, today)).filter((row) => row.childId === id);
    case 'protection':
      return listProtections(tx, id);
  }
}
