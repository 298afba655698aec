import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { PROTECTION_KINDS } from '../domain/kinds.js';
import { protectPersonsPermission } from '../permissions.js';
import { listProtections } from '../store/cards.js';
import { addRow, moveEnd } from '../store/changes.js';
import { ACTION_TITLES, MISFITS, NOT_AFTER_PRESENT, NOT_PROTECTED } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { Basis } from './guardianship-input.js';
import { outcomeFor } from './outcome.js';
import { checkWhy, pick, replaceEntry } from './replace-entry.js';
import { getPersonToChange } from './rights.js';

const protectionFields = { kind: z.enum(PROTECTION_KINDS, { error: 'missing' }), basis: Basis, from: IsoDateInput };

/** From a day on the person's data is for those with the separate right alone. */
export const protectPerson = writeAction({
  name: 'persons.protect-person',
  title: ACTION_TITLES.protectPerson,
  permission: protectPersonsPermission,
  input: z.object({ id: z.uuid(), ...protectionFields }),
  async run(context, { id, kind, basis, from }) {
    checkDay('from', from, await getPersonToChange(context, id), context.today);
    const clash = (await listProtections(context.tx, id)).some((one) => one.validTo === null || from < one.validTo);
    if (clash) throw invalid('from', MISFITS.overlap);
    await addRow(context.tx, 'protection', { personId: id, kind, basis, validFrom: from }, recordingOf(context));
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { from: input.from } }),
});

/** Ends the protection on a day: that day is the first one without it. */
export const endProtection = writeAction({
  name: 'persons.end-protection',
  title: ACTION_TITLES.endProtection,
  permission: protectPersonsPermission,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), on: IsoDateInput }),
  async run(context, { id, on }) {
    checkDay('on', on, await getPersonToChange(context, id), context.today);
    const open = (await listProtections(context.tx, id)).find((one) => one.validTo === null);
    if (!open) throw new Conflict('not-protected', NOT_PROTECTED);
    if (on <= open.validFrom) throw invalid('on', NOT_AFTER_PRESENT);
    await moveEnd(context.tx, 'protection', open.id, on, recordingOf(context));
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { on: input.on } }),
});

/** Protection was recorded or ended wrongly; without `to` it goes on. */
export const correctProtection = writeAction({
  name: 'persons.correct-protection',
  title: ACTION_TITLES.correctProtection,
  permission: protectPersonsPermission,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), rowId: z.uuid(), ...protectionFields, to: emptyAsNull(IsoDateInput) }),
  async run(context, { id, rowId, kind, basis, from, to }) {
    checkWhy(context);
    const person = await getPersonToChange(context, id);
    const { wrong, others } = pick(await listProtections(context.tx, id), rowId);
    checkDay('from', from, person, context.today);
    if (to) checkDay('to', to, person, context.today);
    await replaceEntry(context, 'protection', { wrong, rivals: others, from, to, unbroken: false }, { personId: id, kind, basis });
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { row: input.rowId } }),
});
