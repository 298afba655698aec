import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { type Numbers, type ParameterFamily, namesOf, type Values, withinRange } from '#kernel/parameter.js';

/** Numbers and the days on which they hold, half-open. */
export interface Held<Name extends string = string> {
  readonly name: Name;
  readonly numbers: Numbers;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

export interface ParameterChange<Name extends string = string> {
  readonly name: Name;
  readonly numbers: Numbers;
  readonly validFrom: IsoDate;
}

/** What holds on a day, within its range; nothing for what has no value then. */
export const valuesOn = <Name extends string>(family: ParameterFamily<Name>, held: readonly Held<Name>[], day: IsoDate): Values<Name> =>
  Object.fromEntries(namesOf(family).map((name) => [name, withinRange(family.of[name], held.find((one) => one.name === name && holdsOn(one, day))?.numbers ?? [])])) as unknown as Values<Name>;

export const holdsOn = ({ validFrom, validTo }: Held, day: IsoDate): boolean => validFrom <= day && (validTo === null || validTo > day);

/** Whether a change of that day would cut or replace what is held. */
export const isMetBy = ({ name, validTo }: Held, change: Pick<ParameterChange, 'name' | 'validFrom'>): boolean => name === change.name && (validTo === null || validTo > change.validFrom);

/** After a change: what held until then ends that day, and what was planned for that day or later is taken back. */
export const afterChange = <Name extends string>(held: readonly Held<Name>[], change: ParameterChange<Name>): Held<Name>[] => [
  ...held.flatMap((one) => (!isMetBy(one, change) ? [one] : one.validFrom < change.validFrom ? [{ ...one, validTo: change.validFrom }] : [])),
  { ...change, validTo: null },
];

/** After taking back what has not begun: what held before it goes on in its place. */
export const afterTakingBack = <Name extends string>(held: readonly Held<Name>[], gone: Held<Name>): Held<Name>[] =>
  held.filter((one) => one !== gone).map((one) => (one.name === gone.name && one.validTo === gone.validFrom ? { ...one, validTo: gone.validTo } : one));

/** The first day, from a day on, on which the values would contradict each other, and why. */
export function firstContradiction<Name extends string>(family: ParameterFamily<Name>, held: readonly Held<Name>[], changed: Name, from: IsoDate): { readonly day: IsoDate; readonly why: Text } | undefined {
  const days = [...new Set([from, ...held.map((one) => one.validFrom).filter((day) => day > from)])].sort();
  for (const day of days) {
    const why = family.contradiction?.(changed, valuesOn(family, held, day));
    if (why) return { day, why };
  }
  return undefined;
}
