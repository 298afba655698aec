import { z } from 'zod';
import { listInstitutionsHolding } from '#modules/access/public.js';
import { listSubjectNames } from '#modules/education/public.js';
import { findLearner, isMinorOn, type LearnerRow, listWards } from '#modules/persons/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { PersonCodeInput } from '#kernel/person-code.js';
import type { Text } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { admissionConsented } from '../events.js';
import { readAdmissions } from '../permissions.js';
import { type ConsentRow, insertConsent, listConsents, listHandedMarks, listLiveConsents, listReadsOf, listUniversities, noteReads, withdrawConsent } from '../store/admissions.js';
import type { ParcelSource } from './parcel.js';
import { NOT_IN_REGISTER, NOT_YOUR_CHILD } from './refusals.js';

/** A consent is for a round or two of admission, not for ever. */
const MOST_DAYS = 731;

export interface Consents {
  /** For whom the user may consent: themselves when of age, and the children they act for. */
  readonly people: readonly Pick<LearnerRow, 'id' | 'given' | 'family'>[];
  readonly universities: readonly { readonly id: string; readonly name: string }[];
  readonly consents: readonly ConsentRow[];
  readonly latest: IsoDate;
}

type Asking = Pick<ActionContext, 'tx' | 'actor' | 'today'>;

async function peopleOf({ tx, actor, today }: Asking): Promise<{ self: LearnerRow; people: Consents['people'] }> {
  const self = actor.personId ? await findLearner(tx, actor.personId, today) : undefined;
  if (!self) throw new NotFound('not-in-register', NOT_IN_REGISTER);
  const wards = await listWards(tx, self.id, today);
  return { self, people: [...(self.bornOn && !isMinorOn(self.bornOn, today) ? [self] : []), ...wards] };
}

/** Which universities may have whose marks, and the form to let another. */
export const openConsents = readAction({
  name: 'marks.open-consents',
  title: { lv: 'Apskatītas piekrišanas nodot vērtējumus augstskolām', en: 'Consents to hand marks to universities looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  async run(context): Promise<Consents & { readonly asker: string }> {
    const { tx, today } = context;
    const { self, people } = await peopleOf(context);
    const universities = await listUniversities(tx, await listInstitutionsHolding(tx, readAdmissions.name, today));
    return { people, universities, consents: await listConsents(tx, [...new Set([self.id, ...people.map(({ id }) => id)])]), latest: addDays(today, MOST_DAYS), asker: self.id };
  },
  audit: ({ output }) => ({ subjects: [...new Set([output.asker, ...output.people.map(({ id }) => id)])], facts: { found: output.consents.length } }),
});

/** Lets one university have someone's marks until a day. */
export const giveConsent = writeAction({
  name: 'marks.give-consent',
  title: { lv: 'Dota piekrišana nodot vērtējumus augstskolai', en: 'Consent given to hand marks to a university' },
  permission: SIGNED_IN,
  input: z.object({ person: z.uuid(), university: z.uuid(), until: IsoDateInput, exams: z.enum(['yes', '']).default('') }),
  async run(context, { person, university, until, exams }) {
    const { tx, today, now } = context;
    const { self, people } = await peopleOf(context);
    if (person === self.id && !people.some(({ id }) => id === person)) throw new Forbidden('too-young', TOO_YOUNG);
    if (!people.some(({ id }) => id === person)) throw new Forbidden('not-your-child', NOT_YOUR_CHILD);
    if (!(await listInstitutionsHolding(tx, readAdmissions.name, today)).includes(university)) throw invalid('university', NO_SUCH_UNIVERSITY);
    if (until <= today || until > addDays(today, MOST_DAYS)) throw invalid('until', WRONG_DAY);
    const coversExams = exams === 'yes';
    const id = await insertConsent(tx, { personId: person, institutionId: university, validFrom: today, validTo: until, coversExams, givenBy: self.id }, now);
    await context.announce(admissionConsented, { consentId: id, personId: person, institutionId: university, coversExams });
    return { id };
  },
  audit: ({ input }) => ({ subjects: [input.person], facts: { institution: input.university, until: input.until, exams: input.exams === 'yes' } }),
});

