import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { EmptyState } from '../empty-state.js';
import { type Children, type Words, wordsIn } from '../words.js';
import { ExportLinks, type ExportLinksProps } from './export-links.js';
import { HeaderCell, type PostedSorting, type Sorting } from './header-cell.js';
import { Paging, type PagingPlace } from './paging.js';

/** A column: what stands above it and what it shows of a row. */
export interface Column<Row> {
  readonly key: string;
  readonly header: Words;
  readonly cell: (row: Row) => Children;
  /** Whether rows can be sorted by it; its key goes into the address. */
  readonly sort?: boolean | undefined;
  /** Aligned by its digits. */
  readonly number?: boolean | undefined;
  /** Whether it names the row. */
  readonly rowHeader?: boolean | undefined;
}

export interface DataTableProps<Row> {
  readonly lang: Lang;
  readonly caption: Words;
  /** Where a heading above says the same. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sorting | PostedSorting | undefined;
  readonly paging?: PagingPlace | undefined;
  readonly exports?: Omit<ExportLinksProps, 'lang'> | undefined;
  readonly empty?: Emptiness | undefined;
  /** Scrolls by itself under a header that stays. */
  readonly tall?: boolean | undefined;
  /** Many columns: they stand closer, and the heads of numbers go on in a second line. */
  readonly dense?: boolean | undefined;
}

/** What to say, and what to do next, where there are no rows. */
export interface Emptiness {
  readonly title: Words;
  readonly hint?: Words | undefined;
  readonly action?: Children;
}

/**
 * A table of data: sorted by links, paged, exported. On a narrow screen each row becomes a card that names its values;
 * the roles keep it a table for screen readers, whose browsers forget it when the cells are no longer laid out as one.
 */
export function DataTable<Row>(props: DataTableProps<Row>): VNode {
  const { lang, columns, rows, paging, empty = NOTHING } = props;
  if (rows.length === 0) {
    return (
      <EmptyState lang={lang} title={empty.title} hint={empty.hint}>
        {empty.action}
      </EmptyState>
    );
  }
  return (
    <div class={props.dense ? 'data-table table-dense' : 'data-table'}>
      <div class={props.tall ? 'table-scroll table-tall' : 'table-scroll'} role="region" tabindex={0} aria-label={wordsIn(lang, props.caption)}>
        <table role="table">
          <caption class={props.captionHidden ? 'visually-hidden' : undefined}>{wordsIn(lang, props.caption)}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <HeaderCell key={column.key} lang={lang} column={column} sort={props.sort} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={props.rowKey(row)} role="row">
                {columns.map((column) => (
                  <Cell key={column.key} lang={lang} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(paging || props.exports) && (
        <div class="table-foot">
          {paging && <Paging lang={lang} {...paging} shown={paging.shown ?? rows.length} />}
          {props.exports && <ExportLinks lang={lang} {...props.exports} />}
        </div>
      )}
    </div>
  );
}

function Cell<Row>({ lang, column, row }: { lang: Lang; column: Column<Row>; row: Row }): VNode {
  const attributes = { class: column.number ? 'num' : undefined, 'data-label': wordsIn(lang, column.header) };
  return column.rowHeader ? (
    <th {...attributes} scope="row" role="rowheader">
      {column.cell(row)}
    </th>
  ) : (
    <td {...attributes} role="cell">
      {column.cell(row)}
    </td>
  );
}

const NOTHING: Emptiness = { title: { lv: 'Nav neviena ieraksta', en: 'There are no records' } };
