import { type IsoDate, parseIsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { enact, type ReformDefinition, type Succession, type TerritorialHistory, UNIT_KINDS, type UnitVersion } from './unit.js';

/** A reform of the past, with the name people know it by. */
export interface ReferenceReform extends ReformDefinition {
  readonly title: Text;
}

/** The map the register begins with, and the reforms since, oldest first. */
export interface ReferenceData {
  readonly founding: readonly UnitVersion[];
  readonly reforms: readonly ReferenceReform[];
}

/**
 * Reads the two tables of municipalities (`units.csv`, `successions.csv`). Units that no succession leads to are the founding
 * map; all others begin with the reform of their day.
 * @throws Error naming table and line where a table is wrong.
 */
export function parseReferenceData(unitsCsv: string, successionsCsv: string): ReferenceData {
  const units = rowsOf('units.csv', unitsCsv, UNIT_COLUMNS).map(parseUnit);
  const successions = rowsOf('successions.csv', successionsCsv, SUCCESSION_COLUMNS).map((row) => parseSuccession(row, units));
  const begun = new Set(successions.map((one) => one.to));
  const founding = units.filter((unit) => !begun.has(unit.atvk)).map((unit, at) => ({ ...unit, unitId: at + 1, validTo: null }));
  const days = [...new Set(successions.map((one) => one.effective))].sort();

  let history: TerritorialHistory = { units: founding, successions: [] };
  const reforms = days.map((effective) => {
    const reform = reformOf(effective, units, successions);
    history = enact(history, reform);
    return { ...reform, newVersions: history.units.filter((unit) => unit.validFrom === effective) };
  });
  refuseOtherEnds(units, history.units);
  return { founding, reforms };
}

/** What the tables do not say: title and law (Saeima, 10.06.2020 and 13.06.2024). */
const LAWS: Readonly<Record<string, { title: Text; legalBasis: string }>> = {
  '2021-07-01': {
    title: { lv: '2021. gada administratīvi teritoriālā reforma', en: 'Territorial reform of 2021' },
    legalBasis: 'Administratīvo teritoriju un apdzīvoto vietu likums (10.06.2020.)',
  },
  '2025-07-01': {
    title: { lv: 'Varakļānu novada pievienošana Madonas novadam', en: 'Varakļānu novads joins Madonas novads' },
    legalBasis: 'Grozījumi Administratīvo teritoriju un apdzīvoto vietu likumā (13.06.2024.)',
  },
};

function reformOf(effective: IsoDate, units: readonly UnitVersion[], successions: readonly Succession[]): ReferenceReform {
  const law = LAWS[effective];
  if (!law) throw new Error(`successions.csv: no law is known for the reform of ${effective}`);
  const own = successions.filter((one) => one.effective === effective);
  const begun = new Set(own.map((one) => one.to));
  return { ...law, effective, successions: own, newVersions: units.filter((unit) => begun.has(unit.atvk)).map((unit) => ({ ...unit, validTo: null })) };
}

/** The days on which units end, as the one table says, must be those on which the other replaces them. */
function refuseOtherEnds(units: readonly UnitVersion[], made: readonly UnitVersion[]): void {
  for (const { atvk, validTo } of made) {
    const told = units.find((unit) => unit.atvk === atvk)!.validTo;
    if (told !== validTo) throw new Error(`units.csv: ${atvk} ends on ${told ?? 'no day'}, but by successions.csv on ${validTo ?? 'no day'}`);
  }
}

const UNIT_COLUMNS = ['atvk', 'name', 'iso_3166_2', 'kind', 'valid_from', 'valid_to'] as const;
const SUCCESSION_COLUMNS = ['effective_date', 'old_atvk', 'old_name', 'new_atvk', 'new_name', 'extent', 'parts'] as const;

interface Row<Column extends string> {
  readonly at: string;
  readonly get: (column: Column) => string;
}

/** A table without quoted cells, by the names of its columns. */
function rowsOf<Column extends string>(table: string, csv: string, columns: readonly Column[]): Row<Column>[] {
  const [head, ...lines] = csv.replace(/^\uFEFF/, '').trimEnd().split(/\r?\n/);
  if (head !== columns.join(',')) throw new Error(`${table}, line 1: the columns must be ${columns.join(',')}`);
  return lines.map((line, index) => {
    const at = `${table}, line ${index + 2}`;
    const cells = line.split(',');
    if (cells.length !== columns.length || line.includes('"')) throw new Error(`${at}: expected ${columns.length} plain cells in "${line}"`);
    return { at, get: (column) => cells[columns.indexOf(column)]!.trim() };
  });
}

function parseUnit({ at, get }: Row<(typeof UNIT_COLUMNS)[number]>, index: number, rows: readonly Row<(typeof UNIT_COLUMNS)[number]>[]): UnitVersion {
  const atvk = atvkOf(at, get('atvk'));
  if (rows.findIndex((row) => row.get('atvk') === atvk) !== index) throw new Error(`${at}: the ATVK code ${atvk} stands in the table twice`);
  if (get('name') === '') throw new Error(`${at}: the unit has no name`);
  const iso = get('iso_3166_2');
  if (!/^LV-[A-Z0-9]{3}$/.test(iso)) throw new Error(`${at}: "${iso}" is not an ISO 3166-2 code of Latvia`);
  const kind = UNIT_KINDS.find((one) => one === get('kind'));
  if (!kind) throw new Error(`${at}: "${get('kind')}" is not a kind of unit (${UNIT_KINDS.join(', ')})`);
  const validFrom = dayOf(at, get('valid_from'));
  const validTo = get('valid_to') === '' ? null : dayOf(at, get('valid_to'));
  if (validTo !== null && validTo <= validFrom) throw new Error(`${at}: the unit ends before it begins`);
  return { atvk, unitId: 0, name: get('name'), kind, iso, validFrom, validTo };
}

function parseSuccession({ at, get }: Row<(typeof SUCCESSION_COLUMNS)[number]>, units: readonly UnitVersion[]): Succession {
  const extent = get('extent');
  if (extent !== 'whole' && extent !== 'part') throw new Error(`${at}: "${extent}" is neither whole nor part`);
  const parts = get('parts').split(';').map((part) => part.trim()).filter((part) => part !== '');
  if ((extent === 'part') !== parts.length > 0) throw new Error(`${at}: parts are named exactly where a unit is split`);
  const named = (column: 'old' | 'new') => {
    const atvk = atvkOf(at, get(`${column}_atvk`));
    const unit = units.find((one) => one.atvk === atvk);
    if (!unit) throw new Error(`${at}: units.csv has no unit ${atvk}`);
    if (unit.name !== get(`${column}_name`)) throw new Error(`${at}: ${atvk} is ${unit.name}, not ${get(`${column}_name`)}`);
    return unit;
  };
  const [from, to] = [named('old'), named('new')];
  const effective = dayOf(at, get('effective_date'));
  if (from.validTo !== effective || to.validFrom !== effective) throw new Error(`${at}: ${from.name} must end and ${to.name} begin on ${effective}`);
  return { effective, from: from.atvk, to: to.atvk, extent, parts };
}

function atvkOf(at: string, words: string): string {
  if (!/^\d{7}$/.test(words)) throw new Error(`${at}: "${words}" is not an ATVK code of seven digits`);
  return words;
}

function dayOf(at: string, words: string): IsoDate {
  const day = parseIsoDate(words);
  if (!day) throw new Error(`${at}: "${words}" is not a calendar day (YYYY-MM-DD)`);
  return day;
}
