import type { Text } from '#kernel/text.js';
import type { CourseRow } from '../../actions/show-subjects.js';

export const isMadeUp = (source: string): boolean => source.startsWith('made up');
export const MADE_UP: Text = { lv: 'Priekšmetu identifikatori ir izdomāti', en: 'The identifiers of subjects are made up' };

export const LEVEL_WORDS: Readonly<Record<CourseRow['level'], Text>> = {
  general: { lv: 'vispārīgais', en: 'general' },
  optimal: { lv: 'optimālais', en: 'optimal' },
  highest: { lv: 'augstākais', en: 'highest' },
  none: { lv: 'nav norādīts', en: 'not stated' },
};
export const AUTHORSHIP_WORDS: Readonly<Record<CourseRow['authorship'], Text>> = {
  standard: { lv: 'standarta kurss', en: 'standard course' },
  own: { lv: 'iestādes kurss', en: 'the institution’s own' },
};
