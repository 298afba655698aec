import type { Read } from '#platform/db/transaction.js';
import { type Assessed, type Checked, checkValue, ruleFor, type ScaleValue } from '../domain/scales.js';
import { listScaleRules, listScaleValues } from '../store/scales.js';

/** The scales with their rules, read once for many questions. */
export interface Scales {
  /** The code of the scale that holds; undefined where none does. */
  readonly scaleOf: (assessed: Assessed) => string | undefined;
  readonly valuesOf: (scale: string) => readonly ScaleValue[];
  /** Whether a value may be written, and what it means, or why not. */
  readonly check: (assessed: Assessed, written: string) => Checked;
}

export async function readScales(tx: Read): Promise<Scales> {
  const [rules, values] = [await listScaleRules(tx), await listScaleValues(tx)];
  return {
    scaleOf: (assessed) => ruleFor(rules, assessed)?.scale,
    valuesOf: (scale) => values.filter((one) => one.scale === scale),
    check: (assessed, written) => checkValue(rules, values, assessed, written),
  };
}
