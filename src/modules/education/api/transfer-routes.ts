import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { findTransfers, TRANSFER_STATES } from '../actions/people-for-programs.js';
import { answerTransferOf, askForTransfer, type TransferPage, viewTransfer } from '../actions/transfers.js';

const tag = 'education';
const Word = z.string().optional();
const Day = z.string().describe('YYYY-MM-DD');
const Id = z.object({ id: z.string().describe('Identity of the transfer') });
const Done = z.object({ personReference: z.string().describe('Identity of the person in this register') });

const Transfer = Id.extend({
  personReference: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), fromRegNr: z.string().describe('The institution that the learner leaves; it answers'), toRegNr: z.string().describe('The one that asked'),
  programmeCode: z.string(), classId: z.string().nullable(), movesOn: Day.describe('The first day in the new institution'), state: z.enum(TRANSFER_STATES), reason: z.string().describe('Why it was refused or withdrawn'),
  askedAt: z.string(), answeredAt: z.string().nullable(), doneAt: z.string().nullable(),
});
const transferOf = (one: TransferPage['transfer']): z.infer<typeof Transfer> => ({
  id: one.id, personReference: one.personId, given: one.given, family: one.family, isProtected: one.isProtected, fromRegNr: one.fromRegNr, toRegNr: one.toRegNr, programmeCode: one.programmeCode, classId: one.classId, movesOn: one.movesOn,
  state: one.state, reason: one.reason, askedAt: one.askedAt.toISOString(), answeredAt: one.answeredAt?.toISOString() ?? null, doneAt: one.doneAt?.toISOString() ?? null,
});

/** Changes of institution for programs of either side, by the rights that the pages need; everyone shown is logged. */
export const transferApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/education/transfers',
    summary: 'Transfers from and to the asker’s institutions, a hundred at a time; needs the header `x-reason`. `after` is the `next` of the page before. Of protected people initials are given',
    tag,
    query: z.object({ regNr: Word, state: z.enum(TRANSFER_STATES).optional(), after: Word }),
    answer: z.object({ items: z.array(Transfer), next: z.string().nullable() }),
    action: findTransfers,
    present: ({ rows, next }) => ({ items: rows.map(transferOf), next }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/education/transfers/{id}',
    summary: 'One transfer, which side the asker may act for, and what is still open at the institution that the learner leaves',
    tag,
    params: Id,
    answer: z.object({ transfer: Transfer, mayAnswer: z.boolean(), mayWithdraw: z.boolean(), openItems: z.array(z.object({ lv: z.string(), en: z.string() })) }),
    action: viewTransfer,
    present: ({ transfer, answers, asks, openItems }) => ({ transfer: transferOf(transfer), mayAnswer: answers, mayWithdraw: asks, openItems: openItems.map(({ words }) => ({ lv: words.lv, en: words.en })) }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/education/transfers',
    summary: 'Ask for a learner of another institution from a day on; that institution agrees or refuses',
    tag,
    body: z.object({ regNr: z.string().describe('The institution that asks'), code: Word, family: z.string(), given: Word, bornOn: Day.nullable().optional(), programmeCode: z.string(), classId: z.string().nullable().optional(), movesOn: Day }).meta({
      examples: [{ regNr: '9900000001', family: 'Paraugs', given: 'Anna', bornOn: '2015-05-05', programmeCode: '21011111', classId: '01900000-0000-7000-8000-000000000002', movesOn: '2027-01-11' }],
    }),
    answer: Done.extend(Id.shape),
    action: askForTransfer,
    present: ({ id, personId }) => ({ id, personReference: personId }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/education/transfers/{id}/answers',
    summary: 'Agree or refuse (the institution that the learner leaves), or withdraw (the one that asked). Agreed for a day that has come it is done at once',
    tag,
    params: Id,
    body: z.object({ answer: z.enum(['agreed', 'refused', 'withdrawn']), reason: z.string().optional().describe('Needed for a refusal; the other institution reads it') }).meta({ examples: [{ answer: 'agreed' }, { answer: 'refused', reason: 'The learner stays until the end of the semester' }] }),
    answer: Done.extend({ done: z.boolean() }),
    action: answerTransferOf,
    present: ({ personId, done }) => ({ personReference: personId, done }),
  }),
];
