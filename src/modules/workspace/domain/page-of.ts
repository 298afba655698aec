/** How many rows a list of this module shows at once. */
export const PAGE = 30;

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  /** The id to go on from; null on the last page. */
  readonly next: string | null;
}

/** A page of a list that was asked for with one row more than it shows. */
export function pageOf<Row extends { readonly id: string }>(found: readonly Row[], size = PAGE): PageOf<Row> {
  const rows = found.slice(0, size);
  return { rows, next: found.length > size ? rows.at(-1)!.id : null };
}
