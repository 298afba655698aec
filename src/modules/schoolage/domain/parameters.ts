import type { Parameter, ParameterFamily } from '#kernel/parameter.js';

/** Numbers that the register of children of compulsory school age goes by. */
const PARAMETERS = {
  'from-age': { lv: 'Obligātās izglītības vecums: no (pilni gadi)', en: 'Compulsory school age: from (full years)', unit: 'years', least: 3, most: 10 },
  'until-age': { lv: 'Obligātās izglītības vecums: līdz (gadi, tos nesasniedzot)', en: 'Compulsory school age: until (years, not including)', unit: 'years', least: 14, most: 21 },
  'due-days': { lv: 'Pašvaldība noskaidro, kur bērns mācās, dienās no izraksta', en: 'The municipality finds out where a child learns within, from the extract', unit: 'days', least: 1, most: 365 },
  'recheck-months': { lv: 'Izskaidrotu gadījumu pārbauda no jauna pēc (ne vēlāk)', en: 'What was explained is checked anew after, at the latest', unit: 'months', least: 1, most: 36 },
  'remind-before': { lv: 'Atgādina dienas pirms termiņa', en: 'Reminders, days before the deadline', unit: 'days', least: 1, most: 60 },
  'smallest-number': { lv: 'Pārskatā slēpj skaitļus, kas mazāki par', en: 'The report hides numbers smaller than', unit: 'people', least: 0, most: 200 },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;
export const SCHOOLAGE_PARAMETERS: ParameterFamily<ParameterName> = { of: PARAMETERS, law: true };
