import type { Parameter, ParameterFamily } from '#kernel/parameter.js';

/** The numbers that the portal goes by; the queue's hold for each web process. */
const PARAMETERS = {
  'visible-months': { lv: 'Cik mēnešus no publicēšanas rezultāts redzams portālā', en: 'For how many months from its publication a result is shown', unit: 'months', least: 1, most: 36 },
  'entries-per-second': { lv: 'Cik cilvēku sekundē ielaiž viens tīmekļa process', en: 'How many people one web process lets in each second', unit: 'people', least: 1, most: 1_000 },
  'entries-at-once': { lv: 'Cik cilvēku ielaiž uzreiz, pirms sākas rinda', en: 'How many people are let in at once before a queue begins', unit: 'people', least: 1, most: 5_000 },
  'pass-minutes': { lv: 'Cik ilgi pēc ielaišanas rindā vairs nav jāstāv', en: 'For how long nobody queues again after being let in', unit: 'minutes', least: 5, most: 240 },
  'place-minutes': { lv: 'Cik ilgi vieta rindā gaida, kad tās kārta ir pienākusi', en: 'For how long a place waits once its turn has come', unit: 'minutes', least: 1, most: 60 },
} as const satisfies Record<string, Parameter>;

export type PortalParameter = keyof typeof PARAMETERS;

export const PORTAL_NUMBERS: ParameterFamily<PortalParameter> = { of: PARAMETERS, law: true };
