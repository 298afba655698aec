import { z } from 'zod';
import type { Action } from '#platform/actions/action.js';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { addExemption, correctExemptionOf, withdrawExemption } from '../actions/exemptions.js';
import { enrol } from '../actions/enrol.js';
import { findMembers } from '../actions/lists-for-programs.js';
import { correctMembershipOf, endMembershipOf, placeInClass, reopen, withdraw } from '../actions/memberships.js';
import { withdrawPlacement } from '../actions/withdraw-placement.js';
import { findPupils, viewPupil } from '../actions/pupils.js';

const tag = 'education';
const Word = z.string().optional();
const Day = z.string().describe('YYYY-MM-DD');
const Days = { validFrom: Day, validTo: Day.nullable().describe('The first day on which it no longer holds') };
const Why = z.string().describe('Stays in the audit log, where the person sees it too');
const Order = { orderNr: Word, orderedOn: Day.nullable().optional() };
const Form = z.enum(['full-time', 'evening', 'part-time', 'distance']);
const name = { personReference: z.string().describe('Identity of the person in this register'), given: z.string(), family: z.string(), isProtected: z.boolean(), bornOn: Day.nullable() };
const Membership = z.object({ id: z.string().describe('Identity of the membership') });
const Done = z.object({ personReference: z.string() });

const exemption = { subjectId: z.number(), from: Day, lastDay: Day.nullable().optional(), basis: z.string().describe('The document with its date and number, never a diagnosis') };
const Exemption = z.object({ id: z.string(), personReference: z.string() });
const exemptionOf = ({ id, personId }: { id: string; personId: string }) => ({ id, personReference: personId });

const change = <Input, Output extends { personId: string }>(path: string, summary: string, body: z.ZodObject, action: Action<Input, Output>): ApiRoute =>
  apiRoute({ method: 'POST', path: `/api/education/memberships/{id}/${path}`, summary, tag, params: Membership, body, answer: Done, action, present: ({ personId }) => ({ personReference: personId }) });

