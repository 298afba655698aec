import { type AssessedOutcome, listOutcomesById, listSubjectNames, readScales, type SubjectName } from '#modules/education/public.js';
import { listNamesOn } from '#modules/institutions/public.js';
import type { Scope } from '#platform/actions/actor.js';
import type { ActionContext } from '#platform/actions/action.js';
import { listRecordsOfPerson, type RecordRow } from '../store/records.js';
import { type Meaning, meaningsOn } from './meanings.js';

export type { RecordRow };

/** What is recorded of one person, with what its rows are called. */
export interface PersonRecords {
  readonly records: readonly RecordRow[];
  readonly subjects: readonly SubjectName[];
  readonly outcomes: readonly AssessedOutcome[];
  readonly institutions: ReadonlyMap<string, string>;
  /** What the letters among the values mean. */
  readonly meanings: readonly Meaning[];
}

/** Records of a person within a scope, of one school year or of all. The asker logs the look. */
export async function recordsOfPerson({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, personId: string, year: number | null, scope: Scope): Promise<PersonRecords> {
  const records = await listRecordsOfPerson(tx, personId, year, scope);
  const items = (kind: RecordRow['kind']) => [...new Set(records.filter((record) => record.kind === kind).map(({ item }) => item))];
  const names = await listNamesOn(tx, [...new Set(records.map(({ institutionId }) => institutionId))], today);
  const scales = await readScales(tx);
  const met = new Set(records.map(({ value }) => value));
  const meanings = [...new Set(records.map(({ scale }) => scale))].flatMap((scale) => meaningsOn(scales, scale)).filter(({ value }) => met.has(value));
  return { records, subjects: await listSubjectNames(tx, items('mark')), outcomes: await listOutcomesById(tx, items('outcome')), institutions: names, meanings };
}
