import { addDays, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { type FindingCode, FINDINGS } from './reform-check-texts.js';
import { type ReformDefinition, type Succession, type TerritorialHistory, type UnitVersion, unitsOn } from './unit.js';

/** One thing that is wrong with a reform, as a sentence that names the unit, and as facts for machines. */
export interface ReformFinding {
  readonly code: FindingCode;
  readonly text: Text;
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Everything that is wrong with a reform, given what was before it (what the history knows of its day and later is not looked
 * at); empty where it can be recorded. An accepted reform leaves no unit without successor, no new unit without origin, no place
 * that could go two ways, and no way that leads back to a code where it began.
 */
export function checkReform(definition: ReformDefinition, history: TerritorialHistory): ReformFinding[] {
  const map = mapOf(definition, history);
  return [
    ...checkBasis(definition),
    ...definition.newVersions.flatMap((unit) => checkNewUnit(unit, map)),
    ...definition.successions.flatMap((one) => checkSuccession(one, map)),
    ...[...map.leaving].flatMap(([atvk, successions]) => checkFate(atvk, successions, map)),
    ...checkCircles(map),
    ...definition.newVersions.flatMap((unit) => checkCodeUsedBefore(unit, map)),
  ];
}

/** The same of a reform that is still to come: then a map of its day or later must not be there already. */
export function checkComingReform(definition: ReformDefinition, history: TerritorialHistory): ReformFinding[] {
  const newest = history.units.map(({ validFrom }) => validFrom).reduce((one, other) => (other > one ? other : one));
  return newest >= definition.effective ? [finding('later-edition', { day: readableDay(newest) })] : checkReform(definition, history);
}

interface ReformMap {
  readonly definition: ReformDefinition;
  readonly eve: ReadonlyMap<string, UnitVersion>;
  readonly begun: ReadonlyMap<string, UnitVersion>;
  /** The successions of each old code. */
  readonly leaving: ReadonlyMap<string, readonly Succession[]>;
  /** Units that had ended before, and what became of them. */
  readonly past: { readonly units: ReadonlyMap<string, UnitVersion>; readonly leaving: ReadonlyMap<string, readonly Succession[]> };
  readonly label: (atvk: string) => string;
}

function mapOf(definition: ReformDefinition, history: TerritorialHistory): ReformMap {
  const { effective } = definition;
  const eve = new Map(unitsOn(history.units, addDays(effective, -1)).map((unit) => [unit.atvk, unit]));
  const past = {
    units: new Map(history.units.filter((unit) => unit.validFrom < effective && !eve.has(unit.atvk)).map((unit) => [unit.atvk, unit])),
    leaving: Map.groupBy(history.successions.filter((one) => one.effective < effective), (one) => one.from),
  };
  const begun = new Map(definition.newVersions.map((unit) => [unit.atvk, unit]));
  const leaving = Map.groupBy(definition.successions, (one) => one.from);
  const label = (atvk: string) => labelOf(begun.get(atvk) ?? eve.get(atvk), atvk);
  return { definition, eve, begun, leaving, past, label };
}

const labelOf = (unit: UnitVersion | undefined, atvk: string): string => (unit ? `${unit.name} (${atvk})` : atvk);

function finding(code: FindingCode, facts: Readonly<Record<string, string>>): ReformFinding {
  return { code, text: fill(FINDINGS[code], facts), facts };
}

function checkBasis({ legalBasis, successions }: ReformDefinition): ReformFinding[] {
  return [
    ...(legalBasis.trim() === '' ? [finding('legal-basis-missing', {})] : []),
    ...(successions.length === 0 ? [finding('nothing-changes', {})] : []),
  ];
}

function checkNewUnit(unit: UnitVersion, { definition, eve, leaving, past, label }: ReformMap): ReformFinding[] {
  const { atvk, iso, validFrom } = unit;
  const facts = { unit: labelOf(unit, atvk), atvk };
  const begun = definition.newVersions;
  const found: ReformFinding[] = [];
  if (validFrom !== definition.effective) found.push(finding('other-day', { ...facts, day: readableDay(validFrom), effective: readableDay(definition.effective) }));
  if (eve.has(atvk)) found.push(finding('code-taken', { ...facts, other: labelOf(eve.get(atvk), atvk) }));
  const twin = begun.slice(0, begun.indexOf(unit)).find((one) => one.atvk === atvk);
  if (twin) found.push(finding('code-taken', { ...facts, other: labelOf(twin, atvk) }));
  const double = begun.slice(0, begun.indexOf(unit)).find((one) => one.iso === iso);
  if (double) found.push(finding('body-twice', { ...facts, other: labelOf(double, double.atvk), iso }));
  const others = [...[...eve.values()].filter((one) => !leaving.has(one.atvk) && one.iso !== iso), ...begun.slice(0, begun.indexOf(unit))];
  const namesake = others.find((one) => one.atvk !== atvk && one.name.toLocaleLowerCase('lv') === unit.name.toLocaleLowerCase('lv'));
  if (namesake) found.push(finding('name-taken', { ...facts, other: labelOf(namesake, namesake.atvk) }));
  const body = [...eve.values()].find((one) => one.iso === iso);
  if (body && !leaving.has(body.atvk)) found.push(finding('unit-without-successor', { ...facts, old: label(body.atvk), iso }));
  else if (body && !leaving.get(body.atvk)!.some((one) => one.to === atvk)) found.push(finding('body-elsewhere', { ...facts, old: labelOf(body, body.atvk), iso }));
  const former = body ? undefined : [...past.units.values()].find((one) => one.iso === iso);
  if (former) found.push(finding('iso-used-before', { ...facts, iso, other: labelOf(former, former.atvk), last: readableDay(addDays(former.validTo!, -1)) }));
  if (!definition.successions.some((one) => one.to === atvk)) found.push(finding('new-unit-from-nowhere', facts));
  return found;
}

/** What one succession says by itself: from a unit of the eve, to a unit that begins, on the reform's day. */
function checkSuccession(one: Succession, { definition, eve, begun, leaving, label }: ReformMap): ReformFinding[] {
  const facts = { from: labelOf(eve.get(one.from), one.from), to: label(one.to), fromAtvk: one.from, toAtvk: one.to };
  const found: ReformFinding[] = [];
  const { effective } = definition;
  if (one.effective !== effective) found.push(finding('other-day', { unit: facts.from, day: readableDay(one.effective), effective: readableDay(effective) }));
  if (!eve.has(one.from) && !begun.has(one.from)) found.push(finding('unknown-unit', { atvk: one.from }));
  if (one.extent === 'whole' && one.parts.length > 0) found.push(finding('parts-of-a-whole', facts));
  if (one.extent === 'part' && one.parts.length === 0) found.push(finding('parts-not-named', facts));
  if (begun.has(one.to)) return found;
  if (!eve.has(one.to)) return [...found, finding('unknown-successor', facts)];
  if (!leaving.has(one.to)) return [...found, finding('successor-keeps-its-code', facts)];
  return found;
}

/** What all successions of one old unit say together: it goes whole to one, or by different parts to several. */
function checkFate(atvk: string, successions: readonly Succession[], { eve, label }: ReformMap): ReformFinding[] {
  const facts = { unit: labelOf(eve.get(atvk), atvk), atvk };
  const wholes = successions.filter((one) => one.extent === 'whole');
  const targets = successions.map((one) => one.to);
  const twice = repeated(targets).map((to) => finding('succession-twice', { ...facts, to: label(to) }));
  if (wholes.length > 0 && wholes.length < successions.length) return [...twice, finding('whole-and-part', facts)];
  if (wholes.length > 0) return new Set(targets).size > 1 ? [...twice, finding('whole-to-several', facts)] : twice;
  const parts = repeated(successions.flatMap((one) => one.parts)).map((part) => finding('part-twice', { ...facts, part }));
  const rest = new Set(targets).size === 1 ? [finding('rest-without-successor', { ...facts, to: label(targets[0]!) })] : [];
  return [...twice, ...parts, ...rest];
}

const repeated = (words: readonly string[]): string[] => [...new Set(words.filter((word, at) => words.indexOf(word) !== at))];

/** Successions of one day that do not end in a unit that begins: A → B → A, or A → B where B itself ends. */
function checkCircles({ definition, leaving, label }: ReformMap): ReformFinding[] {
  const circles = new Map<string, { members: readonly string[]; found: ReformFinding }>();
  for (const { from, to } of definition.successions) {
    const circle = pathBetween(leaving, to, from);
    if (!circle) continue;
    const key = [...circle].sort().join();
    if (!circles.has(key)) circles.set(key, { members: circle, found: finding('circular-succession', { units: [from, ...circle].map(label).join(' → '), atvk: from }) });
  }
  const inCircles = new Set([...circles.values()].flatMap(({ members }) => members));
  const chains = definition.successions.filter(({ to }) => leaving.has(to) && !inCircles.has(to));
  return [...[...circles.values()].map(({ found }) => found), ...chains.map(({ from, to }) => finding('succession-in-a-chain', { from: label(from), to: label(to), fromAtvk: from, toAtvk: to }))];
}

/** A code means one unit for ever. Worst where the successions of several days lead back to it: A → B, and later B → A. */
function checkCodeUsedBefore(unit: UnitVersion, { definition, past, eve }: ReformMap): ReformFinding[] {
  const { atvk } = unit;
  const former = past.units.get(atvk);
  if (!former) return [];
  const facts = { unit: labelOf(unit, atvk), atvk, other: labelOf(former, atvk), last: readableDay(addDays(former.validTo!, -1)) };
  const way = definition.successions.filter((one) => one.to === atvk).map((one) => pathBetween(past.leaving, atvk, one.from)).find((found) => found !== null);
  if (!way) return [finding('code-used-before', facts)];
  const name = (code: string) => labelOf(past.units.get(code) ?? eve.get(code), code);
  return [finding('circle-across-days', { ...facts, units: [...way.map(name), facts.unit].join(' → ') })];
}

/** The codes on a way from one unit to another along successions, both included; null where there is none. */
function pathBetween(leaving: ReadonlyMap<string, readonly Succession[]>, start: string, goal: string): string[] | null {
  const waysTo = new Map<string, string[]>([[start, [start]]]);
  for (const [atvk, way] of waysTo) {
    if (atvk === goal) return way;
    for (const { to } of leaving.get(atvk) ?? []) if (!waysTo.has(to)) waysTo.set(to, [...way, to]);
  }
  return null;
}
