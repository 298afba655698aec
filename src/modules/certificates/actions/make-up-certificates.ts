import { listSealable } from '#modules/exams/public.js';
import { schoolYearOn } from '#modules/education/public.js';
import type { Platform } from '#platform/actions/perform.js';
import { runSealing } from '../seal/run-sealing.js';
import { kindOfSeal, SealSettings } from '../seal/seal-settings.js';
import { certificateParameters } from '../store/parameters.js';
import { countStates, insertSealing, listSealings } from '../store/sealings.js';

const MINUTES = 10 * 60_000;

/**
 * Orders the sealing of last year's exams and seals some of each at once, by the very job that seals real ones; the rest stays drafted until somebody lets it go on. Without a
 * seal all stay to be ordered. @returns how many exams were ordered, and how many certificates sealed
 */
export async function makeUpCertificates(platform: Platform, most: number): Promise<{ readonly ordered: number; readonly sealed: number }> {
  const { database, clock, installation } = platform;
  const year = await schoolYearOn(database.primary, clock.today());
  if (year === undefined || kindOfSeal(SealSettings.parse(installation.outside)) === null) return { ordered: 0, sealed: 0 };
  const events = (await listSealable(database.primary, year - 1)).filter(({ due }) => due > 0);
  const batchMinutes = (await certificateParameters.on(database.primary, clock.today()))['batch-minutes'][0]!;
  const each = Math.ceil(most / Math.max(1, events.length));
  for (const { eventId, examId, code, term } of events) {
    const of = { eventId, examId, year: year - 1, examCode: code, term, why: 'exam' as const, issuedOn: clock.today(), batchMinutes, most: each, orderedAt: clock.now(), orderedBy: 'made-up data' };
    const id = await database.transaction((tx) => insertSealing(tx, of));
    if (id) await runSealing(platform, id, MINUTES);
  }
  const counts = await countStates(database.primary, (await listSealings(database.primary, year - 1)).map(({ id }) => id));
  return { ordered: events.length, sealed: counts.filter(({ state }) => state === 'released').reduce((sum, { n }) => sum + n, 0) };
}
