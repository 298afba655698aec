import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { listKnownAs } from '#modules/persons/public.js';
import { InvalidInput, NotFound } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { sql } from '#platform/db/sql.js';
import type { ArrivingRow, Kind } from '../../domain/arriving.js';
import { CODES } from '../../domain/codes.js';
import { RestResult, rowsOfResult } from '../../domain/oneroster/rest-result.js';
import { isPersonId, readClassId, readLineItemId, readSessionId } from '../../domain/oneroster/source-id.js';
import { TROUBLES } from '../../domain/oneroster/trouble.js';
import { send } from '../../permissions.js';
import type { AnswerRow } from '../../store/answers.js';
import { findClassIn, findOwnLineItem, findSessionDays, listNumbersOf } from '../../store/oneroster/line-items.js';
import type { JournalRow } from '../../store/journals.js';
import { allAnswers } from '../all-answers.js';
import { receiveRows } from '../receive-rows.js';
import { getJournal } from '../sender.js';
import { exchangeScope } from './exchange-scope.js';
import { coded, withdrawSent } from './withdraw-sent.js';

const MOST_RESULTS = 2_000;
/** Of so many results it is said what is wrong with them. */
const MOST_TOLD = 20;

const Put = z.object({
  /** Where the path names it; else each result names its own. */
  lineItem: z.string().max(255).optional(),
  classId: z.string().max(255).optional(),
  session: z.string().max(255).optional(),
  sourcedId: z.string().max(255).optional(),
  results: z.array(RestResult).min(1).max(MOST_RESULTS),
});

/** Where a result belongs: a class of ours, its subject and the period. */
interface Target {
  readonly classId: string;
  readonly subjectId: number;
  readonly period: string;
}

export interface PutDone {
  /** Identifiers as they were given, in the order of the results. */
  readonly ids: readonly string[];
  readonly persons: readonly string[];
  readonly batches: number;
  readonly withdrawn: number;
}

/**
 * Results that an e-journal puts by REST: the same pipeline as every batch, all of a request or none, since the standard has no answer for a
 * part. A result under its identifier again is a correction; `tobedeleted` takes it back.
 */
export const putResults = writeAction({
  name: 'intake.put-oneroster-results',
  title: { lv: 'E-žurnāls ierakstīja vērtējumus (OneRoster)', en: 'Marks put by an e-journal (OneRoster)' },
  permission: send,
  input: Put,
  async run(context, { results, sourcedId, ...path }): Promise<PutDone> {
    const journal = await getJournal(context);
    const { institutionIds } = await exchangeScope(context);
    const named = results.map((result) => ({ ...result, sourcedId: sourcedId ?? result.sourcedId ?? randomUUID() }));
    const gone = named.filter(({ status }) => status === 'tobedeleted');
    const { withdrawn, persons: backed, closed } = await withdrawSent(context.tx, gone.map((one) => one.sourcedId), { institutionIds, journalId: journal.id, program: null, channel: 'service', by: context.actor.id!, at: context.now, today: context.today });
    if (closed.length > 0) throw new InvalidInput(closed.slice(0, MOST_TOLD).map(({ record, why }) => ({ field: record.sourceRecord, message: coded(why) })));
    const rows = await rowsOf(context, journal, institutionIds, named.filter(({ status }) => status !== 'tobedeleted'), path);
    const persons = new Set(backed);
    const groups = Map.groupBy(rows, ({ institutionId, year, kind }) => `${institutionId} ${year} ${kind}`);
    for (const group of groups.values()) for (const person of await receive(context, journal, group)) persons.add(person);
    return { ids: named.map((one) => one.sourcedId), persons: [...persons], batches: groups.size, withdrawn };
  },
  audit: ({ output }) => ({ subjects: output.persons, facts: { results: output.ids.length, batches: output.batches, withdrawn: output.withdrawn } }),
});

interface FoundRow {
  readonly institutionId: string;
  readonly year: number;
  readonly kind: Kind;
  readonly personId: string;
  readonly row: ArrivingRow;
}

type Named = RestResult & { readonly sourcedId: string };

