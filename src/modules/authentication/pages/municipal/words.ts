import type { Text } from '#kernel/text.js';

export const WORDS = {
  title: { lv: 'Ar pašvaldības kontu', en: 'By an account of a municipality' },
  municipality: { lv: 'Pašvaldība', en: 'Municipality' },
  otherwise: { lv: 'Pierakstīties citādi', en: 'Sign in in another way' },
  link: { lv: 'Saistīt pašvaldības kontu', en: 'Link a municipal account' },
} as const satisfies Record<string, Text>;
