import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { type OwnState, readOffered, readOwnState } from '../actions/own-journal.js';
import { JOURNAL_STATES } from '../domain/journal.js';

/** What an e-journal asks about itself. */
export const journalApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/intake/journals/me',
    summary: 'The e-journal that asks: its state, and the institutions for which it may send today with what it sent',
    tag: 'intake',
    answer: z.object({
      code: z.string(),
      name: z.string(),
      state: z.enum(JOURNAL_STATES),
      reason: z.string().describe('Why it is suspended or closed'),
      institutions: z.array(
        z.object({
          regNr: z.string(), name: z.string(), confirmedFrom: z.string(), confirmedUntil: z.string().nullable().describe('The first day on which it may no longer send'),
          rows: z.int(), waiting: z.int(), refused: z.int(), lastBatchAt: z.string().nullable(),
        }),
      ),
    }),
    action: readOwnState,
    present: ({ journal: { code, name, state, reason }, schools }: OwnState) => ({
      code, name, state, reason,
      institutions: schools.map(({ regNr, school, validFrom, validTo, rows, waiting, refused, lastBatchAt }) => ({ regNr, name: school, confirmedFrom: validFrom, confirmedUntil: validTo, rows, waiting, refused, lastBatchAt })),
    }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/intake/aliases',
    summary: 'Names of subjects that schools matched and offered to the e-journal, so that it mends them at the source; what holds for all institutions has no `regNr`',
    tag: 'intake',
    query: z.object({ institution: z.string().optional().describe('Registration number; all that confirmed the e-journal when absent') }),
    answer: z.array(z.object({ regNr: z.string().nullable(), name: z.string(), subjectId: z.int(), confirmedAt: z.string() })),
    action: readOffered,
  }),
];
