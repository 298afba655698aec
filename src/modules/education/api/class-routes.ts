import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { type ClassPage, copyGroupsFromLastYear, correctClass, makeClass, putSubject, removeSubject, viewClass } from '../actions/classes.js';
import { findClasses } from '../actions/lists-for-programs.js';
import { CLASS_KIND_NAMES, LANGUAGES } from '../domain/class-kinds.js';

const tag = 'education';
const Word = z.string().optional();
const Day = z.string().describe('YYYY-MM-DD');
const Id = z.object({ id: z.string().describe('Identity of the class') });
const Line = z.object({ id: z.string().describe('Identity of the class'), subjectId: z.string() });

const facts = {
  kind: z.enum(CLASS_KIND_NAMES), grade: z.number().nullable().optional().describe('1 to 12, of classes and special classes alone'), title: z.string().describe('5.a; 5A and 5. a are the same class'),
  programmeCode: z.string().describe('A programme for which the institution is licensed'), teacherId: z.string().nullable().optional().describe('Person reference of the class teacher'),
  language: z.enum(LANGUAGES).optional().describe('Of a new class lv when left away; of a corrected one as it was'), shift: z.number().optional().describe('1 or 2'), endsOn: Day.nullable().optional().describe('Where the year ends on another day for this class'),
};

const Class = z.object({
  id: z.string(), regNr: z.string(), year: z.number(), kind: z.string(), grade: z.number().nullable(), title: z.string(), programmeCode: z.string(), language: z.string(), shift: z.number(), endsOn: Day.nullable(),
  closedAt: z.string().nullable(), teacherId: z.string().nullable(), teacher: z.string().nullable(), pupils: z.number().describe('In it on the day'),
});
const classOf = (one: ClassPage['one']) => ({
  id: one.id, regNr: one.regNr, year: one.year, kind: one.kind, grade: one.grade, title: one.title, programmeCode: one.programmeCode, language: one.language, shift: one.shift, endsOn: one.endsOn,
  closedAt: one.closedAt?.toISOString() ?? null, teacherId: one.teacherId, teacher: one.teacher, pupils: one.pupils,
});
const PlanLine = z.object({ subjectId: z.number(), subject: z.object({ lv: z.string(), en: z.string() }), course: z.string().nullable(), semesters: z.enum(['both', 'first', 'second']), teacherId: z.string().nullable(), teacher: z.string().nullable() });
const lineOf = (one: ClassPage['plan'][number]) => ({ subjectId: one.subjectId, subject: { lv: one.subject, en: one.subjectEn }, course: one.course, semesters: one.semesters, teacherId: one.teacherId, teacher: one.teacher });

/** Classes and groups for programs, by the rights that the pages need. */
export const classApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/education/classes',
    summary: 'Classes and groups of a school year in the asker’s institutions, a hundred at a time; `on` is the day on which their learners are counted, `after` the `next` of the page before',
    tag,
    query: z.object({ regNr: Word, year: Word, kind: Word, grade: Word, on: Word, after: Word }),
    answer: z.object({ year: z.number(), on: Day, items: z.array(Class), next: z.string().nullable() }),
    action: findClasses,
    present: ({ year, on, classes, next }) => ({ year, on, items: classes.map(classOf), next }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/education/classes/{id}',
    summary: 'One class as of a day: who is in it and what it learns; needs the header `x-reason`. Of protected people initials are given and no day of birth',
    tag,
    params: Id,
    query: z.object({ on: Word }),
    answer: z.object({
      on: Day, class: Class, plan: z.array(PlanLine),
      pupils: z.array(z.object({ membershipId: z.string(), personReference: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), bornOn: Day.nullable(), repeats: z.boolean(), validFrom: Day, validTo: Day.nullable() })),
    }),
    action: viewClass,
    present: ({ one, day, plan, pupils }) => ({
      on: day, class: classOf(one), plan: plan.map(lineOf),
      pupils: pupils.map(({ membershipId, personId, given, family, isProtected, bornOn, repeats, validFrom, validTo }) => ({ membershipId, personReference: personId, given, family, isProtected, bornOn, repeats, validFrom, validTo })),
    }),
  }),
  apiRoute({ method: 'POST', path: '/api/education/classes', summary: 'Make a class or group of a school year', tag, body: z.object({ regNr: z.string(), year: z.number(), ...facts }), answer: Id, action: makeClass }),
  apiRoute({
    method: 'PUT', path: '/api/education/classes/{id}', summary: 'Correct a class; its learners stay in it. Grade, class teacher and last day that are left away become empty', tag, params: Id, body: z.object(facts), answer: Id, action: correctClass, present: ({ id }) => ({ id }),
  }),
  apiRoute({
    method: 'PUT', path: '/api/education/classes/{id}/subjects/{subjectId}', summary: 'Put a subject into the plan of a class, or change its semesters and teacher', tag, params: Line,
    body: z.object({ semesters: z.enum(['both', 'first', 'second']).optional(), teacherId: z.string().nullable().optional() }), answer: Id, action: putSubject,
  }),
  apiRoute({ method: 'DELETE', path: '/api/education/classes/{id}/subjects/{subjectId}', summary: 'Remove a subject from the plan of a class', tag, params: Line, answer: Id, action: removeSubject }),
  apiRoute({
    method: 'POST', path: '/api/education/institutions/{regNr}/group-copies', summary: 'Copy the groups of the year before that this year has not yet; safe to repeat', tag,
    params: z.object({ regNr: z.string() }), body: z.object({ year: z.number() }), answer: z.object({ year: z.number(), copied: z.number() }), action: copyGroupsFromLastYear, present: ({ year, copied }) => ({ year, copied }),
  }),
];
