import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { openCatalogue, openExam } from '../actions/show-catalogue.js';

const tag = 'exams';
const Level = z.enum(['basic', 'optimal', 'highest', 'general']);
const Kind = z.enum(['centralised exam', 'monitoring work']);
const ExamShape = { year: z.number().describe('The calendar year in which the school year starts'), code: z.string(), kind: Kind, level: Level, nameLv: z.string(), nameEn: z.string() };

/** The exams of a school year for machines. */
export const catalogueApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/exams',
    summary: 'The exams of a school year with their days, thresholds and sessions',
    tag,
    query: z.object({ year: z.string().optional() }),
    answer: z.object({
      year: z.number(),
      exams: z.array(z.object({ ...ExamShape, mainOn: z.string().nullable(), extraOn: z.string().nullable() })),
      thresholds: z.array(z.object({ level: Level, percent: z.number(), legalBasis: z.string(), verified: z.boolean() })),
      sessions: z.array(z.object({ stage: z.enum(['basic', 'secondary']), applicationsUntil: z.string(), changesUntil: z.string(), startsOn: z.string(), endsOn: z.string(), announcedOn: z.string().nullable(), verified: z.boolean() })),
    }),
    action: openCatalogue,
    present: ({ year, exams, thresholds, sessions }) => ({ year, exams, sessions, thresholds: thresholds.filter((one) => one.supersededAt === null) }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/exams/{year}/{code}',
    summary: 'One exam: its parts with the most half-points and their weights, in every version of its counting, the one that holds first',
    tag,
    params: z.object({ year: z.string(), code: z.string() }),
    answer: z.object({
      ...ExamShape, threshold: z.number().nullable(),
      events: z.array(z.object({ term: z.enum(['main', 'extra']), heldOn: z.string(), startsAt: z.string() })),
      scorings: z.array(z.object({
        version: z.number(), legalBasis: z.string(), verified: z.boolean(), holds: z.boolean(),
        parts: z.array(z.object({ number: z.number(), nameLv: z.string(), nameEn: z.string(), maxHalfPoints: z.number(), weight: z.number() })),
      })),
    }),
    action: openExam,
    present: ({ exam, threshold, events, scorings }) => ({ ...exam, threshold, events, scorings: scorings.map((one) => ({ ...one, holds: one.supersededAt === null })) }),
  }),
];
