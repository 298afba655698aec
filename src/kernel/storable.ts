import type { Text } from './text.js';

export const UNSTORABLE: Text = {
  lv: 'Ievadītajā ir neredzama zīme, ko nevar saglabāt. Izdzēsiet lauku un ierakstiet to no jauna.',
  en: 'There is an invisible sign in it that cannot be kept. Clear the field and type it anew.',
};

/**
 * Where something stands that PostgreSQL keeps in no text or document (U+0000, or half of a surrogate pair): the keys that lead
 * there, or null where there is none. Looks into lists and plain objects, however deep.
 */
export function findUnstorable(value: unknown): readonly string[] | null {
  const waiting: unknown[] = [value];
  for (let at = waiting.pop(); at !== undefined || waiting.length > 0; at = waiting.pop()) {
    if (isUnstorable(at)) return pathTo(value);
    if (Array.isArray(at)) for (const one of at) wait(one);
    else if (isHolder(at)) for (const key of Object.keys(at)) wait(key, at[key]);
  }
  return null;

  function wait(...all: readonly unknown[]): void {
    for (const one of all) if (typeof one === 'string' || isHolder(one)) waiting.push(one);
  }
}

const isUnstorable = (one: unknown): boolean => typeof one === 'string' && (one.includes('\0') || !one.isWellFormed());

/** Files, days and streams are looked at by whoever keeps them. */
function isHolder(one: unknown): one is Readonly<Record<string, unknown>> {
  if (typeof one !== 'object' || one === null) return false;
  const made = Object.getPrototypeOf(one) as unknown;
  return made === Object.prototype || made === null || Array.isArray(one);
}

/** Asked only where there is one; so deep as a form ever is. */
function pathTo(value: unknown, deep = 0): readonly string[] | null {
  if (isUnstorable(value)) return [];
  if (!isHolder(value) || deep > 20) return null;
  for (const [key, one] of Object.entries(value)) {
    const rest = isUnstorable(key) ? [] : pathTo(one, deep + 1);
    if (rest) return isUnstorable(key) ? [] : [key, ...rest];
  }
  return deep === 0 ? [] : null;
}
