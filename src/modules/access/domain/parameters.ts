import type { Text } from '#kernel/text.js';

/** The limits that an administrator may change; their values are dated rows with a basis. */
export const PARAMETERS = {
  'session-idle-minutes': { lv: 'Sesija beidzas, ja netiek lietota (minūtes)', en: 'A session ends when unused for (minutes)' },
  'session-absolute-minutes': { lv: 'Sesija beidzas jebkurā gadījumā (minūtes)', en: 'A session ends in any case after (minutes)' },
  'code-step-minutes': { lv: 'Laiks vienreizējā koda ievadei (minūtes)', en: 'Time to enter the one-time code (minutes)' },
  'proof-minutes': { lv: 'Laiks pierādījumam (Smart-ID, piekļuves atslēga u. c.; minūtes)', en: 'Time for a proof (Smart-ID, passkey and others; minutes)' },
  'risky-action-minutes': { lv: 'Riskantai darbībai identitāte jāapliecina no jauna pēc (minūtes)', en: 'For a risky action the user proves anew after (minutes)' },
  'directory-check-seconds': { lv: 'Pašvaldības domēna atbildi par sesijas lietotāju tur (sekundes)', en: 'The domain’s answer about the user of a session is kept for (seconds)' },
  'password-link-hours': { lv: 'Paroles izvēles saites derīgums (stundas)', en: 'A link for choosing a password lasts (hours)' },
  'password-least-length': { lv: 'Mazākais paroles garums (rakstzīmes)', en: 'Least length of a password (characters)' },
  'attempts-window-minutes': { lv: 'Kļūdainie mēģinājumi tiek skaitīti (minūtes)', en: 'Wrong attempts are counted over (minutes)' },
  'attempts-on-account-from-address': { lv: 'Kļūdaini mēģinājumi vienam lietotājam no viena tīkla', en: 'Wrong attempts on one user from one network' },
  'attempts-on-account': { lv: 'Kļūdaini mēģinājumi vienam lietotājam no visiem tīkliem', en: 'Wrong attempts on one user from all networks' },
  'attempts-from-address': { lv: 'Kļūdaini mēģinājumi no viena tīkla visiem lietotājiem', en: 'Wrong attempts from one network on all users' },
  'confirmation-months': { lv: 'Tiesības jāapstiprina ik pēc (mēneši)', en: 'Rights are to be confirmed every (months)' },
  'confirmation-grace-days': {
    lv: 'Neapstiprinātas tiesības beidzas pēc (dienas; 0 – nebeidzas)',
    en: 'Unconfirmed rights end after (days; 0 – they do not end)',
  },
} as const satisfies Record<string, Text>;

export type ParameterName = keyof typeof PARAMETERS;
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as readonly ParameterName[];
export type Parameters = Readonly<Record<ParameterName, number>>;
