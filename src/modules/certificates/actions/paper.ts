import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { businessCalendar } from '#platform/calendar/business-calendar.js';
import { daysOfCalendar, STATE } from '#platform/calendar/calendar-day.js';
import { findCalendarDays } from '#platform/calendar/calendar-store.js';
import type { Read } from '#platform/db/transaction.js';
import { DELIVERIES, NEXT_STEPS, PAPER_REASONS, PAPER_STATES } from '../domain/paper.js';
import { deliverPaper } from '../permissions.js';
import { noteHandOuts } from '../store/hand-outs.js';
import { countOpenRequests, findRequest, insertRequest, listRequests, type NamedRequest, stepRequest } from '../store/paper.js';
import { certificateParameters } from '../store/parameters.js';
import { NO_SUCH_REQUEST, NOT_THIS_STEP, SAY_ADDRESS, SAY_WHY } from '../texts.js';
import { getOwn } from './own-certificates.js';
import { recorderOf } from './recorder-of.js';
import { factsOf } from './scope.js';

/** What a certificate on paper costs today by each way of delivery, and by when it is made. */
export interface PaperTerms {
  readonly fees: { readonly collected: number; readonly posted: number };
  readonly dueOn: IsoDate;
}

async function termsOn(tx: Read, today: IsoDate): Promise<PaperTerms> {
  const numbers = await certificateParameters.on(tx, today);
  const calendar = businessCalendar(daysOfCalendar(STATE, await findCalendarDays(tx)));
  return { fees: { collected: numbers['paper-fee-collected'][0] ?? 0, posted: numbers['paper-fee-posted'][0] ?? 0 }, dueOn: calendar.addWorkingDays(today, numbers['paper-working-days'][0] ?? 10).day };
}

export const openPaperForm = readAction({
  name: 'certificates.open-paper-form',
  title: { lv: 'Atvērta veidlapa sertifikātam papīra formā', en: 'Form for a certificate on paper opened' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  run: async (context, { id }) => ({ ...(await getOwn(context, id)), terms: await termsOn(context.tx, context.today) }),
  audit: ({ output }) => factsOf(output.certificate),
});

const Words = (most: number) => z.string().trim().max(most).default('');

/** Asks for a certificate on paper; the fee is that of today and stays. */
export const askForPaper = writeAction({
  name: 'certificates.ask-for-paper',
  title: { lv: 'Pieprasīts sertifikāts papīra formā', en: 'Certificate asked for on paper' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid(), reason: z.enum(PAPER_REASONS), explanation: Words(500), delivery: z.enum(DELIVERIES), address: Words(300) }),
  async run(context, { id, reason, explanation, delivery, address }) {
    const { tx, today, now } = context;
    const { certificate, self } = await getOwn(context, id);
    if (reason === 'other' && explanation === '') throw invalid('explanation', SAY_WHY);
    if (delivery === 'posted' && address === '') throw invalid('address', SAY_ADDRESS);
    const { fees, dueOn } = await termsOn(tx, today);
    const request = { certificateId: id, askedByPerson: self.id, reason, explanation, delivery, address: delivery === 'posted' ? address : '', feeCents: fees[delivery], dueOn };
    await insertRequest(tx, request, recorderOf(context), now);
    return { certificate, dueOn };
  },
  audit: ({ input, output }) => ({ ...factsOf(output.certificate), facts: { ...factsOf(output.certificate).facts, reason: input.reason, delivery: input.delivery } }),
});

export async function getRequest({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, id: string): Promise<NamedRequest> {
  const request = await findRequest(tx, id, today);
  if (!request) throw new NotFound('no-such-request', NO_SUCH_REQUEST);
  return request;
}
export const requestFacts = ({ id, certificateId, personId }: NamedRequest) => ({ subjects: [personId], facts: { request: id, certificate: certificateId } });

/** Takes back one's own request while nobody has begun to work on it. */
export const withdrawRequest = writeAction({
  name: 'certificates.withdraw-paper-request',
  title: { lv: 'Atsaukts sertifikāta pieprasījums papīra formā', en: 'Request for a certificate on paper withdrawn' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const request = await getRequest(context, id);
    await getOwn(context, request.certificateId);
    if (!(await stepRequest(context.tx, { id, from: 'submitted', to: 'withdrawn', remark: '', by: recorderOf(context) }, context.now))) throw new Conflict('not-this-step', NOT_THIS_STEP);
    return request;
  },
  audit: ({ output }) => requestFacts(output),
});

const PAGE = 50;
const OPEN = ['submitted', 'accepted', 'printed'] as const;
const CLOSED = ['delivered', 'refused', 'withdrawn'] as const;

export interface PaperRequests {
  readonly closed: boolean;
  readonly requests: readonly NamedRequest[];
  readonly next: string | null;
}

/** What residents asked for on paper, the oldest first. */
export const viewRequests = readAction({
  name: 'certificates.view-paper-requests',
  title: { lv: 'Apskatīti sertifikātu pieprasījumi papīra formā', en: 'Requests for certificates on paper looked at' },
  permission: deliverPaper,
  input: z.object({ show: z.enum(['open', 'closed', '']).default(''), after: emptyAsNull(z.uuid()) }),
  async run({ tx, today }, { show, after }): Promise<PaperRequests> {
    const found = await listRequests(tx, show === 'closed' ? CLOSED : OPEN, today, after, PAGE + 1);
    const requests = found.slice(0, PAGE);
    return { closed: show === 'closed', requests, next: found.length > PAGE ? requests.at(-1)!.id : null };
  },
  audit: ({ output }) => ({ subjects: output.requests.map(({ personId }) => personId), facts: { found: output.requests.length } }),
});

export const openRequest = readAction({
  name: 'certificates.open-paper-request',
  title: { lv: 'Atvērts sertifikāta pieprasījums papīra formā', en: 'Request for a certificate on paper opened' },
  permission: deliverPaper,
  input: z.object({ id: z.uuid() }),
  run: (context, { id }) => getRequest(context, id),
  audit: ({ output }) => requestFacts(output),
});

/** Brings a request one step on; delivering it stands in the ledger of the certificate too. */
export const moveRequest = writeAction({
  name: 'certificates.step-paper-request',
  title: { lv: 'Mainīts sertifikāta pieprasījuma stāvoklis', en: 'Request for a certificate on paper brought on' },
  permission: deliverPaper,
  input: z.object({ id: z.uuid(), to: z.enum(PAPER_STATES), remark: Words(300) }),
  async run(context, { id, to, remark }) {
    const { tx, now, actor } = context;
    const request = await getRequest(context, id);
    if (to === 'refused' && remark === '') throw invalid('remark', SAY_WHY);
    if (!NEXT_STEPS[request.state].includes(to) || !(await stepRequest(tx, { id, from: request.state, to, remark, by: recorderOf(context) }, now))) throw new Conflict('not-this-step', NOT_THIS_STEP);
    if (to === 'delivered') await noteHandOuts(tx, [{ id: request.certificateId, edocSha256: request.edocSha256 }], { how: request.delivery === 'posted' ? 'sent' : 'handed over', channel: 'paper', at: now, userId: actor.id, actor: actor.name, remark });
    return request;
  },
  audit: ({ input, output }) => ({ ...requestFacts(output), facts: { ...requestFacts(output).facts, state: input.to } }),
});

/** Requests that wait for the agency. */
export const openRequests = countOpenRequests;
