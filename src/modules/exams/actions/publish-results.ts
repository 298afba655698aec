import { z } from 'zod';
import { listHolders, ownUserId } from '#modules/access/public.js';
import { YearInput } from '#modules/education/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { fill } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { ANYONE, JOBS_ALONE } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { STAGES, TERMS } from '../domain/exam-words.js';
import { type Unsealed, unsealedAmong } from '../domain/unsealed.js';
import { resultsPublished } from '../events.js';
import { publishResults } from '../permissions.js';
import { findSession, listSessions, type SessionRow } from '../store/catalogue.js';
import { confirmProposal, type EventToPublish, insertProposal, listEventsToPublish, markAnnounced, supersedePublication } from '../store/publish.js';
import { findPublication, listConfirmed, listPublications, type Publication } from '../store/published.js';
import { findProposals } from '../store/waiting.js';
import { LIES_BEHIND, NO_SUCH_PUBLICATION, NO_SUCH_SESSION, NOT_ONES_OWN, SAY_WHY_UNSEALED } from '../texts.js';
import { unsealedOfYear } from './contributed.js';
import { recordingOf, Year } from './inputs.js';
import { chooseYear } from './show-catalogue.js';

export interface Publications {
  readonly me: string;
  /** Who else may confirm what one has set, by name. */
  readonly others: readonly string[];
  readonly years: readonly number[];
  readonly year: number;
  readonly sessions: readonly SessionRow[];
  readonly publications: readonly Publication[];
  readonly toPublish: readonly EventToPublish[];
  /** What of an event's certificates is not sealed. */
  readonly certificates: ReadonlyMap<string, Unsealed>;
}

/** When results of a year are published, what would be seen then, and what was decided before. Nobody is named. */
export const openPublications = readAction({
  name: 'exams.open-publications',
  title: { lv: 'Apskatīta rezultātu paziņošana', en: 'Publication of results looked at' },
  permission: publishResults,
  input: z.object({ year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { year: wanted }): Promise<Publications> {
    const me = ownUserId(context.actor);
    const { years, year } = await chooseYear(context, wanted ?? (await findProposals(context.tx, me, context.now)).year);
    const sessions = await listSessions(context.tx, year);
    const others = (await listHolders(context.tx, publishResults.name, null, context.today)).filter(({ userId }) => userId !== me).map(({ name }) => name).sort(inLatvianOrder);
    return { me, others, years, year, sessions, publications: await listPublications(context.tx, year), toPublish: await listEventsToPublish(context.tx, year), certificates: await unsealedOfYear(context.tx, year) };
  },
});

export const openPublicationForm = readAction({
  name: 'exams.open-publication-form',
  title: { lv: 'Atvērta rezultātu paziņošanas veidlapa', en: 'Form of the publication of results opened' },
  permission: publishResults,
  input: z.object({ year: Year, stage: z.enum(STAGES), term: z.enum(TERMS) }),
  audit: NOT_PERSONAL,
  async run({ tx }, { year, stage, term }) {
    const session = await findSession(tx, year, stage);
    if (!session) throw new NotFound('no-such-session', NO_SUCH_SESSION);
    return { session, term };
  },
});

/** Sets the instant from which the results of a session's term may be seen; it counts once somebody else has confirmed it. */
export const setPublication = writeAction({
  name: 'exams.set-publication',
  title: { lv: 'Noteikta rezultātu paziņošana', en: 'Publication of results set' },
  permission: publishResults,
  input: z.object({ year: Year, stage: z.enum(STAGES), term: z.enum(TERMS), on: IsoDateInput, time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), basis: z.string().trim().min(1, { abort: true }).min(3).max(500) }),
  async run(context, { year, stage, term, on, time, basis }) {
    const session = await findSession(context.tx, year, stage);
    if (!session) throw new NotFound('no-such-session', NO_SUCH_SESSION);
    const visibleFrom = instantInRiga(on, `${time}:00`);
    if (visibleFrom <= context.now) throw invalid('on', LIES_BEHIND);
    return { id: await insertProposal(context.tx, { sessionId: session.id, term, eventId: null, visibleFrom, basis }, context.now, recordingOf(context).recordedBy), visibleFrom, year };
  },
  audit: ({ input, output }) => ({ facts: { year: input.year, stage: input.stage, term: input.term, visibleFrom: output.visibleFrom.toISOString(), basis: input.basis } }),
});

/** What is done with a publication: a stale or foreign one is refused. */
async function waiting(tx: Read, id: string): Promise<Publication> {
  const found = await findPublication(tx, id);
  if (!found || found.supersededAt) throw new NotFound('no-such-publication', NO_SUCH_PUBLICATION);
  return found;
}

