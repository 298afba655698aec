import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { listSealable } from '#modules/exams/public.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { sealSoon } from '../jobs/seal.js';
import { sealCertificates } from '../permissions.js';
import { certificateParameters } from '../store/parameters.js';
import { findForm } from '../store/forms.js';
import { findSealing, insertSealing, pauseSealing, releaseSealing, reopenSealing } from '../store/sealings.js';
import { GOES_ON, NO_FORM, NO_SUCH_EXAM, NO_SUCH_SEALING, NOT_TO_PAUSE, NOT_TO_RESUME, NOTHING_TO_SEAL } from '../texts.js';

async function getEvent({ tx }: Pick<ActionContext, 'tx'>, year: number, eventId: string) {
  const event = (await listSealable(tx, year)).find((one) => one.eventId === eventId);
  if (!event) throw new NotFound('no-such-exam', NO_SUCH_EXAM);
  return event;
}
const stageOf = ({ level }: { readonly level: string }) => (level === 'basic' ? 'basic' : 'secondary');
const OfEvent = { year: z.coerce.number().int().min(1990).max(2200), eventId: z.uuid() };

/** What is to be sealed, before the day of issue is chosen. */
export const openOrder = readAction({
  name: 'certificates.open-order',
  title: { lv: 'Atvērta sertifikātu zīmogošanas veidlapa', en: 'Form of sealing opened' },
  permission: sealCertificates,
  input: z.object(OfEvent),
  async run(context, { year, eventId }) {
    const event = await getEvent(context, year, eventId);
    const form = await findForm(context.tx, stageOf(event), context.today);
    return { event, today: context.today, isFormConfirmed: form?.verified ?? true };
  },
  audit: ({ output }) => ({ facts: { exam: output.event.code, year: output.event.year } }),
});

/** Orders the sealing of everyone who reached the threshold of an event: days before publication, since publication only makes them visible. */
export const orderSealing = writeAction({
  name: 'certificates.order-sealing',
  title: { lv: 'Sākta sertifikātu zīmogošana', en: 'Sealing of certificates begun' },
  permission: sealCertificates,
  asksFreshProof: true,
  input: z.object({ ...OfEvent, issuedOn: IsoDateInput }),
  async run(context, { year, eventId, issuedOn }) {
    const { tx, now, today, actor } = context;
    const event = await getEvent(context, year, eventId);
    if (event.due === 0) throw new Conflict('nothing-to-seal', NOTHING_TO_SEAL);
    if (!(await findForm(tx, stageOf(event), issuedOn))) throw new Conflict('no-form', NO_FORM);
    const batchMinutes = (await certificateParameters.on(tx, today))['batch-minutes'][0]!;
    const of = { eventId, examId: event.examId, year, examCode: event.code, term: event.term };
    const id = await insertSealing(tx, { ...of, why: 'exam', issuedOn, batchMinutes, most: null, orderedAt: now, orderedBy: ownUserId(actor) });
    if (!id) throw new Conflict('goes-on', GOES_ON);
    await sealSoon(context, id);
    return { id, event };
  },
  audit: ({ input, output }) => ({ facts: { exam: output.event.code, year: output.event.year, day: input.issuedOn, due: output.event.due } }),
});

const OfSealing = z.object({ id: z.uuid() });
async function getSealing({ tx }: Pick<ActionContext, 'tx'>, id: string) {
  const sealing = await findSealing(tx, id);
  if (!sealing) throw new NotFound('no-such-sealing', NO_SUCH_SEALING);
  return sealing;
}

/** Stops a sealing at its next step; nothing that is done is lost. */
export const pause = writeAction({
  name: 'certificates.pause-sealing',
  title: { lv: 'Apturēta sertifikātu zīmogošana', en: 'Sealing of certificates paused' },
  permission: sealCertificates,
  input: OfSealing,
  async run(context, { id }) {
    const sealing = await getSealing(context, id);
    if ((await pauseSealing(context.tx, id)) === 0) throw new Conflict('not-to-pause', NOT_TO_PAUSE);
    return sealing;
  },
  audit: ({ output }) => ({ facts: { exam: output.examCode, year: output.year } }),
});

/** Lets a paused or stuck sealing go on, or one that was ended by its limit. */
export const goOn = writeAction({
  name: 'certificates.resume-sealing',
  title: { lv: 'Atsākta sertifikātu zīmogošana', en: 'Sealing of certificates resumed' },
  permission: sealCertificates,
  input: OfSealing,
  async run(context, { id }) {
    const sealing = await getSealing(context, id);
    const resumed = (await releaseSealing(context.tx, id)) + (await reopenSealing(context.tx, id));
    if (resumed === 0) throw new Conflict('not-to-resume', NOT_TO_RESUME);
    await sealSoon(context, id);
    return sealing;
  },
  audit: ({ output }) => ({ facts: { exam: output.examCode, year: output.year } }),
});
