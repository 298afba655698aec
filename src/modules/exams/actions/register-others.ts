import { z } from 'zod';
import { getLearner, getSchool, learnerFields, type SchoolRow } from '#modules/education/public.js';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { type CandidateKind, OTHER_CANDIDATES } from '../domain/candidate-kinds.js';
import { gradeOf } from '../domain/exam-words.js';
import { registerEntries } from '../permissions.js';
import { examNumbersOn } from '../store/exam-parameters.js';
import { insertEntries } from '../store/entry-changes.js';
import { type ExamEvent, isPupilOfGrade, standingFor, takeSitting } from '../store/sittings.js';
import { GRADUATES_OF_SECONDARY, IS_THEIR_PUPIL, NO_EXTERNS_HERE, NO_GRADUATES_HERE } from '../texts.js';
import { recordingOf } from './inputs.js';
import { checkDeadlines, getEvent, Place } from './register.js';

export interface OtherForm {
  readonly school: SchoolRow;
  readonly event: ExamEvent;
  /** As whom the institution may enter people: nobody where it is neither a school of the grade nor a university. */
  readonly kinds: readonly Exclude<CandidateKind, 'pupil'>[];
}

/** As whom an institution may enter people who are not its pupils; the agency enters anyone anywhere. */
async function kindsAt({ tx, scope, today }: Pick<ActionContext, 'tx' | 'scope' | 'today'>, school: SchoolRow, event: ExamEvent): Promise<OtherForm['kinds']> {
  const { teaches, isUniversity } = await standingFor(tx, { event, institutionId: school.id, grade: gradeOf(event.stage) });
  const schoolsToo = (await examNumbersOn(tx, today))['graduates-at-schools'] === 1;
  return OTHER_CANDIDATES.filter((kind) => (kind === 'extern' ? scope.everywhere || teaches : event.stage === 'secondary' && (scope.everywhere || isUniversity || (teaches && schoolsToo))));
}

/** The form by which an extern or a graduate of an earlier year is entered for an exam. */
export const openOtherForm = readAction({
  name: 'exams.open-other-candidate-form',
  title: { lv: 'Atvērta eksterna vai absolventa reģistrēšanas veidlapa', en: 'Form for entering an extern or a graduate opened' },
  permission: registerEntries,
  input: z.object(Place),
  audit: NOT_PERSONAL,
  async run(context, { regNr, eventId }): Promise<OtherForm> {
    const [school, event] = [await getSchool(context, regNr), await getEvent(context, eventId)];
    return { school, event, kinds: await kindsAt(context, school, event) };
  },
});

/**
 * Puts someone who is no pupil of the last grade on the list of a sitting, by their application and the document that lets them: the order about an extern, the attestation of a
 * graduate. Who such people are is in the register of persons; a pupil of that grade is registered by their school.
 */
export const registerOther = writeAction({
  name: 'exams.register-other-candidate',
  title: { lv: 'Reģistrēts eksāmena kārtošanai (eksterns vai iepriekšējo gadu absolvents)', en: 'Entered for an exam (extern or graduate of an earlier year)' },
  permission: registerEntries,
  input: z.object({ ...Place, ...learnerFields, candidateAs: z.enum(OTHER_CANDIDATES), letBy: z.string().trim().min(1, { abort: true }).min(3).max(200), appliedOn: IsoDateInput }),
  async run(context, { regNr, eventId, candidateAs, letBy, appliedOn, ...who }) {
    const { tx, today } = context;
    const [school, event] = [await getSchool(context, regNr), await getEvent(context, eventId)];
    const grade = gradeOf(event.stage);
    if (candidateAs === 'former graduate' && event.stage === 'basic') throw invalid('candidateAs', GRADUATES_OF_SECONDARY);
    if (!(await kindsAt(context, school, event)).includes(candidateAs)) throw invalid('candidateAs', candidateAs === 'extern' ? fill(NO_EXTERNS_HERE, { grade }) : NO_GRADUATES_HERE);
    checkDeadlines(context, event, { field: 'appliedOn', byApplication: true, appliedOn });
    const { id: personId } = await getLearner(tx, who);
    const day = today < event.heldOn ? today : event.heldOn;
    if (await isPupilOfGrade(tx, personId, { event, grade, day })) throw invalid(who.code ? 'code' : 'given', fill(IS_THEIR_PUPIL, { grade }));
    const sittingId = await takeSitting(tx, eventId, school.id, recordingOf(context));
    const entry = { sittingId, eventId, examId: event.examId, term: event.term, personId, classTitle: '', candidateAs, letBy, origin: 'application', appliedOn, state: 'applied', candidateCode: null, firstEntryId: null } as const;
    await insertEntries(tx, [entry], recordingOf(context));
    return { sittingId, personId, code: event.code, year: event.year };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { sitting: output.sittingId, exam: output.code, year: output.year, kind: input.candidateAs } }),
});
