import type { Text } from '#kernel/text.js';

export const REPORT_WORDS = {
  title: { lv: 'Izglītības iestāžu reģistrs', en: 'Register of education institutions' },
  summary: {
    lv: 'Visas iestādes, kas dienā darbojas: numuri, nosaukums, veids, tips un pakļautība, akreditācija, dibinātāji, vadītājs, pašvaldība un adrese.',
    en: 'All institutions open on a day: numbers, name, kind, type and subordination, accreditation, founders, head, municipality and address.',
  },
  on: { lv: 'Reģistrs dienā', en: 'Register as of' },
  onHint: { lv: 'Tukšs – šodiena.', en: 'Empty: today.' },
  edition: { lv: 'Pašvaldību karte', en: 'Map of municipalities' },
  editionHint: { lv: 'Kuras redakcijas pašvaldībā norādīt adresi.', en: 'On which edition of the map the address is placed.' },
  editionFrom: { lv: 'redakcija no', en: 'edition from' },
  basis: { lv: 'Pašvaldību nosaka', en: 'Municipality by' },
  byLegalAddress: { lv: 'iestādes juridiskā adrese', en: 'legal address of the institution' },
  founderNames: { lv: 'Dibinātāju nosaukumi', en: 'Names of founders' },
  ofTheDay: { lv: 'kādi tie bija šajā dienā', en: 'as they were on the day' },
  headNames: { lv: 'Vadītāju vārdi', en: 'Names of heads' },
  borneToday: { lv: 'kādi tie ir šodien vai bija pēdējā dienā amatā', en: 'as they are today, or were on the last day in office' },
  total: { lv: 'Iestādes kopā', en: 'Institutions in total' },
  stateGymnasium: { lv: 'Valsts ģimnāzija', en: 'State gymnasium' },
  yes: { lv: 'ir', en: 'yes' },
  founders: { lv: 'Dibinātāji', en: 'Founders' },
  actualFounderType: { lv: 'Faktiskā dibinātāja veids', en: 'Kind of actual founder' },
  atvk: { lv: 'ATVK kods', en: 'ATVK code' },
  actualAddress: { lv: 'Faktiskā adrese, ja atšķiras', en: 'Actual address, where it differs' },
} as const satisfies Record<string, Text>;
