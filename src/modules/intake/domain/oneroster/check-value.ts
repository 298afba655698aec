import { parseIsoDate } from '#kernel/iso-date.js';
import type { ValueCode } from './catalogue/values.js';
import type { Field, Vocabulary } from './field.js';
import { ID, instantLike, suggestion, wordLike } from './suggest.js';

/** Why a value does not fit its field. */
export interface Fault {
  readonly code: ValueCode;
  readonly expected: string | null;
  readonly suggestion: string | null;
}

/** What is wrong with a value in its field, by itself; null where nothing is. An empty value is wrong only where one is required. */
export function faultOf(field: Field, value: string): Fault | null {
  if (value === '') return field.required ? { code: 'required-blank', expected: null, suggestion: null } : null;
  const fault = faultInForm(field, value);
  if (!fault) return null;
  const [code, expected = null] = fault;
  const meant = field.personal ? null : suggestion(field, value);
  return { code, expected, suggestion: meant !== null && !faultInForm(field, meant) ? meant : null };
}

function faultInForm({ form, vocabulary }: Field, value: string): [ValueCode, string?] | null {
  switch (form) {
    case 'text':
      return null;
    case 'texts':
      return hasEmptyItem(value) ? ['empty-list-item'] : null;
    case 'id':
      return ID.test(value) ? null : ['bad-identifier', ID_FORM];
    case 'ids':
      return hasEmptyItem(value) ? ['empty-list-item'] : value.split(',').every((one) => ID.test(one)) ? null : ['bad-identifier', ID_FORM];
    case 'date':
      return parseIsoDate(value) ? null : ['not-a-date', 'YYYY-MM-DD'];
    case 'year':
      return /^\d{4}$/.test(value) ? null : ['not-a-year', 'YYYY'];
    case 'boolean':
      return value === 'true' || value === 'false' ? null : ['not-a-boolean', 'true | false'];
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(value) ? null : ['not-a-number'];
    case 'integer':
      return /^-?\d+$/.test(value) ? null : ['not-an-integer'];
    case 'score-scale':
      return SCALE.test(value) ? null : ['score-scale-syntax', '{lhs:rhs},{lhs:rhs}'];
    case 'word':
      return isOneOf(vocabulary, value) ? null : ['value-not-allowed', expectedWords(vocabulary)];
    case 'words':
      return hasEmptyItem(value) ? ['empty-list-item'] : value.split(',').every((one) => isOneOf(vocabulary, one)) ? null : ['value-not-allowed', expectedWords(vocabulary)];
  }
}

/** What is wrong with the two columns that say of a record whether and when it changed. */
export function faultOfLifecycle(column: 'status' | 'dateLastModified', value: string, delta: boolean): Fault | null {
  const expected = column === 'status' ? 'active | tobedeleted' : 'YYYY-MM-DDTHH:MM:SS.sssZ';
  if (!delta) return value === '' ? null : { code: 'blank-in-bulk', expected: null, suggestion: null };
  if (value === '') return { code: 'required-in-delta', expected, suggestion: null };
  if (column === 'status') {
    if (STATUSES.includes(value)) return null;
    return { code: 'value-not-allowed', expected, suggestion: wordLike(value, STATUSES) };
  }
  const meant = instantLike(value);
  return meant === value ? null : { code: 'not-an-instant', expected, suggestion: meant };
}

const STATUSES = ['active', 'tobedeleted'];
const ID_FORM = '[0-9A-Za-z./@_-]{1,255}';
const SCALE = /^\{[^{}:]+:[^{}:]+\}(,\{[^{}:]+:[^{}:]+\})*$/;

const hasEmptyItem = (list: string) => list.split(',').some((item) => item.trim() === '');
const isOneOf = (vocabulary: Vocabulary | undefined, value: string) => !vocabulary || vocabulary.words.includes(value) || (vocabulary.extensible && /^ext:./.test(value));
const expectedWords = (vocabulary: Vocabulary | undefined) => [...(vocabulary?.words ?? []), ...(vocabulary?.extensible ? ['ext:…'] : [])].join(' | ');
