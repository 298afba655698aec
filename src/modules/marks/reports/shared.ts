import { listYearChoices, yearName } from '#modules/education/public.js';
import { invalid } from '#kernel/errors.js';
import { addDays, type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import type { ReportField } from '#platform/reports/report-kind.js';

export const W = {
  year: { lv: 'Mācību gads', en: 'School year' },
  period: { lv: 'Periods', en: 'Period' },
  semester: { lv: 'Semestris', en: 'Semester' },
  on: { lv: 'Diena', en: 'Day' },
  onToday: { lv: 'Tukšs – šodiena.', en: 'Empty: today.' },
  municipality: { lv: 'Pašvaldība', en: 'Municipality' },
  regNr: { lv: 'Iestādes reģistrācijas Nr.', en: 'Registration number' },
  name: { lv: 'Iestādes nosaukums', en: 'Name of institution' },
  kind: { lv: 'Iestādes veids', en: 'Kind of institution' },
  total: { lv: 'Kopā', en: 'Total' },
} as const satisfies Record<string, Text>;

/** @throws InvalidInput at `on` where no school year is known for the day: a file without rows would say that nobody learns then */
export async function refuseUnknownYear(tx: Read, on: IsoDate): Promise<void> {
  const years = await listYearChoices(tx);
  if (years.some(({ startsOn, endsBefore }) => startsOn <= on && on < endsBefore)) return;
  const last = years[0];
  const first = years.at(-1);
  throw invalid('on', first && last ? fill(NO_YEAR, { day: readableDay(on), from: readableDay(first.startsOn), until: readableDay(addDays(last.endsBefore, -1)) }) : NO_YEARS);
}

const NO_YEAR: Text = {
  lv: 'Dienai {day} reģistrā nav mācību gada. Izvēlieties dienu no {from} līdz {until}',
  en: 'The register has no school year for {day} Choose a day from {from} to {until}',
};
const NO_YEARS: Text = { lv: 'Reģistrā vēl nav neviena mācību gada. Vispirms ievadiet to sadaļā “Mācību gadi un klasifikatori”.', en: 'The register has no school year yet. Enter one first under “School years and classifiers”.' };

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
