import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { nextBeginning, rowOn } from '../domain/history.js';
import { headEnded, headRecorded } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { listHeads } from '../store/card.js';
import { addRow, correctRow, endRow } from '../store/changes.js';
import { ACTION_TITLES, HEAD_BEGINS_THEN, NO_HEAD, NOT_AFTER_PRESENT } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { getInstitutionToChange } from './get-institution.js';
import { getHead } from './head-person.js';
import { Basis, PersonCode, RegNr } from './inputs.js';

/** Someone heads an institution from a day, until the next one does or it closes; the head until then leaves on that day. */
export const recordHead = writeAction({
  name: 'institutions.record-head',
  title: ACTION_TITLES.recordHead,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, personCode: PersonCode, from: IsoDateInput, basis: Basis }),
  async run(context, { regNr, personCode, from, basis }) {
    const { tx } = context;
    const institution = await getInstitutionToChange(context, regNr);
    const { id: institutionId } = institution;
    checkDay('from', from, institution, context.today);
    const personId = await getHead(tx, { code: personCode }, from);
    const heads = await listHeads(tx, institutionId);
    const present = rowOn(heads, from);
    if (present?.validFrom === from) throw invalid('from', NOT_AFTER_PRESENT);
    const recording = recordingOf(context);
    if (present) await endRow(tx, 'head', present.id, from, recording);
    await addRow(tx, 'head', { institutionId, personId, basis, validFrom: from, validTo: nextBeginning(heads, from) ?? institution.closedOn }, recording);
    await context.announce(headRecorded, { institutionId, on: from });
    return { regNr, subjects: [...new Set([personId, ...(present ? [present.personId] : [])])] };
  },
  audit: ({ input, output }) => ({ subjects: output.subjects, facts: { institution: input.regNr, from: input.from } }),
});

/** The head leaves and nobody follows yet. */
export const endHead = writeAction({
  name: 'institutions.end-head',
  title: ACTION_TITLES.endHead,
  permission: registerInstitutionsPermission,
  input: z.object({ regNr: RegNr, from: IsoDateInput, basis: Basis }),
  async run(context, { regNr, from, basis }) {
    const institution = await getInstitutionToChange(context, regNr);
    const { id: institutionId } = institution;
    checkDay('from', from, institution, context.today);
    const head = rowOn(await listHeads(context.tx, institutionId), from);
    if (!head) throw invalid('from', NO_HEAD);
    if (head.validFrom === from) throw invalid('from', HEAD_BEGINS_THEN);
    const ended = { institutionId, personId: head.personId, basis: head.basis, endBasis: basis, validFrom: head.validFrom, validTo: from };
    await correctRow(context.tx, 'head', head.id, ended, recordingOf(context));
    await context.announce(headEnded, { institutionId, on: from });
    return { regNr, subjects: [head.personId] };
  },
  audit: ({ input, output }) => ({ subjects: output.subjects, facts: { institution: input.regNr, from: input.from } }),
});
