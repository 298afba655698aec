import type { Text } from '#kernel/text.js';

/** Numbers that are data: each holds for some days and names its basis. */
export const PARAMETER_NAMES = ['remind-before', 'remind-after', 'long-absence-lessons', 'long-absence-days', 'smallest-number', 'preparation-from-age', 'ready-package-days'] as const;
export type ParameterName = (typeof PARAMETER_NAMES)[number];

export const PARAMETER_WORDS: Readonly<Record<ParameterName, { readonly title: Text; readonly hint: Text; readonly many: boolean }>> = {
  'remind-before': {
    title: { lv: 'Atgādina darba dienas pirms termiņa', en: 'Reminders, working days before the deadline' },
    hint: { lv: 'Skaitļi, atdalīti ar komatu, piemēram, 5, 2.', en: 'Numbers with commas between them, for example 5, 2.' }, many: true,
  },
  'remind-after': {
    title: { lv: 'Atgādina darba dienas pēc termiņa', en: 'Reminders, working days after the deadline' },
    hint: { lv: 'Skaitļi, atdalīti ar komatu, piemēram, 1, 5.', en: 'Numbers with commas between them, for example 1, 5.' }, many: true,
  },
  'long-absence-lessons': {
    title: { lv: 'Ilgstoši kavējumi: neattaisnotas stundas semestrī, vairāk nekā', en: 'Long absences: lessons without justification in a semester, more than' },
    hint: { lv: 'Viens skaitlis.', en: 'One number.' }, many: false,
  },
  'long-absence-days': {
    title: { lv: 'Ilgstoši kavējumi 5–6 gadu vecumā: neattaisnotas dienas, vairāk nekā', en: 'Long absences at the age of 5–6: days without justification, more than' },
    hint: { lv: 'Viens skaitlis.', en: 'One number.' }, many: false,
  },
  'preparation-from-age': {
    title: { lv: 'Pirmsskolā kavējumus gaida par bērniem no (gadi)', en: 'Absences in preschools are expected of children aged, from' },
    hint: { lv: 'Pilni gadi, viens skaitlis. Mainot no nākamās dienas, pilnību saskaita no jauna naktī.', en: 'Full years, one number. After a change completeness is counted anew in the night.' }, many: false,
  },
  'ready-package-days': {
    title: { lv: 'Neapstiprinātas OneRoster paketes arhīvu glabā (dienas)', en: 'An unconfirmed OneRoster package keeps its archive (days)' },
    hint: { lv: 'Viens skaitlis. Pēc tam arhīvu dzēš; pārbaudes pārskats paliek.', en: 'One number. Then the archive is deleted; the report of the check stays.' }, many: false,
  },
  'smallest-number': {
    title: { lv: 'Pārskatos slēpj skaitļus, kas mazāki par', en: 'Reports hide numbers smaller than' },
    hint: { lv: 'Viens skaitlis; slēpj arī tos, no kuriem mazo varētu izrēķināt.', en: 'One number; those from which a small one could be computed are hidden too.' }, many: false,
  },
};
