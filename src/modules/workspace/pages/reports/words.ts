import type { Text } from '#kernel/text.js';

export const WORDS = {
  title: { lv: 'Pārskati', en: 'Reports' },
  asked: { lv: 'Pieprasītie pārskati', en: 'Reports asked for' },
  report: { lv: 'Pārskats', en: 'Report' },
  about: { lv: 'Par datni', en: 'About the file' },
  otherLanguage: { lv: 'Datne ir angļu valodā, jo tajā pieprasīta.', en: 'The file is in Latvian, as it was asked for.' },
  askedAt: { lv: 'Pieprasīts', en: 'Asked for' },
  state: { lv: 'Stāvoklis', en: 'State' },
  file: { lv: 'Datne', en: 'File' },
  rows: { lv: 'rindas', en: 'rows' },
  download: { lv: 'Lejupielādēt', en: 'Download' },
  beside: { lv: 'Datnes apraksts (JSON)', en: 'What the file says of itself (JSON)' },
  until: { lv: 'pieejama līdz', en: 'kept until' },
  lookAgain: { lv: 'Atjaunot', en: 'Look again' },
  none: { lv: 'Neviens pārskats nav pieprasīts', en: 'No report has been asked for' },
  noneHint: { lv: 'Izvēlieties pārskatu zemāk; to sagatavos fonā, lapu var pamest, un par gatavu datni saņemsiet paziņojumu.', en: 'Choose one below; it is made in the background and you may leave the page and will be told when it is ready.' },
  ask: { lv: 'Pieprasīt pārskatu', en: 'Ask for a report' },
  format: { lv: 'Formāts', en: 'Format' },
  askButton: { lv: 'Pieprasīt', en: 'Ask' },
  narrow: { lv: 'Rādīt šī veida', en: 'Show this kind' },
  nothingToChoose: { lv: 'Te pagaidām nav, ko izvēlēties.', en: 'There is nothing to choose here yet.' },
  allOfThem: { lv: 'Visas', en: 'All' },
  askedFor: {
    lv: 'Pārskats ir pieprasīts. To gatavo fonā; šo lapu var pamest: kad datne būs gatava, saņemsiet paziņojumu.',
    en: 'The report is asked for. It is made in the background; you may leave this page and will be told when it is ready.',
  },
} as const satisfies Record<string, Text>;
