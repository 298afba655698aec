import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

/** Broken rules of the platform's tables that the pages of this module stand on. */
export const CONSTRAINT_TEXTS: ConstraintTexts = {
  one_kind_of_a_calendar_day: { lv: 'Par šo dienu kalendārā jau ir ieraksts. Atveriet kalendāru vēlreiz.', en: 'The calendar already has an entry for this day. Open the calendar again.' },
  announcement_ends_after_it_begins: { lv: 'Jaunuma rādīšanas beigas ir pirms sākuma.', en: 'The announcement would end before it begins.' },
};
