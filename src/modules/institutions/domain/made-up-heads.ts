import { chanceOf } from '#kernel/chance.js';
import { type IsoDate, isoDate, yearOf } from '#kernel/iso-date.js';
import type { Days } from './made-up-institution.js';

/** An institution in operation, from its first day until a last one that is known already. */
export interface Headless {
  readonly id: string;
  readonly foundedOn: IsoDate;
  readonly closedOn: IsoDate | null;
}

export interface MadeUpHead extends Days {
  readonly institutionId: string;
  readonly personId: string;
}

/** The longest ago that a made-up term of office begins. */
const YEARS = 15;
const LATEST = 10;
const SHARE_WITH_PREDECESSOR = 0.4;

/** Ages at which someone was of age when the first term began, and still works now. */
export const bornFor = (today: IsoDate): { from: IsoDate; to: IsoDate } => ({ from: isoDate(`${yearOf(today) - 64}-01-01`), to: isoDate(`${yearOf(today) - YEARS - 25}-01-01`) });

/** The most people that so many institutions can have as heads. */
export const mostHeads = (institutions: number): number => institutions * 2;

/** Each institution has a head now, some had another one before. People are given in turn, and again from the first when they run out. */
export function madeUpHeads(seed: number, institutions: readonly Headless[], people: readonly string[], today: IsoDate): MadeUpHead[] {
  if (people.length === 0) return [];
  const chance = chanceOf(seed);
  let given = 0;
  const next = () => people[given++ % people.length]!;
  return institutions.flatMap(({ id: institutionId, foundedOn, closedOn }) => {
    const years = 1 + chance.below(LATEST);
    const before = chance.happens(SHARE_WITH_PREDECESSOR);
    const begins = augustOf(yearOf(today) - years);
    if (foundedOn >= begins) return [{ institutionId, personId: next(), from: foundedOn, to: closedOn }];
    const earliest = augustOf(yearOf(today) - YEARS);
    const first = foundedOn > earliest ? foundedOn : earliest;
    return [
      ...(before ? [{ institutionId, personId: next(), from: first, to: begins }] : []),
      { institutionId, personId: next(), from: begins, to: closedOn },
    ];
  });
}

const augustOf = (year: number): IsoDate => isoDate(`${year}-08-15`);
