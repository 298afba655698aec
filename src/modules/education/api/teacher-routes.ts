import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { findPositionKinds, findPositions } from '../actions/people-for-programs.js';
import { addPosition, correctPosition, withdrawPosition } from '../actions/teachers.js';

const tag = 'education';
const Word = z.string().optional();
const Day = z.string().describe('YYYY-MM-DD');
const Words = z.object({ lv: z.string(), en: z.string() });
const Id = z.object({ id: z.string().describe('Identity of the position') });
const Reference = z.string().describe('Identity of the person in this register');
const workload = z.number().describe('0 to 2; 1 is full time');
const facts = { positionCode: z.string().describe('A code of `/api/education/position-kinds`'), workload, from: Day };
const Done = z.object({ personReference: Reference });
const doneOf = ({ personId }: { personId: string }) => ({ personReference: personId });

/** Teachers and their positions for programs, by the rights that the pages need; everyone shown is logged with the reason. */
export const teacherApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/education/positions',
    summary: 'Positions that teachers hold on a day (today when not said) in the asker’s institutions, a hundred at a time; needs the header `x-reason`. `after` is the `next` of the page before. Of protected people initials are given',
    tag,
    query: z.object({ regNr: Word, on: Word, after: Word }),
    answer: z.object({
      on: Day,
      items: z.array(z.object({
        id: z.string(), personReference: Reference, given: z.string(), family: z.string(), isProtected: z.boolean(), regNr: z.string(), positionCode: z.string(), position: Words, workload, validFrom: Day,
        validTo: Day.nullable().describe('The first day on which it no longer holds'),
      })),
      next: z.string().nullable(),
    }),
    action: findPositions,
    present: ({ on, rows, next }) => ({
      on, next,
      items: rows.map((one) => ({
        id: one.id, personReference: one.personId, given: one.given, family: one.family, isProtected: one.isProtected, regNr: one.regNr, positionCode: one.positionCode, position: { lv: one.positionLv, en: one.positionEn },
        workload: one.workload, validFrom: one.validFrom, validTo: one.validTo,
      })),
    }),
  }),
  apiRoute({
    method: 'GET', path: '/api/education/position-kinds', summary: 'Kinds of teachers’ positions', tag,
    answer: z.array(z.object({ code: z.string(), name: Words })), action: findPositionKinds, present: (kinds) => kinds.map(({ code, nameLv, nameEn }) => ({ code, name: { lv: nameLv, en: nameEn } })),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/education/positions',
    summary: 'Register a position of somebody of age in the register of persons, named by the personal code',
    tag,
    body: z.object({ regNr: z.string(), code: z.string().describe('Personal code'), ...facts }).meta({ examples: [{ regNr: '9900000001', code: '000000-00000', positionCode: 'teacher', workload: 0.8, from: '2026-09-01' }] }),
    answer: Done.extend(Id.shape),
    action: addPosition,
    present: ({ id, personId }) => ({ id, personReference: personId }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/education/positions/{id}/corrections',
    summary: 'Put a position right, or end it after its last day; a change of workload from a day on is an end and a new position. What is left away becomes empty',
    tag,
    params: Id,
    body: z.object({ ...facts, lastDay: Day.nullable().optional() }).meta({ examples: [{ positionCode: 'teacher', workload: 0.8, from: '2026-09-01', lastDay: '2027-01-31' }] }),
    answer: Done,
    action: correctPosition,
    present: doneOf,
  }),
  apiRoute({ method: 'POST', path: '/api/education/positions/{id}/withdrawals', summary: 'Take back a position that never was', tag, params: Id, answer: Done, action: withdrawPosition, present: doneOf }),
];
