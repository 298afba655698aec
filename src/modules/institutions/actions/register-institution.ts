import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { parseInstitutionNumber } from '#kernel/registration-number.js';
import { writeAction } from '#platform/actions/action.js';
import { institutionRegistered } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { addRow, insertInstitution, refreshSearch } from '../store/changes.js';
import { ACTION_TITLES, INSTITUTION_NUMBER_SHAPE, NOT_YOUR_MUNICIPALITY } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { Basis, checkPlace, founderColumns, founderFields, legalNumber, Name, placeFields } from './inputs.js';

const Contact = z.string().trim().max(200).default('');
const Code = z.string().trim().min(1).max(60);

/** Enters a founded institution; its founder becomes legal and actual founder at once. */
export const registerInstitution = writeAction({
  name: 'institutions.register-institution',
  title: ACTION_TITLES.register,
  permission: registerInstitutionsPermission,
  input: z.object({
    regNr: z.string(),
    entNr: z.string().trim().default(''),
    name: Name,
    type: Code,
    legalStatus: Code,
    subordination: Code,
    foundedOn: IsoDateInput,
    basis: Basis,
    ...founderFields,
    ...placeFields,
    phone: Contact,
    email: Contact,
    website: Contact,
  }),
  async run(context, { name, type, legalStatus, subordination, foundedOn, basis, atvk, part, street, phone, email, website, ...input }) {
    const { tx, scope } = context;
    const regNr = parseInstitutionNumber(input.regNr);
    if (!regNr) throw invalid('regNr', INSTITUTION_NUMBER_SHAPE);
    const entNr = legalNumber('entNr', input.entNr);
    const founder = await founderColumns(tx, input, foundedOn);
    if (!scope.everywhere && (founder.unitId === null || !scope.unitIds.includes(founder.unitId))) throw invalid('founderAtvk', NOT_YOUR_MUNICIPALITY);
    await checkPlace(tx, { atvk, part }, foundedOn);

    const recording = recordingOf(context);
    const institutionId = await insertInstitution(tx, { regNr, entNr, foundedOn, phone, email, website }, recording);
    const first = { institutionId, validFrom: foundedOn };
    await addRow(tx, 'name', { ...first, name }, recording);
    await addRow(tx, 'standing', { ...first, type, legalStatus, subordination, basis }, recording);
    for (const role of ['legal', 'actual'] as const) await addRow(tx, 'founder', { ...first, role, ...founder, reason: 'founded', basis }, recording);
    await addRow(tx, 'address', { ...first, kind: 'legal', atvk, part, street }, recording);
    await refreshSearch(tx, [institutionId]);
    await context.announce(institutionRegistered, { institutionId, on: foundedOn });
    return { institutionId, regNr };
  },
  audit: ({ input, output }) => ({ facts: { institution: output.regNr, foundedOn: input.foundedOn } }),
});
