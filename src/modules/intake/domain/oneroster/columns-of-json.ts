import type { Field } from './field.js';
import { type DataFile, FILES } from './files.js';
import { jsonName } from './rest-json.js';

/** A record as columns of the CSV binding. */
export interface ColumnRecord {
  readonly file: DataFile;
  readonly columns: Readonly<Record<string, string>>;
}

type Json = Readonly<Record<string, unknown>>;

/** A record of the REST binding under the columns of the CSV binding; of a result the outcomes under it become records of their own. */
export function columnsOfJson(file: DataFile, json: Json): readonly ColumnRecord[] {
  const columns: Record<string, string> = { sourcedId: words(json['sourcedId']), status: json['status'] === 'tobedeleted' ? 'tobedeleted' : '' };
  for (const field of FILES[file].fields) {
    if (field.unwanted || field.name === 'password') continue;
    const value = valueOf(field, json[jsonName(field)]);
    if (value !== '') columns[field.name] = value;
  }
  return file === 'results' ? [{ file, columns }, ...outcomesOf(columns, json)] : [{ file, columns }];
}

function valueOf({ form, name }: Field, value: unknown): string {
  if (value === undefined || value === null) return '';
  switch (form) {
    case 'id':
      return words((value as Json)['sourcedId']);
    case 'ids':
      return listOf(value).map((one) => words((one as Json)['sourcedId'])).join(',');
    case 'texts':
    case 'words':
      return name === 'userIds' ? listOf(value).map((one) => `{${words((one as Json)['type'])}:${words((one as Json)['identifier'])}}`).join(',') : listOf(value).map(words).join(',');
    case 'score-scale':
      return listOf(value).map((one) => `{${words((one as Json)['itemValueLHS'])}:${words((one as Json)['itemValueRHS'])}}`).join(',');
    case 'date':
      return words(value).slice(0, 10);
    default:
      return words(value);
  }
}

function outcomesOf(result: Readonly<Record<string, string>>, json: Json): ColumnRecord[] {
  if (result['status'] === 'tobedeleted') return [];
  const sets = listOf(json['learningObjectiveSet']) as Json[];
  return sets.flatMap((set) =>
    (listOf(set['learningObjectiveResults']) as Json[]).map((one) => ({
      file: 'resultLearningObjectiveIds' as const,
      columns: {
        sourcedId: `${result['sourcedId']}#${words(one['learningObjectiveId'])}`, status: '', resultSourcedId: result['sourcedId'] ?? '', source: words(set['source']),
        learningObjectiveId: words(one['learningObjectiveId']), score: words(one['score']), textScore: words(one['textScore']),
      },
    })),
  );
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const words = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
