import type { Text } from '#kernel/text.js';

/** What the parts of a form are called. */
export const FIELDS = {
  validFrom: { lv: 'Izdošanas dienām no', en: 'For days of issue from' },
  issuer: { lv: 'Izdevējs', en: 'Issuer' },
  title: { lv: 'Nosaukums', en: 'Title' },
  statements: { lv: 'Kas apliecināts', en: 'What is certified' },
  outcome: { lv: 'Kopvērtējuma rinda', en: 'Line of the total' },
  partHead: { lv: 'Tabulas pirmais virsraksts', en: 'First head of the table' },
  valueHead: { lv: 'Tabulas otrais virsraksts', en: 'Second head of the table' },
  place: { lv: 'Vieta un diena', en: 'Place and day' },
  attestation: { lv: 'Apliecinājums par zīmogu', en: 'Words on the seal' },
  notices: { lv: 'Norādes lapas beigās', en: 'Notices at the end' },
  legalBasis: { lv: 'Tiesiskais pamats', en: 'Legal basis' },
} as const satisfies Record<string, Text>;
