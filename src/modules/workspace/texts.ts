import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

/** Broken rules of the platform's tables that the pages of this module stand on. */
export const CONSTRAINT_TEXTS: ConstraintTexts = {
  announcement_ends_after_it_begins: { lv: 'Jaunuma rādīšanas beigas ir pirms sākuma.', en: 'The announcement would end before it begins.' },
};
