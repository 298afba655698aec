import type { Field } from './field.js';
import { FILES } from './files.js';
import { jsonName, type ObjectFile } from './rest-json.js';

export const DEFAULT_LIMIT = 100;
/** More than this a request does not get at once; `Link` leads to the next page. */
export const MOST = 1_000;

/** So many records at most are passed over in a list of several institutions; further on its links lead, which cost the same everywhere. */
export const MOST_PASSED_OVER = 10_000;
/** Lists of several institutions are counted up to so many records: further on, how many there are is not said. */
export const MOST_COUNTED = 20_000;

export type Operator = '=' | '!=' | '>=' | '<=' | '>' | '<' | '~';

/** How a column is compared: as an instant, a day, a number or words. */
export type ColumnKind = 'instant' | 'day' | 'number' | 'words';

export interface Condition {
  readonly column: string;
  readonly kind: ColumnKind;
  readonly operator: Operator;
  readonly value: string;
}

/** What of a collection is asked for, in columns of the CSV binding. */
export interface RestQuery {
  readonly limit: number;
  readonly offset: number;
  readonly sort: { readonly column: string; readonly kind: ColumnKind; readonly descends: boolean } | null;
  readonly filter: { readonly conditions: readonly Condition[]; readonly joinedBy: 'and' | 'or' } | null;
  /** Names of the REST binding that are wanted; all where null. */
  readonly fields: readonly string[] | null;
}

export interface RawQuery {
  readonly limit?: string | undefined;
  readonly offset?: string | undefined;
  readonly sort?: string | undefined;
  readonly orderBy?: string | undefined;
  readonly filter?: string | undefined;
  readonly fields?: string | undefined;
}

/** A query that the standard does not know, with the code it has for that. */
export class BadQuery extends Error {
  readonly minor: 'invalid_filter_field' | 'invalid_selection_field' | 'invaliddata';
  readonly parameter: string;
  constructor(minor: BadQuery['minor'], parameter: string, message: string) {
    super(message);
    this.minor = minor;
    this.parameter = parameter;
  }
}

const PIECE = /^\s*([A-Za-z.]+)\s*(!=|>=|<=|=|>|<|~)\s*'((?:[^']|'')*)'\s*$/;

/** Reads limit, offset, sort, orderBy, filter (at most one AND or OR) and fields. @throws BadQuery */
export function readQuery(file: ObjectFile, raw: RawQuery): RestQuery {
  const columns = columnsByName(file);
  const found = (name: string, parameter: string): { column: string; kind: ColumnKind } => {
    const its = columns.get(name);
    if (!its) throw new BadQuery(parameter === 'fields' ? 'invalid_selection_field' : 'invalid_filter_field', parameter, `${name} is no field that can be used here`);
    return its;
  };
  return {
    limit: Math.min(MOST, Math.max(1, wholeNumber(raw.limit, DEFAULT_LIMIT, 'limit'))),
    offset: wholeNumber(raw.offset, 0, 'offset'),
    sort: raw.sort ? { ...found(raw.sort, 'sort'), descends: raw.orderBy === 'desc' } : null,
    filter: raw.filter ? readFilter(raw.filter, (name) => found(name, 'filter')) : null,
    fields: raw.fields ? raw.fields.split(',').map((name) => (columns.has(name) || JSON_ONLY.has(name) ? name : (found(name, 'fields'), name))) : null,
  };
}

const JSON_ONLY = new Set(['roles', 'learningObjectiveSet']);

function readFilter(filter: string, found: (name: string) => { column: string; kind: ColumnKind }): RestQuery['filter'] {
  const joints = [...filter.matchAll(/'\s+(AND|OR)\s+(?=[A-Za-z.]+\s*[!=<>~])/g)];
  if (joints.length > 1) throw new BadQuery('invalid_filter_field', 'filter', 'one AND or OR is the most');
  const joint = joints[0];
  const pieces = joint ? [filter.slice(0, joint.index + 1), filter.slice(joint.index + joint[0].length)] : [filter];
  const conditions = pieces.map((piece): Condition => {
    const [, name, operator, value] = PIECE.exec(piece) ?? [];
    if (name === undefined) throw new BadQuery('invalid_filter_field', 'filter', "a filter is field operator 'value'");
    const { column, kind } = found(name);
    const plain = value!.replaceAll("''", "'");
    if (!FITS[kind].test(plain)) throw new BadQuery('invalid_filter_field', 'filter', `${name} cannot be compared with that value`);
    return { column, kind, operator: operator as Operator, value: plain };
  });
  return { conditions, joinedBy: joint?.[1] === 'OR' ? 'or' : 'and' };
}

const FITS: Readonly<Record<ColumnKind, RegExp>> = {
  instant: /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  number: /^-?\d+(\.\d+)?$/,
  words: /^[\s\S]{0,255}$/,
};

/** Fields that can be asked about, by their names in the REST binding; a reference also as `class.sourcedId`. */
function columnsByName(file: ObjectFile): ReadonlyMap<string, { column: string; kind: ColumnKind }> {
  const columns = new Map<string, { column: string; kind: ColumnKind }>([
    ['sourcedId', { column: 'sourcedId', kind: 'words' }],
    ['status', { column: 'status', kind: 'words' }],
    ['dateLastModified', { column: 'dateLastModified', kind: 'instant' }],
  ]);
  for (const field of FILES[file].fields) {
    if (field.unwanted) continue;
    const its = { column: field.name, kind: kindOf(field) };
    columns.set(jsonName(field), its);
    if (field.form === 'id') columns.set(`${jsonName(field)}.sourcedId`, its);
  }
  return columns;
}

const kindOf = ({ form }: Field): ColumnKind => (form === 'date' ? 'day' : form === 'number' || form === 'integer' ? 'number' : 'words');

function wholeNumber(value: string | undefined, otherwise: number, parameter: string): number {
  if (value === undefined || value === '') return otherwise;
  if (!/^\d{1,9}$/.test(value)) throw new BadQuery('invaliddata', parameter, `${parameter} is a whole number`);
  return Number(value);
}
