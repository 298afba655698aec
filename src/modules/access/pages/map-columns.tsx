import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Lang, type Text } from '#kernel/text.js';
import type { Column as FileColumn } from '#platform/spreadsheets/column.js';
import type { AboutLine } from '#platform/spreadsheets/spreadsheet.js';
import type { listEditionChoices } from '#modules/territories/public.js';
import { SelectField } from '#ui/form/select-field.js';
import { number } from '#ui/format.js';
import type { Column } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { OnMap, TwoMaps } from '../actions/on-map.js';

interface Placed {
  readonly unitId: number | null;
  readonly institutionId: string | null;
}

/** The map of the day, and the chosen one beside it where it is another. */
const mapsOf = (maps: TwoMaps | null): readonly OnMap[] => (maps === null ? [] : maps.chosen === maps.own ? [maps.own] : [maps.own, maps.chosen]);

const headerOf = ({ edition }: OnMap): Text => fill(ON_MAP, { edition: readableDay(edition) });

/** In which municipality each row lies, on the old map and the new side by side. */
export const mapColumns = <Row extends Placed>(view: View, maps: TwoMaps | null): Column<Row>[] =>
  mapsOf(maps).map((map, at) => ({ key: `map${at}`, header: headerOf(map), cell: (row) => view.t(map.nameOf(row)) }));

/** The same in a file. */
export const mapFileColumns = <Row extends Placed>(lang: Lang, maps: TwoMaps | null): FileColumn<Row>[] =>
  mapsOf(maps).map((map) => ({ kind: 'text', header: headerOf(map)[lang], value: (row) => map.nameOf(row)[lang] }));

/** What a file says of the maps of its columns. */
export const mapLines = (maps: TwoMaps | null, lang: Lang): AboutLine[] =>
  maps === null ? [] : [{ label: MAP[lang], value: `${FROM[lang]} ${readableDay(maps.chosen.edition)}` }, { label: BASIS[lang], value: BY_FOUNDER[lang] }];

/** That both maps have the same rows, where there are two. */
export const EqualTotals = ({ view, maps, total }: { view: View; maps: TwoMaps | null; total: number }): VNode | null =>
  mapsOf(maps).length < 2 ? null : <p>{view.t(fill(EQUAL, { total: number(total, view.lang), old: readableDay(maps!.own.edition), new: readableDay(maps!.chosen.edition) }))}</p>;

export const EditionField = ({ lang, name, value, editions }: { lang: Lang; name: string; value: string; editions: Awaited<ReturnType<typeof listEditionChoices>> }): VNode => (
  <SelectField lang={lang} name={name} value={value} label={MAP} emptyOption={NOT_SHOWN} options={editions.map((one) => ({ value: one.value, label: one.text }))} optional />
);

const ON_MAP: Text = { lv: 'Pašvaldība kartē no {edition}', en: 'Municipality on the map from {edition}' };
const MAP: Text = { lv: 'Pašvaldību karte', en: 'Map of municipalities' };
const NOT_SHOWN: Text = { lv: 'Pašvaldības nerādīt', en: 'Do not show municipalities' };
const FROM: Text = { lv: 'redakcija no', en: 'edition from' };
const BASIS: Text = { lv: 'Pašvaldību nosaka', en: 'Municipality by' };
const BY_FOUNDER: Text = { lv: 'vieta; iestādei – faktiskais dibinātājs šajā dienā', en: 'the place; of an institution its actual founder on the day' };
const EQUAL: Text = { lv: 'Kartē no {old} un kartē no {new} ir tās pašas rindas: katrā {total}.', en: 'The map from {old} and the map from {new} have the same rows: {total} on each.' };