/** A proposal with what would be seen from its instant on. */
export interface ToConfirm {
  readonly found: Publication;
  readonly events: readonly EventToPublish[];
  readonly certificates: Unsealed;
}

/** Without the events that have an instant of their own, unless it is one of them. */
async function toConfirm(tx: Read, found: Publication): Promise<ToConfirm> {
  const { year, stage, term, eventId } = found;
  const apart = new Set((await listPublications(tx, year)).flatMap((one) => (one.eventId !== null && one.confirmedAt !== null && one.supersededAt === null ? [one.eventId] : [])));
  const events = (await listEventsToPublish(tx, year)).filter((one) => (eventId === null ? one.stage === stage && one.term === term && !apart.has(one.eventId) : one.eventId === eventId));
  return { found, events, certificates: unsealedAmong(events, await unsealedOfYear(tx, year)) };
}

/** What is to be confirmed, with everything that speaks for waiting. */
export const openConfirmation = readAction({
  name: 'exams.open-confirmation-of-publication',
  title: { lv: 'Atvērta rezultātu paziņošanas apstiprināšana', en: 'Confirmation of a publication of results opened' },
  permission: publishResults,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  run: async ({ tx }, { id }): Promise<ToConfirm> => toConfirm(tx, await waiting(tx, id)),
});

/** Confirms what somebody else has set. Where certificates are not sealed it asks why: their holders will see a result without one. */
export const confirmPublication = writeAction({
  name: 'exams.confirm-publication',
  title: { lv: 'Apstiprināta rezultātu paziņošana', en: 'Publication of results confirmed' },
  permission: publishResults,
  input: z.object({ id: z.uuid(), whyUnsealed: z.string().trim().max(500).default('') }),
  asksFreshProof: true,
  async run(context, { id, whyUnsealed }) {
    const found = await waiting(context.tx, id);
    if (found.visibleFrom <= context.now) throw new Conflict('lies-behind', LIES_BEHIND);
    const { recordedBy } = recordingOf(context);
    if (found.setById === recordedBy) throw new Conflict('nobody-confirms-their-own-publication', NOT_ONES_OWN);
    const { missing } = (await toConfirm(context.tx, found)).certificates;
    if (missing > 0 && whyUnsealed.length < 3) throw invalid('whyUnsealed', fill(SAY_WHY_UNSEALED, { n: missing }));
    const why = { unsealed: missing, despite: missing > 0 ? whyUnsealed : '' };
    if (!(await confirmProposal(context.tx, id, context.now, recordedBy, why))) throw new Conflict('no-such-publication', NO_SUCH_PUBLICATION);
    return { ...found, ...why };
  },
  audit: ({ output }) => ({ facts: { year: output.year, stage: output.stage, term: output.term, visibleFrom: output.visibleFrom.toISOString(), ...(output.unsealed > 0 && { unsealed: output.unsealed, why: output.despite }) } }),
});

/** Takes an instant back that has not come; what was visible stays visible. */
export const takeBackPublication = writeAction({
  name: 'exams.take-back-publication',
  title: { lv: 'Atsaukta rezultātu paziņošana', en: 'Publication of results taken back' },
  permission: publishResults,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const found = await waiting(context.tx, id);
    if (found.confirmedAt && found.visibleFrom <= context.now) throw new Conflict('lies-behind', LIES_BEHIND);
    await supersedePublication(context.tx, id, context.now, recordingOf(context).recordedBy);
    return found;
  },
  audit: ({ output }) => ({ facts: { year: output.year, stage: output.stage, term: output.term, visibleFrom: output.visibleFrom.toISOString() } }),
});

/** Tells that an instant has come, once. */
export const announcePublication = writeAction({
  name: 'exams.announce-publication',
  title: { lv: 'Paziņoti rezultāti', en: 'Results published' },
  permission: JOBS_ALONE,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const found = await waiting(context.tx, id);
    const first = await markAnnounced(context.tx, id, context.now);
    const { year, stage, term, eventId, visibleFrom } = found;
    if (first) await context.announce(resultsPublished, { publicationId: id, year, stage, term, eventId, visibleFrom: visibleFrom.toISOString() });
    return { ...found, first };
  },
  audit: ({ output }) => ({ facts: { year: output.year, stage: output.stage, term: output.term, first: output.first } }),
});

/** When results are published, past and coming; the instants alone, and public. */
export const openCurrentPublications = readAction({
  name: 'exams.open-current-publications',
  title: { lv: 'Apskatīts, kad paziņo rezultātus', en: 'Instants of publication looked at' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx }): Promise<readonly Publication[]> => listConfirmed(tx, 20),
});
