import { columnsOf, type DataFile, FILES, fileName } from './files.js';
import type { Findings } from './finding.js';
import { shown } from './mask.js';
import { plain } from './suggest.js';

/** Where each column of the standard stands in a file, and in which text of the standard. */
export interface Header {
  readonly width: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly uncorrected: boolean;
}

/** Holds a file's first row to the standard: names with their capitals, order, columns of one's own at the end. */
export function checkHeader(file: DataFile, cells: readonly string[], found: Findings): Header {
  const { uncorrected: extra, formerly = {} } = FILES[file];
  const uncorrected = extra !== undefined && cells.includes(extra.column);
  const standard = columnsOf(file, uncorrected);
  const likeness = new Map(standard.map((name) => [plain(name), name]));
  const columns = new Map<string, number>();
  const report = (code: Parameters<Findings['add']>[0], column: string, about: Parameters<Findings['add']>[2] = {}) => found.add(code, { file: fileName(file), row: 1, column }, about);

  cells.forEach((cell, at) => {
    const nth = `#${at + 1}`;
    if (cell === '') return report('header-empty', nth);
    if (/^metadata\../.test(cell)) return undefined;
    const meant = likeness.get(plain(cell));
    if (meant === undefined) return report('header-unknown', nth, { actual: shown(cell, false), suggestion: isFormerName(cell) ? formerly[cell]! : null });
    if (meant !== cell) report('header-spelling', nth, { expected: meant, actual: shown(cell, false), suggestion: meant });
    if (columns.has(meant)) return report('header-duplicate', meant, { actual: `${meant} (#${columns.get(meant)! + 1}, ${nth})` });
    columns.set(meant, at);
    return undefined;
  });
  for (const name of standard) if (!columns.has(name) && !isFormer(name)) report('header-missing', name, { expected: name, suggestion: name });

  const present = [...columns.keys()];
  const ordered = standard.filter((name) => columns.has(name));
  const first = present.findIndex((name, at) => name !== ordered[at]);
  if (first !== -1) report('header-order', ordered[first]!, { expected: ordered.slice(0, first + 1).join(','), actual: present.slice(0, first + 1).join(',') });

  const last = Math.max(-1, ...columns.values());
  for (const [at, cell] of cells.entries()) if (/^metadata\../.test(cell) && at < last) report('metadata-too-early', shown(cell, false), { actual: `#${at + 1}` });
  return { width: cells.length, columns, uncorrected };

  /** A column present under its name of 1.1 is reported once, with its new name. */
  function isFormer(name: string) {
    return cells.some((cell) => isFormerName(cell) && formerly[cell] === name);
  }
  function isFormerName(cell: string) {
    return Object.hasOwn(formerly, cell);
  }
}
