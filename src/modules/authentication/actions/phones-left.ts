import { z } from 'zod';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { unseal } from '#platform/secrets/sealed-box.js';
import type { OutsideRefusal } from '../outside/refusals.js';
import { closeLeftProof, listLeftProofs } from '../store/pending-proofs.js';
import { keepOutsideRefusal, WhoseInput } from './note-refusal.js';
import { type AwayState, OUTSIDE_PURPOSES, type OutsidePurpose, purposeOf } from './outside-proof.js';
import { PENDING_KEY } from './pending.js';
import { SMART_ID } from './read-sign-in.js';
import { type Visitor, VisitorInput } from './visitor-input.js';

/** A phone that was asked by a typed code from a browser that has not come for the answer. */
export interface PhoneLeft {
  readonly id: string;
  readonly purpose: OutsidePurpose;
  readonly state: unknown;
  readonly asked: Visitor;
  readonly userId: string | null;
}

const MINUTE_MS = 60_000;
/** By then a phone has been answered or its time is over; and an answer that could not be had in the next minutes is lost. */
const FROM_MINUTES = 3;
const UNTIL_MINUTES = 15;

/** Whose phone rang and what they answered is theirs to see, also where whoever had it rung went away. */
export const listPhonesLeft = readAction({
  name: 'authentication.list-phones-left',
  title: { lv: 'Meklēti tālruņi, kuru atbildi neviens negaidīja', en: 'Phones whose answer nobody awaited looked up' },
  permission: JOBS_ALONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, now, installation }): Promise<readonly PhoneLeft[]> {
    const before = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS);
    const left = await listLeftProofs(tx, purposeOf(SMART_ID), before(UNTIL_MINUTES), before(FROM_MINUTES));
    return left.flatMap(({ id, state: sealed, userId }) => {
      const { purpose, state, asked } = JSON.parse(unseal(installation.keyFor(PENDING_KEY), sealed)) as AwayState;
      return asked ? [{ id, purpose, state, asked, userId }] : [];
    });
  },
});

/** Closes such a sign-in, and puts what the phone said into the history of whose it is. */
export const notePhoneLeft = writeAction({
  name: 'authentication.note-phone-left',
  title: { lv: 'Noskaidrots, ko atbildēja tālrunis, kuru neviens negaidīja', en: 'What a phone answered that nobody awaited' },
  permission: JOBS_ALONE,
  input: z.object({ id: z.string(), purpose: z.enum(OUTSIDE_PURPOSES), refusal: z.string().max(100), whose: WhoseInput, asked: VisitorInput, userId: z.uuid().nullable() }),
  async run(context, { id, refusal, whose, asked, userId }) {
    if ((await closeLeftProof(context.tx, id, context.now)) === 0) return [];
    return keepOutsideRefusal(context, 'smart-id', refusal, whose, asked, userId);
  },
  audit: ({ input, output }) => ({ facts: { factor: 'smart-id', purpose: input.purpose, reason: input.refusal as OutsideRefusal, network: input.asked.addressPrefix, ...(output.length === 1 && { user: output[0] }) } }),
});
