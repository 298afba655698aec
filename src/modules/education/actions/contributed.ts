import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import type { Block } from '../domain/promotion.js';

/** Something that is still to be done for a pupil before they leave a school; it reminds, and stops nothing. */
export interface OpenItem {
  readonly words: Text;
  readonly href?: string | undefined;
}

export interface Leaving {
  readonly personId: string;
  readonly institutionId: string;
  readonly on: IsoDate;
}

/** Tells the open items of one field, such as missing marks. */
export type OpenItemsSource = (tx: Read, leaving: Leaving) => Promise<readonly OpenItem[]>;

export interface ToCheck {
  readonly membershipId: string;
  readonly personId: string;
  readonly classId: string;
  readonly grade: number;
  readonly year: number;
}

/** Tells of many pupils at once which rules block their promotion, by membership. */
export type PromotionSource = (tx: Read, pupils: readonly ToCheck[]) => Promise<ReadonlyMap<string, readonly Block[]>>;

const openItems = new Map<string, OpenItemsSource>();
const promotion = new Map<string, PromotionSource>();

/** Adds a module's open items to the checklist of transfers; called once, when the module is defined. */
export const addOpenItems = (module: string, source: OpenItemsSource): void => void openItems.set(module, source);

/** Adds a module's rules to the pre-check of promotion. */
export const addPromotionRules = (module: string, source: PromotionSource): void => void promotion.set(module, source);

export async function openItemsOf(tx: Read, leaving: Leaving): Promise<OpenItem[]> {
  const found = await Promise.all([...openItems.values()].map((source) => source(tx, leaving)));
  return found.flat();
}

/** All blocks of all modules by membership; nobody is blocked where no module knows better. */
export async function blocksOf(tx: Read, pupils: readonly ToCheck[]): Promise<Map<string, Block[]>> {
  const all = new Map<string, Block[]>();
  for (const source of promotion.values()) {
    for (const [membership, blocks] of await source(tx, pupils)) all.set(membership, [...(all.get(membership) ?? []), ...blocks]);
  }
  return all;
}
