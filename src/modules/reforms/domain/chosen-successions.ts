import type { FieldError } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';

/** What was chosen of one old unit: one successor for all of it, or one for each of its named parts. */
export interface Chosen {
  /** The ATVK code of the unit that takes over all of it; null where it is divided. */
  readonly successions: string | null;
  /** Rows of the form: parishes and towns with commas between them, and the ATVK code of their successor. */
  readonly parts: readonly { readonly names: string; readonly to: string }[];
}

export interface ChosenSuccession {
  readonly to: string;
  readonly extent: 'whole' | 'part';
  readonly parts: readonly string[];
}

/** The successions that were chosen, or what is missing in which field (`names0`, `to0` …). Parts do not count where all goes to one. */
export function successionsChosen({ successions, parts }: Chosen): readonly ChosenSuccession[] | { readonly errors: FieldError[] } {
  if (successions !== null) return [{ to: successions, extent: 'whole', parts: [] }];
  const rows = parts.map(({ names, to }, at) => ({ at, to: to.trim(), names: names.split(',').map((name) => name.trim()).filter(Boolean) }));
  const errors = rows.flatMap(({ at, to, names }): FieldError[] => {
    if (names.length > 0 && to === '') return [{ field: `to${at}`, message: fill(WHERE_TO, { names: names.join(', ') }) }];
    if (names.length === 0 && to !== '') return [{ field: `names${at}`, message: WHICH_PARTS }];
    return [];
  });
  const named = rows.filter(({ names }) => names.length > 0);
  if (named.length === 0) errors.push({ field: 'successions', message: CHOOSE });
  if (errors.length > 0) return { errors };
  return [...Map.groupBy(named, ({ to }) => to)].map(([to, ofOne]) => ({ to, extent: 'part' as const, parts: ofOne.flatMap(({ names }) => names) }));
}

const WHERE_TO = { lv: '{names}: izvēlieties, kurai vienībai šī daļa pāriet.', en: '{names}: choose the unit that this part goes to.' };
const WHICH_PARTS = { lv: 'Nosauciet pagastus un pilsētas, kas pāriet šai vienībai, vai atstājiet pēcteci neizvēlētu.', en: 'Name the parishes and towns that go to this unit, or leave the successor unchosen.' };
const CHOOSE = { lv: 'Izvēlieties vienību, kurai viss pāriet, vai sadaliet teritoriju pa daļām.', en: 'Choose the unit that all of it goes to, or divide it by its parts.' };