async function rowsOf(context: WriteContext, journal: JournalRow, institutionIds: readonly string[], results: readonly Named[], path: Pick<z.infer<typeof Put>, 'lineItem' | 'classId' | 'session'>): Promise<FoundRow[]> {
  const found: FoundRow[] = [];
  const byTarget = Map.groupBy(results, (result) => path.lineItem ?? (path.classId ? '' : (result.lineItem?.sourcedId ?? '')));
  for (const [lineItem, theirs] of byTarget) {
    const target = await targetOf(context, journal, institutionIds, lineItem, path);
    const its = target && (await findClassIn(context.tx, target.classId, institutionIds));
    const days = its && (await findSessionDays(context.tx, its.year, target!.period));
    if (!its || !days) throw new NotFound('unknownobject', NO_LINE_ITEM);
    const pupils = await pupilsOf(context, its.institutionId, theirs.map(({ student }) => student.sourcedId));
    for (const result of theirs) {
      const pupil = pupils.get(result.student.sourcedId);
      if (pupil === undefined) throw invalidResult(result, 'student', NO_STUDENT);
      const rows = rowsOfResult(result, { pupil, subjectId: target!.subjectId, period: target!.period, ...days });
      if (typeof rows === 'string') throw invalidResult(result, 'score', TROUBLES[rows].what);
      found.push(...rows.map((one) => ({ ...one, personId: result.student.sourcedId, institutionId: its.institutionId, year: its.year })));
    }
  }
  return found;
}

/** The class, subject and period of our line items, of the vendor's own, or of a class and a session in the path. */
async function targetOf({ tx }: WriteContext, journal: JournalRow, institutionIds: readonly string[], lineItem: string, { classId, session }: { classId?: string | undefined; session?: string | undefined }): Promise<Target | undefined> {
  if (lineItem !== '') return readLineItemId(lineItem) ?? findOwnLineItem(tx, journal.id, institutionIds, lineItem);
  const [its, when] = [readClassId(classId ?? ''), readSessionId(session ?? '')];
  return its?.subjectId !== undefined && when?.period ? { classId: its.classId, subjectId: its.subjectId, period: when.period } : undefined;
}

/** How the register's own identifiers of students are known to the pipeline: a code, else the institution's number. Never shown. */
async function pupilsOf({ tx }: WriteContext, institutionId: string, students: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(students)].filter(isPersonId);
  const [known, numbers] = [await listKnownAs(tx, sql`select unnest(${ids}::uuid[])`), await listNumbersOf(tx, institutionId, ids)];
  return new Map([...numbers.map(({ personId, number }) => [personId, number] as const), ...known.flatMap(({ personId, codes }) => (codes[0] === undefined ? [] : [[personId, codes[0]] as const]))]);
}

async function receive(context: WriteContext, journal: JournalRow, group: readonly FoundRow[]): Promise<readonly string[]> {
  const { institutionId, year, kind } = group[0]!;
  const sha256 = createHash('sha256').update(JSON.stringify(group)).digest('hex');
  const arriving = { institutionId, year, kind, journalId: journal.id, channel: 'service' as const, format: 'oneroster-rest' as const, key: `oneroster-rest ${randomUUID()}`, sha256, isDryRun: false, isSandbox: false };
  const state = await receiveRows(context, arriving, group.map(({ row }, at) => ({ row: at + 1, sent: row })), [...new Set(group.map(({ personId }) => personId))]);
  const { batch, persons } = state;
  if (batch.refused + batch.waiting === 0) return persons;
  const stopped = (await allAnswers(context.tx, state)).filter((one) => one.state === 'refused' || one.state === 'waiting');
  throw new InvalidInput(stopped.slice(0, MOST_TOLD).flatMap((answer) => [answer, ...answer.also].map((fault) => ({ field: (answer.sent as ArrivingRow).record ?? 'result', message: wordsOf(fault) }))));
}

function wordsOf({ code, expected }: Pick<AnswerRow, 'code' | 'expected'>): Text {
  const cause = CODES.get(code)?.cause ?? { lv: '', en: '' };
  return { lv: `${code} ${cause.lv} ${expected.lv}`.trim(), en: `${code} ${cause.en} ${expected.en}`.trim() };
}

const invalidResult = ({ sourcedId }: Named, field: string, text: Text) => new InvalidInput([{ field: `${sourcedId}.${field}`, message: text }]);
const NO_LINE_ITEM: Text = { lv: 'Tāda vērtējamā darba jūsu skolās nav.', en: 'There is no such line item in your schools.' };
const NO_STUDENT: Text = { lv: 'Tāda skolēna nav; lietojiet sourcedId, ko devām lietotājam.', en: 'There is no such student; use the sourcedId that we gave the user.' };
