import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { HiddenFields } from '../form/form.js';
import { type Words, wordsIn } from '../words.js';

/** How rows are sorted now, and the page sorted otherwise. */
export interface Sorting {
  readonly by: string;
  readonly descending: boolean;
  readonly href: (by: string, descending: boolean) => string;
}

/** The same of a list that was asked for by POST, since what was asked must not stand in an address. */
export interface PostedSorting extends Pick<Sorting, 'by' | 'descending'> {
  readonly action: string;
  readonly csrf: string;
  readonly hidden: (by: string, descending: boolean) => Readonly<Record<string, string>>;
}

interface HeaderCellProps {
  readonly lang: Lang;
  readonly column: { readonly key: string; readonly header: Words; readonly sort?: boolean | undefined; readonly number?: boolean | undefined };
  readonly sort: Sorting | PostedSorting | undefined;
}

/** The head of a column; where rows can be sorted by it, a link or button that sorts or turns the order round. */
export function HeaderCell({ lang, column, sort }: HeaderCellProps): VNode {
  const words = wordsIn(lang, column.header);
  const sortable = column.sort && sort;
  const sorted = sortable && sort.by === column.key;
  const classes = [column.number && 'num', sortable && 'sortable'].filter(Boolean).join(' ');
  return (
    <th scope="col" role="columnheader" class={classes || undefined} aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}>
      {sortable ? <Sort sort={sort} by={column.key} descending={sorted ? !sort.descending : false} words={words} /> : words}
    </th>
  );
}

function Sort({ sort, by, descending, words }: { sort: Sorting | PostedSorting; by: string; descending: boolean; words: string }): VNode {
  if ('href' in sort) {
    return (
      <a href={sort.href(by, descending)}>
        {words}
        <SortMark />
      </a>
    );
  }
  return (
    <form method="post" action={sort.action}>
      <HiddenFields values={{ ...sort.hidden(by, descending), _csrf: sort.csrf }} />
      <button type="submit">
        {words}
        <SortMark />
      </button>
    </form>
  );
}

const SortMark = (): VNode => (
  <svg class="sort-mark" viewBox="0 0 8 12" width="8" height="12" aria-hidden="true">
    <path class="sort-up" d="M4 0 8 5H0z" />
    <path class="sort-down" d="M4 12 0 7h8z" />
  </svg>
);
