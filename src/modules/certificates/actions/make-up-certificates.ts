import { listSealable } from '#modules/exams/public.js';
import { schoolYearOn } from '#modules/education/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { addDays } from '#kernel/iso-date.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { openStamps } from '../archive/open-stamps.js';
import { surveyProofs } from '../archive/survey-proofs.js';
import { runSealing } from '../seal/run-sealing.js';
import { kindOfSeal, SealSettings } from '../seal/seal-settings.js';
import { tellPublished } from '../store/changes.js';
import { certificateParameters } from '../store/parameters.js';
import { countStates, insertSealing, listSealings } from '../store/sealings.js';
import { followResult } from './follow-result.js';

const MINUTES = 10 * 60_000;
const A_DAY_MS = 86_400_000;
/** As in 2024, when certificates of 17 June were published on 1 July, or a little later. */
const DAYS_BEFORE = 9;

/**
 * Orders the sealing of the main term of last year's exams, and of those of this year that are published already, and seals some of each at once, by the very job that seals real ones; the rest stays drafted until somebody lets it go
 * on. What is published within a day is sealed whole, as the agency does days before, so that on a results morning everybody's is there. The extra term, and all of it without a seal, is left to be ordered.
 * @param now when data began to be made up: the clock goes on meanwhile, since seals and stamps are believed only by one that does, but what is due is decided by that moment
 * @returns how many exams were ordered, and how many certificates sealed
 */
export async function makeUpCertificates(platform: Platform, most: number, now: Date): Promise<{ readonly ordered: number; readonly sealed: number }> {
  const { database, clock, installation } = platform;
  const today = dayInRiga(now);
  const year = await schoolYearOn(database.primary, today);
  if (year === undefined || kindOfSeal(SealSettings.parse(installation.outside)) === null) return { ordered: 0, sealed: 0 };
  const dueOf = async (of: number) => (await listSealable(database.primary, of)).filter(({ due, term }) => due > 0 && term === 'main');
  const soon = new Date(now.getTime() + A_DAY_MS);
  const events = [...(await dueOf(year - 1)), ...(await dueOf(year))].filter(({ visibleFrom }) => visibleFrom !== null && visibleFrom <= soon);
  const batchMinutes = (await certificateParameters.on(database.primary, today))['batch-minutes'][0]!;
  const each = Math.ceil(most / Math.max(1, events.length));
  for (const { eventId, examId, code, term, year: ofYear, heldOn, visibleFrom } of events) {
    const before = addDays(dayInRiga(visibleFrom!), -DAYS_BEFORE);
    const issuedOn = [before, addDays(heldOn, 1)].sort().at(-1)!;
    const of = { eventId, examId, year: ofYear, examCode: code, term, why: 'exam' as const, issuedOn: issuedOn < today ? issuedOn : today, batchMinutes, most: visibleFrom! > now ? null : each, orderedAt: now, orderedBy: 'made-up data' };
    const id = await database.transaction((tx) => insertSealing(tx, of));
    if (id) await runSealing(platform, id, MINUTES);
  }
  await surveyProofs(platform, await openStamps(installation, clock));
  await database.transaction((tx) => tellPublished(tx, null, now));
  const sealings = [...(await listSealings(database.primary, year - 1)), ...(await listSealings(database.primary, year))];
  const counts = await countStates(database.primary, sealings.map(({ id }) => id));
  return { ordered: events.length, sealed: counts.filter(({ state }) => state === 'released').reduce((sum, { n }) => sum + n, 0) };
}

/** Does at once what jobs would do in the next minutes: brings certificates after results that were changed or annulled, and seals what follows. */
export async function followMadeUpChanges(platform: Platform, entryIds: readonly string[], year: number): Promise<void> {
  for (const entryId of entryIds) await perform(platform, followResult, { entryId }, { actor: systemActor('certificates.follow-result') });
  for (const { id, why, state } of await listSealings(platform.database.primary, year)) if (why === 'changes' && state === 'sealing') await runSealing(platform, id, MINUTES);
}
