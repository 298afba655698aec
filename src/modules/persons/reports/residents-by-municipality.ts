import { z } from 'zod';
import { IsoDateInput, readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import { getEditionOn, listEditionChoices } from '#modules/territories/public.js';
import { reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { ageGroupWords, LEAST_SHOWN, shownCount } from '../domain/resident-counts.js';
import { findPersonsPermission } from '../permissions.js';
import { type CountRow, streamResidentCounts } from '../store/resident-counts.js';

const REPORT_WORDS = {
  title: { lv: 'Iedzīvotāju skaits pašvaldībās pa vecuma grupām', en: 'Residents by municipality and age group' },
  summary: {
    lv: 'Cik iedzīvotāju dienā ir deklarēti katrā pašvaldībā katrā vecuma grupā. Tikai skaitļi; ļoti mazi skaitļi nav rādīti.',
    en: 'How many residents of each age group have their declared address in each municipality on a day. Numbers alone; very small ones are not shown.',
  },
  on: { lv: 'Iedzīvotāji dienā', en: 'Residents on' },
  onHint: { lv: 'Tukšs – šodiena.', en: 'Empty: today.' },
  edition: { lv: 'Pašvaldību karte', en: 'Map of municipalities' },
  editionFrom: { lv: 'redakcija no', en: 'edition from' },
  basis: { lv: 'Pašvaldību nosaka', en: 'Municipality by' },
  byDeclaredAddress: { lv: 'šajā dienā deklarētā dzīvesvieta', en: 'address declared on the day' },
  leftOut: { lv: 'Nav ieskaitīti', en: 'Not counted' },
  whoIsLeftOut: { lv: 'aizsargājamās personas un personas bez deklarētas dzīvesvietas', en: 'protected persons, and persons without a declared address' },
  hidden: { lv: 'Nerādītie skaitļi', en: 'Numbers not shown' },
  hiddenBelow: { lv: `mazāki par ${LEAST_SHOWN}, arī nulle`, en: `below ${LEAST_SHOWN}, zero too` },
  reach: { lv: 'Kas iekļauts', en: 'What is in it' },
  everywhere: { lv: 'visa valsts', en: 'the whole country' },
  within: { lv: 'tikai pieprasītāja pašvaldību iedzīvotāji', en: 'residents of the asker’s municipalities alone' },
  atvk: { lv: 'ATVK kods', en: 'ATVK code' },
  unit: { lv: 'Pašvaldība', en: 'Municipality' },
  undecided: { lv: 'nav nosakāma no datiem', en: 'cannot be told from data' },
  ageGroup: { lv: 'Vecums (gadi)', en: 'Age (years)' },
  residents: { lv: 'Iedzīvotāji', en: 'Residents' },
  note: { lv: 'Piezīme', en: 'Note' },
} as const satisfies Record<string, Text>;

/** Counts alone, of people whom the asker may find one by one; no totals, from which a hidden number could be told. */
export const residentsByMunicipality = reportKind({
  name: 'residents-by-municipality',
  title: REPORT_WORDS.title,
  summary: REPORT_WORDS.summary,
  permission: findPersonsPermission,
  input: z.object({ on: IsoDateInput.optional(), edition: IsoDateInput }),
  fields: [
    { name: 'on', label: REPORT_WORDS.on, hint: REPORT_WORDS.onHint, kind: 'day', optional: true },
    { name: 'edition', label: REPORT_WORDS.edition, kind: 'choice', options: ({ tx }) => listEditionChoices(tx) },
  ],
  columns: columnsOf,
  async *rows({ tx, scope, today }, { on = today, edition }) {
    yield* streamResidentCounts(tx, { on, edition: await getEditionOn(tx, 'edition', edition), scope, today });
  },
  async about({ tx, scope, today }, { on = today, edition }, lang) {
    return [
      { label: REPORT_WORDS.on[lang], value: readableDay(on) },
      { label: REPORT_WORDS.edition[lang], value: `${REPORT_WORDS.editionFrom[lang]} ${readableDay(await getEditionOn(tx, 'edition', edition))}` },
      { label: REPORT_WORDS.basis[lang], value: REPORT_WORDS.byDeclaredAddress[lang] },
      { label: REPORT_WORDS.reach[lang], value: (scope.everywhere ? REPORT_WORDS.everywhere : REPORT_WORDS.within)[lang] },
      { label: REPORT_WORDS.leftOut[lang], value: REPORT_WORDS.whoIsLeftOut[lang] },
      { label: REPORT_WORDS.hidden[lang], value: REPORT_WORDS.hiddenBelow[lang] },
    ];
  },
});

function columnsOf(lang: Lang): Column<CountRow>[] {
  return [
    { kind: 'text', header: REPORT_WORDS.atvk[lang], value: (row) => row.atvk },
    { kind: 'text', header: REPORT_WORDS.unit[lang], value: (row) => row.unit ?? REPORT_WORDS.undecided[lang] },
    { kind: 'text', header: REPORT_WORDS.ageGroup[lang], value: (row) => ageGroupWords(row.ageGroup) },
    { kind: 'integer', header: REPORT_WORDS.residents[lang], value: (row) => shownCount(row.residents) },
    { kind: 'text', header: REPORT_WORDS.note[lang], value: (row) => (shownCount(row.residents) === null ? `<${LEAST_SHOWN}` : null) },
  ];
}
