import { z } from 'zod';
import { classChanged, classPlanChanged, exemptionChanged, membershipBegun, membershipCorrected, membershipEnded } from '#modules/education/events.js';
import { findClassPlace, listPlacesDuring, schoolYearOn } from '#modules/education/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { type IsoDate, isoDate } from '#kernel/iso-date.js';
import type { Write } from '#platform/db/transaction.js';
import { subscribe, type Subscriptions } from '#platform/events/event.js';
import { job } from '#platform/jobs/job.js';
import { countTouched, touchYears } from '../actions/count-standings.js';
import { touchStanding } from '../store/standing.js';

const MOST_MS = 50_000;

/** Every minute: institutions where something changed are counted. */
export const countStandings = job({
  name: 'marks.count-standings',
  input: z.object({}),
  schedule: '* * * * *',
  retries: 0,
  expireMinutes: 5,
  run: async ({ platform: { database, clock } }) => void (await countTouched(database, clock, new Date(clock.now().getTime() + MOST_MS))),
});

/** Every night: the institutions of the year that goes on, since who is a member, and what is due, changes with the day alone. */
export const recountStandings = job({
  name: 'marks.recount-standings',
  input: z.object({}),
  schedule: '40 1 * * *',
  run: ({ platform: { database }, now }) => touchYears(database, now),
});

/** What changes who is expected to have marks; what arrives touches its institution by itself. */
export const touchStandings: Subscriptions = [
  subscribe({ subscriber: 'marks.count-membership-begun', to: membershipBegun, handle: ({ tx, now }, { institutionId, on }) => touchFrom(tx, institutionId, isoDate(on), now) }),
  subscribe({ subscriber: 'marks.count-membership-ended', to: membershipEnded, handle: ({ tx, now }, { institutionId, on }) => touchFrom(tx, institutionId, isoDate(on), now) }),
  subscribe({ subscriber: 'marks.count-membership-corrected', to: membershipCorrected, handle: ({ tx, now }, { institutionId, on }) => touchFrom(tx, institutionId, isoDate(on), now) }),
  subscribe({ subscriber: 'marks.count-class-changed', to: classChanged, handle: ({ tx, now }, { classId }) => touchClass(tx, classId, now) }),
  subscribe({ subscriber: 'marks.count-class-plan-changed', to: classPlanChanged, handle: ({ tx, now }, { classId }) => touchClass(tx, classId, now) }),
  subscribe({ subscriber: 'marks.count-exemption-changed', to: exemptionChanged, handle: ({ tx, now }, { personId, from, to }) => touchPlaces(tx, personId, isoDate(from), to === null ? null : isoDate(to), now) }),
];

/** The school year of a day, and the present one, into which an open membership reaches. */
async function touchFrom(tx: Write, institutionId: string, on: IsoDate, now: Date): Promise<void> {
  const years = new Set([await schoolYearOn(tx, on), await schoolYearOn(tx, dayInRiga(now))]);
  for (const year of [...years].sort()) if (year !== undefined) await touchStanding(tx, institutionId, year, now);
}

/** Wherever someone was in a class on days that changed: an earlier school may be among them. */
async function touchPlaces(tx: Write, personId: string, from: IsoDate, to: IsoDate | null, now: Date): Promise<void> {
  for (const { institutionId, year } of await listPlacesDuring(tx, personId, from, to)) await touchStanding(tx, institutionId, year, now);
}

async function touchClass(tx: Write, classId: string, now: Date): Promise<void> {
  const place = await findClassPlace(tx, classId);
  if (place) await touchStanding(tx, place.institutionId, place.year, now);
}
