import { z } from 'zod';
import { listReachableUsers } from '#modules/access/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { type ActionContext, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { businessCalendar } from '#platform/calendar/business-calendar.js';
import { daysOfCalendar, STATE } from '#platform/calendar/calendar-day.js';
import { findCalendarDays } from '#platform/calendar/calendar-store.js';
import type { Read } from '#platform/db/transaction.js';
import { notify } from '#platform/notices/notify.js';
import { DELIVERIES, type Delivery, isUnpaid, NEXT_STEPS, PAPER_REASONS, PAPER_STATES } from '../domain/paper.js';
import { MINE } from '../paths.js';
import { deliverPaper } from '../permissions.js';
import { noteHandOuts } from '../store/hand-outs.js';
import { countOpenRequests, findCollectPlace, findRequest, insertRequest, listRequests, type NamedRequest, noteCollectPlace, notePaid, stepRequest } from '../store/paper.js';
import { certificateParameters } from '../store/parameters.js';
import { NO_SUCH_REQUEST, NOT_PAID, NOT_THIS_STEP, PAID_WHEN, SAY_ADDRESS, SAY_WHERE, SAY_WHY } from '../texts.js';
import { getOwn } from './own-certificates.js';
import { recorderOf } from './recorder-of.js';
import { factsOf } from './scope.js';

/** What a certificate on paper costs today by each way of delivery, and by when it is made. */
export interface PaperTerms {
  readonly fees: { readonly collected: number; readonly posted: number };
  /** The act or page that the fees follow from. */
  readonly basis: string;
  readonly dueOn: IsoDate;
}

/** What a fee rested on, on a day. */
async function feeBasisOn(tx: Read, delivery: Delivery, day: IsoDate): Promise<ShownRequest['feeBasis']> {
  const rows = await certificateParameters.list(tx);
  return rows.find(({ name, validFrom, validTo }) => name === `paper-fee-${delivery}` && validFrom <= day && (validTo === null || day < validTo)) ?? null;
}

async function termsOn(tx: Read, today: IsoDate): Promise<PaperTerms> {
  const numbers = await certificateParameters.on(tx, today);
  const bases = await Promise.all(DELIVERIES.map(async (one) => (await feeBasisOn(tx, one, today))?.basis ?? ''));
  const calendar = businessCalendar(daysOfCalendar(STATE, await findCalendarDays(tx)));
  return { fees: { collected: numbers['paper-fee-collected'][0] ?? 0, posted: numbers['paper-fee-posted'][0] ?? 0 }, basis: [...new Set(bases)].join('; '), dueOn: calendar.addWorkingDays(today, numbers['paper-working-days'][0] ?? 10).day };
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

/** A request with what its fee rests on, and where copies were last collected. */
export type ShownRequest = NamedRequest & { readonly feeBasis: { readonly basis: string; readonly verified: boolean | null } | null; readonly collectedBefore: string };

export const openRequest = readAction({
  name: 'certificates.open-paper-request',
  title: { lv: 'Atvērts sertifikāta pieprasījums papīra formā', en: 'Request for a certificate on paper opened' },
  permission: deliverPaper,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<ShownRequest> {
    const request = await getRequest(context, id);
    return { ...request, feeBasis: await feeBasisOn(context.tx, request.delivery, dayInRiga(request.askedAt)), collectedBefore: await findCollectPlace(context.tx) };
  },
  audit: ({ output }) => requestFacts(output),
});

/** Brings a request one step on; delivering it stands in the ledger of the certificate too. */
export const moveRequest = writeAction({
  name: 'certificates.step-paper-request',
  title: { lv: 'Mainīts sertifikāta pieprasījuma stāvoklis', en: 'Request for a certificate on paper brought on' },
  permission: deliverPaper,
  input: z.object({ id: z.uuid(), to: z.enum(PAPER_STATES), remark: Words(300), collectPlace: Words(300) }),
  async run(context, { id, to, remark, collectPlace }) {
    const { tx, now, actor } = context;
    const request = await getRequest(context, id);
    if (to === 'refused' && remark === '') throw invalid('remark', SAY_WHY);
    if (to === 'printed' && isUnpaid(request)) throw new Conflict('not-paid', NOT_PAID);
    const isToCollect = to === 'printed' && request.delivery === 'collected';
    if (isToCollect && collectPlace === '') throw invalid('collectPlace', SAY_WHERE);
    if (!NEXT_STEPS[request.state].includes(to) || !(await stepRequest(tx, { id, from: request.state, to, remark, by: recorderOf(context) }, now))) throw new Conflict('not-this-step', NOT_THIS_STEP);
    if (isToCollect) {
      await noteCollectPlace(tx, id, collectPlace);
      await tellWhere(context, request, collectPlace);
    }
    if (to === 'delivered') await noteHandOuts(tx, [{ id: request.certificateId, edocSha256: request.edocSha256 }], { how: request.delivery === 'posted' ? 'sent' : 'handed over', channel: 'paper', at: now, userId: actor.id, actor: actor.name, remark });
    return request;
  },
  audit: ({ input, output }) => ({ ...requestFacts(output), facts: { ...requestFacts(output).facts, state: input.to } }),
});

/** Whoever asked is told that the copy can be collected, and where; once. */
async function tellWhere(context: WriteContext, { id, number, askedByPerson }: NamedRequest, collectPlace: string): Promise<void> {
  for (const { userId, email } of await listReachableUsers(context.tx, [askedByPerson])) {
    await notify(context, { userId, email, kind: 'certificates.to-collect', subject: fill(TO_COLLECT, { number }), body: fill(WHERE, { where: collectPlace }), link: MINE, onceKey: `certificates.to-collect ${id}` });
  }
}
const TO_COLLECT: Text = { lv: 'Sertifikāta {number} izdruka ir sagatavota', en: 'The copy of certificate {number} is ready' };
const WHERE: Text = { lv: 'Kur un kad saņemt: {where} Līdzi jāņem personu apliecinošs dokuments.', en: 'Where and when to collect it: {where} Bring an identity document.' };

/** Notes that the fee has come, with the document that shows it; the copy is printed after that. */
export const recordPayment = writeAction({
  name: 'certificates.record-paper-payment',
  title: { lv: 'Atzīmēta maksa par sertifikātu papīra formā', en: 'Fee for a certificate on paper noted' },
  permission: deliverPaper,
  input: z.object({ id: z.uuid(), paidOn: IsoDateInput, paidDocument: z.string().trim().min(1).max(100) }),
  async run(context, { id, paidOn, paidDocument }) {
    const request = await getRequest(context, id);
    if (paidOn > context.today || paidOn < dayInRiga(request.askedAt)) throw invalid('paidOn', PAID_WHEN);
    if (request.feeCents === 0 || !(await notePaid(context.tx, id, paidOn, paidDocument, context.now))) throw new Conflict('not-this-step', NOT_THIS_STEP);
    return request;
  },
  audit: ({ input, output }) => ({ ...requestFacts(output), facts: { ...requestFacts(output).facts, day: input.paidOn, document: input.paidDocument } }),
});

/** Requests that wait for the agency. */
export const openRequests = countOpenRequests;
