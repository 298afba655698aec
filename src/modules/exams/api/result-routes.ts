import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { openCurrentPublications } from '../actions/publish-results.js';
import { sendPoints } from '../actions/import-points.js';
import { viewSittingResults } from '../actions/view-results.js';
import { CANDIDATE_KINDS } from '../domain/candidate-kinds.js';
import { POINT_REFUSALS } from '../domain/judge-points.js';
import { OUTCOMES } from '../domain/outcomes.js';

const tag = 'exams';
const NO_FAULT = { code: null, field: null, expected: null, nearest: [] };
const Term = z.enum(['main', 'extra']);

/** Results for machines, by the rights and with the reason (`x-reason`) that the pages need. */
export const resultsApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    path: '/api/exams/points',
    summary: 'Send points of one exam, at most 1000 candidates at once. Every row is answered: taken, unchanged, or refused with all its faults, each with the rule, the field, what was expected and the nearest values (the first also beside the row); results of what was taken are counted at once',
    tag,
    headers: z.object({ 'idempotency-key': z.string().describe('The same key with the same content is the same import: it is answered again and changes nothing') }),
    body: z.object({
      year: z.number().describe('The calendar year in which the school year starts'), code: z.string(), term: Term.optional(),
      rows: z.array(z.object({ candidateCode: z.string().describe('Twelve digits'), points: z.record(z.string(), z.union([z.string(), z.number()])).describe('By the number of the part: 12, "12,5" or "12.5"'), total: z.union([z.string(), z.number()]).optional().describe('The total in per cent as the sender counted it. It is compared with the points and never taken over; a row whose total does not follow from them is refused') })),
    }),
    answer: z.object({
      id: z.uuid(), rows: z.number(), taken: z.number(), unchanged: z.number(), refused: z.number(),
      answers: z.array(z.object({
        row: z.number(), candidateCode: z.string(), verdict: z.enum(['taken', 'unchanged', 'refused']).nullable(), code: z.enum(POINT_REFUSALS).nullable(), field: z.string().nullable(), expected: z.string().nullable(), nearest: z.array(z.string()),
        faults: z.array(z.object({ code: z.enum(POINT_REFUSALS), field: z.string(), expected: z.string().describe('The most points, the numbers of parts, the published points, the total that the points make, or how a code looks'), nearest: z.array(z.string()) })),
      })),
    }),
    action: sendPoints,
    present: ({ import: { id, rowCount, taken, unchanged, refused }, answers }) => ({
      id, rows: rowCount, taken, unchanged, refused, answers: answers.map(({ line, candidateCode, verdict, faults }) => ({ row: line, candidateCode, verdict, ...(faults[0] ?? NO_FAULT), faults })),
    }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/exams/sittings/{id}/results',
    summary: 'Results of an exam at one institution, a hundred at a time (`after` is the identity of the last one); empty and `isOpen` false before the instant of publication; needs the header `x-reason`',
    tag,
    params: z.object({ id: z.string() }),
    query: z.object({ after: z.string().optional() }),
    answer: z.object({
      sittingId: z.string(), isOpen: z.boolean(), visibleFrom: z.date().nullable(), threshold: z.number().nullable(), parts: z.array(z.object({ number: z.number(), nameLv: z.string(), nameEn: z.string() })), next: z.string().nullable(),
      results: z.array(z.object({
        entryId: z.string(), personCode: z.string().nullable(), given: z.string(), family: z.string(), classTitle: z.string().describe('Empty for who is no pupil'), candidateAs: z.enum(CANDIDATE_KINDS), candidateCode: z.string().nullable(), outcome: z.enum(OUTCOMES), version: z.number().nullable(), total: z.number().nullable(),
        perCents: z.array(z.number().nullable()), reachesThreshold: z.boolean().nullable(),
      })),
    }),
    action: viewSittingResults,
    present: ({ sitting, rows, ...shown }) => ({ ...shown, sittingId: sitting.id, results: rows.map(({ id, ...row }) => ({ ...row, entryId: id })) }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/exams/publications',
    summary: 'From when results of each session’s term are seen, past and coming; public',
    tag,
    answer: z.object({ publications: z.array(z.object({ year: z.number(), stage: z.enum(['basic', 'secondary']), term: Term, visibleFrom: z.date() })) }),
    action: openCurrentPublications,
    present: (publications) => ({ publications: publications.map(({ year, stage, term, visibleFrom }) => ({ year, stage, term, visibleFrom })) }),
  }),
];
