import type { ListOrder } from '#kernel/list-order.js';
import type { Sorting } from '#ui/table/header-cell.js';
import type { PagingPlace } from '#ui/table/paging.js';
import { hrefWith, type View } from './view.js';

/** The heads of a sorted table's columns lead to the first page of the same list in another order. */
export const sortingOf = (view: View, { by, descending }: ListOrder): Sorting => ({
  by,
  descending,
  href: (column, down) => hrefWith(view, { sort: column, order: down ? 'desc' : undefined, after: undefined, seen: undefined }),
});

/** What a filter keeps of the order. */
export const orderKept = ({ query }: View): Record<string, string> => Object.fromEntries(['sort', 'order'].flatMap((name) => (query[name] ? [[name, query[name]]] : [])));

interface KeyPage {
  /** How many rows this page shows. */
  readonly shown: number;
  /** How many there are in all, where that is counted. */
  readonly total?: number | undefined;
  /** The key of the next page; null or left out on the last. */
  readonly next?: string | number | null | undefined;
  /** What the key is called in the address. */
  readonly key?: 'after' | 'before' | undefined;
}

/**
 * The next page is found by its key; how many were seen before stands in the address only to be told.
 * An address that brings the key alone, or a number that cannot be, tells no place: the rows are counted then.
 */
export function pagingByKey(view: Pick<View, 'path' | 'query'>, { shown, total, next, key = 'after' }: KeyPage): PagingPlace {
  const isLater = Boolean(view.query[key]);
  const before = isLater ? seenBefore(view.query['seen'], total === undefined ? undefined : total - shown) : 0;
  return {
    first: before === undefined ? undefined : before + 1,
    shown,
    total,
    next: next === null || next === undefined ? undefined : hrefWith(view, { [key]: String(next), seen: before === undefined ? undefined : String(before + shown) }),
    start: isLater ? hrefWith(view, { [key]: undefined, seen: undefined }) : undefined,
  };
}

function seenBefore(seen: string | undefined, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const count = /^[1-9]\d{0,8}$/.test(seen ?? '') ? Number(seen) : undefined;
  return count !== undefined && count <= most ? count : undefined;
}
