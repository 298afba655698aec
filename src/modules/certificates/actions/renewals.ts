import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { renewSoon } from '../jobs/renew.js';
import { oversee, sealCertificates } from '../permissions.js';
import { dueOn } from '../store/parameters.js';
import { countDue, countEndings, countFaults, type DueFor, type EndingRow, type FaultyRow, listFaulty } from '../store/proofs.js';
import { findRenewal, insertRenewal, listRenewals, pauseRenewal, releaseRenewal, type RenewalRow } from '../store/renewals.js';
import { NO_SUCH_RENEWAL, NOT_TO_PAUSE_RENEWAL, NOT_TO_RESUME_RENEWAL, RENEWAL_GOES_ON } from '../texts.js';

export interface Proofs {
  readonly endings: readonly EndingRow[];
  readonly due: number;
  readonly dueFor: DueFor;
  readonly renewals: readonly RenewalRow[];
  readonly faults: number;
  readonly faulty: readonly FaultyRow[];
  readonly nextFaulty: string | null;
}

const [PAGE, RENEWALS] = [50, 20];

/** Until when certificates' proofs can be believed, and how far the adding of archive time stamps is. */
export const viewProofs = readAction({
  name: 'certificates.view-proofs',
  title: { lv: 'Apskatīti sertifikātu pierādījumi', en: 'Proofs of certificates looked at' },
  permission: oversee,
  input: z.object({ after: emptyAsNull(z.uuid()) }),
  async run({ tx, today, now }, { after }): Promise<Proofs> {
    const dueFor = await dueOn(tx, today, now);
    const faulty = await listFaulty(tx, after, PAGE + 1);
    return {
      dueFor, endings: await countEndings(tx), due: await countDue(tx, dueFor), renewals: await listRenewals(tx, RENEWALS), faults: await countFaults(tx),
      faulty: faulty.slice(0, PAGE), nextFaulty: faulty.length > PAGE ? faulty[PAGE - 1]!.id : null,
    };
  },
  audit: ({ output }) => (output.faulty.length === 0 ? null : { subjects: output.faulty.map(({ personId }) => personId), facts: { found: output.faulty.length } }),
});

/** Adds archive time stamps now to whatever is due, without waiting for the night. */
export const orderRenewal = writeAction({
  name: 'certificates.order-renewal',
  title: { lv: 'Sākta arhīva laika zīmogu pievienošana', en: 'Adding of archive time stamps begun' },
  permission: sealCertificates,
  input: z.object({}),
  async run(context) {
    const { tx, today, now, actor } = context;
    const id = await insertRenewal(tx, await dueOn(tx, today, now), ownUserId(actor), now);
    if (!id) throw new Conflict('renewal-goes-on', RENEWAL_GOES_ON);
    await renewSoon(context, id);
    return { id };
  },
  audit: () => ({ facts: {} }),
});

const OfRenewal = z.object({ id: z.uuid() });
async function getRenewal({ tx }: Pick<ActionContext, 'tx'>, id: string): Promise<RenewalRow> {
  const renewal = await findRenewal(tx, id);
  if (!renewal) throw new NotFound('no-such-renewal', NO_SUCH_RENEWAL);
  return renewal;
}

/** Stops at the end of the batch; nothing that is done is lost. */
export const pauseRenewing = writeAction({
  name: 'certificates.pause-renewal',
  title: { lv: 'Apturēta arhīva laika zīmogu pievienošana', en: 'Adding of archive time stamps paused' },
  permission: sealCertificates,
  input: OfRenewal,
  async run(context, { id }) {
    const renewal = await getRenewal(context, id);
    if ((await pauseRenewal(context.tx, id)) === 0) throw new Conflict('not-to-pause', NOT_TO_PAUSE_RENEWAL);
    return renewal;
  },
  audit: ({ output }) => ({ facts: { archived: output.renewed } }),
});

/** Lets a paused or stuck one go on. */
export const resumeRenewing = writeAction({
  name: 'certificates.resume-renewal',
  title: { lv: 'Atsākta arhīva laika zīmogu pievienošana', en: 'Adding of archive time stamps resumed' },
  permission: sealCertificates,
  input: OfRenewal,
  async run(context, { id }) {
    const renewal = await getRenewal(context, id);
    if ((await releaseRenewal(context.tx, id)) === 0) throw new Conflict('not-to-resume', NOT_TO_RESUME_RENEWAL);
    await renewSoon(context, id);
    return renewal;
  },
  audit: ({ output }) => ({ facts: { archived: output.renewed } }),
});
