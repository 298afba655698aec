import type { Text } from '#kernel/text.js';

/** In the form that stands after a number: `6 mēnešos`. */
export const MONTHS = { lv: ['mēnesī', 'mēnešos'], en: ['month', 'months'] } as const;

export const TITLE: Text = { lv: 'Rezultātu portāls', en: 'Results portal' };
