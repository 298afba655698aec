import { z } from 'zod';
import { findOfPerson, giveFile, listOfPerson, type OwnCertificate } from '#modules/certificates/public.js';
import { Forbidden, NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { appealUntil, type OwnResult, type Publication, resultsOfPerson } from '#modules/exams/public.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { rememberReasons } from '#platform/audit/reason-words.js';
import { monthsBefore } from '../domain/shown-since.js';
import { NO_PERSON, NO_SUCH_CERTIFICATE } from '../texts.js';
import { comingOf } from './read-front.js';
import { keptFor } from './kept-for.js';
import { numbersNow } from './numbers.js';
import { refuseElsewhere, SenderInput } from './sender.js';

/** Why a person's own results are read here; the log says it with each look. */
export const OWN_REQUEST = 'own-results';
rememberReasons({ [OWN_REQUEST]: { lv: 'Pati persona rezultātu portālā', en: 'The person themselves, on the results portal' } });

/** One's own results and since when they are shown, with the certificate of each that has one. */
export interface OwnResults {
  readonly personId: string;
  readonly results: readonly OwnResult[];
  /** By the entry; one that was revoked stands until the next version is there. */
  readonly certificates: ReadonlyMap<string, OwnCertificate>;
  /** Until when a result may be contested, by the entry; those whose day has passed are left out. */
  readonly contestUntil: ReadonlyMap<string, IsoDate>;
  /** Publications still to come: whoever looks too early is told when to come back. */
  readonly coming: readonly Publication[];
  readonly months: number;
  readonly since: Date;
}

/** A person's own results that are published, for some months; from anywhere else than the open countries it is refused whoever asks. */
export const readOwnResults = readAction({
  name: 'portal.read-own-results',
  title: { lv: 'Apskatīti savi pārbaudījumu rezultāti rezultātu portālā', en: 'Own exam results looked at on the results portal' },
  permission: SIGNED_IN,
  input: SenderInput,
  reasonNeeded: true,
  async run(context, sender): Promise<OwnResults> {
    await refuseElsewhere(context, sender);
    const own = await shownNow(context);
    const certificates = own.results.length > 0 ? await listOfPerson(context.tx, own.personId, context) : [];
    const days = await Promise.all(own.results.filter(({ outcome }) => outcome === 'result').map(async ({ entryId, visibleFrom }): Promise<[string, IsoDate]> => [entryId, await lastDayFor(context, visibleFrom)]));
    return { ...own, coming: await comingOf(context), contestUntil: new Map(days.filter(([, day]) => day >= context.today)), certificates: new Map(certificates.toReversed().map((one) => [one.entryId, one])) };
  },
  audit: ({ output }) => ({ subjects: [output.personId], facts: { shown: output.results.length } }),
});

/** The sealed file of a result that is shown: always the stored bytes, each time into the ledger. @throws NotFound alike for "is not" and "is not yours" */
export const downloadCertificate = writeAction({
  name: 'portal.download-certificate',
  title: { lv: 'Lejupielādēts savs sertifikāts rezultātu portālā', en: 'Own certificate downloaded on the results portal' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid(), sender: SenderInput }),
  reasonNeeded: true,
  shared: true,
  async run(context, { id, sender }) {
    await refuseElsewhere(context, sender);
    const { personId, results } = await shownNow(context);
    const certificate = await findOfPerson(context.tx, id, personId, context);
    if (!certificate || certificate.revokedAt !== null || !results.some(({ entryId }) => entryId === certificate.entryId)) throw new NotFound('no-such-certificate', NO_SUCH_CERTIFICATE);
    return giveFile(context, certificate, 'portal');
  },
  audit: ({ output: { certificate } }) => ({ subjects: [certificate.personId], facts: { certificate: certificate.id, exam: certificate.examCode, year: certificate.year } }),
});

/** Last days of appeals by the instant of publication: the same for everybody, so that a rush counts them once. */
const lastDays = keptFor(60_000, async () => new Map<number, Promise<IsoDate>>());

async function lastDayFor(context: Pick<ActionContext, 'tx' | 'now' | 'today' | 'installation'>, visibleFrom: Date): Promise<IsoDate> {
  const known = await lastDays(context);
  const day = known.get(visibleFrom.getTime()) ?? appealUntil(context.tx, visibleFrom);
  known.set(visibleFrom.getTime(), day);
  day.catch(() => known.delete(visibleFrom.getTime()));
  return day;
}

async function shownNow(context: Pick<ActionContext, 'tx' | 'actor' | 'now' | 'today' | 'installation'>) {
  const { tx, actor, now } = context;
  if (actor.personId === null) throw new Forbidden('no-person', NO_PERSON);
  const months = (await numbersNow(context))['visible-months'];
  const since = monthsBefore(now, months);
  return { personId: actor.personId, results: await resultsOfPerson(tx, actor.personId, now, since), months, since };
}
