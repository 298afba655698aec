import { z } from 'zod';
import { listGuardiansOf } from '#modules/persons/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { STEP_KINDS } from '../domain/words.js';
import { keepInquiries } from '../permissions.js';
import { answerStep, insertStep, lockInquiry, writeStatus } from '../store/changes.js';
import { type InquiryRow, listInquiries } from '../store/inquiries.js';
import { numberOn } from '../store/parameters.js';
import { listStatusKinds, type StatusRow } from '../store/status-kinds.js';
import { ANSWERED, CHECK_IN_FUTURE, CHECK_NEEDED, CHOOSE_KIND, CHOOSE_STATUS, COMMENT_NEEDED, IN_FUTURE, INQUIRY_CLOSED, WHOM, WRITE_ANSWER } from '../texts.js';
import { getInquiry } from './inquiries.js';
import { recordingOf } from './recording.js';

const Words = z.string().trim().max(2_000).default('');

/** Open, or explained: what rests by its status can be given another. */
const canBeWorkedOn = ({ state, closedBy }: InquiryRow): boolean => state === 'open' || closedBy === 'status';

/** An inquiry that can still be worked on. @throws Conflict where its child learns by now, or need not */
async function getToWorkOn(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, id: string): Promise<InquiryRow> {
  const found = await getInquiry(context, id);
  if (!canBeWorkedOn(found)) throw new Conflict('inquiry-closed', INQUIRY_CLOSED);
  return found;
}

const MOST_SIBLINGS = 500;

/** Open inquiries of the same municipality after children with the same guardian. Protected children have none that could be told. */
async function siblingsOf({ tx, scope, today }: Pick<ActionContext, 'tx' | 'scope' | 'today'>, one: InquiryRow): Promise<InquiryRow[]> {
  if (one.unitId === null || one.isProtected) return [];
  const near = (await listInquiries(tx, { state: 'open', group: null, unitId: one.unitId }, scope, { after: null, limit: MOST_SIBLINGS }, today)).filter(({ id, isProtected }) => id !== one.id && !isProtected);
  const pairs = await listGuardiansOf(tx, [one.personId, ...near.map(({ personId }) => personId)], today);
  const own = new Set(pairs.filter(({ childId }) => childId === one.personId).map(({ guardianId }) => guardianId));
  const theirs = new Set(pairs.filter(({ guardianId }) => own.has(guardianId)).map(({ childId }) => childId));
  return near.filter(({ personId }) => theirs.has(personId));
}

export interface StatusForm {
  readonly inquiry: InquiryRow;
  readonly kinds: readonly StatusRow[];
  readonly siblings: readonly InquiryRow[];
  /** The last day that a next check may have. */
  readonly lastCheck: IsoDate;
}

async function lastCheckOn({ tx, today }: Pick<ActionContext, 'tx' | 'today'>): Promise<IsoDate> {
  return addDays(today, Math.round((await numberOn(tx, 'recheck-months', today)) * DAYS_OF_MONTH));
}
const DAYS_OF_MONTH = 30.44;

export const openStatusForm = readAction({
  name: 'schoolage.open-status-form',
  title: { lv: 'Atvērta veidlapa bērna statusam, kas nav nevienā izglītības iestādē', en: 'Form for the status of a child in no institution opened' },
  permission: keepInquiries,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<StatusForm> {
    const inquiry = await getToWorkOn(context, id);
    return { inquiry, kinds: await listStatusKinds(context.tx), siblings: await siblingsOf(context, inquiry), lastCheck: await lastCheckOn(context) };
  },
  audit: ({ output }) => ({ subjects: [output.inquiry, ...output.siblings].map(({ personId }) => personId), facts: {} }),
});

const Many = z.union([z.string().transform((one) => (one === '' ? [] : [one])), z.array(z.string())]).default([]);