/** Ends a consent: from the next request the university has nothing. */
export const withdraw = writeAction({
  name: 'marks.withdraw-consent',
  title: { lv: 'Atsaukta piekrišana nodot vērtējumus augstskolai', en: 'Consent to hand marks to a university withdrawn' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const { tx, now } = context;
    const { self, people } = await peopleOf(context);
    const consent = (await listConsents(tx, [self.id, ...people.map((one) => one.id)])).find((one) => one.id === id);
    if (!consent) throw new NotFound('no-such-consent', NO_SUCH_CONSENT);
    await withdrawConsent(tx, id, self.id, now);
    return { personId: consent.personId, institutionId: consent.institutionId };
  },
  audit: ({ output }) => ({ subjects: [output.personId], facts: { institution: output.institutionId } }),
});

const PAGE = 100;

/**
 * The marks of applicants who agreed to it, for the university of the asking program alone. It is a write: that they were taken stays on the way of
 * each mark. Who is protected, or has no personal code, is found only by what they themselves told the university; of the protected the school is
 * left out too, since it tells where they are.
 */
export const takeAdmissionMarks = writeAction({
  name: 'marks.take-admission-marks',
  title: { lv: 'Augstskola saņēmusi vērtējumus uzņemšanai', en: 'A university received marks for admission' },
  permission: readAdmissions,
  input: z.object({ personCode: PersonCodeInput.optional(), consent: emptyAsNull(z.uuid()), after: emptyAsNull(z.uuid()) }),
  async run({ tx, scope, today, now }, { personCode = null, consent, after }) {
    const found = await listLiveConsents(tx, { institutionIds: scope.institutionIds, day: today, code: personCode, consentId: consent, after }, PAGE + 1);
    const consents = found.slice(0, PAGE);
    const persons = [...new Set(consents.map(({ personId }) => personId))];
    const marks = await listHandedMarks(tx, persons);
    const names = new Map((await listSubjectNames(tx, [...new Set(marks.map(({ subjectId }) => subjectId))])).map((one) => [one.id, one]));
    const applicants = consents.map((one) => ({
      ...one,
      personCode: one.personCode ?? personCode,
      marks: marks
        .filter(({ personId }) => personId === one.personId)
        .map((mark) => ({ ...mark, subject: names.get(mark.subjectId)?.name ?? '', ...(one.isProtected && { regNr: null, institution: null }) })),
    }));
    await noteReads(tx, applicants.map((one) => ({ consentId: one.consentId, marks: one.marks.length })), now);
    return { applicants, persons, universities: [...scope.institutionIds], next: found.length > PAGE ? consents.at(-1)!.consentId : null };
  },
  audit: ({ output }) => ({ subjects: output.persons, facts: { institutions: output.universities, found: output.applicants.length, purpose: 'admission' } }),
});

/** The last station of a mark's way: a university that took it. */
export const admissionSteps: ParcelSource = async (tx, record) =>
  record.kind !== 'mark' ? [] : (await listReadsOf(tx, record)).map(({ readAt, institution }) => ({ at: readAt, words: { lv: `Uzņemšanai saņēma: ${institution}`, en: `Received for admission: ${institution}` } }));

const TOO_YOUNG: Text = { lv: 'Līdz 18 gadu vecumam piekrišanu dod vecāks vai aizbildnis.', en: 'Until the age of 18 a parent or guardian gives the consent.' };
const NO_SUCH_UNIVERSITY: Text = { lv: 'Izvēlieties augstskolu no saraksta.', en: 'Choose a university from the list.' };
const WRONG_DAY: Text = { lv: 'Izvēlieties dienu pēc šodienas, ne vēlāk kā pēc diviem gadiem.', en: 'Choose a day after today, at most two years from now.' };
const NO_SUCH_CONSENT: Text = { lv: 'Šādas piekrišanas nav.', en: 'There is no such consent.' };
