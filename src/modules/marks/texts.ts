import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

/** What a broken rule of the database means, by the constraint's name. */
export const MARKS_CONSTRAINTS = {
  correction_says_why: { lv: 'Labojot vai atsaucot ierakstu, jānorāda iemesls.', en: 'Correcting or withdrawing a record needs a reason.' },
  one_consent_at_a_time: { lv: 'Šai augstskolai piekrišana jau ir dota; atsauciet to, ja vajag citu dienu.', en: 'This university has a consent already; withdraw it if another day is needed.' },
  one_parameter_at_a_time: { lv: 'Šajās dienās jau ir cits skaitlis.', en: 'Another number holds on these days already.' },
} as const satisfies ConstraintTexts;
