import type { Text } from '#kernel/text.js';
import { yearName } from '../../domain/school-year.js';

/** `2025./2026. mācību gads`. */
export function yearTitle(year: number): Text {
  const { lv, en } = yearName(year);
  return { lv: `${lv} mācību gads`, en: `School year ${en}` };
}
