import { Readable } from 'node:stream';
import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { showCodes } from '../actions/show-codes.js';
import { HEAD_FIELDS, receiveBatch } from '../actions/receive-batch.js';
import { exportSentAnswers, listSentAnswers, showSentBatch } from '../actions/sent-batches.js';
import { answersCsv } from '../domain/answers-csv.js';
import { LIMITS } from '../domain/limits.js';
import { Answer, ArrivingRowShape, answerOf, batchOf, Batch, CodeShape, stateOf } from './batch-shapes.js';
import { receiveLines } from './receive-lines.js';

const BatchParams = z.object({ id: z.uuid() });
const Next = z.string().nullable().describe('Where the further answers are; null where these are all');

export const batchRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    path: '/api/intake/batches',
    summary: `Send marks, assessed outcomes or absences of one institution and school year. As JSON (head and at most ${LIMITS.rowsAtOnce} rows), or as NDJSON of any length with the head in the address: what fits into ${LIMITS.partBytes / 1_048_576} MB and ${LIMITS.rowsAtOnce} lines is answered at once (200), more is worked off in the background (202). Either may be packed by gzip (\`Content-Encoding\`)`,
    tag: 'intake',
    headers: z.object({ 'idempotency-key': z.string().describe('The same key with the same content is the same batch: it is answered again and changes nothing') }),
    query: z.object(HEAD_FIELDS).partial(),
    body: z.object({ ...HEAD_FIELDS, rows: z.array(ArrivingRowShape) }),
    bodyLimit: LIMITS.jsonBytes,
    gzip: true,
    receive: receiveLines,
    answer: z.object({ ...Batch.shape, answers: z.array(Answer), next: Next }),
    action: receiveBatch,
    present: stateOf,
    status: ({ batch }) => (batch.state === 'done' || batch.state === 'failed' ? 200 : 202),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/intake/batches/{id}',
    summary: 'How far a batch has come, and what came of its rows',
    tag: 'intake',
    params: BatchParams,
    answer: Batch,
    action: showSentBatch,
    present: batchOf,
  }),
  apiRoute({
    method: 'GET',
    path: '/api/intake/batches/{id}/answers',
    summary: 'What is said of the rows that were not taken, or were taken with a warning, in the order of the rows',
    tag: 'intake',
    params: BatchParams,
    query: z.object({ after: z.coerce.number().int().optional().describe('The row last seen'), limit: z.coerce.number().int().max(LIMITS.answers).optional() }),
    answer: z.object({ answers: z.array(Answer), next: Next }),
    action: listSentAnswers,
    present: ({ batch, answers, next }) => ({ answers: answers.map(answerOf), next: next === null ? null : `/api/intake/batches/${batch.id}/answers?after=${next}` }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/intake/batches/{id}/answers.csv',
    summary: 'The same as a CSV file',
    tag: 'intake',
    params: BatchParams,
    answer: z.string(),
    answerType: 'text/csv; charset=utf-8',
    action: exportSentAnswers,
    present: ({ rows }) => Readable.from(answersCsv(rows)),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/intake/codes',
    summary: 'Every code that an answer may have: its cause and how to mend it',
    tag: 'intake',
    answer: z.object({ codes: z.array(CodeShape) }),
    action: showCodes,
    present: (codes) => ({ codes }),
  }),
];
