import { listYearChoices, yearName } from '#modules/education/public.js';
import { listFoundersPlaced } from '#modules/institutions/public.js';
import { getEditionOn, listEditionChoices, listUnitsOn } from '#modules/territories/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { fill, type Lang, type Text } from '#kernel/text.js';
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
  editionHint: { lv: 'Kuras redakcijas pašvaldībās rādīt iestādes.', en: 'In the municipalities of which edition institutions are shown.' },
  placed: { lv: 'citā kartē – pašvaldība, kas tajā atbilst dibinātājam, dalītai vai apvienotai – pēc iestādes adreses', en: 'on another map the municipality that the founder is there; of one divided or merged, by the institution’s address' },
  undecided: { lv: 'nav nosakāma no datiem', en: 'cannot be told from data' },
  basis: { lv: 'Pašvaldību nosaka', en: 'Municipality by' },
  byFounder: { lv: 'faktiskais dibinātājs (ne adrese) dienā', en: 'actual founder (not the address) on' },
  hidden: { lv: 'Slēptie skaitļi', en: 'Hidden numbers' },
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

/** Under which edition of the map municipalities are told; that of the report's day when nothing is said. */
export const EditionInput = emptyAsNull(IsoDateInput);
export const editionField: ReportField = { name: 'edition', label: W.edition, hint: W.editionHint, kind: 'choice', options: ({ tx }) => listEditionChoices(tx) };

/** The edition asked for, and that of the day whose founders count. */
async function editionsOf(tx: Read, day: IsoDate, wanted: IsoDate | null): Promise<{ readonly edition: IsoDate; readonly own: IsoDate }> {
  const own = await getEditionOn(tx, 'on', day);
  return { own, edition: wanted === null ? own : await getEditionOn(tx, 'edition', wanted) };
}

/** What every report says of where its municipalities come from. */
export async function placeLines(tx: Read, day: IsoDate, wanted: IsoDate | null, lang: Lang): Promise<AboutLine[]> {
  const { edition, own } = await editionsOf(tx, day, wanted);
  return [
    { label: W.edition[lang], value: `${W.editionFrom[lang]} ${readableDay(edition)}` },
    { label: W.basis[lang], value: `${W.byFounder[lang]} ${readableDay(day)}${edition === own ? '' : `; ${W.placed[lang]}`}` },
  ];
}

export const hiddenLine = (threshold: number, lang: Lang): AboutLine => ({
  label: W.hidden[lang],
  value: {
    lv: `tukša šūna: skaitlis ir mazāks par ${threshold} vai no tā šādu skaitli varētu izrēķināt; nulle ir nulle`,
    en: `an empty cell: the number is below ${threshold}, or such a number could be computed from it; zero is zero`,
  }[lang],
});

interface OfFounder {
  readonly institutionId: string;
  /** The municipality (body) that is its founder on the day; null: another founder. */
  readonly unitId: number | null;
}
export type UnitNamer = (of: OfFounder, lang: Lang) => string;

/** What the municipality of an institution is called in the edition asked for. */
export async function unitNamer(tx: Read, day: IsoDate, wanted: IsoDate | null): Promise<UnitNamer> {
  const { edition, own } = await editionsOf(tx, day, wanted);
  if (edition === own) {
    const names = new Map((await listUnitsOn(tx, day)).map((unit) => [unit.unitId, unit.name]));
    return ({ unitId }, lang) => (unitId === null ? W.otherFounders[lang] : (names.get(unitId) ?? W.undecided[lang]));
  }
  const placed = new Map((await listFoundersPlaced(tx, day, edition)).map(({ institutionId, unit }) => [institutionId, unit]));
  return ({ institutionId, unitId }, lang) => (unitId === null ? W.otherFounders[lang] : (placed.get(institutionId) ?? W.undecided[lang]));
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
