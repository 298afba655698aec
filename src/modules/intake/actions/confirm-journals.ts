import { z } from 'zod';
import { getSchool, schoolScope, type SchoolRow } from '#modules/education/public.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { addDays, IsoDateInput } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { confirmJournal } from '../permissions.js';
import { type BindingRow, endBinding, findBinding, insertBinding, lockBinding } from '../store/journal-schools.js';
import { findJournal, type JournalRow, listRegistered } from '../store/journals.js';
import { BEFORE_IT_BEGAN, END_IN_THE_PAST, ENDED_ALREADY, NO_SUCH_CONFIRMATION, NOT_REGISTERED, TOO_EARLY } from '../texts/journals.js';

export interface ConfirmForm {
  readonly school: SchoolRow;
  readonly journals: readonly JournalRow[];
}

export const openConfirmForm = readAction({
  name: 'intake.open-journal-confirmation',
  title: { lv: 'Atvērta e-žurnāla apstiprināšanas veidlapa', en: 'Form for confirming an e-journal opened' },
  permission: confirmJournal,
  input: z.object({ regNr: z.string() }),
  audit: NOT_PERSONAL,
  run: async (context, { regNr }): Promise<ConfirmForm> => ({ school: await getSchool(context, regNr), journals: await listRegistered(context.tx) }),
});

/** So far back a confirmation can be dated. */
const BACK_DAYS = 366;

/** The head lets an e-journal send for the institution: from then on its machine writes marks here, so that a fresh proof is asked. */
export const confirmForSchool = writeAction({
  name: 'intake.confirm-journal',
  title: { lv: 'Iestādei apstiprināts e-žurnāls', en: 'E-journal confirmed for an institution' },
  permission: confirmJournal,
  asksFreshProof: true,
  input: z.object({ regNr: z.string(), code: z.string().min(1), from: IsoDateInput }),
  async run(context, { regNr, code, from }) {
    const { tx, actor, now, today } = context;
    const school = await getSchool(context, regNr);
    const journal = await findJournal(tx, code);
    if (journal?.state !== 'registered') throw invalid('code', NOT_REGISTERED);
    if (from < school.foundedOn || from < addDays(today, -BACK_DAYS)) throw invalid('from', TOO_EARLY);
    return { id: await insertBinding(tx, { journalId: journal.id, institutionId: school.id, validFrom: from }, actor.id!, now), journal, school };
  },
  audit: ({ input, output }) => ({ facts: { confirmation: output.id, journal: output.journal.id, institution: output.school.id, from: input.from } }),
});

const endFields = { regNr: z.string(), id: z.uuid() };

export interface EndForm {
  readonly school: SchoolRow;
  readonly binding: BindingRow;
}

export const openEndForm = readAction({
  name: 'intake.open-end-of-confirmation',
  title: { lv: 'Atvērta e-žurnāla apstiprinājuma izbeigšanas veidlapa', en: 'Form for ending the confirmation of an e-journal opened' },
  permission: confirmJournal,
  input: z.object(endFields),
  audit: NOT_PERSONAL,
  async run(context, { regNr, id }): Promise<EndForm> {
    const school = await getSchool(context, regNr);
    const binding = await findBinding(context.tx, id, await schoolScope(context));
    if (!binding || binding.institutionId !== school.id) throw new NotFound('no-such-confirmation', NO_SUCH_CONFIRMATION);
    return { school, binding };
  },
});

/** From the day on the e-journal may no longer send for the institution; what it sent stays. Taking effect at once needs no proof that delays it. */
export const endForSchool = writeAction({
  name: 'intake.end-journal-confirmation',
  title: { lv: 'Iestādei izbeigts e-žurnāla apstiprinājums', en: 'Confirmation of an e-journal for an institution ended' },
  permission: confirmJournal,
  input: z.object({ ...endFields, on: IsoDateInput }),
  async run(context, { id, on }) {
    const { tx, actor, now, today } = context;
    const binding = await lockBinding(tx, id, await schoolScope(context));
    if (!binding) throw new NotFound('no-such-confirmation', NO_SUCH_CONFIRMATION);
    if (binding.validTo !== null && binding.validTo <= today) throw new Conflict('ended-already', ENDED_ALREADY);
    if (on < binding.validFrom) throw invalid('on', BEFORE_IT_BEGAN);
    if (on < today) throw invalid('on', END_IN_THE_PAST);
    await endBinding(tx, id, on, actor.id!, now);
    return binding;
  },
  audit: ({ input, output }) => ({ facts: { confirmation: input.id, journal: output.journalId, institution: output.institutionId, on: input.on } }),
});
