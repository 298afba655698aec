import { z } from 'zod';
import { YearInput } from '#modules/education/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { NotFound } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { keepResults, seeCodes, seeResults } from '../permissions.js';
import { findThreshold, listParts, type PartRow } from '../store/catalogue.js';
import { type AssessmentProgress, type AssessorRow, countProgress, listAssessors } from '../store/assessments.js';
import { countStanding, type Standing } from '../store/count-results.js';
import { examNumbersOn } from '../store/exam-parameters.js';
import { countTotals, type EventStanding, findStanding, isPublished, listPartMeans, listSittingResults, listStandings, type PartMean, type SittingResult, streamSittingResults } from '../store/results.js';
import type { SittingRow } from '../store/sittings.js';
import { NO_SUCH_EVENT, NOT_PUBLISHED } from '../texts.js';
import { countingOf } from './count-results.js';
import { getSitting, mayAt } from './scope.js';
import { chooseYear } from './show-catalogue.js';

const PAGE = 100;

export interface SittingResults {
  readonly sitting: SittingRow;
  readonly parts: readonly PartRow[];
  readonly threshold: number | null;
  /** Null until somebody has confirmed when results are published. */
  readonly visibleFrom: Date | null;
  /** Whether who asks may see them now; nothing is in `rows` otherwise. */
  readonly isOpen: boolean;
  readonly withCodes: boolean;
  readonly rows: readonly SittingResult[];
  readonly next: string | null;
}

/** Before the instant of publication only the agency sees results; the institution sees from when. */
async function mayOpen(context: ActionContext, sitting: SittingRow): Promise<boolean> {
  return (await isPublished(context.tx, sitting.eventId, context.now)) || mayAt(context, keepResults, sitting.institutionId);
}

/** The results of one sitting by name. */
export const viewSittingResults = readAction({
  name: 'exams.view-sitting-results',
  title: { lv: 'Apskatīti pārbaudījuma rezultāti', en: 'Results of an exam looked at' },
  permission: seeResults,
  input: z.object({ id: z.uuid(), after: emptyAsNull(z.uuid()) }),
  reasonNeeded: true,
  async run(context, { id, after }): Promise<SittingResults> {
    const { tx, today } = context;
    const sitting = await getSitting(context, id);
    const isOpen = await mayOpen(context, sitting);
    const withCodes = await mayAt(context, seeCodes, sitting.institutionId);
    const found = isOpen ? await listSittingResults(tx, { sittingId: id, withCodes, today }, after, PAGE + 1) : [];
    const rows = found.slice(0, PAGE);
    return {
      sitting, isOpen, withCodes, rows, next: found.length > PAGE ? rows.at(-1)!.id : null, parts: await listParts(tx, sitting.examId),
      threshold: sitting.kind === 'monitoring work' ? null : await findThreshold(tx, sitting.year, sitting.level), visibleFrom: (await findStanding(tx, sitting.eventId))!.visibleFrom,
    };
  },
  audit: ({ output }) => ({ subjects: output.rows.map(({ personId }) => personId), facts: { sitting: output.sitting.id, exam: output.sitting.code, year: output.sitting.year, codes: output.withCodes, found: output.rows.length } }),
});

/** All results of a sitting as a file, by the rights of the screen. */
export const exportSittingResults = readAction({
  name: 'exams.export-sitting-results',
  title: { lv: 'Izgūti pārbaudījuma rezultāti', en: 'Results of an exam exported' },
  permission: seeResults,
  input: z.object({ id: z.uuid(), format: z.enum(['xlsx', 'csv']) }),
  reasonNeeded: true,
  async run(context, { id, format }) {
    const { tx, today } = context;
    const sitting = await getSitting(context, id);
    if (!(await mayOpen(context, sitting))) throw new NotFound('not-published', NOT_PUBLISHED);
    const list = { sittingId: id, withCodes: await mayAt(context, seeCodes, sitting.institutionId), today };
    const subjects = new Set<string>();
    for await (const row of streamSittingResults(tx, list)) subjects.add(row.personId);
    return { sitting, format, withCodes: list.withCodes, parts: await listParts(tx, sitting.examId), subjects, rows: streamSittingResults(tx, list) };
  },
  audit: ({ output }) => ({ subjects: [...output.subjects], facts: { sitting: output.sitting.id, exam: output.sitting.code, year: output.sitting.year, codes: output.withCodes, format: output.format, found: output.subjects.size } }),
});

export interface ResultsOfYear {
  readonly years: readonly number[];
  readonly year: number;
  readonly events: readonly EventStanding[];
}

/** How far the results of a year are, event by event; nobody is named. */
export const openResults = readAction({
  name: 'exams.open-results',
  title: { lv: 'Apskatīts, cik tālu ir pārbaudījumu rezultāti', en: 'Standing of the results of exams looked at' },
  permission: keepResults,
  input: z.object({ year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { year: wanted }): Promise<ResultsOfYear> {
    const { years, year } = await chooseYear(context, wanted);
    // The year that goes on has no results until its exams are held; whoever asks for none in particular means the latest that has some.
    const shown = wanted === null && (await listStandings(context.tx, year)).length === 0 && years.includes(year - 1) ? year - 1 : year;
    return { years, year: shown, events: await listStandings(context.tx, shown) };
  },
});

export interface EventResults {
  readonly event: EventStanding;
  readonly standing: Standing;
  readonly threshold: number | null;
  readonly totals: readonly { readonly total: number; readonly candidates: number }[];
  readonly means: readonly PartMean[];
  readonly progress: AssessmentProgress;
  readonly assessors: readonly AssessorRow[];
}

/** The results of one event as numbers: how they spread, what is still missing. */
export const openEventResults = readAction({
  name: 'exams.open-event-results',
  title: { lv: 'Apskatīts pārbaudījuma rezultātu sadalījums', en: 'Spread of the results of an exam looked at' },
  permission: keepResults,
  input: z.object({ eventId: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx, today }, { eventId }): Promise<EventResults> {
    const event = await findStanding(tx, eventId);
    if (!event) throw new NotFound('no-such-event', NO_SUCH_EVENT);
    const { counting, event: { examId } } = await countingOf(tx, eventId, today);
    const numbers = await examNumbersOn(tx, today);
    return {
      progress: await countProgress(tx, eventId, numbers['assessment-difference'], numbers['near-threshold']), assessors: await listAssessors(tx, examId), event, standing: await countStanding(tx, counting), threshold: event.kind === 'monitoring work' ? null : await findThreshold(tx, event.year, event.level),
      totals: await countTotals(tx, eventId), means: await listPartMeans(tx, eventId),
    };
  },
});