/** Says why a child learns nowhere, of siblings together where they are ticked. What explains it closes the inquiry until its next check. */
export const giveStatus = writeAction({
  name: 'schoolage.give-status',
  title: { lv: 'Norādīts, kāpēc bērns nav nevienā izglītības iestādē', en: 'Said why a child is in no institution' },
  permission: keepInquiries,
  input: z.object({ id: z.uuid(), status: z.string().default(''), comment: Words, nextCheckOn: emptyAsNull(IsoDateInput), also: Many }),
  async run(context, { id, status, comment, nextCheckOn, also }) {
    const { tx, today } = context;
    for (const one of [id, ...also].sort()) await lockInquiry(tx, one);
    const inquiry = await getToWorkOn(context, id);
    const kind = (await listStatusKinds(tx)).find(({ code }) => code === status);
    if (!kind) throw invalid('status', CHOOSE_STATUS);
    const last = await lastCheckOn(context);
    if (kind.explains && comment.length < LEAST_WORDS) throw invalid('comment', COMMENT_NEEDED);
    if (kind.explains && nextCheckOn === null) throw invalid('nextCheckOn', fill(CHECK_NEEDED, { day: readableDay(last) }));
    if (nextCheckOn !== null && (nextCheckOn <= today || nextCheckOn > last)) throw invalid('nextCheckOn', fill(CHECK_IN_FUTURE, { day: readableDay(last) }));
    const all = [inquiry, ...(await siblingsOf(context, inquiry)).filter((one) => also.includes(one.id))];
    for (const one of all) {
      if (!(await writeStatus(tx, one.id, { statusCode: kind.code, comment, nextCheckOn, explains: kind.explains }, recordingOf(context)))) throw new Conflict('inquiry-closed', INQUIRY_CLOSED);
    }
    return { persons: all.map(({ personId }) => personId), explains: kind.explains };
  },
  audit: ({ input, output }) => ({ subjects: output.persons, facts: { kind: input.status, until: input.nextCheckOn } }),
});
/** So many characters say more than nothing. */
const LEAST_WORDS = 3;

export const openStepForm = readAction({
  name: 'schoolage.open-step-form',
  title: { lv: 'Atvērta veidlapa darbībai, ar ko meklē bērna izglītības iestādi', en: 'Form for a step taken to find a child’s institution opened' },
  permission: keepInquiries,
  input: z.object({ id: z.uuid() }),
  run: async (context, { id }) => ({ inquiry: await getToWorkOn(context, id) }),
  audit: ({ output }) => ({ subjects: [output.inquiry.personId], facts: {} }),
});

/** Writes down what was done to find a child. */
export const addStep = writeAction({
  name: 'schoolage.add-step',
  title: { lv: 'Ierakstīta darbība, ar ko meklē bērna izglītības iestādi', en: 'Step taken to find a child’s institution written down' },
  permission: keepInquiries,
  input: z.object({ id: z.uuid(), takenOn: IsoDateInput, kind: z.union([z.enum(STEP_KINDS), z.literal('')]).default(''), body: Words, answer: Words }),
  async run(context, { id, takenOn, kind, body, answer }) {
    await lockInquiry(context.tx, id);
    const inquiry = await getToWorkOn(context, id);
    if (kind === '') throw invalid('kind', CHOOSE_KIND);
    if (takenOn > context.today) throw invalid('takenOn', IN_FUTURE);
    if (body === '') throw invalid('body', WHOM);
    await insertStep(context.tx, id, { takenOn, kind, body, answer }, recordingOf(context));
    return { personId: inquiry.personId };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { on: input.takenOn } }),
});

/** Writes down the answer that came to a step. */
export const answer = writeAction({
  name: 'schoolage.answer-step',
  title: { lv: 'Ierakstīta atbilde par to, kur bērns mācās', en: 'Answer on where a child learns written down' },
  permission: keepInquiries,
  input: z.object({ id: z.uuid(), step: z.uuid(), answer: Words }),
  async run(context, { id, step, answer: words }) {
    const inquiry = await getInquiry(context, id);
    if (words === '') throw invalid('answer', WRITE_ANSWER);
    if (!(await answerStep(context.tx, id, step, words, recordingOf(context)))) throw new Conflict('answered', ANSWERED);
    return { personId: inquiry.personId };
  },
  audit: ({ output }) => ({ subjects: [output.personId], facts: {} }),
});
