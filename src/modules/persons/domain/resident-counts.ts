/** First years of the age groups of education: before school, basic school, secondary, higher, working age, and after it. */
export const AGE_GROUP_STARTS = [0, 7, 16, 19, 25, 65] as const;

/** The words of an age group, counted from 1: `7–15`, the last one `65+`. */
export function ageGroupWords(group: number): string {
  const [from, next] = [AGE_GROUP_STARTS[group - 1], AGE_GROUP_STARTS[group]];
  if (from === undefined) throw new RangeError(`no age group ${group}`);
  return next === undefined ? `${from}+` : `${from}–${next - 1}`;
}

/**
 * The least number of people that a table tells of one cell (minimum frequency rule: ESSnet Handbook on Statistical
 * Disclosure Control, 4.2). Zero is hidden alike: that nobody is there is a fact about people too.
 */
export const LEAST_SHOWN = 5;

/** A count as it may leave the register: the number, or null where it stands for too few people. */
export const shownCount = (residents: number): number | null => (residents < LEAST_SHOWN ? null : residents);
