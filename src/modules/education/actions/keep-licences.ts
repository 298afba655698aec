import { z } from 'zod';
import { covers, widenScope } from '#modules/access/public.js';
import { findByRegNr } from '#modules/institutions/public.js';
import { Conflict, Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import { ANYONE, scopeOf } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { ACTION_TITLES, AFTER_CLOSING, BEFORE_FOUNDING, NO_SUCH_INSTITUTION, NO_SUCH_LICENCE, NO_SUCH_PROGRAMME, NOT_YOURS, PUPILS_OUTSIDE, REVERSED } from '../texts/classifiers.js';
import { license } from '../permissions.js';
import { correctLicence as correctRow, countMembershipsOutside, findLicence, insertLicence, type LicenceFacts, type LicenceRow, listLicences, withdrawLicence as withdrawRow } from '../store/licences.js';
import { findProgramme, listProgrammes, type ProgrammeRow } from '../store/programmes.js';
import { DayOrNull, LegalBasis } from './classifier-inputs.js';
import { recordingOf } from './school-scope.js';

export type { LicenceRow };

/** Of an institution what licences need. */
export interface LicensedInstitution {
  readonly id: string;
  readonly regNr: string;
  readonly name: string;
  readonly foundedOn: IsoDate;
  readonly closedOn: IsoDate | null;
}

async function getInstitution(tx: Read, regNr: string): Promise<LicensedInstitution> {
  const found = /^\d{10}$/.test(regNr) ? await findByRegNr(tx, regNr) : undefined;
  if (!found) throw new NotFound('no-such-institution', NO_SUCH_INSTITUTION);
  return found;
}

/** @throws Forbidden where the right does not reach the institution; that it exists is public. */
async function getInstitutionWithin({ tx, scope, today }: ActionContext, regNr: string): Promise<LicensedInstitution> {
  const institution = await getInstitution(tx, regNr);
  if (!(await reaches(tx, scope, institution.id, today))) throw new Forbidden('not-your-institution', NOT_YOURS);
  return institution;
}

const reaches = async (tx: Read, scope: Scope, institutionId: string, today: IsoDate): Promise<boolean> =>
  covers(await widenScope(tx, scope, today), { kind: 'institution', institutionId });

export interface ShownLicences {
  readonly institution: LicensedInstitution;
  readonly licences: readonly LicenceRow[];
  readonly mayLicense: boolean;
}

/** The licences of an institution with what was believed before; public, as the register of programmes is. */
export const showLicences = readAction({
  name: 'education.show-licences',
  title: ACTION_TITLES.showLicences,
  permission: ANYONE,
  input: z.object({ regNr: z.string() }),
  audit: NOT_PERSONAL,
  async run({ tx, actor, today }, { regNr }): Promise<ShownLicences> {
    const institution = await getInstitution(tx, regNr);
    return { institution, licences: await listLicences(tx, institution.id), mayLicense: await reaches(tx, scopeOf(actor, license), institution.id, today) };
  },
});

/** One licence to be corrected, or none where a new one is to be registered, with the programmes to choose from. */
export const openLicenceForm = readAction({
  name: 'education.open-licence-form',
  title: ACTION_TITLES.openForm,
  permission: license,
  input: z.object({ regNr: z.string(), licenceId: z.uuid().optional() }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, licenceId }): Promise<{ institution: LicensedInstitution; licence: LicenceRow | null; programmes: ProgrammeRow[] }> {
    const institution = await getInstitutionWithin(context, regNr);
    const licence = licenceId ? await getLicence(context.tx, licenceId, institution.id) : null;
    return { institution, licence, programmes: await listProgrammes(context.tx) };
  },
});

async function getLicence(tx: Read, id: string, institutionId: string): Promise<LicenceRow> {
  const licence = await findLicence(tx, id, institutionId);
  if (!licence) throw new NotFound('no-such-licence', NO_SUCH_LICENCE);
  return licence;
}

const Facts = { programmeCode: z.string().trim().min(1), licenceNr: z.string().trim().min(1).max(40), from: IsoDateInput, to: DayOrNull };

async function factsOf(tx: Read, { foundedOn, closedOn }: LicensedInstitution, { programmeCode, licenceNr, from, to }: z.infer<z.ZodObject<typeof Facts>>): Promise<LicenceFacts> {
  if (!(await findProgramme(tx, programmeCode))) throw invalid('programmeCode', NO_SUCH_PROGRAMME);
  if (from < foundedOn) throw invalid('from', BEFORE_FOUNDING);
  if (to && to <= from) throw invalid('to', REVERSED);
  if (closedOn && (from >= closedOn || (to && to > closedOn))) throw invalid(from >= closedOn ? 'from' : 'to', AFTER_CLOSING);
  return { programmeCode, licenceNr, validFrom: from, validTo: to ?? closedOn };
}

export const registerLicence = writeAction({
  name: 'education.register-licence',
  title: ACTION_TITLES.addLicence,
  permission: license,
  input: z.object({ regNr: z.string(), ...Facts }),
  async run(context, { regNr, ...input }) {
    const institution = await getInstitutionWithin(context, regNr);
    const id = await insertLicence(context.tx, institution.id, await factsOf(context.tx, institution, input), recordingOf(context));
    return { id, regNr };
  },
  audit: ({ input, output }) => ({ facts: { ...input, licence: output.id } }),
});

/** Puts right what was registered wrongly, or ends a licence. Refused where learners were enrolled on days it would no longer cover. */
export const correctLicence = writeAction({
  name: 'education.correct-licence',
  title: ACTION_TITLES.correctLicence,
  permission: license,
  input: z.object({ regNr: z.string(), licenceId: z.uuid(), ...Facts }),
  async run(context, { regNr, licenceId, ...input }) {
    const { tx } = context;
    const institution = await getInstitutionWithin(context, regNr);
    const was = await getLicence(tx, licenceId, institution.id);
    const now = await factsOf(tx, institution, input);
    const covered = now.programmeCode === was.programmeCode ? { from: now.validFrom, to: now.validTo } : null;
    const outside = await countMembershipsOutside(tx, institution.id, was.programmeCode, { from: was.validFrom, to: was.validTo }, covered);
    if (outside > 0) throw invalid('from', fill(PUPILS_OUTSIDE, { n: outside }));
    await correctRow(tx, licenceId, institution.id, now, recordingOf(context));
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { ...input } }),
});

/** What was registered never was a licence: it stays readable as what was believed. */
export const withdrawLicence = writeAction({
  name: 'education.withdraw-licence',
  title: ACTION_TITLES.withdrawLicence,
  permission: license,
  input: z.object({ regNr: z.string(), licenceId: z.uuid(), why: LegalBasis }),
  async run(context, { regNr, licenceId }) {
    const institution = await getInstitutionWithin(context, regNr);
    const was = await getLicence(context.tx, licenceId, institution.id);
    const outside = await countMembershipsOutside(context.tx, institution.id, was.programmeCode, { from: was.validFrom, to: was.validTo }, null);
    if (outside > 0) throw new Conflict('pupils-outside', fill(PUPILS_OUTSIDE, { n: outside }));
    await withdrawRow(context.tx, licenceId, context.now);
    return { regNr };
  },
  audit: ({ input }) => ({ facts: { ...input } }),
});
