import { listYearChoices, yearName } from '#modules/education/public.js';
import { getEditionOn, listUnitsOn } from '#modules/territories/public.js';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import type { ReportField } from '#platform/reports/report-kind.js';
import type { AboutLine } from '#platform/spreadsheets/spreadsheet.js';

export const W = {
  year: { lv: 'Mācību gads', en: 'School year' },
  period: { lv: 'Periods', en: 'Period' },
  semester: { lv: 'Semestris', en: 'Semester' },
  on: { lv: 'Diena', en: 'Day' },
  onToday: { lv: 'Tukšs – šodiena.', en: 'Empty: today.' },
  municipality: { lv: 'Pašvaldība', en: 'Municipality' },
  otherFounders: { lv: 'Citi dibinātāji', en: 'Other founders' },
  regNr: { lv: 'Iestādes reģistrācijas Nr.', en: 'Registration number' },
  name: { lv: 'Iestādes nosaukums', en: 'Name of institution' },
  kind: { lv: 'Iestādes veids', en: 'Kind of institution' },
  total: { lv: 'Kopā', en: 'Total' },
  data: { lv: 'Dati', en: 'Data' },
  live: { lv: 'dzīvi: kā reģistrā datu brīdī', en: 'live: as in the register at the moment of the data' },
  edition: { lv: 'Pašvaldību karte', en: 'Map of municipalities' },
  editionFrom: { lv: 'redakcija no', en: 'edition from' },
  basis: { lv: 'Pašvaldību nosaka', en: 'Municipality by' },
  byFounder: { lv: 'faktiskais dibinātājs (ne adrese) dienā', en: 'actual founder (not the address) on' },
  hidden: { lv: 'Slēptie skaitļi', en: 'Hidden numbers' },
} as const satisfies Record<string, Text>;

/** What every report says of where its municipalities come from. */
export async function placeLines(tx: Read, day: IsoDate, lang: Lang): Promise<AboutLine[]> {
  return [
    { label: W.edition[lang], value: `${W.editionFrom[lang]} ${readableDay(await getEditionOn(tx, 'on', day))}` },
    { label: W.basis[lang], value: `${W.byFounder[lang]} ${readableDay(day)}` },
  ];
}

export const hiddenLine = (threshold: number, lang: Lang): AboutLine => ({
  label: W.hidden[lang],
  value: {
    lv: `tukša šūna: skaitlis ir mazāks par ${threshold} vai no tā šādu skaitli varētu izrēķināt; nulle ir nulle`,
    en: `an empty cell: the number is below ${threshold}, or such a number could be computed from it; zero is zero`,
  }[lang],
});

/** Names of municipalities on a day. */
export async function unitNames(tx: Read, day: IsoDate): Promise<(unitId: number | null) => string | null> {
  const names = new Map((await listUnitsOn(tx, day)).map((unit) => [unit.unitId, unit.name]));
  return (unitId) => (unitId === null ? null : (names.get(unitId) ?? null));
}

/** The school years to choose from, the present one first. */
export const yearField: ReportField = {
  name: 'year',
  label: W.year,
  kind: 'choice',
  options: async ({ tx, today }) => {
    const years = await listYearChoices(tx);
    const begun = years.filter((one) => one.startsOn <= today);
    return [...begun, ...years.filter((one) => one.startsOn > today)].map(({ year }) => ({ value: String(year), text: yearName(year) }));
  },
};
