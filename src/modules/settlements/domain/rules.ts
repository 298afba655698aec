import type { Parameter, ParameterFamily } from '#kernel/parameter.js';
import type { Text } from '#kernel/text.js';

/** What settlements between municipalities go by. */
const RULES = {
  'count-months': { lv: 'Izglītojamos skaita šo mēnešu pirmajā dienā (mēneša kārtas numurs)', en: 'Learners are counted on the first day of these months (number of the month)', unit: 'months', least: 1, most: 12, upTo: 4 },
  'back-months': { lv: 'Norēķinās par pagājušajiem mēnešiem, ne vairāk kā', en: 'Past months are settled for, at most', unit: 'months', least: 0, most: 36 },
  'summer-months': { lv: 'Vasaras mēneši, kuros skaita visus, kas mācījās pirms vasaras (0, ja tādu nav)', en: 'Summer months, in which everyone counts who learnt before the summer (0 if there are none)', unit: 'months', least: 0, most: 12, upTo: 4 },
  'rounding-cents': { lv: 'Viena izglītojamā mēneša izmaksas noapaļo līdz', en: 'The monthly cost of a learner is rounded to', unit: 'cents', least: 1, most: 100 },
} as const satisfies Record<string, Parameter>;

export type RuleName = keyof typeof RULES;

export const SETTLEMENT_RULES: ParameterFamily<RuleName> = {
  of: RULES,
  law: true,
  contradiction: (changed, values) => (changed === 'count-months' && !values['count-months'].includes(1) ? WITHOUT_JANUARY : undefined),
};

const WITHOUT_JANUARY: Text = { lv: 'Starp skaitīšanas mēnešiem jābūt janvārim (1), citādi gada sākums nav nevienā norēķinā.', en: 'January (1) must be among the months of the count, else the beginning of the year is in no settlement.' };
