import { parseIsoDate } from '#kernel/iso-date.js';
import type { Field } from './field.js';

/** Words as they are without capitals, spaces, dashes and underscores. */
export const plain = (value: string): string => value.toLowerCase().replaceAll(/[\s_-]/g, '');

/** The word of a list that differs from a value in capitals, spaces and dashes only. */
export const wordLike = (value: string, words: readonly string[]): string | null => words.find((word) => plain(word) === plain(value)) ?? null;

/** The value that must have been meant, where its form leaves no doubt. */
export function suggestion({ form, vocabulary }: Field, value: string): string | null {
  switch (form) {
    case 'date':
      return dayLike(value);
    case 'year':
      return /^\s*\d{4}\s*[/–-]\s*(\d{4})\s*$/.exec(value)?.[1] ?? null;
    case 'boolean':
      return BOOLEANS.get(value.trim().toLowerCase()) ?? null;
    case 'number':
      return /^-?\d+,\d+$/.test(value.trim()) ? value.trim().replace(',', '.') : sameIf(/^-?\d+(\.\d+)?$/, value.trim());
    case 'integer':
      return sameIf(/^-?\d+$/, value.trim()) ?? /^(-?\d+)[.,]0+$/.exec(value.trim())?.[1] ?? null;
    case 'id':
      return sameIf(ID, value.trim().replace(/^\{(.*)\}$/, '$1'));
    case 'ids':
      return listIf(value, (one) => ID.test(one));
    case 'texts':
    case 'score-scale':
      return listIf(value, () => true);
    case 'word':
      return wordLike(value, vocabulary?.words ?? []);
    case 'words':
    case 'text':
      return null;
  }
}

/** GUID of the standard: up to 255 of these characters. */
export const ID = /^[0-9A-Za-z./@_-]{1,255}$/;

/** `YYYY-MM-DDTHH:MM:SS.sssZ` of a time in UTC that only lacks its milliseconds. */
export function instantLike(value: string): string | null {
  const parts = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?Z$/.exec(value.trim());
  return parts && parseIsoDate(parts[1]!) ? `${parts[1]}T${parts[2]}.${(parts[3] ?? '').slice(0, 3).padEnd(3, '0')}Z` : null;
}

const BOOLEANS = new Map([['1', 'true'], ['0', 'false'], ['true', 'true'], ['false', 'false'], ['yes', 'true'], ['no', 'false'], ['jā', 'true'], ['nē', 'false']]);

const sameIf = (pattern: RegExp, value: string) => (pattern.test(value) ? value : null);

/** Days as people in Latvia write them, with slashes, or with a time behind. */
function dayLike(value: string): string | null {
  const words = value.trim();
  const latvian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?$/.exec(words);
  if (latvian) return parseIsoDate(`${latvian[3]}-${latvian[2]!.padStart(2, '0')}-${latvian[1]!.padStart(2, '0')}`);
  const [, year, month, day] = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ].*)?$/.exec(words) ?? [];
  return year ? parseIsoDate(`${year}-${month}-${day}`) : null;
}

function listIf(value: string, fits: (item: string) => boolean): string | null {
  const items = value.split(/[,;|]/).map((item) => item.trim()).filter((item) => item !== '');
  const list = items.join(',');
  return items.length > 0 && list !== value && items.every(fits) ? list : null;
}
