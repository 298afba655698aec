import { z } from 'zod';
import { titleOfAction } from '#platform/actions/action-titles.js';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { type FoundPersons, findPersons } from '../actions/find-persons.js';
import { checkLooks, findLooks, findLooksPeriod, type Looks } from '../actions/read-looks.js';

const TextAnswer = z.object({ lv: z.string(), en: z.string() });
const Person = z.object({ person: z.uuid().optional().describe('A child for whom the signed-in person acts; the person themself when absent') });

/** Own contract with the three questions of the Estonian data tracker (andmejälgija): findUsage, usagePeriod, heartbeat. */
export const personsApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/me/looks',
    summary: 'Who looked at my data (findUsage), newest first',
    tag: 'persons',
    query: Person.extend({
      from: z.iso.date().optional().describe('First day'),
      to: z.iso.date().optional().describe('Last day'),
      after: z.uuid().optional().describe('The id in `next` of the page before'),
      who: z.enum(['others', 'own', 'all']).optional().describe('What others did, what the signed-in person did, or both (all), as when absent'),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          at: z.iso.datetime(),
          organisation: TextAnswer,
          role: TextAnswer.nullable(),
          action: TextAnswer,
          reason: TextAnswer,
          caseReference: z.string().nullable(),
        }),
      ),
      next: z.uuid().nullable(),
    }),
    action: findLooks,
    present: ({ items, next }: Looks) => ({ items: items.map(({ own: _own, action, ...look }) => ({ ...look, action: titleOfAction(action) })), next }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/me/looks/period',
    summary: 'From when to when there are looks (usagePeriod)',
    tag: 'persons',
    query: Person,
    answer: z.object({ first: z.iso.datetime().nullable(), last: z.iso.datetime().nullable() }),
    action: findLooksPeriod,
    present: ({ first, last }) => ({ first, last }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/me/looks/heartbeat',
    summary: 'Whether the log of looks answers (heartbeat)',
    tag: 'persons',
    answer: z.object({ alive: z.boolean(), at: z.iso.datetime() }),
    action: checkLooks,
  }),
  apiRoute({
    method: 'POST',
    path: '/api/persons/search',
    summary: 'Search for persons; the reason stands in the header X-Reason',
    tag: 'persons',
    body: z.object({
      code: z.string().optional(),
      family: z.string().optional().describe('First letters of the family name; diacritics do not matter'),
      given: z.string().optional(),
      bornOn: z.iso.date().optional(),
      on: z.iso.date().optional().describe('The day whose names, codes and declared addresses are meant; today when absent'),
      edition: z.iso.date().optional().describe('A day of the map of municipalities on which homes are told; the map of `on` when absent'),
      atvk: z.string().optional().describe('The municipality, by a code of any of its versions, in which the home of the day lies on that map'),
      caseReference: z.string(),
      sort: z.enum(['name', 'bornOn']).optional().describe('What they stand in order of; names when absent'),
      order: z.enum(['asc', 'desc']).optional(),
      after: z.uuid().optional().describe('`next` of the page before'),
    }),
    answer: z.object({
      on: z.iso.date(),
      edition: z.iso.date(),
      persons: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          code: z.string().nullable(),
          bornOn: z.iso.date().nullable(),
          diedOn: z.iso.date().nullable(),
          home: z.object({ unit: z.string(), part: z.string(), onMap: z.string().nullable() }).nullable(),
          isProtected: z.boolean(),
        }),
      ),
      next: z.uuid().nullable(),
    }),
    action: findPersons,
    present: ({ order: _order, ...found }: FoundPersons) => ({ ...found, persons: [...found.persons] }),
  }),
];
