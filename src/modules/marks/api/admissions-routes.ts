import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { takeAdmissionMarks } from '../actions/admissions.js';

const Day = z.string().describe('YYYY-MM-DD');
const Mark = z.object({
  year: z.number().describe('School year by the calendar year in which it starts'), regNr: z.string().nullable().describe('Null where the applicant is protected: the school tells where they are'), institution: z.string().nullable(), grade: z.number().nullable(),
  subjectId: z.number().describe('Identifier of the subject classifier'), subject: z.string(), period: z.string().describe('YEAR, EXAM or FINAL'), scale: z.string(), value: z.string(),
  language: z.string().nullable(), decidedOn: Day.nullable(),
});

/** What universities may have for admission; whom they ask about stands in the body. */
export const admissionsApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    path: '/api/marks/admissions',
    summary: 'Year, examination and final marks of secondary school of those who agreed that this university may have them, 100 people at a time. Who is protected or has no personal code stands in no list: they are asked for by the code or the number of the consent that they told the university. Each taking is logged and shown to them',
    tag: 'marks',
    body: z.object({ personCode: z.string().describe('One applicant, where only one is wanted').optional(), consent: z.string().describe('One applicant by the number of the consent, as they see it beside their consent').optional(), after: z.string().describe('`next` of the answer before').optional() }),
    answer: z.object({
      applicants: z.array(z.object({ consent: z.string().describe('Number of the consent'), personCode: z.string().nullable(), consentUntil: Day.describe('The first day on which the consent no longer holds'), marks: z.array(Mark) })),
      next: z.string().nullable(),
    }),
    action: takeAdmissionMarks,
    present: ({ applicants, next }) => ({
      applicants: applicants.map(({ consentId, personCode, validTo, marks }) => ({ consent: consentId, personCode, consentUntil: validTo, marks: marks.map(({ personId: _, ...mark }) => mark) })),
      next,
    }),
  }),
];
