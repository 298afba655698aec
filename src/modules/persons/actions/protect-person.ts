import { z } from 'zod';
import { Conflict, invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { PROTECTION_KINDS } from '../domain/kinds.js';
import { protectPersonsPermission } from '../permissions.js';
import { listProtections } from '../store/cards.js';
import { addRow, endRow } from '../store/changes.js';
import { ACTION_TITLES, NOT_AFTER_PRESENT, NOT_PROTECTED } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { getPersonWithin } from './rights.js';

/** From a day on the person's data is for those with the separate right alone. */
export const protectPerson = writeAction({
  name: 'persons.protect-person',
  title: ACTION_TITLES.protectPerson,
  permission: protectPersonsPermission,
  input: z.object({ id: z.uuid(), kind: z.enum(PROTECTION_KINDS), basis: z.string().trim().min(1).max(200), from: IsoDateInput }),
  async run(context, { id, kind, basis, from }) {
    checkDay('from', from, await getPersonWithin(context, id), context.today);
    await addRow(context.tx, 'protection', { personId: id, kind, basis, validFrom: from }, recordingOf(context));
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { from: input.from } }),
});

/** Ends the protection on a day: that day is the first one without it. */
export const endProtection = writeAction({
  name: 'persons.end-protection',
  title: ACTION_TITLES.endProtection,
  permission: protectPersonsPermission,
  input: z.object({ id: z.uuid(), on: IsoDateInput }),
  async run(context, { id, on }) {
    checkDay('on', on, await getPersonWithin(context, id), context.today);
    const open = (await listProtections(context.tx, id)).find((one) => one.validTo === null);
    if (!open) throw new Conflict('not-protected', NOT_PROTECTED);
    if (on <= open.validFrom) throw invalid('on', NOT_AFTER_PRESENT);
    await endRow(context.tx, 'protection', open.id, on, recordingOf(context));
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { on: input.on } }),
});
