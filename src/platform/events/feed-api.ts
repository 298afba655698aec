import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../http/api-route.js';
import { readEvents } from './read-events.js';

/** The feed for machines: pull, keep `next`, pull again (`docs/guides/events.md`). */
export const eventsApi: ApiRoute = apiRoute({
  method: 'GET',
  path: '/api/events',
  summary: 'Published events in an order that never changes, without gaps or repeats: hand `next` back as `after`',
  tag: 'events',
  query: z.object({
    after: z.string().optional().describe('`next` of the last answer, as it was; from the first event when absent'),
    names: z.string().optional().describe('Kinds of events, separated by commas; all published kinds when absent'),
    limit: z.string().optional().describe('How many at most, 1 to 1000; 100 when absent'),
  }),
  answer: z.object({
    items: z.array(z.object({ id: z.uuid(), name: z.string(), at: z.iso.datetime(), payload: z.record(z.string(), z.unknown()) })),
    next: z.string().nullable(),
    more: z.boolean(),
  }),
  action: readEvents,
  present: ({ items, next, more }) => ({ items: items.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })), next, more }),
});
