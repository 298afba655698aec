import type { Parameter, ParameterFamily } from '#kernel/parameter.js';

/** Numbers that reminders and reports go by. */
const PARAMETERS = {
  'remind-before': { lv: 'Atgādina darba dienas pirms termiņa', en: 'Reminders, working days before the deadline', unit: 'working-days', least: 0, most: 200, upTo: 6 },
  'remind-after': { lv: 'Atgādina darba dienas pēc termiņa', en: 'Reminders, working days after the deadline', unit: 'working-days', least: 0, most: 200, upTo: 6 },
  'long-absence-lessons': { lv: 'Ilgstoši kavējumi: neattaisnotas stundas semestrī, vairāk nekā', en: 'Long absences: lessons without justification in a semester, more than', unit: 'lessons', least: 0, most: 200 },
  'long-absence-days': { lv: 'Ilgstoši kavējumi 5–6 gadu vecumā: neattaisnotas dienas, vairāk nekā', en: 'Long absences at the age of 5–6: days without justification, more than', unit: 'days', least: 0, most: 200 },
  'preparation-from-age': { lv: 'Pirmsskolā kavējumus gaida par bērniem no (pilni gadi); pilnību saskaita no jauna naktī', en: 'Absences in preschools are expected of children aged, from (full years); completeness is counted anew in the night', unit: 'years', least: 3, most: 7 },
  'ready-package-days': { lv: 'Neapstiprinātas OneRoster paketes arhīvu glabā; pēc tam to dzēš, un paliek pārbaudes pārskats', en: 'An unconfirmed OneRoster package keeps its archive for; then it is deleted, and the report of the check stays', unit: 'days', least: 1, most: 365 },
  'smallest-number': { lv: 'Pārskatos slēpj skaitļus, kas mazāki par', en: 'Reports hide numbers smaller than', unit: 'people', least: 0, most: 200 },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;
export const COMPLETENESS: ParameterFamily<ParameterName> = { of: PARAMETERS, law: true };
