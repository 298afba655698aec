import type { Text } from '#kernel/text.js';

/** In the form that stands after a number: `6 mēnešos`. */
export const MONTHS = { lv: ['mēnesī', 'mēnešos'], en: ['month', 'months'] } as const;

/** In the navigation of the whole program, where staff have results of their own. */
export const FOR_PUPILS: Text = { lv: 'Rezultāti skolēniem', en: 'Results for pupils' };
export const TITLE: Text = { lv: 'Rezultātu portāls', en: 'Results portal' };
