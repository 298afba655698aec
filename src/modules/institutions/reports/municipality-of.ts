import { getEditionOn, listEditionChoices, listUnitsOn } from '#modules/territories/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { type Lang, same, type Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import type { ReportField } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import type { AboutLine } from '#platform/spreadsheets/spreadsheet.js';
import { listFoundersPlaced } from '../store/ask.js';

/** Where no municipality can be named. */
export const PLACE_WORDS = {
  otherFounders: { lv: 'Citi dibinātāji', en: 'Other founders' },
  undecided: { lv: 'nav nosakāma no datiem', en: 'cannot be told from data' },
} as const satisfies Record<string, Text>;

/** Under which edition of the map municipalities are told; that of the report's day when nothing is said. */
export const EditionInput = emptyAsNull(IsoDateInput);
export const editionField: ReportField = {
  name: 'edition', label: { lv: 'Pašvaldību karte', en: 'Map of municipalities' }, hint: { lv: 'Kuras redakcijas pašvaldībās rādīt iestādes.', en: 'In the municipalities of which edition institutions are shown.' }, kind: 'choice',
  options: ({ tx }) => listEditionChoices(tx),
};

/** The edition asked for, and that of the day whose founders count. */
async function editionsOf(tx: Read, day: IsoDate, wanted: IsoDate | null): Promise<{ readonly edition: IsoDate; readonly own: IsoDate }> {
  const own = await getEditionOn(tx, 'on', day);
  return { own, edition: wanted === null ? own : await getEditionOn(tx, 'edition', wanted) };
}

/** What every report says of where its municipalities come from. */
export async function placeLines(tx: Read, day: IsoDate, wanted: IsoDate | null, lang: Lang): Promise<AboutLine[]> {
  const { edition, own } = await editionsOf(tx, day, wanted);
  return [
    { label: editionField.label[lang], value: `${EDITION_FROM[lang]} ${readableDay(edition)}` },
    { label: BASIS[lang], value: `${BY_FOUNDER[lang]} ${readableDay(day)}${edition === own ? '' : `; ${PLACED[lang]}`}` },
  ];
}

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
    return ({ unitId }, lang) => (unitId === null ? PLACE_WORDS.otherFounders[lang] : (names.get(unitId) ?? PLACE_WORDS.undecided[lang]));
  }
  const onMap = await institutionsOnMap(tx, day, edition);
  return ({ institutionId }, lang) => onMap(institutionId)[lang];
}

/** The municipality of an institution on a map: its actual founder on a day, on another map its founder then. */
export async function institutionsOnMap(tx: Read, day: IsoDate, edition: IsoDate): Promise<(institutionId: string) => Text> {
  const placed = new Map((await listFoundersPlaced(tx, day, edition)).map((one) => [one.institutionId, one]));
  return (institutionId) => {
    const { unit, municipal } = placed.get(institutionId) ?? { unit: null, municipal: false };
    return unit ? same(unit) : municipal ? PLACE_WORDS.undecided : PLACE_WORDS.otherFounders;
  };
}

/** The municipalities of institutions on the map of a day, and on the chosen one. */
export interface BothMaps {
  readonly own: (institutionId: string) => Text;
  readonly chosen: (institutionId: string) => Text;
}

/** @throws InvalidInput for a day before the first map */
export async function bothMaps(tx: Read, day: IsoDate, wanted: IsoDate | null): Promise<BothMaps> {
  const { edition, own } = await editionsOf(tx, day, wanted);
  const onOwn = await institutionsOnMap(tx, day, own);
  return { own: onOwn, chosen: edition === own ? onOwn : await institutionsOnMap(tx, day, edition) };
}

/** Old and new side by side: every row stands once on each map, so that their totals are equal. */
export const bothMapColumns = <Row extends { readonly institutionId: string; readonly maps: BothMaps }>(lang: Lang): Column<Row>[] => [
  { kind: 'text', header: ON_OWN_MAP[lang], value: ({ maps, institutionId }) => maps.own(institutionId)[lang] },
  { kind: 'text', header: ON_CHOSEN_MAP[lang], value: ({ maps, institutionId }) => maps.chosen(institutionId)[lang] },
];

export const ON_OWN_MAP: Text = { lv: 'Pašvaldība dienas kartē', en: 'Municipality on the map of the day' };
export const ON_CHOSEN_MAP: Text = { lv: 'Pašvaldība izvēlētajā kartē', en: 'Municipality on the chosen map' };
const EDITION_FROM: Text = { lv: 'redakcija no', en: 'edition from' };
const BASIS: Text = { lv: 'Pašvaldību nosaka', en: 'Municipality by' };
const BY_FOUNDER: Text = { lv: 'faktiskais dibinātājs (ne adrese) dienā', en: 'actual founder (not the address) on' };
const PLACED: Text = { lv: 'citā kartē – dibinātājs tās pēdējā (jaunākā – pirmajā) dienā; ja iestādes tad nebija – pašvaldība, kas tajā atbilst dibinātājam, dalītai vai apvienotai – pēc iestādes adreses', en: 'on another map the founder on its last day (on a newer one, its first); of an institution not there then the municipality that the founder is there, of one divided or merged by the institution’s address' };
