import type { Text } from '#kernel/text.js';

export const WORDS = {
  check: { lv: 'E-žurnāla paketes pārbaude', en: 'Check of an e-journal package' },
  package: { lv: 'Pakete (ZIP)', en: 'Package (ZIP)' },
  file: { lv: 'Fails', en: 'File' },
  finding: { lv: 'Kas nav kārtībā', en: 'What is wrong' },
  findings: { lv: 'Kļūdas un brīdinājumi', en: 'Errors and warnings' },
  severity: { lv: 'Svarīgums', en: 'Severity' },
  error: { lv: 'Kļūda', en: 'Error' },
  warning: { lv: 'Brīdinājums', en: 'Warning' },
  errors: { lv: 'Kļūdas', en: 'Errors' },
  warnings: { lv: 'Brīdinājumi', en: 'Warnings' },
  place: { lv: 'Kur', en: 'Where' },
  row: { lv: 'Rinda', en: 'Row' },
  column: { lv: 'Kolonna', en: 'Column' },
  expected: { lv: 'Gaidīts', en: 'Expected' },
  actual: { lv: 'Ir', en: 'Found' },
  suggestion: { lv: 'Derētu', en: 'Would do' },
  todo: { lv: 'Ko darīt', en: 'What to do' },
  code: { lv: 'Kods', en: 'Code' },
  count: { lv: 'Skaits', en: 'Count' },
  rows: { lv: 'Ieraksti', en: 'Records' },
} as const satisfies Record<string, Text>;
