import { z } from 'zod';
import type { ArrivingRow, Kind } from '../arriving.js';
import type { Value } from './known.js';
import { gradedValue, markValueOf } from './mark-value.js';
import type { TroubleCode } from './trouble.js';

const Ref = z.looseObject({ sourcedId: z.string().min(1).max(255) });
const words = z.string().max(200);
const number = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]);

/** A result as the REST binding writes it; what we do not know is passed over. */
export const RestResult = z.looseObject({
  sourcedId: z.string().min(1).max(255).optional(),
  status: z.enum(['active', 'tobedeleted']).optional(),
  lineItem: Ref.optional(),
  student: Ref,
  class: Ref.nullish(),
  scoreStatus: z.enum(['exempt', 'fully graded', 'not submitted', 'partially graded', 'submitted']),
  score: number.nullish(),
  textScore: words.nullish(),
  scoreDate: words,
  learningObjectiveSet: z
    .array(z.looseObject({ source: words.optional(), learningObjectiveResults: z.array(z.looseObject({ learningObjectiveId: words, score: number.nullish(), textScore: words.nullish() })) }))
    .nullish(),
});
export type RestResult = z.infer<typeof RestResult>;

/** A line item as a vendor keeps it: its class and session are ours. */
export const RestLineItem = z.looseObject({
  sourcedId: z.string().regex(/^[0-9A-Za-z./@_-]{1,255}$/),
  title: words,
  class: Ref,
  category: Ref.nullish(),
  academicSession: Ref,
});
export type RestLineItem = z.infer<typeof RestLineItem>;

/** What a result is about, once its line item and pupil are found. */
export interface ResultAbout {
  readonly pupil: string;
  readonly subjectId: number;
  readonly period: string;
  /** First and last day of the session. */
  readonly from: string;
  readonly to: string;
}

/** The rows of a result: its mark, and one for each outcome under it; or why it has none. */
export function rowsOfResult(result: RestResult, about: ResultAbout): readonly { kind: Kind; row: ArrivingRow }[] | TroubleCode {
  const day = result.scoreDate.slice(0, 10);
  const base = { pupil: about.pupil, period: about.period, ...(day >= about.from && day <= about.to && { decidedOn: day }) };
  const record = result.sourcedId ?? '';
  const outcomes = (result.learningObjectiveSet ?? []).flatMap(({ learningObjectiveResults }) => learningObjectiveResults);
  const rows: { kind: Kind; row: ArrivingRow }[] = [];
  for (const { learningObjectiveId, score, textScore } of outcomes) {
    const graded = gradedValue(plain(score), textScore ?? '', '');
    if ('none' in graded) return graded.none;
    rows.push({ kind: 'outcome', row: { ...base, ...(record && { record: `${record}#${learningObjectiveId}` }), outcome: learningObjectiveId, value: graded.value } });
  }
  const mark = markValueOf(valueOf(result), '');
  if ('value' in mark) rows.push({ kind: 'mark', row: { ...base, ...(record && { record }), subjectId: about.subjectId, value: mark.value } });
  else if (rows.length === 0) return mark.none;
  return rows;
}

const plain = (value: number | string | null | undefined): string => (value === null || value === undefined ? '' : String(value));

const valueOf =
  (result: RestResult): Value =>
  (column) =>
    plain(result[column] as string | number | null | undefined);
