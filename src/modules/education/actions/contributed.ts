import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { ActionContext } from '#platform/actions/action.js';
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
  /** The last school day of the class where it differs from that of its grade. */
  readonly classEndsOn: IsoDate | null;
}

/** Tells of many pupils at once what stands against their promotion on a day, by membership. */
export type PromotionSource = (tx: Read, pupils: readonly ToCheck[], today: IsoDate) => Promise<ReadonlyMap<string, readonly Block[]>>;

/** Where another register shows the same class or member, for whom its own rights let see it. */
export interface Beside {
  readonly words: Text;
  /** Of which institutions the actor may see it there. */
  readonly covers: (context: Pick<ActionContext, 'tx' | 'today' | 'actor'>) => Promise<(institutionId: string) => boolean>;
  readonly classHref: (classId: string) => string;
  readonly memberHref: (membershipId: string) => string;
}
export interface BesideLink {
  readonly words: Text;
  readonly href: string;
}

const beside = new Map<string, Beside>();
const openItems = new Map<string, OpenItemsSource>();
const promotion = new Map<string, PromotionSource>();

/** Adds a module's open items to the checklist of transfers; called once, when the module is defined. */
export const addOpenItems = (module: string, source: OpenItemsSource): void => void openItems.set(module, source);

/** Adds a module's rules to the pre-check of promotion. */
export const addPromotionRules = (module: string, source: PromotionSource): void => void promotion.set(module, source);

/** Adds links to another register to the pages of classes and pupils. */
export const addBeside = (module: string, links: Beside): void => void beside.set(module, links);

/** Gives the links of a class or a member by its institution; asked once for any number of them. */
export async function besideFor(context: Pick<ActionContext, 'tx' | 'today' | 'actor'>) {
  const found = await Promise.all([...beside.values()].map(async (one) => ({ ...one, covers: await one.covers(context) })));
  const of = (institutionId: string, href: (one: Pick<Beside, 'classHref' | 'memberHref'>) => string): BesideLink[] => found.filter(({ covers }) => covers(institutionId)).map((one) => ({ words: one.words, href: href(one) }));
  return {
    ofClass: ({ id, institutionId }: { id: string; institutionId: string }) => of(institutionId, ({ classHref }) => classHref(id)),
    ofMember: ({ id, institutionId }: { id: string; institutionId: string }) => of(institutionId, ({ memberHref }) => memberHref(id)),
  };
}

export async function openItemsOf(tx: Read, leaving: Leaving): Promise<OpenItem[]> {
  const found = await Promise.all([...openItems.values()].map((source) => source(tx, leaving)));
  return found.flat();
}

/** All blocks of all modules by membership; nobody is blocked where no module knows better. */
export async function blocksOf(tx: Read, pupils: readonly ToCheck[], today: IsoDate): Promise<Map<string, Block[]>> {
  const all = new Map<string, Block[]>();
  for (const source of promotion.values()) {
    for (const [membership, blocks] of await source(tx, pupils, today)) all.set(membership, [...(all.get(membership) ?? []), ...blocks]);
  }
  return all;
}
