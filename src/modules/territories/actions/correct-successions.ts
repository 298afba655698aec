import { Conflict, InvalidInput, invalid, NotFound } from '#kernel/errors.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { CorrectionInMotion, TerritorialReform, UnitOfReform } from '../domain/reform.js';
import { checkReform } from '../domain/reform-check.js';
import { versionsToCome } from '../domain/unit.js';
import { insertParts } from '../store/map-changes.js';
import { insertSuccessions, listReformUnits, listSuccessionHistory, listSuccessionsOfReform, lockMap, type NewSuccession, type ReformRow, type SuccessionRow, supersedeSuccessions } from '../store/reforms.js';
import { historyOf } from './history.js';
import { recomputeLineage } from './recompute-lineage.js';
import { getReform, getReformToChange, inMotion } from './reform-in-motion.js';

export interface CorrectedSuccession {
  readonly reformId: string;
  /** The old unit whose successions were recorded wrongly. */
  readonly fromAtvk: string;
  /** What is right: all of its successions anew. */
  readonly successions: readonly Omit<NewSuccession, 'from'>[];
}

export interface ForetoldCorrection {
  readonly reform: ReformRow;
  /** What is believed of the old unit until the correction. */
  readonly believed: readonly SuccessionRow[];
  readonly right: readonly NewSuccession[];
  /** The old unit in the reform, as it is believed now. */
  readonly before: TerritorialReform;
  /** The same as it will be. */
  readonly after: CorrectionInMotion;
}

/**
 * What a correction would say, held against the whole reform; nothing is written.
 * @throws Conflict before the reform is applied, NotFound where it does not know the old unit, InvalidInput where the reform
 * with the correction would be wrong (no successor, a circle, an unknown unit) or stays as it is.
 */
export async function foretellCorrection(tx: Read, { reformId, fromAtvk, successions }: CorrectedSuccession): Promise<ForetoldCorrection> {
  const reform = await getReformToCorrect(tx, reformId);
  const right = successions.map((one) => ({ from: fromAtvk, ...one }));
  const present = await listSuccessionsOfReform(tx, reformId);
  const believed = present.filter((one) => one.fromAtvk === fromAtvk);
  if (believed.length === 0) throw new NotFound('no-such-succession', { lv: 'Šajā reformā šādas vienības nav.', en: 'There is no such unit in this reform.' });
  await refuseWrongReform(tx, reform, [...present.filter((one) => one.fromAtvk !== fromAtvk).map(newOf), ...right]);
  if (sameSuccessions(believed.map(newOf), right)) throw invalid('successions', AS_IT_IS);
  const before = await inMotion(tx, reform, believed.map(newOf));
  return { reform, believed, right, before, after: wronglyOf(await inMotion(tx, reform, right), before.moves.map(({ to }) => to)) };
}

/** @throws Conflict before the reform is applied, and where it never was. */
export async function getReformToCorrect(tx: Read, reformId: string): Promise<ReformRow> {
  const reform = await getReform(tx, reformId);
  if (reform.state === 'cancelled') throw new Conflict('reform-cancelled', CANCELLED);
  if (reform.state !== 'applied') throw new Conflict('reform-not-applied', NOT_APPLIED);
  return reform;
}

/**
 * Puts right what became of one old unit, in the caller's transaction: the old rows stay as what was believed before, new
 * rows carry the reason, and every register and report resolves places by the new ones from now on.
 * @throws as {@link foretellCorrection}.
 */
export async function correctSuccessions(tx: Write, correction: CorrectedSuccession, reason: string, by: string, now: Date): Promise<ForetoldCorrection> {
  await lockMap(tx);
  await getReformToChange(tx, correction.reformId);
  const foretold = await foretellCorrection(tx, correction);
  const { reform, believed, right } = foretold;
  await supersedeSuccessions(tx, believed.map((one) => one.id), now);
  await insertSuccessions(tx, reform.id, right, by, now, reason);
  await insertParts(tx, right.flatMap((one) => one.parts.flatMap((name) => [{ atvk: one.from, name }, { atvk: one.to, name }])));
  await recomputeLineage(tx);
  return foretold;
}

/** Every old unit whose successions have been corrected: what is right now, and which bodies were ever believed wrongly. */
export async function listCorrections(tx: Read, reformId: string): Promise<CorrectionInMotion[]> {
  const past = (await listSuccessionHistory(tx, reformId)).filter((one) => one.supersededAt !== null);
  const reform = await getReform(tx, reformId);
  const present = await listSuccessionsOfReform(tx, reformId);
  const found: CorrectionInMotion[] = [];
  for (const [fromAtvk, rows] of Map.groupBy(past, (one) => one.fromAtvk)) {
    const was = await inMotion(tx, reform, rows.map(newOf));
    found.push(wronglyOf(await inMotion(tx, reform, present.filter((one) => one.fromAtvk === fromAtvk).map(newOf)), was.moves.map(({ to }) => to)));
  }
  return found;
}

function wronglyOf(right: TerritorialReform, believed: readonly UnitOfReform[]): CorrectionInMotion {
  const heirs = new Set(right.moves.map(({ to }) => to.atvk));
  const wrongly = [...new Map(believed.filter(({ atvk }) => !heirs.has(atvk)).map((unit) => [unit.atvk, unit])).values()];
  return { ...right, wrongly };
}

const newOf = ({ fromAtvk: from, toAtvk: to, extent, parts }: SuccessionRow): NewSuccession => ({ from, to, extent, parts });

const sameSuccessions = (some: readonly NewSuccession[], others: readonly NewSuccession[]): boolean => inWords(some) === inWords(others);
const inWords = (successions: readonly NewSuccession[]): string => JSON.stringify(successions.map(({ to, extent, parts }) => [to, extent, parts.toSorted()]).toSorted());

async function refuseWrongReform(tx: Read, { id, effective, legalBasis }: ReformRow, successions: readonly NewSuccession[]) {
  const newVersions = versionsToCome(await listReformUnits(tx, id), effective);
  const findings = checkReform({ effective, legalBasis, newVersions, successions: successions.map((one) => ({ ...one, effective })) }, await historyOf(tx));
  if (findings.length > 0) throw new InvalidInput(findings.map(({ text }) => ({ field: 'successions', message: text })));
}

const NOT_APPLIED = {
  lv: 'Reforma vēl nav īstenota, tāpēc labot vēl nav ko. Ja tās pēctecība ierakstīta nepareizi, atceliet reformu un ierakstiet jaunu.',
  en: 'The reform has not been applied yet, so that there is nothing to correct. If its successions are recorded wrongly, cancel it and write down another.',
};
const CANCELLED = { lv: 'Reforma ir atcelta un nav īstenota: labot nav ko.', en: 'The reform was cancelled and never applied: there is nothing to correct.' };
const AS_IT_IS = {
  lv: 'Tieši tā jau ir pierakstīts. Izvēlieties citu pēcteci vai citu sadalījumu.',
  en: 'Exactly this is recorded already. Choose another successor or another division.',
};
