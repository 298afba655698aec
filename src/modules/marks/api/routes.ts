import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import type { RecordRow } from '../actions/person-records.js';
import { viewClassMarks } from '../actions/view-class.js';
import { viewPupilMarks } from '../actions/view-pupil.js';

const tag = 'marks';
const Word = z.string().optional();

const Record = z.object({
  kind: z.enum(['mark', 'outcome', 'absence']), year: z.number().describe('The calendar year in which the school year starts'), institutionId: z.string(), membershipId: z.string(), classId: z.string().nullable(),
  item: z.number().describe('Identifier of the subject or the learning outcome; 0 for absences'), period: z.string().describe('S1, S2, YEAR, EXAM, POST, FINAL; of absences also M01 to M12'),
  scale: z.string(), value: z.string(), language: z.string().nullable(), decidedOn: z.string().nullable(), justifiedLessons: z.number().nullable(), unjustifiedLessons: z.number().nullable(), unjustifiedDays: z.number().nullable(),
  channel: z.enum(['manual', 'service', 'file']), enteredAt: z.string(),
});
const recordOf = (one: RecordRow) => ({
  kind: one.kind, year: one.year, institutionId: one.institutionId, membershipId: one.membershipId, classId: one.classId, item: one.item, period: one.period, scale: one.scale, value: one.value,
  language: one.language, decidedOn: one.decidedOn, justifiedLessons: one.justifiedLessons, unjustifiedLessons: one.unjustifiedLessons, unjustifiedDays: one.unjustifiedDays, channel: one.channel,
  enteredAt: one.enteredAt.toISOString(),
});

/** Marks of a class or a learner for machines, by the right and with the reason (`x-reason`) that the pages need. */
export const marksApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/marks/classes/{classId}',
    summary: 'What is recorded of a class for a period (`ABSENCE` for absences), with what an earlier school of the year handed on; needs the header `x-reason`',
    tag,
    params: z.object({ classId: z.string() }),
    query: z.object({ period: Word, subject: Word }),
    answer: z.object({ classId: z.string(), title: z.string(), year: z.number(), period: z.string(), dueOn: z.string().nullable(), members: z.array(z.object({ membershipId: z.string(), isThere: z.boolean() })), records: z.array(Record) }),
    action: viewClassMarks,
    present: ({ one, period, due, pupils, records }) => ({
      classId: one.id, title: one.title, year: one.year, period, dueOn: due?.day ?? null,
      members: pupils.map(({ membershipId, isThere }) => ({ membershipId, isThere })),
      records: records.map(recordOf),
    }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/marks/pupils/{membershipId}',
    summary: 'What the asker’s institutions hold of one learner, all school years; needs the header `x-reason`',
    tag,
    params: z.object({ membershipId: z.string() }),
    answer: z.object({ membershipId: z.string(), records: z.array(Record) }),
    action: viewPupilMarks,
    present: ({ member, records }) => ({ membershipId: member.membershipId, records: records.map(recordOf) }),
  }),
];
