import { z } from 'zod';
import { listHolders } from '#modules/access/public.js';
import { schoolYearOn } from '#modules/education/public.js';
import { resultsPublished, stageOf } from '#modules/exams/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { fill, type Text } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import { type Subscription, subscribe } from '#platform/events/event.js';
import { enqueuer, job } from '#platform/jobs/job.js';
import { notify } from '#platform/notices/notify.js';
import { instant, number } from '#ui/format.js';
import { type EventUnsealed, listUnsealed } from '../actions/count-unsealed.js';
import { CERTIFICATES, SEALINGS } from '../paths.js';
import { oversee, sealCertificates } from '../permissions.js';

const TWO_DAYS_MS = 2 * 86_400_000;

/** At a publication: the agency is told at once of certificates that are not sealed, since their holders see a result without one. */
export const tellingUnsealed: Subscription = subscribe({
  subscriber: 'certificates.tell-of-unsealed',
  to: resultsPublished,
  async handle({ tx, now, platform }, { publicationId, year, stage, term, eventId }) {
    const isOut = ({ visibleFrom }: EventUnsealed) => visibleFrom !== null && visibleFrom <= now;
    const events = (await listUnsealed(tx, year)).filter((one) => isOut(one) && (eventId === null ? stageOf(one.level) === stage && one.term === term : one.eventId === eventId));
    await tell({ tx, now, enqueue: enqueuer(tx, platform.jobs) }, events, { subject: OUT, body: IS_OUT, key: `certificates.unsealed ${publicationId}` });
  },
});

/** Each morning of the two days before an instant: the agency is told while sealing can still be done in time. */
export const lookForUnsealed = job({
  name: 'certificates.look-for-unsealed',
  input: z.object({}),
  schedule: '7 8 * * *',
  retries: 3,
  run: ({ platform, now }) =>
    platform.database.transaction(async (tx) => {
      const year = await schoolYearOn(tx, dayInRiga(now));
      if (year === undefined) return;
      const until = new Date(now.getTime() + TWO_DAYS_MS);
      const coming = [...(await listUnsealed(tx, year - 1)), ...(await listUnsealed(tx, year))].filter(({ visibleFrom }) => visibleFrom !== null && visibleFrom > now && visibleFrom <= until);
      for (const [at, events] of Map.groupBy(coming, ({ visibleFrom }) => visibleFrom!.toISOString())) {
        await tell({ tx, now, enqueue: enqueuer(tx, platform.jobs) }, events, { subject: COMING, body: IS_COMING, key: `certificates.unsealed ${at} ${dayInRiga(now)}` });
      }
    }),
});

interface Words {
  readonly subject: Text;
  readonly body: Text;
  readonly key: string;
}

/** Tells whoever seals, and whoever oversees it, once for each key; nobody where nothing is missing. */
async function tell(context: Pick<WriteContext, 'tx' | 'now' | 'enqueue'>, all: readonly EventUnsealed[], { subject, body, key }: Words): Promise<void> {
  const events = all.filter(({ missing }) => missing > 0);
  const first = events[0];
  if (!first) return;
  const today = dayInRiga(context.now);
  const sealers = await listHolders(context.tx, sealCertificates.name, null, today);
  const others = (await listHolders(context.tx, oversee.name, null, today)).filter(({ userId }) => !sealers.some((one) => one.userId === userId));
  const n = events.reduce((sum, { missing }) => sum + missing, 0);
  const said = { n: number(n, 'lv'), at: instant(first.visibleFrom!), exams: events.map(({ code, missing, due }) => `${code} ${missing}/${due}`).join(', ') };
  for (const { userId, email, link } of [...sealers.map((one) => ({ ...one, link: `${SEALINGS}?year=${first.year}` })), ...others.map((one) => ({ ...one, link: CERTIFICATES }))]) {
    await notify(context, { userId, email: email || null, kind: 'certificates.unsealed', subject: fill(subject, said), body: fill(body, said), link, onceKey: key });
  }
}

const OUT: Text = { lv: 'Rezultāti paziņoti, bet sertifikāti nav apzīmogoti: {n}', en: 'Results are published, but certificates are not sealed: {n}' };
const IS_OUT: Text = {
  lv: 'Rezultātus redz kopš {at}, bet šo sertifikātu vēl nav (trūkst/pienākas): {exams}. Kārtotāji redz rezultātu bez sertifikāta. Apzīmogojiet tos; tie kļūst redzami uzreiz.',
  en: 'Results are seen since {at}, but these certificates are not there (missing/due): {exams}. Candidates see a result without a certificate. Seal them; they are seen at once.',
};
const COMING: Text = { lv: 'Līdz rezultātu paziņošanai jāapzīmogo sertifikāti: {n}', en: 'Certificates to be sealed before results are published: {n}' };
const IS_COMING: Text = {
  lv: 'Rezultātus paziņo {at}, bet šie sertifikāti vēl nav apzīmogoti (trūkst/pienākas): {exams}. Apzīmogojiet tos līdz tam.',
  en: 'Results are published on {at}, but these certificates are not sealed yet (missing/due): {exams}. Seal them by then.',
};
