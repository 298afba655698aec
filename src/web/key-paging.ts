import type { PagingPlace } from '#ui/table/paging.js';
import { hrefWith } from './view.js';

interface Portion {
  /** How many rows this page shows, and how many there are in all where that is known. */
  readonly shown: number;
  readonly total?: number;
  /** The key after which the next page begins; null on the last one. */
  readonly next: string | null;
}

/** The way on and back to the beginning of a list that is read on by key: how many rows came before goes along in the address, so that a page says where it stands. */
export function keyPaging(at: Parameters<typeof hrefWith>[0], { shown, total, next }: Portion): PagingPlace {
  const seen = at.query['after'] ? Math.max(0, Math.trunc(Number(at.query['seen'])) || 0) : 0;
  return {
    first: seen + 1,
    total,
    ...(next !== null && { next: hrefWith(at, { after: next, seen: String(seen + shown) }) }),
    ...(at.query['after'] && { previous: hrefWith(at, { after: undefined, seen: undefined }) }),
  };
}
