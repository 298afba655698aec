import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';

/** One side of a move: the body and its version. `unitId` is null for a body that begins only with the reform. */
export interface UnitOfReform {
  readonly unitId: number | null;
  readonly atvk: string;
  readonly name: string;
}

/** One succession as the registers need it. */
export interface Move {
  readonly from: UnitOfReform & { readonly unitId: number };
  readonly to: UnitOfReform;
  readonly extent: 'whole' | 'part';
  readonly parts: readonly string[];
  /** The same body goes on (its ISO 3166-2 code stays): rights and founders on it do not change. */
  readonly continues: boolean;
}

/** A reform as every register that takes part in it sees it. */
export interface TerritorialReform {
  readonly id: string;
  readonly effective: IsoDate;
  readonly title: Text;
  readonly legalBasis: string;
  readonly moves: readonly Move[];
}

/** One old unit's successions put right after the reform was applied. */
export interface CorrectionInMotion extends TerritorialReform {
  /** Bodies that were believed to succeed it and do not. */
  readonly wrongly: readonly UnitOfReform[];
}

/** What happens to something that hangs on an old unit. */
export type Fate =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'continues'; readonly to: UnitOfReform }
  | { readonly kind: 'moves'; readonly to: UnitOfReform }
  | { readonly kind: 'undecided'; readonly candidates: readonly UnitOfReform[] };

/**
 * The fate of something on the body `unitId`, in its parish or town `part` where known.
 * A split unit without a known part cannot be decided from data.
 */
export function fateOf(reform: TerritorialReform, unitId: number, part: string | null): Fate {
  const moves = reform.moves.filter((move) => move.from.unitId === unitId);
  const [first] = moves;
  if (!first) return { kind: 'untouched' };
  const holding = moves.length === 1 && first.extent === 'whole' ? first : moves.find((move) => part !== null && move.parts.includes(part));
  if (!holding) return { kind: 'undecided', candidates: moves.map((move) => move.to) };
  return { kind: holding.continues ? 'continues' : 'moves', to: holding.to };
}

/** The bodies from which a reform leads, each once. */
export const oldUnitIds = (reform: TerritorialReform): number[] => [...new Set(reform.moves.map(({ from }) => from.unitId))];

/** What one of them was called until the reform. */
export const oldUnitName = (reform: TerritorialReform, unitId: number): string => reform.moves.find(({ from }) => from.unitId === unitId)!.from.name;

/** Bodies that end on the reform's day. */
export const ceasingUnitIds = (reform: TerritorialReform): number[] => [
  ...new Set(reform.moves.filter((move) => !move.continues).map((move) => move.from.unitId)),
];
