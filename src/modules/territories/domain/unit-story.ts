import type { IsoDate } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { bodyContinues, type Succession, type TerritorialHistory, type UnitVersion } from './unit.js';

/** A unit on the other side of a succession. */
export interface Kin {
  readonly unit: UnitVersion;
  readonly effective: IsoDate;
  readonly extent: 'whole' | 'part';
  readonly parts: readonly string[];
  /** The same body under another code. */
  readonly continues: boolean;
}

export type UnitEventKind = 'founded' | 'made-of' | 'code-changed' | 'renamed' | 'kind-changed' | 'joined-by' | 'merged-into' | 'split';

export interface UnitEvent {
  readonly day: IsoDate;
  readonly kind: UnitEventKind;
  readonly text: Text;
}

/** A unit's origin and fate, and what happened to its body through all editions. */
export interface UnitStory {
  readonly predecessors: readonly Kin[];
  readonly successors: readonly Kin[];
  /** Oldest first. */
  readonly timeline: readonly UnitEvent[];
}

export function storyOfUnit(history: TerritorialHistory, unit: UnitVersion): UnitStory {
  const versions = history.units.filter((one) => one.unitId === unit.unitId).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return {
    predecessors: predecessorsOf(history, unit),
    successors: successorsOf(history, unit),
    timeline: versions.flatMap((version) => [...beginning(history, version), ...ending(history, version)]),
  };
}

export const predecessorsOf = (history: TerritorialHistory, unit: UnitVersion): Kin[] =>
  history.successions.filter((one) => one.to === unit.atvk).flatMap((one) => kin(history, one.from, one, (old) => bodyContinues(old, unit, one)));

export const successorsOf = (history: TerritorialHistory, unit: UnitVersion): Kin[] =>
  history.successions.filter((one) => one.from === unit.atvk).flatMap((one) => kin(history, one.to, one, (later) => bodyContinues(unit, later, one)));

function kin({ units }: TerritorialHistory, atvk: string, { effective, extent, parts }: Succession, continues: (other: UnitVersion) => boolean): Kin[] {
  const unit = units.find((one) => one.atvk === atvk);
  return unit ? [{ unit, effective, extent, parts, continues: continues(unit) }] : [];
}

function beginning(history: TerritorialHistory, unit: UnitVersion): UnitEvent[] {
  const day = unit.validFrom;
  const facts = { name: unit.name, atvk: unit.atvk };
  const origin = predecessorsOf(history, unit);
  const before = origin.find((one) => one.continues)?.unit;
  const others = origin.filter((one) => !one.continues);
  if (!before) {
    if (others.length === 0) return [{ day, kind: 'founded', text: fill(EVENTS.founded, facts) }];
    return [{ day, kind: 'made-of', text: fill(EVENTS['made-of'], { ...facts, units: listOf(others) }) }];
  }
  const events: UnitEvent[] = [{ day, kind: 'code-changed', text: fill(EVENTS['code-changed'], { from: before.atvk, to: unit.atvk }) }];
  if (before.name !== unit.name) events.push({ day, kind: 'renamed', text: fill(EVENTS.renamed, { from: before.name, to: unit.name }) });
  if (before.kind !== unit.kind) events.push({ day, kind: 'kind-changed', text: fill(EVENTS['kind-changed'], { lv: KINDS[unit.kind].lv, en: KINDS[unit.kind].en }) });
  if (others.length > 0) events.push({ day, kind: 'joined-by', text: fill(EVENTS['joined-by'], { units: listOf(others) }) });
  return events;
}

function ending(history: TerritorialHistory, unit: UnitVersion): UnitEvent[] {
  const day = unit.validTo;
  const fate = successorsOf(history, unit);
  const [first] = fate;
  if (!day || !first || fate.some((one) => one.continues)) return [];
  const units = listOf(fate);
  if (fate.length > 1) return [{ day, kind: 'split', text: fill(EVENTS.split, { name: unit.name, units }) }];
  return [{ day, kind: 'merged-into', text: fill(EVENTS['merged-into'], { name: unit.name, units }) }];
}

/** `Riebiņu novads, Vārkavas novads, Aglonas novads (Aglonas pagasts)` */
const listOf = (kin: readonly Kin[]): string => kin.map(({ unit, parts }) => (parts.length > 0 ? `${unit.name} (${parts.join(', ')})` : unit.name)).join(', ');

/** What each kind of unit is called. */
export const KINDS: Readonly<Record<UnitVersion['kind'], Text>> = {
  'republic city': { lv: 'republikas pilsēta', en: 'republic city' },
  'state city': { lv: 'valstspilsēta', en: 'state city' },
  municipality: { lv: 'novads', en: 'municipality' },
};

const EVENTS: Readonly<Record<UnitEventKind, Text>> = {
  founded: { lv: '{name}: pašvaldība sāk darbu (ATVK kods {atvk}).', en: '{name}: the municipality begins (ATVK code {atvk}).' },
  'made-of': {
    lv: '{name}: izveidota jauna pašvaldība (ATVK kods {atvk}). To veido: {units}.',
    en: '{name}: a new municipality is founded (ATVK code {atvk}). It is made of: {units}.',
  },
  'code-changed': { lv: 'ATVK kods mainīts no {from} uz {to}.', en: 'The ATVK code changed from {from} to {to}.' },
  renamed: { lv: 'Nosaukums mainīts: līdz šim {from}, turpmāk {to}.', en: 'The name changed: until now {from}, from now on {to}.' },
  'kind-changed': { lv: 'Mainīts statuss: turpmāk tā ir {lv}.', en: 'The status changed: it is now a {en}.' },
  'joined-by': { lv: 'Pievienotas teritorijas: {units}.', en: 'Territory joined: {units}.' },
  'merged-into': { lv: '{name}: pašvaldība beidz pastāvēt, visa tās teritorija ietilpst jaunā vienībā: {units}.', en: '{name}: the municipality ends, all of its territory goes into: {units}.' },
  split: { lv: '{name}: pašvaldība beidz pastāvēt, tās teritorija sadalīta: {units}.', en: '{name}: the municipality ends, its territory is split: {units}.' },
};
