import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { viewSitting } from '../actions/view-sittings.js';
import { openCatalogue, openExam } from '../actions/show-catalogue.js';
import { CANDIDATE_KINDS } from '../domain/candidate-kinds.js';

const tag = 'exams';
const Level = z.enum(['basic', 'optimal', 'highest', 'general']);
const Kind = z.enum(['centralised exam', 'monitoring work']);
const ExamShape = { year: z.number().describe('The calendar year in which the school year starts'), code: z.string(), kind: Kind, level: Level, nameLv: z.string(), nameEn: z.string() };

/** The exams of a school year and the candidates of a sitting for machines, by the rights and with the reason (`x-reason`) that the pages need. */
export const examsApi: readonly ApiRoute[] = [
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
  apiRoute({
    method: 'GET',
    path: '/api/exams/sittings/{id}',
    summary: 'Candidates of an exam at one institution, a hundred at a time (`after` is the identity of the last one); personal codes only for who may see them; needs the header `x-reason`',
    tag,
    params: z.object({ id: z.string() }),
    query: z.object({ tab: z.string().optional(), sort: z.string().optional(), order: z.string().optional(), after: z.string().optional() }),
    answer: z.object({
      sittingId: z.string(), institutionId: z.string(), ...ExamShape, term: z.enum(['main', 'extra']), heldOn: z.string(), startsAt: z.string(), next: z.string().nullable(),
      entries: z.array(
        z.object({
          entryId: z.string(), personCode: z.string().nullable(), given: z.string(), family: z.string(), classTitle: z.string().describe('Empty for who is no pupil'), candidateAs: z.enum(CANDIDATE_KINDS), candidateCode: z.string().nullable(), state: z.string(), room: z.string().nullable(), seat: z.number().nullable(),
          facts: z.array(z.object({ kind: z.string(), ground: z.string(), parts: z.array(z.number()).nullable() })), marks: z.array(z.object({ part: z.number(), mark: z.string(), hasWork: z.boolean() })),
        }),
      ),
    }),
    action: viewSitting,
    present: ({ sitting, entries, next }) => ({ ...sitting, nameLv: sitting.locativeLv, sittingId: sitting.id, next, entries: entries.map(({ id, ...entry }) => ({ ...entry, entryId: id })) }),
  }),
];