/** Learners and their memberships for programs, by the rights that the pages need; everyone shown is logged with the reason. */
export const pupilApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/education/memberships',
    summary:
      'Who is a member of the asker’s institutions on a day (today when not said) and in which class, a hundred at a time in no order that means anything; needs the header `x-reason`. `after` is the `next` of the page before. Of protected people initials are given and no day of birth',
    tag,
    query: z.object({ regNr: Word, classId: Word, on: Word, after: Word }),
    answer: z.object({
      on: Day,
      items: z.array(z.object({
        id: z.string(), ...name, learnerNumber: z.string().nullable().describe('Given by the institution to who has no Latvian code'), regNr: z.string(), programmeCode: z.string(), isMain: z.boolean(), form: z.string(), ...Days,
        class: z.object({ id: z.string(), title: z.string(), repeats: z.boolean() }).nullable(),
      })),
      next: z.string().nullable(),
    }),
    action: findMembers,
    present: ({ on, members, next }) => ({
      on, next,
      items: members.map(({ personId, classId, class: title, repeats, ...one }) => ({ ...one, personReference: personId, class: classId && title ? { id: classId, title, repeats: repeats ?? false } : null })),
    }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/education/pupils/search',
    summary: 'Search for members of the asker’s institutions by name, class or the whole personal code, which stand in the body; needs the header `x-reason`',
    tag,
    body: z.object({ family: Word, given: Word, class: Word, code: Word, past: z.boolean().optional().describe('Former members too'), after: Word }),
    answer: z.object({ items: z.array(z.object({ ...name, regNr: z.string(), class: z.string().nullable(), ...Days })), next: z.string().nullable() }),
    action: findPupils,
    present: ({ pupils, next }) => ({
      next,
      items: pupils.map(({ personId, given, family, isProtected, bornOn, regNr, class: title, validFrom, validTo }) => ({ personReference: personId, given, family, isProtected, bornOn, regNr, class: title, validFrom, validTo })),
    }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/education/pupils/{id}',
    summary: 'What the register holds of a learner, with what was believed before (`supersededAt`); needs the header `x-reason`. No personal code is given',
    tag,
    params: z.object({ id: z.string().describe('Person reference') }),
    answer: z.object({
      ...name,
      learnerNumbers: z.array(z.object({ number: z.string(), institution: z.string() })),
      memberships: z.array(z.object({
        id: z.string(), regNr: z.string(), programmeCode: z.string(), isMain: z.boolean(), form: z.string(), ...Days, orderNr: z.string(), endReason: z.string().nullable(), endComment: z.string(), supersededAt: z.string().nullable(),
      })),
      exemptions: z.array(z.object({ id: z.string(), subjectId: z.number(), basis: z.string(), ...Days, supersededAt: z.string().nullable() })),
      placements: z.array(z.object({ id: z.string(), membershipId: z.string(), classId: z.string(), title: z.string(), year: z.number(), repeats: z.boolean(), ...Days, supersededAt: z.string().nullable() })),
    }),
    action: viewPupil,
    present: ({ person, memberships, placements, exemptions, numbers }) => ({
      personReference: person.id, given: person.given, family: person.family, isProtected: person.isProtected, bornOn: person.bornOn, learnerNumbers: numbers,
      memberships: memberships.map((one) => ({
        id: one.id, regNr: one.regNr, programmeCode: one.programmeCode, isMain: one.isMain, form: one.form, validFrom: one.validFrom, validTo: one.validTo, orderNr: one.orderNr, endReason: one.endReason,
        endComment: one.endComment, supersededAt: one.supersededAt?.toISOString() ?? null,
      })),
      exemptions: exemptions.map(({ id, subjectId, basis, validFrom, validTo, supersededAt }) => ({ id, subjectId, basis, validFrom, validTo, supersededAt: supersededAt?.toISOString() ?? null })),
      placements: placements.map((one) => ({
        id: one.id, membershipId: one.membershipId, classId: one.classId, title: one.title, year: one.year, repeats: one.repeats, validFrom: one.validFrom, validTo: one.validTo, supersededAt: one.supersededAt?.toISOString() ?? null,
      })),
    }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/education/memberships',
    summary: 'Enrol someone of the register of persons, named by code and family name; without a Latvian code by names and day of birth',
    tag,
    body: z.object({
      regNr: z.string(), code: Word, family: z.string(), given: Word, bornOn: Day.nullable().optional(), programmeCode: z.string(), classId: z.string().nullable().optional(), from: Day,
      beside: z.boolean().optional().describe('Beside the main membership, such as interest education'), form: Form.optional(), ...Order,
    }),
    answer: Membership.extend({ personReference: z.string() }),
    action: enrol,
    present: ({ id, personId }) => ({ id, personReference: personId }),
  }),
  change('placements', 'Place a member in a class, or move them to another from a day on', z.object({ classId: z.string(), from: Day, repeats: z.boolean().optional(), confirmed: Word.describe('The class again, to say that one of another grade or kind is meant') }), placeInClass),
  apiRoute({
    method: 'POST', path: '/api/education/placements/{id}/withdrawals', summary: 'Take back a placement in a class that never was: the class before goes on', tag,
    params: z.object({ id: z.string() }), body: z.object({ why: Why }), answer: Done, action: withdrawPlacement, present: ({ personId }) => ({ personReference: personId }),
  }),
  change('endings', 'End a membership after its last day, for a reason of `/api/education/end-reasons`', z.object({ lastDay: Day, reason: z.string(), comment: Word, ...Order }), endMembershipOf),
  change('reopenings', 'Take an ending back that was wrong', z.object({ why: Why }), reopen),
  change('corrections', 'Put a membership’s first day, form, kind and order right', z.object({ from: Day, form: Form, beside: z.boolean().optional(), ...Order, why: Why }), correctMembershipOf),
  change('withdrawals', 'Take back a membership that never was', z.object({ why: Why }), withdraw),
  apiRoute({
    method: 'POST', path: '/api/education/memberships/{membershipId}/exemptions', summary: 'Exempt a member from a subject: no marks of it are expected while it holds', tag,
    params: z.object({ membershipId: z.string() }), body: z.object(exemption), answer: Exemption, action: addExemption, present: exemptionOf,
  }),
  apiRoute({
    method: 'POST', path: '/api/education/exemptions/{id}/corrections', summary: 'Put an exemption right, or end it; what is left away becomes empty', tag,
    params: z.object({ id: z.string() }), body: z.object({ ...exemption, why: Why }), answer: Exemption, action: correctExemptionOf, present: exemptionOf,
  }),
  apiRoute({
    method: 'POST', path: '/api/education/exemptions/{id}/withdrawals', summary: 'Take back an exemption that never was', tag,
    params: z.object({ id: z.string() }), body: z.object({ why: Why }), answer: Exemption, action: withdrawExemption, present: exemptionOf,
  }),
];
