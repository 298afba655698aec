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
  /** How many rows this page shows, and how many there are in all. */
  readonly shown: number;
  readonly total: number;
  /** What `after` of the next page is; null on the last. */
  readonly next: string | null;
}

/** The next page is found by its key; how many were seen before is only told. */
export function pagingByKey(view: View, { shown, total, next }: KeyPage): PagingPlace {
  const { after, seen } = view.query;
  const before = after ? Number(seen ?? 0) || 0 : 0;
  return {
    first: before + 1,
    total,
    next: next === null ? undefined : hrefWith(view, { after: next, seen: String(before + shown) }),
    previous: after ? hrefWith(view, { after: undefined, seen: undefined }) : undefined,
  };
}
