import type { Parameter, ParameterFamily } from '#kernel/parameter.js';

/** The numbers that the portal goes by; the queue's hold for each web process. */
const PARAMETERS = {
  'visible-months': { lv: 'Cik mēnešus no publicēšanas rezultāts redzams portālā', en: 'For how many months from its publication a result is shown', unit: 'months', least: 1, most: 36 },
  'entries-per-second': { lv: 'Cik cilvēku sekundē ielaiž viens tīmekļa process', en: 'How many people one web process lets in each second', unit: 'people', least: 1, most: 1_000 },
  'entries-at-once': { lv: 'Cik cilvēku ielaiž uzreiz, pirms sākas rinda', en: 'How many people are let in at once before a queue begins', unit: 'people', least: 1, most: 5_000 },
  'pass-minutes': { lv: 'Cik ilgi pēc ielaišanas rindā vairs nav jāstāv', en: 'For how long nobody queues again after being let in', unit: 'minutes', least: 5, most: 240 },
  'place-minutes': { lv: 'Cik ilgi vieta rindā gaida, kad tās kārta ir pienākusi', en: 'For how long a place waits once its turn has come', unit: 'minutes', least: 1, most: 60 },
  'packet-days': { lv: 'Cik dienas pirms publicēšanas var pieprasīt aizzīmogotu paciņu (0: to nepiedāvā)', en: 'For how many days before publication a sealed packet can be asked for (0: not offered)', unit: 'days', least: 0, most: 60 },
  'packet-hours': { lv: 'Cik stundas pirms publicēšanas aizzīmogotās paciņas sāk izsniegt', en: 'How many hours before publication sealed packets begin to be given', unit: 'hours', least: 1, most: 168 },
  'packet-keep-days': { lv: 'Cik dienas pēc publicēšanas glabā aizzīmogoto paciņu pieprasījumus un atslēgu', en: 'For how many days after publication requests for sealed packets and their key are kept', unit: 'days', least: 1, most: 400 },
  'key-spread-seconds': { lv: 'Cik sekundēs ierīces izkliedē atslēgas pieprasījumus', en: 'Over how many seconds devices spread their requests for the key', unit: 'seconds', least: 0, most: 60 },
} as const satisfies Record<string, Parameter>;

export type PortalParameter = keyof typeof PARAMETERS;

export const PORTAL_NUMBERS: ParameterFamily<PortalParameter> = { of: PARAMETERS, law: true };
