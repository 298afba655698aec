import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { countChanges, takeChanges } from '../actions/changes.js';
import { CHANGE_KINDS } from '../domain/changes.js';

const tag = 'certificates';

const Change = z.object({
  id: z.string().describe('Of this fact; a copy that has it already can skip it'), kind: z.enum(CHANGE_KINDS), at: z.string(), personCode: z.string(), year: z.number().describe('School year by the calendar year in which it starts'), examCode: z.string(), level: z.string(), term: z.string(),
  outcome: z.string().describe('What came of the exam as it is now: result, annulled, exempt, replaced …'),
  result: z.object({ version: z.number(), holds: z.boolean(), parts: z.array(z.number().nullable()).describe('Per cent of each part in order; null for someone exempt from it'), total: z.number(), reachesThreshold: z.boolean() }).nullable(),
  replacedBy: z.string().nullable().describe('Level (CEFR) of the international document'),
  certificate: z.object({ number: z.string(), version: z.number(), sha256: z.string().describe('Of the .edoc file'), revokedAt: z.string().nullable() }).nullable(),
});

/** The feed of results and certificates for universities and the education register (`docs/guides/exam-results-feed.md`). */
export const changesApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    path: '/api/certificates/changes',
    summary: 'Facts about published exam results and certificates in an order that never changes: hand `next` back as `after`. A university receives those of people who agreed to it, the education register those of everybody; nothing before the instant of publication. Who is protected stands in no list. Each taking is logged and shown to them',
    tag,
    body: z.object({ after: z.string().describe('`next` of the last answer, as it was; from the first fact when absent').optional(), limit: z.number().describe('How many at most, 1 to 1000; 100 when absent').optional() }),
    answer: z.object({ items: z.array(Change), next: z.string().nullable(), more: z.boolean() }),
    action: takeChanges,
    present: ({ changes, next, more }) => ({
      next,
      more,
      items: changes.map(({ id, kind, at, personCode, year, examCode, level, term, outcome, version, holds, parts, total, reachesThreshold, replacedBy, certificateNumber, certificateVersion, edocSha256, revokedAt }) => ({
        id, kind, at: at.toISOString(), personCode, year, examCode, level, term, outcome, replacedBy,
        result: version === null || total === null ? null : { version, holds: holds ?? false, parts: parts ?? [], total, reachesThreshold: reachesThreshold ?? false },
        certificate: certificateNumber === null ? null : { number: certificateNumber, version: certificateVersion!, sha256: edocSha256!, revokedAt: revokedAt?.toISOString() ?? null },
      })),
    }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/certificates/changes/counts/{year}',
    summary: 'How many results, exemptions, replacements and certificates of a school year hold for the reader, by exam: what a complete copy holds too',
    tag,
    params: z.object({ year: z.string() }),
    answer: z.object({ at: z.string(), exams: z.array(z.object({ year: z.number(), examCode: z.string(), results: z.number(), exempt: z.number(), replaced: z.number(), certificates: z.number() })) }),
    action: countChanges,
    present: ({ at, exams }) => ({ at: at.toISOString(), exams: [...exams] }),
  }),
];
