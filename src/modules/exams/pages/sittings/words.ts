import type { Text } from '#kernel/text.js';

export const OTHERS: Text = { lv: 'Reģistrēt eksternu vai iepriekšējo gadu absolventu', en: 'Enter an extern or a graduate of an earlier year' };
