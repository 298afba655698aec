import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { showStatusKinds } from '../actions/board.js';
import { readInquiries } from '../actions/inquiries.js';
import { addStep, giveStatus } from '../actions/work-on-inquiry.js';
import { ENDS, GROUPS, STEP_KINDS } from '../domain/words.js';

const tag = 'schoolage';
const Day = z.string().describe('YYYY-MM-DD');
const Inquiry = z.object({ id: z.string().describe('Identity of the inquiry') });
const Words = z.object({ lv: z.string(), en: z.string() });

/** Inquiries after children of compulsory school age for programs of municipalities, by the rights that the pages need; everyone shown is logged with the reason. */
export const schoolageApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/schoolage/statuses',
    summary: 'Why a child can be in no institution, with the definitions by which all municipalities choose',
    tag,
    answer: z.array(z.object({ code: z.string(), group: z.enum(GROUPS), name: Words, definition: Words, explains: z.boolean().describe('Whether it closes the inquiry until its next check') })),
    action: showStatusKinds,
    present: (kinds) => kinds.map((one) => ({ code: one.code, group: one.groupCode, name: { lv: one.nameLv, en: one.nameEn }, definition: { lv: one.definitionLv, en: one.definitionEn }, explains: one.explains })),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/schoolage/inquiries',
    summary: 'Children of the asker’s municipalities who are in no institution, fifty at a time by their due days; needs the header `x-reason`. `after` is the `next` of the page before. Of protected children initials are given and no day of birth',
    tag,
    query: z.object({ state: z.string().describe('open (when not said), overdue, without, closed or all').optional(), group: z.string().optional(), atvk: z.string().describe('Code of a municipality of today').optional(), after: z.string().optional() }),
    answer: z.object({
      items: z.array(z.object({
        id: z.string(), personReference: z.string().describe('Identity of the person in this register'), given: z.string(), family: z.string(), isProtected: z.boolean(), bornOn: Day.nullable(),
        municipality: z.string().nullable().describe('On the map of today; null where it cannot be told'), state: z.enum(['open', 'closed']), closedBy: z.enum(ENDS).nullable(), status: z.string().nullable(), dueOn: Day, nextCheckOn: Day.nullable(),
      })),
      total: z.number(),
      next: z.string().nullable(),
    }),
    action: readInquiries,
    present: ({ inquiries, total, next }) => ({
      total, next,
      items: inquiries.map((one) => ({
        id: one.id, personReference: one.personId, given: one.given, family: one.family, isProtected: one.isProtected, bornOn: one.bornOn, municipality: one.unit, state: one.state, closedBy: one.closedBy, status: one.statusCode, dueOn: one.dueOn, nextCheckOn: one.nextCheckOn,
      })),
    }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/schoolage/inquiries/{id}/statuses',
    summary: 'Says why a child is in no institution. What explains it needs a comment and a next check, and closes the inquiry until then',
    tag,
    params: Inquiry,
    body: z.object({ status: z.string(), comment: z.string().optional(), nextCheckOn: Day.nullable().optional() }).meta({ examples: [{ status: 'left-country', comment: 'Vecmāmiņa apliecina, ka ģimene dzīvo ārvalstī', nextCheckOn: '2027-05-03' }] }),
    answer: z.object({ closed: z.boolean() }),
    action: giveStatus,
    present: ({ explains }) => ({ closed: explains }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/schoolage/inquiries/{id}/steps',
    summary: 'Writes down what was done to find a child, with the answer where it has come',
    tag,
    params: Inquiry,
    body: z.object({ takenOn: Day, kind: z.enum(STEP_KINDS), body: z.string().describe('Who was asked'), answer: z.string().optional() }).meta({ examples: [{ takenOn: '2026-11-20', kind: 'request', body: 'VSAA reģionālā nodaļa', answer: '' }] }),
    answer: z.object({ personReference: z.string() }),
    action: addStep,
    present: ({ personId }) => ({ personReference: personId }),
  }),
];
