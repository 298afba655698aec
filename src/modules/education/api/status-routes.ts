import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { checkStatus, STATUS_LIFETIME_SECONDS } from '../actions/check-status.js';

/** The yes or no that other systems ask most. Whom they ask about stands in the body: an address ends up in logs. */
export const statusApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    path: '/api/education/status',
    summary: `Whether a person is a learner on a day (today when not said). Every check is logged with the person. An answer may be up to ${STATUS_LIFETIME_SECONDS} seconds old; \`checkedAt\` says when the register was asked`,
    tag: 'education',
    body: z.object({
      personCode: z.string().describe('Personal code, with or without the hyphen').optional(),
      personReference: z.string().describe('Identity of the person in this register, in place of the code').optional(),
      asOf: z.string().describe('YYYY-MM-DD, at most a year from today').optional(),
    }),
    answer: z.object({
      isLearner: z.boolean(),
      level: z.string().nullable().describe('preschool, basic, secondary, interest or vocational orientation'),
      form: z.string().nullable().describe('full-time, evening, part-time or distance'),
      validTo: z.string().nullable().describe('The first day on which it no longer holds, as far as is known'),
      checkedAt: z.string(),
    }),
    action: checkStatus,
    present: ({ isLearner, level, form, validTo, checkedAt }) => ({ isLearner, level, form, validTo, checkedAt: checkedAt.toISOString() }),
  }),
];
