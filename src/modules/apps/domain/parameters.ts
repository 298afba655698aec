import type { Text } from '#kernel/text.js';

/** What an administrator may change of the provider; values are dated rows with a basis. */
export const PARAMETERS = {
  'signing-key-days': { lv: 'Parakstīšanas atslēga tiek mainīta ik pēc (dienas)', en: 'A signing key is replaced every (days)' },
  'signing-key-ahead-days': { lv: 'Jaunā atslēga tiek publicēta pirms lietošanas (dienas)', en: 'A new key is published before its use (days)' },
} as const satisfies Record<string, Text>;

export type ParameterName = keyof typeof PARAMETERS;
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as readonly ParameterName[];
export type Parameters = Readonly<Record<ParameterName, number>>;
