import type { Parameter, ParameterFamily } from '#kernel/parameter.js';
import { AHEAD_TOO_LONG } from '../texts.js';

/** What an administrator may change of the provider: the keys keep changing, and programs keep learning of them in time. */
export const PARAMETERS = {
  'signing-key-days': { lv: 'Parakstīšanas atslēga tiek mainīta ik pēc', en: 'A signing key is replaced every', unit: 'days', least: 7, most: 730 },
  'signing-key-ahead-days': { lv: 'Jaunā atslēga tiek publicēta pirms lietošanas', en: 'A new key is published before its use', unit: 'days', least: 1, most: 30 },
} as const satisfies Record<string, Parameter>;

/** A key lives longer than it is announced ahead. */
export const KEY_PACE: ParameterFamily<keyof typeof PARAMETERS> = {
  of: PARAMETERS,
  law: false,
  contradiction: (_, values) => (values['signing-key-days'][0]! > values['signing-key-ahead-days'][0]! ? undefined : AHEAD_TOO_LONG),
};
