import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { addCandidate, enrolCandidates, removeCandidate } from '../actions/candidates.js';
import { CANDIDATE_STATES, findCandidates } from '../actions/people-for-programs.js';

const tag = 'education';
const Word = z.string().optional();
const Day = z.string().describe('YYYY-MM-DD');
const Reference = z.string().describe('Identity of the person in this register');
const Done = z.object({ personReference: Reference });

/** Future pupils for programs, by the rights that the pages need; everyone shown is logged with the reason. */
export const candidateApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/education/candidates',
    summary: 'Candidates of the asker’s institutions for a school year (the next one when not said), a hundred at a time; needs the header `x-reason`. `after` is the `next` of the page before. Of protected people initials are given and no day of birth',
    tag,
    query: z.object({ regNr: Word, year: Word, state: z.enum(CANDIDATE_STATES).optional(), after: Word }),
    answer: z.object({
      year: z.number(),
      items: z.array(z.object({
        id: z.string().describe('Identity of the candidacy'), personReference: Reference, given: z.string(), family: z.string(), isProtected: z.boolean(), bornOn: Day.nullable(), regNr: z.string(), year: z.number(), programmeCode: z.string(),
        appliedOn: Day, state: z.enum(CANDIDATE_STATES), reason: z.string().describe('Why the candidate was removed'),
      })),
      next: z.string().nullable(),
    }),
    action: findCandidates,
    present: ({ year, rows, next }) => ({
      year, next,
      items: rows.map((one) => ({
        id: one.id, personReference: one.personId, given: one.given, family: one.family, isProtected: one.isProtected, bornOn: one.bornOn, regNr: one.regNr, year: one.year, programmeCode: one.programmeCode,
        appliedOn: one.appliedOn, state: one.state, reason: one.reason,
      })),
    }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/education/candidates',
    summary: 'Add a candidate of the register of persons, named by code and family name; without a Latvian code by names and day of birth. A child is a candidate of one institution at a time',
    tag,
    body: z.object({ regNr: z.string(), year: z.number().optional().describe('The next one when not said'), code: Word, family: z.string(), given: Word, bornOn: Day.nullable().optional(), programmeCode: z.string(), appliedOn: Day }).meta({
      examples: [{ regNr: '9900000001', year: 2027, family: 'Paraugs', given: 'Anna', bornOn: '2020-05-05', programmeCode: '21011111', appliedOn: '2027-03-02' }],
    }),
    answer: Done.extend({ id: z.string() }),
    action: addCandidate,
    present: ({ id, personId }) => ({ id, personReference: personId }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/education/candidates/{id}/removals',
    summary: 'Remove a candidate for a reason; only then another institution may add the child',
    tag,
    params: z.object({ id: z.string().describe('Identity of the candidacy') }),
    body: z.object({ reason: z.string() }).meta({ examples: [{ reason: 'The family moved to another municipality' }] }),
    answer: Done,
    action: removeCandidate,
    present: ({ personId }) => ({ personReference: personId }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/education/institutions/{regNr}/candidate-enrolments',
    summary: 'Enrol chosen candidates from the first day of the school year, into a class where one is named; whoever is enrolled already is passed over, so that it is safe to repeat',
    tag,
    params: z.object({ regNr: z.string() }),
    body: z.object({ year: z.number().optional(), chosen: z.array(z.string()).describe('Identities of candidacies'), classId: z.string().nullable().optional(), orderNr: Word }).meta({
      examples: [{ year: 2027, chosen: ['01900000-0000-7000-8000-000000000001'], classId: '01900000-0000-7000-8000-000000000002', orderNr: '1-5/12' }],
    }),
    answer: z.object({ year: z.number(), enrolled: z.array(Reference) }),
    action: enrolCandidates,
    present: ({ year, enrolled }) => ({ year, enrolled }),
  }),
];
