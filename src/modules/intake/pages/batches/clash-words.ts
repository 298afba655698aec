import type { Text } from '#kernel/text.js';

/** Where a row and the register have two values. */
export const TO_RECORD: Text = { lv: 'Atvērt ierakstu reģistrā', en: 'Open the record in the register' };
export const COMPARE: Text = { lv: 'Salīdzināt un izlemt', en: 'Compare and decide' };
