import type { Text } from '#kernel/text.js';

export const FAILED: Text = {
  lv: 'Pārskatu neizdevās sagatavot programmas kļūdas dēļ. Mēs par to uzzinājām; pieprasiet to vēlreiz vēlāk.',
  en: 'The report could not be made because of a fault of the program. We have been told; ask for it again later.',
};
export const NO_LONGER_OFFERED: Text = { lv: 'Šāda veida pārskatu programma vairs nepiedāvā.', en: 'The program no longer offers this kind of report.' };
