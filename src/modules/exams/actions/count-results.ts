import { z } from 'zod';
import { NotFound, Conflict } from '#kernel/errors.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Why } from '../domain/outcomes.js';
import { denominate } from '../domain/scoring.js';
import { resultChanged, resultRecorded } from '../events.js';
import { keepResults } from '../permissions.js';
import { listScorings } from '../store/catalogue.js';
import { type Counting, insertCounted, lockEvent, supersedeChanged } from '../store/count-results.js';
import { examNumbersOn } from '../store/exam-parameters.js';
import { type ExamEvent, findEvent } from '../store/sittings.js';
import { NO_SCORING, NO_SUCH_EVENT } from '../texts.js';
import { recordingOf } from './inputs.js';

/** How an event is counted today. @throws NotFound, Conflict where nobody has said how the exam is counted */
export async function countingOf(tx: Read, eventId: string, today: IsoDate, entryIds?: readonly string[]): Promise<{ readonly event: ExamEvent; readonly counting: Counting }> {
  const event = await findEvent(tx, eventId);
  if (!event) throw new NotFound('no-such-event', NO_SUCH_EVENT);
  const scoring = (await listScorings(tx, event.examId)).find(({ supersededAt }) => supersededAt === null);
  if (!scoring) throw new Conflict('no-scoring', NO_SCORING);
  const numbers = await examNumbersOn(tx, today);
  return { event, counting: { eventId, scoringId: scoring.id, shares: denominate(scoring.parts), exemptAsZero: numbers['exempt-part-as-zero'] === 1, entryIds } };
}

interface CountWish {
  readonly eventId: string;
  readonly why: Exclude<Why, 'first'>;
  readonly decision?: string;
  readonly entryIds?: readonly string[];
}

/**
 * Counts an event, or some of its entries, by two statements whatever its size: what the points no longer make is superseded, and a version is written where something
 * changed. What changed is announced one by one, what is new by its number.
 */
export async function countResultsOf(context: WriteContext, { eventId, why, decision = '', entryIds }: CountWish): Promise<{ readonly event: ExamEvent; readonly recorded: number; readonly changed: number; readonly ended: number }> {
  const { tx } = context;
  await lockEvent(tx, eventId);
  const { event, counting } = await countingOf(tx, eventId, context.today, entryIds);
  const superseded = await supersedeChanged(tx, counting, recordingOf(context));
  const made = await insertCounted(tx, counting, why, decision, recordingOf(context));
  const changed = made.filter(({ version }) => version > 1);
  const told = { examCode: event.code, year: event.year };
  if (made.length > changed.length) await context.announce(resultRecorded, { ...told, eventId, recorded: made.length - changed.length });
  for (const one of changed) await context.announce(resultChanged, { ...told, entryId: one.entryId, institutionId: one.institutionId, version: one.version, why });
  return { event, recorded: made.length - changed.length, changed: changed.length, ended: Math.max(0, superseded - changed.length) };
}

/** Counts all results of an event from the points of its works; counting again changes nothing where the points are the same. */
export const countResults = writeAction({
  name: 'exams.count-results',
  title: { lv: 'Aprēķināti pārbaudījuma rezultāti', en: 'Results of an exam counted' },
  permission: keepResults,
  input: z.object({ eventId: z.uuid() }),
  run: (context, { eventId }) => countResultsOf(context, { eventId, why: 're-count' }),
  audit: ({ output: { event, recorded, changed, ended } }) => ({ facts: { event: event.id, exam: event.code, year: event.year, recorded, changed, ended } }),
});
