import { nameKey } from '#modules/education/public.js';

/** Groups of three letters of a name, as trigram search cuts them: every word with two spaces before it and one after. */
function trigramsOf(name: string): Set<string> {
  const found = new Set<string>();
  for (const word of name.split(/[^\p{L}\p{N}]+/u).map(nameKey).filter(Boolean)) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** How alike two names are, from 0 to 1: shared trigrams of all (as `pg_trgm` counts `similarity`). */
function likeness(a: string, b: string): number {
  const [one, other] = [trigramsOf(a), trigramsOf(b)];
  let shared = 0;
  for (const trigram of one) if (other.has(trigram)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Two names that share less have nothing to do with each other. */
const ALIKE = 0.15;

/** The things whose names are most like a name, best first. */
export const mostAlike = <Thing>(name: string, things: readonly Thing[], nameOf: (thing: Thing) => string, limit = 3): { thing: Thing; likeness: number }[] =>
  things
    .map((thing) => ({ thing, likeness: likeness(name, nameOf(thing)) }))
    .filter((one) => one.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit);
