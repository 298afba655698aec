import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { dropSandbox, makeSandbox, showSandbox } from '../actions/sandbox.js';

const params = z.object({ institution: z.string().describe('Registration number') });
const query = z.object({ year: z.coerce.number().int().describe('School year') });

export const sandboxRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    path: '/api/intake/sandbox/{institution}',
    summary: 'Make a private copy of a school’s year to try your program on: real classes, made-up pupils. An earlier copy is thrown away',
    tag: 'intake',
    params,
    query,
    answer: z.object({ learners: z.int() }),
    action: makeSandbox,
    present: ({ learners }) => ({ learners }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/intake/sandbox/{institution}',
    summary: 'The made-up pupils of your copy by class, and what you sent of them',
    tag: 'intake',
    params,
    query,
    answer: z.object({
      learners: z.array(z.object({ id: z.uuid(), class: z.string(), pupil: z.string(), given: z.string(), familyName: z.string() })),
      records: z.array(z.object({ learner: z.uuid(), kind: z.enum(['mark', 'outcome', 'absence']), item: z.int().describe('Number of the subject or outcome; 0 for absences'), period: z.string(), value: z.string() })),
    }),
    action: showSandbox,
    present: ({ learners, records }) => ({
      learners: learners.map(({ id, class: title, code, given, family }) => ({ id, class: title, pupil: code, given, familyName: family })),
      records: records.map(({ learnerId, ...record }) => ({ learner: learnerId, ...record })),
    }),
  }),
  apiRoute({ method: 'DELETE', path: '/api/intake/sandbox/{institution}', summary: 'Throw your copy away', tag: 'intake', params, query, answer: z.object({}), action: dropSandbox, present: () => ({}) }),
];
