import type { Text } from '#kernel/text.js';
import type { Level } from '../domain/proof.js';

/** How sure a sign-in is, in the words of eIDAS. */
export const LEVEL_NAMES: Readonly<Record<Level, Text>> = {
  low: { lv: 'zema (viens līdzeklis)', en: 'low (one means)' },
  substantial: { lv: 'būtiska (divi līdzekļi)', en: 'substantial (two factors)' },
  high: { lv: 'augsta', en: 'high' },
};
