/** A name as an e-journal wrote it, with the rows that wait for what it means. */
export interface Waiting {
  readonly journalId: string | null;
  readonly journal: string | null;
  readonly year: number;
  /** What makes it the same name, however it is written. */
  readonly key: string;
  readonly name: string;
  readonly rows: number;
  readonly classes: readonly string[];
  readonly since: Date;
  /** Of a class: the one in which most of the pupils named are, by its title. */
  readonly likely?: string | null;
}

/** The same name however written: one line of the desk, one decision. */
export interface WaitingName extends Omit<Waiting, 'year'> {
  /** How it was written, the most frequent first. */
  readonly written: readonly string[];
}

/** Puts together what differs in case, accents and punctuation alone, of one e-journal; the line on which most rows wait comes first. */
export function mergeWaiting(rows: readonly Waiting[]): WaitingName[] {
  const lines = new Map<string, WaitingName>();
  for (const { year: _year, ...row } of rows) {
    const id = `${row.journalId}|${row.key}`;
    const line = lines.get(id);
    lines.set(
      id,
      line
        ? {
            ...line,
            rows: line.rows + row.rows,
            written: [...new Set([...line.written, row.name])],
            classes: [...new Set([...line.classes, ...row.classes])],
            since: line.since < row.since ? line.since : row.since,
          }
        : { ...row, written: [row.name] },
    );
  }
  return [...lines.values()].toSorted((a, b) => b.rows - a.rows || order(a.key, b.key) || order(a.journalId ?? '', b.journalId ?? ''));
}

/** As the database pages by them. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A page of lines that were read one more than it holds. */
export interface LinesPage<Line> {
  readonly names: readonly Line[];
  /** The number of its first line, from 1. */
  readonly first: number;
  /** Where the next page begins: after how many rows, which key and e-journal, and how many lines. */
  readonly next: string | null;
}

export function pageOfLines<Line extends WaitingName>(lines: readonly Line[], most: number, before: number): LinesPage<Line> {
  const last = lines.length > most ? lines[most - 1] : undefined;
  return { names: lines.slice(0, most), first: before + 1, next: last ? JSON.stringify([last.rows, last.key, last.journalId, before + most]) : null };
}
