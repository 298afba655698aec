import type { FieldError } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';

export interface ParsedDefinition {
  readonly units: readonly { atvk: string; name: string; kind: 'republic city' | 'state city' | 'municipality'; iso: string }[];
  readonly successions: readonly { from: string; to: string; extent: 'whole' | 'part'; parts: readonly string[] }[];
}

const KINDS: Readonly<Record<string, ParsedDefinition['units'][number]['kind']>> = {
  valstspilsēta: 'state city',
  'state city': 'state city',
  novads: 'municipality',
  municipality: 'municipality',
};

/**
 * Reads what an operator typed. New units: `0057000; Jūras novads; novads; LV-114`, a line each. Successions:
 * `0047000 > 0057000` for all of a unit, `0048000 > 0057000: Inčukalna pagasts, Vangaži` for parts of it.
 */
export function parseDefinition(units: string, successions: string): ParsedDefinition | { errors: FieldError[] } {
  const errors: FieldError[] = [];
  const complain = (field: string, text: Text, line: number, words: string) => void errors.push({ field, message: fill(text, { line, words }) });

  const newUnits = linesOf(units).flatMap(({ line, words }) => {
    const [atvk = '', name = '', kind = '', iso = ''] = words.split(';').map((cell) => cell.trim());
    const known = KINDS[kind.toLowerCase()];
    if (!/^\d{7}$/.test(atvk) || !name || !known || !/^LV-[A-Z0-9]{3}$/.test(iso)) return complain('units', WRONG_UNIT, line, words) ?? [];
    return [{ atvk, name, kind: known, iso }];
  });
  const moves = linesOf(successions).flatMap(({ line, words }) => {
    const found = /^(\d{7})\s*(?:>|→)\s*(\d{7})\s*(?::\s*(.+))?$/.exec(words);
    if (!found) return complain('successions', WRONG_SUCCESSION, line, words) ?? [];
    const parts = (found[3] ?? '').split(',').map((part) => part.trim()).filter(Boolean);
    return [{ from: found[1]!, to: found[2]!, extent: parts.length > 0 ? ('part' as const) : ('whole' as const), parts }];
  });
  return errors.length > 0 ? { errors } : { units: newUnits, successions: moves };
}

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((words, index) => ({ line: index + 1, words: words.trim() }))
    .filter(({ words }) => words !== '');

const WRONG_UNIT = {
  lv: '{line}. rinda “{words}” nav saprotama. Rakstiet: ATVK kods; nosaukums; novads vai valstspilsēta; ISO kods, piemēram, 0057000; Jūras novads; novads; LV-114.',
  en: 'Line {line} “{words}” cannot be understood. Write: ATVK code; name; municipality or state city; ISO code, for example 0057000; Jūras novads; municipality; LV-114.',
};
const WRONG_SUCCESSION = {
  lv: '{line}. rinda “{words}” nav saprotama. Rakstiet: vecais kods > jaunais kods, sadalītai vienībai arī “: pagasts, pilsēta”.',
  en: 'Line {line} “{words}” cannot be understood. Write: old code > new code, and for a split unit “: parish, town”.',
};
