import { inLatvianOrder } from '#kernel/latvian-order.js';
/** A name as an e-journal wrote it, with the rows that wait for what it means. */
export interface Waiting {
  readonly journalId: string | null;
  readonly journal: string | null;
  readonly year: number;
  readonly name: string;
  readonly rows: number;
  readonly classes: readonly string[];
  readonly since: Date;
  /** Of a class: the one in which most of the pupils named are, by its title. */
  readonly likely?: string | null;
}

/** The same name however written: one line of the desk, one decision. */
export interface WaitingName extends Omit<Waiting, 'year'> {
  readonly key: string;
  /** How it was written, the most frequent first. */
  readonly written: readonly string[];
}

/** Puts together what differs in case, accents and punctuation alone, of one e-journal; the line on which most rows wait comes first. */
export function mergeWaiting(rows: readonly Waiting[], keyOf: (name: string) => string): WaitingName[] {
  const lines = new Map<string, WaitingName>();
  for (const { year: _year, ...row } of rows) {
    const key = keyOf(row.name);
    const line = lines.get(`${row.journalId}|${key}`);
    lines.set(
      `${row.journalId}|${key}`,
      line
        ? {
            ...line,
            rows: line.rows + row.rows,
            written: [...new Set([...line.written, row.name])],
            classes: [...new Set([...line.classes, ...row.classes])],
            since: line.since < row.since ? line.since : row.since,
          }
        : { ...row, key, written: [row.name] },
    );
  }
  return [...lines.values()].toSorted((a, b) => b.rows - a.rows || inLatvianOrder(a.name, b.name));
}
