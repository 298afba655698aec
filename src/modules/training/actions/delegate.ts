import { z } from 'zod';
import { ownUserId, widenScope } from '#modules/access/public.js';
import { Conflict, type FieldError, invalid, InvalidInput, NotFound } from '#kernel/errors.js';
import { readAction, writeAction } from '#platform/actions/action.js';
import { scopeOf, SIGNED_IN } from '#platform/actions/permission.js';
import { delegateParticipants } from '../permissions.js';
import {
  type CandidateRow, countSeatsTaken, findCandidate, findParticipation, giveFreeSeats, insertParticipation, listCandidates, listParticipantsIn, listSenders, type ParticipantRow, withdrawParticipation,
} from '../store/participations.js';
import { lockRemote, type RemoteRow } from '../store/remote-courses.js';
import { ALREADY_MARKED, ANSWER_NEEDED, APPLY_OVER, CANCELLED, NO_ACTIVE_LOGIN, NO_SUCH_PARTICIPANT } from '../texts.js';
import { isOpenForApplying } from '../domain/applying.js';
import type { AskedOfParticipant } from '../domain/questionnaire.js';
import { getRemote, questionnaireOf } from './remote-courses.js';
import { tellOfSeat, tellOfWaiting, tellOfWithdrawal, tellSenderOfGivingUp } from './tell-participants.js';

export type { ParticipantRow, RemoteRow };

/** How many are offered to choose from; the name narrows it. */
const CHOICES = 100;

export interface DelegateForm {
  readonly remote: RemoteRow;
  /** Users can be sent now. */
  readonly open: boolean;
  /** It has begun: whoever waits gets no seat any more. */
  readonly begun: boolean;
  readonly candidates: readonly CandidateRow[];
  /** Those of the actor's scope who are sent already. */
  readonly sent: readonly ParticipantRow[];
}

export const openDelegateForm = readAction({
  name: 'training.open-delegate-form',
  title: { lv: 'Atvērta deleģēšanas veidlapa', en: 'Form for sending participants opened' },
  permission: delegateParticipants,
  input: z.object({ id: z.uuid(), words: z.string().trim().max(100).default('') }),
  async run({ tx, scope, today, now }, { id, words }): Promise<DelegateForm> {
    const wide = await widenScope(tx, scope, today);
    const remote = await getRemote(tx, id);
    const open = !remote.cancelled && isOpenForApplying(remote, today, now);
    return { remote, open, begun: remote.startsAt <= now, candidates: open ? await listCandidates(tx, id, words, wide, CHOICES) : [], sent: await listParticipantsIn(tx, id, wide) };
  },
  audit: ({ input, output }) => ({ facts: { remote: input.id, candidates: output.candidates.length } }),
});

/** Sends a user of one's own to a remote course, with the answers to its questions: to a seat, or to wait for one. */
export const delegateUser = writeAction({
  name: 'training.delegate-user',
  title: { lv: 'Deleģēts dalībnieks attālinātām mācībām', en: 'User sent to a remote course' },
  permission: delegateParticipants,
  input: z.object({ id: z.uuid(), userId: z.uuid(), answers: z.record(z.string(), z.string().trim().max(2_000)) }),
  async run(context, { id, userId, answers }) {
    const { tx, actor, scope, now, today } = context;
    await lockRemote(tx, id);
    const remote = await getRemote(tx, id);
    if (remote.cancelled) throw new Conflict('remote-cancelled', CANCELLED);
    if (!isOpenForApplying(remote, today, now)) throw new Conflict('apply-over', APPLY_OVER);
    const user = await findCandidate(tx, userId, await widenScope(tx, scope, today));
    if (!user) throw invalid('userId', NO_ACTIVE_LOGIN);
    const state = (await countSeatsTaken(tx, id)) < remote.seats ? 'confirmed' : 'waiting';
    const sent = { remoteCourseId: id, userId, unitId: user.unitId, institutionId: user.institutionId, answers: answersTo(questionnaireOf(remote, 'lv'), answers), state } as const;
    const participationId = await insertParticipation(tx, sent, ownUserId(actor), now);
    await (state === 'confirmed' ? tellOfSeat : tellOfWaiting)(context, remote, { id: participationId, userId, email: user.email });
    return { participationId, state };
  },
  audit: ({ input, output }) => ({ facts: { remote: input.id, user: input.userId, ...output } }),
});

/** @throws InvalidInput beside each question that must be answered and is not. */
function answersTo(questions: readonly AskedOfParticipant[], sent: Readonly<Record<string, string>>): string[] {
  const missing: FieldError[] = [];
  const answers = questions.map(({ choices, optional }, at) => {
    const answer = sent[String(at)] ?? '';
    const isOne = choices.length === 0 ? answer !== '' : answer !== '' && choices[Number(answer)] !== undefined;
    if (!isOne && (answer !== '' || !optional)) missing.push({ field: `a${at}`, message: ANSWER_NEEDED });
    return answer;
  });
  if (missing.length > 0) throw new InvalidInput(missing);
  return answers;
}

export interface WithdrawForm {
  readonly participant: ParticipantRow;
  readonly remote: RemoteRow;
  /** It is the actor's own. */
  readonly own: boolean;
}

/** The participation that is to be taken back, so that its form names it. */
export const openWithdrawForm = readAction({
  name: 'training.open-withdraw-form',
  title: { lv: 'Atvērta dalības atsaukšana', en: 'Form for withdrawing a participation opened' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, today }, { id }): Promise<WithdrawForm> {
    const by = ownUserId(actor);
    const participant = await findParticipation(tx, id, await widenScope(tx, scopeOf(actor, delegateParticipants), today), by);
    if (!participant || participant.state === 'withdrawn') throw new NotFound('no-such-participant', NO_SUCH_PARTICIPANT);
    return { participant, remote: await getRemote(tx, participant.remoteCourseId), own: participant.userId === by };
  },
  audit: ({ output }) => ({ facts: { remote: output.remote.id, user: output.participant.userId } }),
});

/** Takes a participation back, one's own or of one's users; a seat that becomes free before the course begins goes to whoever has waited longest. */
export const withdrawDelegation = writeAction({
  name: 'training.withdraw-delegation',
  title: { lv: 'Atsaukta dalība attālinātās mācībās', en: 'Participation in a remote course withdrawn' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const { tx, actor, now, today } = context;
    const mine = await widenScope(tx, scopeOf(actor, delegateParticipants), today);
    const before = await findParticipation(tx, id, mine, ownUserId(actor));
    if (!before || before.state === 'withdrawn') throw new NotFound('no-such-participant', NO_SUCH_PARTICIPANT);
    await lockRemote(tx, before.remoteCourseId);
    if ((await withdrawParticipation(tx, id, ownUserId(actor), now)) === 0) throw new Conflict('already-marked', ALREADY_MARKED);
    const remote = await getRemote(tx, before.remoteCourseId);
    await tellOfWithdrawal(context, remote, before);
    if (before.userId === ownUserId(actor)) {
      for (const { id: userId, email } of await listSenders(tx, { participationId: id })) {
        if (userId !== before.userId) await tellSenderOfGivingUp(context, remote, { id, userId, email }, { name: before.name });
      }
    }
    const given = remote.cancelled || remote.startsAt <= now ? [] : await giveFreeSeats(tx, remote.id);
    for (const one of given) await tellOfSeat(context, remote, one);
    return { remote: remote.id, user: before.userId, seatsGiven: given.length };
  },
  audit: ({ input, output }) => ({ facts: { participation: input.id, ...output } }),
});
