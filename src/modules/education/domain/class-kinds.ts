import type { Text } from '#kernel/text.js';

/** Kinds of classes and groups; those in a grade are promoted at the end of the year, the others are copied. */
export const CLASS_KINDS = {
  class: { lv: 'Klase', en: 'Class' },
  special: { lv: 'Speciālā klase', en: 'Special class' },
  preschool: { lv: 'Pirmsskolas grupa', en: 'Preschool group' },
  'extended day': { lv: 'Pagarinātās dienas grupa', en: 'Extended-day group' },
  interest: { lv: 'Interešu izglītības grupa', en: 'Interest group' },
  'vocational orientation': { lv: 'Profesionālās ievirzes grupa', en: 'Vocational-orientation group' },
  activity: { lv: 'Nodarbību grupa', en: 'Activity group' },
} as const satisfies Record<string, Text>;

export type ClassKind = keyof typeof CLASS_KINDS;
export const CLASS_KIND_NAMES = Object.keys(CLASS_KINDS) as [ClassKind, ...ClassKind[]];

export const isInGrade = (kind: ClassKind): boolean => kind === 'class' || kind === 'special';

/** In which language a class is taught. */
export const CLASS_LANGUAGES = {
  lv: { lv: 'Latviešu', en: 'Latvian' },
  minority: { lv: 'Mazākumtautības', en: 'A minority’s' },
  other: { lv: 'Cita', en: 'Another' },
} as const satisfies Record<string, Text>;
export const LANGUAGES = Object.keys(CLASS_LANGUAGES) as [keyof typeof CLASS_LANGUAGES, ...(keyof typeof CLASS_LANGUAGES)[]];
