import type { Text } from '#kernel/text.js';

/** What is said beside a cell of the grid that was not saved. */
export const NO_SUCH_CELL: Text = { lv: 'Šādas šūnas klases tabulā vairs nav. Atveriet tabulu vēlreiz.', en: 'The grid of the class no longer has this cell. Open it again.' };
export const NOT_YOURS: Text = { lv: 'Šo priekšmetu jūs klasei nemācāt: to aizpilda priekšmeta skolotājs, audzinātājs vai lietvedis.', en: 'You do not teach this subject to the class: its teacher, the class teacher or the secretary fills it.' };
export const ONE_CELL_TWICE: Text = { lv: 'Šī šūna nosūtīta divreiz.', en: 'This cell was sent twice.' };
export const NEEDS_REASON: Text = { lv: 'Šeit jau bija “{value}”. Lai to labotu, ierakstiet zem tabulas labojuma iemeslu.', en: '“{value}” stood here already. To correct it, write the reason of the correction below the grid.' };
export const CORRECTED_BY_OTHERS: Text = { lv: 'Šeit jau ir “{value}”, ko ievadīja kāds cits. To labo lietvedis vai vadītājs.', en: '“{value}” stands here already, entered by somebody else. The secretary or the head corrects it.' };
export const LESSONS: Text = { lv: 'Ierakstiet stundu skaitu no 0 līdz 999.', en: 'Write a number of lessons from 0 to 999.' };
