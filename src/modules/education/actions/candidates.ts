import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { addDays, IsoDateInput } from '#kernel/iso-date.js';
import { readAction, writeAction } from '#platform/actions/action.js';
import { keepPupils } from '../permissions.js';
import { type CandidateRow, endCandidacy, findCandidate, insertCandidate, listCandidates } from '../store/candidates.js';
import { type ClassRow, listClasses } from '../store/classes.js';
import { listLicensedProgrammes, type ProgrammeRow } from '../store/choices.js';
import { findSchoolById, type SchoolRow } from '../store/institutions.js';
import { endMembership, findMainOn, lockPerson } from '../store/memberships.js';
import { beginMembership, getClassFor, getLearner, learnerFields } from './enrol.js';
import { NO_NEXT_YEAR, NO_SUCH_CANDIDATE, NOT_YET, YEAR_ONLY_NEXT } from './refusals.js';
import { getSchool, getYears, recordingOf, schoolScope, type Years } from './school-scope.js';
import { YearInput } from './start-page.js';

export interface CandidatesPage {
  readonly school: SchoolRow;
  readonly years: Years;
  readonly candidates: readonly CandidateRow[];
  readonly programmes: readonly ProgrammeRow[];
  readonly classes: readonly ClassRow[];
}

/** The future pupils of an institution for a school year, the next one when none is named. */
export const openCandidates = readAction({
  name: 'education.list-candidates',
  title: { lv: 'Apskatīti pretendenti', en: 'Candidates looked at' },
  permission: keepPupils,
  input: z.object({ regNr: z.string(), year: YearInput }),
  async run(context, { regNr, year: wanted }): Promise<CandidatesPage> {
    const { tx, today } = context;
    const school = await getSchool(context, regNr);
    const { current, years: all } = await getYears(context, null);
    const next = all.some((one) => one.year === current + 1) ? current + 1 : current;
    const years = await getYears(context, wanted ?? next);
    const { year, startsOn } = years.year;
    const [candidates, programmes, classes] = await Promise.all([listCandidates(tx, school.id, year, today), listLicensedProgrammes(tx, school.id, startsOn), listClasses(tx, school.id, year, startsOn, today)]);
    return { school, years, candidates, programmes, classes };
  },
  audit: ({ output }) => ({ subjects: output.candidates.map((one) => one.personId), facts: { institution: output.school.id, found: output.candidates.length } }),
});

/** Adds a future pupil; a child is a candidate of one school only, which the database sees to. */
export const addCandidate = writeAction({
  name: 'education.add-candidate',
  title: { lv: 'Pievienots pretendents', en: 'Candidate added' },
  permission: keepPupils,
  input: z.object({ regNr: z.string(), year: YearInput, ...learnerFields, programmeCode: z.string().min(1), appliedOn: IsoDateInput }),
  async run(context, { regNr, year: wanted, programmeCode, appliedOn, ...who }) {
    const { tx, today } = context;
    const school = await getSchool(context, regNr);
    const { years: all, current } = await getYears(context, null);
    const year = all.find((one) => one.year === (wanted ?? current + 1));
    if (!year) throw invalid('programmeCode', NO_NEXT_YEAR);
    if (year.startsOn <= today) throw invalid('programmeCode', YEAR_ONLY_NEXT);
    const person = await getLearner(tx, who);
    return { id: await insertCandidate(tx, { personId: person.id, institutionId: school.id, year: year.year, programmeCode, appliedOn }, recordingOf(context)), personId: person.id };
  },
  audit: ({ output }) => ({ subjects: [output.personId], facts: { candidate: output.id } }),
});

/** Removes a candidate for a reason; only then another school may add the child. */
export const removeCandidate = writeAction({
  name: 'education.remove-candidate',
  title: { lv: 'Izņemts pretendents', en: 'Candidate removed' },
  permission: keepPupils,
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(3).max(300) }),
  async run(context, { id, reason }) {
    const candidate = await findCandidate(context.tx, id, await schoolScope(context), context.today);
    if (!candidate || !(await endCandidacy(context.tx, id, 'removed', reason, context.now))) throw new NotFound('no-such-candidate', NO_SUCH_CANDIDATE);
    return { personId: candidate.personId, year: candidate.year };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { candidate: input.id } }),
});

const Many = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]).pipe(z.array(z.uuid()));
/** So long before the year begins its pupils can be enrolled from its first day. */
const AHEAD_DAYS = 60;

/**
 * Enrols the chosen candidates from the first day of the school year in one step: a preschool membership elsewhere ends the day before as
 * finished. Whoever is enrolled already is passed over, so the step can be repeated.
 */
export const enrolCandidates = writeAction({
  name: 'education.enrol-candidates',
  title: { lv: 'Uzņemti pretendenti', en: 'Candidates enrolled' },
  permission: keepPupils,
  input: z.object({ regNr: z.string(), year: YearInput, chosen: Many, classId: emptyAsNull(z.uuid()), orderNr: z.string().trim().max(40).default('') }),
  async run(context, { regNr, year: wanted, chosen, classId, orderNr }) {
    const { tx, now, today } = context;
    const school = await getSchool(context, regNr);
    const { year } = await getYears(context, wanted);
    if (addDays(today, AHEAD_DAYS) < year.startsOn) throw new Conflict('too-early', NOT_YET);
    const waiting = (await listCandidates(tx, school.id, year.year, today)).filter((one) => one.state === 'candidate' && chosen.includes(one.id));
    // All of them before anybody gets a number: whoever waits for the institution's numbers holds a person.
    for (const personId of waiting.map((one) => one.personId).toSorted()) await lockPerson(tx, personId);
    for (const one of waiting) {
      if (!(await endCandidacy(tx, one.id, 'enrolled', '', now))) continue;
      const before = await findMainOn(tx, one.personId, year.startsOn);
      if (before?.stage === 'preschool') await endMembership(tx, before.id, { validTo: year.startsOn, reason: PRESCHOOL_DONE, comment: '', orderNr: '', orderedOn: null }, recordingOf(context));
      if (classId) await getClassFor(context, school, classId, one.programmeCode, year.startsOn);
      await beginMembership(context, { personId: one.personId, school: (await findSchoolById(tx, school.id))!, programmeCode: one.programmeCode, classId, from: year.startsOn, isMain: true, form: 'full-time', orderNr, orderedOn: null });
    }
    return { enrolled: waiting.map((one) => one.personId), year: year.year };
  },
  audit: ({ output }) => ({ subjects: output.enrolled, facts: { enrolled: output.enrolled.length, year: output.year } }),
});
const PRESCHOOL_DONE = 'completed-preschool';
