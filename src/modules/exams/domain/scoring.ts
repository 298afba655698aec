/** One part of an exam (daļa): how many half-points can be earned in it and how many per cent of the total it weighs. */
export interface Part {
  readonly number: number;
  readonly maxHalfPoints: number;
  readonly weight: number;
}

/** Kept with every result: which way of counting made it. A new way gets a new name and leaves earlier results as they are. */
export const SCORING_RULE = 'weighted-floor-1';
/** The same over the parts that someone was not exempt from, whose weights make the whole then. */
export const SCORING_RULE_OF_REST = 'weighted-floor-of-rest-1';

/** What was earned in the parts, in half-points by the number of the part. Absent from all parts is no score at all and never zero. */
export type Earned = ReadonlyMap<number, number>;

export interface Score {
  readonly rule: typeof SCORING_RULE | typeof SCORING_RULE_OF_REST;
  /** Whole per cent of each part, in their order; null for a part that was left out. */
  readonly parts: readonly (number | null)[];
  /** Whole per cent of the exam (kopvērtējums). */
  readonly total: number;
}

/**
 * Per cent of an exam, exactly: points are counted in halves, the weighted shares are added as one fraction, and only the end is rounded down.
 * Adding up the shown per cents of the parts gives other numbers (20 % and 7 % of 60 and 20 points are 16 %, not 16.75 %).
 * A part that nobody earned anything in counts as zero half-points; `leftOut` are parts from which someone is exempt.
 * @throws RangeError where points are no whole half-points of their part, or the parts do not weigh a hundred
 */
export function scorePercent(parts: readonly Part[], earned: Earned, leftOut: ReadonlySet<number> = new Set()): Score {
  const { denominator, parts: all } = denominate(parts);
  const due = all.filter(({ number }) => !leftOut.has(number));
  if (due.length === 0) throw new RangeError('an exam of which every part is left out has no score');
  const numerator = due.reduce((sum, part) => sum + part.share * BigInt(halfPointsOf(part, earned)), 0n);
  const weights = due.reduce((sum, { weight }) => sum + weight, 0);
  return {
    rule: due.length === all.length ? SCORING_RULE : SCORING_RULE_OF_REST,
    parts: all.map((part) => (leftOut.has(part.number) ? null : Math.floor((100 * halfPointsOf(part, earned)) / part.maxHalfPoints))),
    total: Number((BigInt(WHOLE) * numerator) / (denominator * BigInt(weights))),
  };
}

/** Parts as fractions over one denominator: a half-point of a part is worth `share` of it, times a hundred over the weights that count. */
export interface Denominated {
  readonly denominator: bigint;
  readonly parts: readonly (Part & { readonly share: bigint })[];
}

/** Brings the parts over one denominator; a product of five maxima leaves the numbers that are exact in a double. @throws RangeError as `scorePercent` */
export function denominate(parts: readonly Part[]): Denominated {
  checkParts(parts);
  const denominator = parts.reduce((product, { maxHalfPoints }) => product * BigInt(maxHalfPoints), 1n);
  return { denominator, parts: parts.map((part) => ({ ...part, share: BigInt(part.weight) * (denominator / BigInt(part.maxHalfPoints)) })) };
}

const LEAST_PARTS = 1;
export const MOST_PARTS = 5;
export const WHOLE = 100;

function checkParts(parts: readonly Part[]): void {
  if (parts.length < LEAST_PARTS || parts.length > MOST_PARTS) throw new RangeError(`an exam has ${LEAST_PARTS} to ${MOST_PARTS} parts`);
  if (parts.some(({ maxHalfPoints }) => !Number.isSafeInteger(maxHalfPoints) || maxHalfPoints <= 0)) throw new RangeError('a part has a maximum of whole half-points');
  if (parts.reduce((sum, { weight }) => sum + weight, 0) !== WHOLE) throw new RangeError('the parts of an exam weigh a hundred together');
}

function halfPointsOf({ number, maxHalfPoints }: Part, earned: Earned): number {
  const halfPoints = earned.get(number) ?? 0;
  if (!Number.isSafeInteger(halfPoints) || halfPoints < 0 || halfPoints > maxHalfPoints) throw new RangeError(`part ${number} has no such points`);
  return halfPoints;
}

/** Whether a result earns a certificate: its total, rounded down, reaches the threshold, which is inclusive. Without a threshold everyone passes. */
export const reachesThreshold = (total: number, threshold: number | null): boolean => threshold === null || total >= threshold;

/** Half-points as people write points: `6,5`. */
export const pointsInWords = (halfPoints: number, lang: 'lv' | 'en'): string => {
  const whole = Math.floor(halfPoints / 2);
  return halfPoints % 2 === 0 ? String(whole) : `${whole}${lang === 'lv' ? ',' : '.'}5`;
};

/** Points as people write them (`6,5`, `6.5`, `6`) in half-points; undefined where they are none. */
export function parsePoints(words: string): number | undefined {
  const found = /^(\d{1,4})(?:[.,]([05]))?$/.exec(words.trim());
  return found ? Number(found[1]) * 2 + (found[2] === '5' ? 1 : 0) : undefined;
}
