import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { showEndReasons, showOutcomes, showProgrammes } from '../actions/show-classifiers.js';
import { showScales } from '../actions/show-scales.js';
import { listDues, listYears } from '../actions/show-school-years.js';
import { findSubjects, listAllCourses } from '../actions/show-subjects.js';

const tag = 'education';
const Day = z.string().describe('YYYY-MM-DD');
const Word = z.string().optional();
const Words = z.object({ lv: z.string(), en: z.string() });
const Sourced = { source: z.string(), verified: z.boolean().describe('Whether somebody has compared it with the legal act') };
const Term = { validFrom: Day, validTo: Day.nullable() };
const named = ({ nameLv, nameEn }: { nameLv: string; nameEn: string }) => ({ lv: nameLv, en: nameEn });

const SchoolYear = z.object({
  year: z.number().describe('The calendar year in which it starts'), startsOn: Day, firstSemesterEndsOn: Day, secondSemesterStartsOn: Day, ...Sourced,
  ends: z.array(z.object({ grade: z.number(), endsOn: Day, ...Sourced })),
  breaks: z.array(z.object({ season: z.string(), startsOn: Day, endsOn: Day, ...Sourced })),
});
const Deadline = z.object({
  matter: z.string(), dueOn: Day, countedFrom: Day.nullable(), opensOn: Day.nullable(), correctionsUntil: Day.nullable(), why: Words, legalBasis: z.string(), verified: z.boolean(),
});

/** Classifiers and the calendar for machines; public, as the pages are. */
export const classifierApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/education/school-years',
    summary: 'School years with their semesters, the last day of each grade and school holidays',
    tag,
    answer: z.array(SchoolYear),
    action: listYears,
    present: ({ years, ends, breaks }) =>
      years.map((year) => ({
        ...year,
        ends: ends.filter((one) => one.year === year.year).map(({ grade, endsOn, source, verified }) => ({ grade, endsOn, source, verified })),
        breaks: breaks.filter((one) => one.year === year.year).map(({ season, startsOn, endsOn, source, verified }) => ({ season, startsOn, endsOn, source, verified })),
      })),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/education/deadlines',
    summary: 'Until when what is due in a school year for a grade or a class, and how it was counted; documents where `decidedOn` is given',
    tag,
    query: z.object({ year: Word, grade: Word, classId: Word, decidedOn: Word }),
    answer: z.object({ year: z.number(), items: z.array(Deadline) }),
    action: listDues,
    present: ({ year, dues }) => ({
      year,
      items: dues.map(({ rule, due }) => ({
        matter: due.matter, dueOn: due.day, countedFrom: due.countedFrom, opensOn: rule.opensOn, correctionsUntil: rule.correctionsUntil, why: due.why, legalBasis: rule.legalBasis, verified: rule.verified,
      })),
    }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/education/subjects',
    summary: 'Subjects in Latvian order; `state=all` gives ended ones too, `after` is the identifier of the last one seen',
    tag,
    query: z.object({ q: Word, state: Word, after: Word }),
    answer: z.object({ total: z.number(), items: z.array(z.object({ id: z.number(), name: Words, area: z.string(), isLanguage: z.boolean(), ...Term, source: z.string() })), next: z.number().nullable() }),
    action: findSubjects,
    present: ({ total, subjects, next }) => ({
      total, next, items: subjects.map((one) => ({ id: one.id, name: { lv: one.name, en: one.nameEn }, area: one.area, isLanguage: one.isLanguage, validFrom: one.validFrom, validTo: one.validTo, source: one.source })),
    }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/education/courses',
    summary: 'Courses of one subject, or of all',
    tag,
    query: z.object({ subjectId: Word }),
    answer: z.array(z.object({ id: z.number(), subjectId: z.number(), name: z.string(), kind: z.string(), level: z.string(), authorship: z.string(), ...Term, source: z.string() })),
    action: listAllCourses,
  }),
  apiRoute({
    method: 'GET',
    path: '/api/education/scales',
    summary: 'Scales with their values, and the rules that say which holds where',
    tag,
    answer: z.object({
      scales: z.array(z.object({
        code: z.string(), name: Words, isNumeric: z.boolean(),
        values: z.array(z.object({ value: z.string(), name: Words, points: z.number().nullable(), passes: z.boolean().nullable(), isAssessment: z.boolean() })),
      })),
      rules: z.array(z.object({
        fromYear: z.number(), toYear: z.number().nullable(), fromGrade: z.number(), toGrade: z.number(), subjectId: z.number().nullable(), record: z.string(), period: z.string(), scale: z.string(),
        legalBasis: z.string(), verified: z.boolean(),
      })),
    }),
    action: showScales,
    present: ({ scales, values, rules }) => ({
      scales: scales.map((one) => ({
        code: one.code, name: named(one), isNumeric: one.isNumeric,
        values: values.filter(({ scale }) => scale === one.code).map((value) => ({ value: value.value, name: named(value), points: value.points, passes: value.passes, isAssessment: value.isAssessment })),
      })),
      rules: rules.map(({ fromYear, toYear, fromGrade, toGrade, subjectId, record, period, scale, legalBasis, verified }) => ({ fromYear, toYear, fromGrade, toGrade, subjectId, record, period, scale, legalBasis, verified })),
    }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/education/programmes',
    summary: 'Education programmes by their classification code',
    tag,
    answer: z.array(z.object({ code: z.string(), name: Words, stage: z.string(), fromGrade: z.number().nullable(), toGrade: z.number().nullable(), language: z.string(), form: z.string(), ...Sourced })),
    action: showProgrammes,
    present: ({ programmes }) => programmes.map((one) => ({ code: one.code, name: named(one), stage: one.stage, fromGrade: one.fromGrade, toGrade: one.toGrade, language: one.language, form: one.form, source: one.source, verified: one.verified })),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/education/outcomes',
    summary: 'Learning outcomes, of one grade or of all',
    tag,
    query: z.object({ grade: Word }),
    answer: z.array(z.object({ code: z.string(), subjectId: z.number(), fromGrade: z.number(), toGrade: z.number(), textLv: z.string(), textEn: z.string().describe('Empty where the classifier has it in Latvian alone'), madeUp: z.boolean(), source: z.string() })),
    action: showOutcomes,
    present: ({ outcomes }) => outcomes.map(({ code, subjectId, fromGrade, toGrade, textLv, textEn, madeUp, source }) => ({ code, subjectId, fromGrade, toGrade, textLv, textEn, madeUp, source })),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/education/end-reasons',
    summary: 'Why memberships end; a reason with sub-reasons (`isGroup`) is not chosen itself',
    tag,
    answer: z.array(z.object({ code: z.string(), parent: z.string().nullable(), name: Words, definition: Words, example: Words, needsComment: z.boolean(), isGroup: z.boolean(), verified: z.boolean() })),
    action: showEndReasons,
    present: (reasons) => reasons.map((one) => ({
      code: one.code, parent: one.parent, name: named(one), definition: { lv: one.definitionLv, en: one.definitionEn }, example: { lv: one.exampleLv, en: one.exampleEn },
      needsComment: one.needsComment, isGroup: one.isGroup, verified: one.verified,
    })),
  }),
];
