import { z } from 'zod';
import { Conflict, invalid, type InvalidInput } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { pointsInWords, parsePoints } from '../domain/scoring.js';
import { keepResults } from '../permissions.js';
import { listParts, type PartRow } from '../store/catalogue.js';
import type { EntryRow } from '../store/entry-changes.js';
import { listMarks } from '../store/exam-day.js';
import { listVersions, type ResultVersion } from '../store/results.js';
import type { SittingRow } from '../store/sittings.js';
import { listWorks, putPoints, type WorkRow } from '../store/works.js';
import { NO_POINTS, NOT_TAKEN, TOO_MANY_POINTS } from '../texts.js';
import { countResultsOf } from './count-results.js';
import { recordingOf } from './inputs.js';
import { getEntry } from './scope.js';

export interface CorrectionForm {
  readonly entry: EntryRow;
  readonly sitting: SittingRow;
  /** The parts that the candidate took. */
  readonly parts: readonly PartRow[];
  readonly works: readonly WorkRow[];
  readonly versions: readonly ResultVersion[];
}

async function correctionForm(context: ActionContext, id: string): Promise<CorrectionForm> {
  const { tx } = context;
  const { entry, sitting } = await getEntry(context, id);
  const taken = (await listMarks(tx, id)).filter(({ mark }) => mark === 'present' || mark === 'partial').map(({ part }) => part);
  if (taken.length === 0) throw new Conflict('not-taken', NOT_TAKEN);
  const parts = (await listParts(tx, entry.examId)).filter(({ number }) => taken.includes(number));
  return { entry, sitting, parts, works: await listWorks(tx, id), versions: await listVersions(tx, id) };
}

/** Points of one part as people write them, in half-points. @throws InvalidInput beside the field */
export function pointsOf(part: PartRow, words: string, field: string): number {
  const halfPoints = parsePoints(words);
  if (halfPoints === undefined) throw invalid(field, NO_POINTS);
  if (halfPoints > part.maxHalfPoints) throw tooMany(part, field);
  return halfPoints;
}
const tooMany = (part: PartRow, field: string): InvalidInput => {
  const [lv, en] = [fill(TOO_MANY_POINTS, { n: pointsInWords(part.maxHalfPoints, 'lv') }).lv, fill(TOO_MANY_POINTS, { n: pointsInWords(part.maxHalfPoints, 'en') }).en];
  return invalid(field, { lv, en });
};

export const openCorrection = readAction({
  name: 'exams.open-correction',
  title: { lv: 'Atvērta rezultāta labošana', en: 'Correction of a result opened' },
  permission: keepResults,
  input: z.object({ id: z.uuid() }),
  run: (context, { id }) => correctionForm(context, id),
  audit: ({ output }) => ({ subjects: [output.entry.personId], facts: { entry: output.entry.id, exam: output.sitting.code, year: output.sitting.year } }),
});

/** Corrects the points of someone's works by a decision; the result gets another version, the earlier one stays. */
export const correctResult = writeAction({
  name: 'exams.correct-result',
  title: { lv: 'Labots pārbaudījuma rezultāts', en: 'Result of an exam corrected' },
  permission: keepResults,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), points: z.record(z.string(), z.string().trim()), decision: z.string().trim().min(1, { abort: true }).min(3).max(300) }),
  async run(context, { id, points, decision }) {
    const form = await correctionForm(context, id);
    const given = form.parts.flatMap((part) => {
      const words = points[String(part.number)] ?? '';
      return words === '' ? [] : [{ entryId: id, part: part.number, halfPoints: pointsOf(part, words, `points.${part.number}`) }];
    });
    const changed = await putPoints(context.tx, given, 'correction', recordingOf(context));
    const counted = await countResultsOf(context, { eventId: form.entry.eventId, entryIds: [id], why: 'correction', decision });
    return { ...form, changed, version: counted.recorded + counted.changed > 0 };
  },
  audit: ({ input, output }) => ({ subjects: [output.entry.personId], facts: { entry: input.id, exam: output.sitting.code, year: output.sitting.year, decision: input.decision, changed: output.changed } }),
});
