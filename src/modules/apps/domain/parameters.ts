import type { Text } from '#kernel/text.js';

/** Its title, and between which days the keys keep changing and programs keep learning of them in time. */
interface Parameter extends Text {
  readonly least: number;
  readonly most: number;
}

/** What an administrator may change of the provider; values are dated rows with a basis. */
export const PARAMETERS = {
  'signing-key-days': { lv: 'Parakstīšanas atslēga tiek mainīta ik pēc (dienas)', en: 'A signing key is replaced every (days)', least: 7, most: 730 },
  'signing-key-ahead-days': { lv: 'Jaunā atslēga tiek publicēta pirms lietošanas (dienas)', en: 'A new key is published before its use (days)', least: 1, most: 30 },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as readonly ParameterName[];
export type Parameters = Readonly<Record<ParameterName, number>>;

/** Whether a key lives longer than it is announced ahead, were one of the values changed. */
export const lastsLongerThanAhead = (name: ParameterName, value: number, others: Parameters): boolean => {
  const after = { ...others, [name]: value };
  return after['signing-key-days'] > after['signing-key-ahead-days'];
};
