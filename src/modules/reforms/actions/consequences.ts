import type { CorrectionInMotion, ForetoldCorrection, Matter, ReformChange } from '#modules/territories/public.js';
import { listCorrections } from '#modules/territories/public.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import type { RegisterChange } from '../domain/foretold-changes.js';
import { PARTICIPANTS } from '../participants.js';
import { listChanges } from '../store/changes.js';

/** How many rows of a kind are read to lie where, as it is believed now and by the correction. */
export interface Reading {
  readonly participant: string;
  readonly kind: string;
  readonly places: readonly { /** Null where it cannot be decided. */ readonly place: string | null; readonly before: number; readonly after: number }[];
  readonly totalBefore: number;
  readonly totalAfter: number;
}

/** Something that stands elsewhere than the successions say, with where it is put right. */
export type Misplaced = RegisterChange & { readonly matter: Matter | undefined };

export interface Consequences {
  /** What follows the correction by itself. */
  readonly readings: readonly Reading[];
  /** What the reform did to the old unit's rows, and a correction does not undo. */
  readonly stays: readonly { readonly participant: string; readonly kind: string; readonly effect: ReformChange['effect']; readonly count: number }[];
  /** What a person puts right. */
  readonly left: readonly Misplaced[];
}

/** More than hang on any municipality. */
const ALL = 100_000;

/** What a correction changes by itself, what it leaves as it is, and what a person has to put right after it. Nothing is written. */
export async function consequencesOf(tx: Read, { before, after }: ForetoldCorrection): Promise<Consequences> {
  const readings: Reading[] = [];
  for (const { name, plan, onlyRead = [] } of PARTICIPANTS) {
    if (onlyRead.length === 0) continue;
    const [was, willBe] = [await Array.fromAsync(await plan(tx, before)), await Array.fromAsync(await plan(tx, after))];
    for (const kind of onlyRead) readings.push(readingOf(name, kind, was, willBe));
  }
  const unitId = before.moves[0]?.from.unitId;
  const happened = unitId === undefined ? [] : await happenedTo(tx, before.id, unitId);
  const read = new Set(PARTICIPANTS.flatMap(({ name, onlyRead = [] }) => onlyRead.map((kind) => `${name} ${kind}`)));
  const others = happened.filter(({ participant, kind, effect }) => !read.has(`${participant} ${kind}`) && effect !== 'needs-person');
  const stays = [...Map.groupBy(others, ({ participant, kind, effect }) => `${participant} ${kind} ${effect}`).values()].map((rows) => {
    const { participant, kind, effect } = rows[0]!;
    return { participant, kind, effect, count: rows.reduce((sum, { count }) => sum + count, 0) };
  });
  return { readings, stays, left: await misplacedBy(tx, after, happened) };
}

/** What the corrections of a reform have left to a person and is not done yet. */
export async function leftByCorrections(tx: Read, reformId: string): Promise<Misplaced[]> {
  const left: Misplaced[] = [];
  for (const correction of await listCorrections(tx, reformId)) {
    const unitId = correction.moves[0]?.from.unitId;
    if (unitId !== undefined) left.push(...(await misplacedBy(tx, correction, await happenedTo(tx, reformId, unitId))));
  }
  return left;
}

const happenedTo = (tx: Read, reformId: string, unitId: number): Promise<RegisterChange[]> => listChanges(tx, EVERYWHERE, { reformId, rehearsalId: null }, { unitId }, { by: 'what', descending: false }, null, ALL);

async function misplacedBy(tx: Read, correction: CorrectionInMotion, happened: readonly RegisterChange[]): Promise<Misplaced[]> {
  const found: Misplaced[] = [];
  for (const { name, misplaced, matters } of PARTICIPANTS) {
    const rows = (await misplaced?.(tx, correction, happened.filter(({ participant }) => participant === name))) ?? [];
    for (const [kind, ofKind] of Map.groupBy(rows, (row) => row.kind)) {
      const known = await matters?.(tx, kind, ofKind.map(({ key }) => key));
      found.push(...ofKind.map((row) => ({ participant: name, ...row, matter: known?.get(row.key) })));
    }
  }
  return found;
}

function readingOf(participant: string, kind: string, was: readonly ReformChange[], willBe: readonly ReformChange[]): Reading {
  const [before, after] = [countedByPlace(kind, was), countedByPlace(kind, willBe)];
  const places = [...new Set([...before.keys(), ...after.keys()])].map((place) => ({ place, before: before.get(place) ?? 0, after: after.get(place) ?? 0 }));
  const sum = (counts: ReadonlyMap<string | null, number>) => [...counts.values()].reduce((total, count) => total + count, 0);
  return { participant, kind, places, totalBefore: sum(before), totalAfter: sum(after) };
}

function countedByPlace(kind: string, changes: readonly ReformChange[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const change of changes) if (change.kind === kind) counts.set(change.after, (counts.get(change.after) ?? 0) + change.count);
  return counts;
}
