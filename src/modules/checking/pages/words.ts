import type { Text } from '#kernel/text.js';

export const W = {
  check: { lv: 'Dokumenta pārbaude', en: 'Check a document' },
  lists: { lv: 'Uzticamie saraksti', en: 'Trusted lists' },
} as const satisfies Readonly<Record<string, Text>>;
