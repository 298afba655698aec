import type { Known, KnownFacts } from './known.js';
import { periodOf } from './period-of.js';
import type { TroubleCode } from './trouble.js';

/** What marks under a line item are: whose class, which course, which period of which school year. */
export interface LineItemMeaning {
  readonly year: number;
  readonly period: 'S1' | 'S2' | 'YEAR' | 'EXAM' | 'POST' | 'FINAL';
  readonly session: KnownFacts['academicSessions'];
  readonly class: KnownFacts['classes'];
  readonly course: KnownFacts['courses'] | undefined;
}

/**
 * The meaning of every line item known. Of several in one class and period only the one that is called the mark of the period is it; the
 * others are everyday work. Where none or several are called so, none is taken.
 */
export function lineItemMeanings(known: Known, regNr: string): ReadonlyMap<string, LineItemMeaning | TroubleCode> {
  const meanings = new Map<string, LineItemMeaning | TroubleCode>();
  const together = new Map<string, { id: string; isNamed: boolean }[]>();
  for (const [id, item] of known.all('lineItems')) {
    const found = meaningOf(known, item, regNr);
    if (typeof found === 'string') {
      meanings.set(id, found);
      continue;
    }
    meanings.set(id, found.meaning);
    const key = `${item.class}\u0000${found.meaning.year}\u0000${found.meaning.period}`;
    together.set(key, [...(together.get(key) ?? []), { id, isNamed: found.isNamed }]);
  }
  for (const items of together.values()) {
    if (items.length === 1) continue;
    const named = items.filter(({ isNamed }) => isNamed);
    for (const { id, isNamed } of items) if (!isNamed || named.length > 1) meanings.set(id, named.length === 1 ? 'not-a-period-mark' : 'several-line-items');
  }
  return meanings;
}

function meaningOf(known: Known, item: KnownFacts['lineItems'], regNr: string): { meaning: LineItemMeaning; isNamed: boolean } | TroubleCode {
  const its = known.find('classes', item.class);
  const session = known.find('academicSessions', item.session);
  if (!its || !session) return 'record-unknown';
  if (known.find('orgs', its.school || item.school)?.regNr !== regNr) return 'other-school';
  const period = periodOf(session, known.find('categories', item.category)?.title ?? '', item.title);
  if ('unclear' in period) return 'session-unclear';
  return { meaning: { year: period.year, period: period.period, session, class: its, course: known.find('courses', its.course) }, isNamed: period.isNamed };
}
