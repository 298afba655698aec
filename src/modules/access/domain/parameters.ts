import { fill, type Text } from '#kernel/text.js';
import type { Parameter, ParameterFamily } from '#kernel/parameter.js';
import { AT_LEAST_AS, AT_MOST_AS } from '../texts.js';

/**
 * The limits that an administrator may change; their values are dated rows with a basis. Their ranges keep anyone from being
 * locked out, and attempts and passwords within NIST SP 800-63B-4, 3.1.1 and 3.2.2.
 */
export const PARAMETERS = {
  'session-idle-minutes': { lv: 'Sesija beidzas, ja netiek lietota', en: 'A session ends when unused for', unit: 'minutes', least: 5, most: 720 },
  'session-absolute-minutes': { lv: 'Sesija beidzas jebkurā gadījumā', en: 'A session ends in any case after', unit: 'minutes', least: 30, most: 1_440 },
  'code-step-minutes': { lv: 'Laiks vienreizējā koda ievadei', en: 'Time to enter the one-time code', unit: 'minutes', least: 2, most: 30 },
  'proof-minutes': { lv: 'Laiks pierādījumam (Smart-ID, piekļuves atslēga u. c.)', en: 'Time for a proof (Smart-ID, passkey and others)', unit: 'minutes', least: 2, most: 30 },
  'risky-action-minutes': { lv: 'Riskantai darbībai identitāte jāapliecina no jauna pēc', en: 'For a risky action the user proves anew after', unit: 'minutes', least: 1, most: 720 },
  'directory-check-seconds': {
    lv: 'Cik ilgi uzticas pašvaldības tīkla atbildei, ka lietotāja konts ir aktīvs (0 – jautā katru reizi)',
    en: 'How long the municipality’s network is believed that a user’s account is active (0 – asked each time)',
    unit: 'seconds',
    least: 0,
    most: 300,
  },
  'exception-notice-days': { lv: 'Izņēmums no pierakstīšanās kārtības vairs nav drošs pēdējās', en: 'An exception from the sign-in policy is not relied on in its last', unit: 'days', least: 1, most: 60 },
  'password-link-hours': { lv: 'Paroles izvēles saites derīgums', en: 'A link for choosing a password lasts', unit: 'hours', least: 1, most: 336 },
  'password-least-length': { lv: 'Mazākais paroles garums', en: 'Least length of a password', unit: 'characters', least: 8, most: 64 },
  'attempts-window-minutes': { lv: 'Kļūdainos mēģinājumus skaita pēdējās', en: 'Wrong attempts are counted over the last', unit: 'minutes', least: 1, most: 1_440 },
  'attempts-on-account-from-address': { lv: 'Kļūdaini mēģinājumi vienam lietotājam no viena tīkla', en: 'Wrong attempts on one user from one network', unit: 'attempts', least: 3, most: 100 },
  'attempts-on-account': { lv: 'Kļūdaini mēģinājumi vienam lietotājam no visiem tīkliem', en: 'Wrong attempts on one user from all networks', unit: 'attempts', least: 10, most: 100 },
  'attempts-from-address': { lv: 'Kļūdaini mēģinājumi no viena tīkla visiem lietotājiem', en: 'Wrong attempts from one network on all users', unit: 'attempts', least: 10, most: 10_000 },
  'device-code-attempts': { lv: 'Nepareizi ierīču kodi vienam lietotājam no viena tīkla', en: 'Wrong codes of devices by one user from one network', unit: 'attempts', least: 3, most: 100 },
  'device-code-attempts-from-address': { lv: 'Nepareizi ierīču kodi no viena tīkla', en: 'Wrong codes of devices from one network', unit: 'attempts', least: 10, most: 10_000 },
  'phone-asks-in-all': { lv: 'Pieprasījumi uz Smart-ID tālruņiem kopā', en: 'Requests to phones by Smart-ID in all', unit: 'attempts', least: 20, most: 100_000 },
  'confirmation-months': { lv: 'Tiesības jāapstiprina ik pēc', en: 'Rights are to be confirmed every', unit: 'months', least: 1, most: 36 },
  'confirmation-grace-days': {
    lv: 'Neapstiprinātas tiesības beidzas pēc (0 – nebeidzas)',
    en: 'Unconfirmed rights end after (0 – they do not end)',
    unit: 'days',
    least: 0,
    most: 365,
  },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;
export type Parameters = Readonly<Record<ParameterName, number>>;

/** Limits of which the first may not exceed the second. */
const ORDERED: readonly (readonly [smaller: ParameterName, greater: ParameterName])[] = [
  ['session-idle-minutes', 'session-absolute-minutes'],
  ['attempts-on-account-from-address', 'attempts-on-account'],
  ['device-code-attempts', 'device-code-attempts-from-address'],
];

export const LIMITS: ParameterFamily<ParameterName> = {
  of: PARAMETERS,
  law: false,
  contradiction(changed, values) {
    const against = ORDERED.find(([smaller, greater]) => (changed === smaller || changed === greater) && values[smaller][0]! > values[greater][0]!);
    if (!against) return undefined;
    const [smaller, greater] = against;
    return changed === smaller ? beside(AT_MOST_AS, greater, values[greater][0]!) : beside(AT_LEAST_AS, smaller, values[smaller][0]!);
  },
};

function beside(sentence: Text, other: ParameterName, value: number): Text {
  const { lv, en } = PARAMETERS[other];
  return { lv: fill(sentence, { other: lv, value }).lv, en: fill(sentence, { other: en, value }).en };
}
