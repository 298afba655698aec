import { faultOf, faultOfLifecycle } from './check-value.js';
import { COMMON, type DataFile, type FileRules, FILES, fileName } from './files.js';
import type { Findings } from './finding.js';
import type { Header } from './header.js';
import { looksLikePersonCode, shown } from './mask.js';

/** One row of a file; a value that is not right by itself counts as empty for what follows. */
export interface RecordRow {
  readonly row: number;
  /** The record is taken back by this delta: nothing but its identifier matters. */
  readonly deleted: boolean;
  readonly value: (column: string) => string;
}

/** Checks rows of one file each by itself, and gives what can be compared with others. */
export function recordReader(file: DataFile, header: Header, delta: boolean, found: Findings): (cells: readonly string[], row: number) => RecordRow | 'blank' | 'unreadable' {
  const { fields, days = [], paired } = FILES[file];
  const places = fields.map((field) => header.columns.get(field.name) ?? -1);
  const [id, status, changed] = COMMON.map((name) => header.columns.get(name) ?? -1) as [number, number, number];
  const ID_FIELD = { name: 'sourcedId', required: true, form: 'id' } as const;

  return (cells, row) => {
    const at = (column: string | null) => ({ file: fileName(file), row, column });
    if (cells.length === 1 && cells[0] === '' && header.width > 1) {
      found.add('row-blank', at(null));
      return 'blank';
    }
    if (cells.length !== header.width) {
      found.add('row-width', at(null), { expected: String(header.width), actual: String(cells.length) });
      return 'unreadable';
    }
    const unfit = new Set<string>();
    const hold = (column: string, value: string, fault: ReturnType<typeof faultOf>, personal = false) => {
      if (!fault) return;
      unfit.add(column);
      found.add(fault.code, at(column), { expected: fault.expected, actual: shown(value, personal), suggestion: fault.suggestion });
    };
    if (id !== -1) {
      hold('sourcedId', cells[id]!, faultOf(ID_FIELD, cells[id]!));
      if (looksLikePersonCode(cells[id]!)) found.add('personal-code-as-id', at('sourcedId'), { actual: shown(cells[id]!, true) });
    }
    if (status !== -1) hold('status', cells[status]!, faultOfLifecycle('status', cells[status]!, delta));
    if (changed !== -1) hold('dateLastModified', cells[changed]!, faultOfLifecycle('dateLastModified', cells[changed]!, delta));
    const deleted = delta && cells[status] === 'tobedeleted';
    const value = (column: string) => (unfit.has(column) ? '' : (cells[header.columns.get(column) ?? -1] ?? ''));
    if (deleted) return { row, deleted, value };

    fields.forEach((field, index) => {
      const place = places[index]!;
      if (place === -1) return;
      const cell = cells[place]!;
      if (field.unwanted && cell !== '') found.add('data-not-wanted', at(field.name), { actual: shown(cell, true) });
      else hold(field.name, cell, faultOf(field, cell), field.personal);
    });
    const record = { row, deleted, value };
    holdTogether(record, { days, ...(paired && { paired }) }, (code, column, about) => found.add(code, at(column), about));
    return record;
  };
}

type Report = (code: 'dates-reversed' | 'subjects-and-codes-differ' | 'range-reversed', column: string, about: { expected: string; actual: string }) => void;

/** What must hold between the values of one record. */
function holdTogether({ value }: RecordRow, { days = [], paired }: Pick<FileRules, 'days' | 'paired'>, report: Report): void {
  for (const [first, last] of days) {
    const [from, until] = [value(first), value(last)];
    if (from !== '' && until !== '' && until < from) report('dates-reversed', last, { expected: `≥ ${from}`, actual: until });
  }
  if (paired) {
    const [many, codes] = [countOf(value(paired[0])), countOf(value(paired[1]))];
    if (many > 0 && codes > 0 && many !== codes) report('subjects-and-codes-differ', paired[1], { expected: String(many), actual: String(codes) });
  }
  const [least, greatest] = [value('resultValueMin'), value('resultValueMax')];
  if (least !== '' && greatest !== '' && Number(least) > Number(greatest)) report('range-reversed', 'resultValueMin', { expected: `≤ ${greatest}`, actual: least });
}

const countOf = (list: string) => (list === '' ? 0 : list.split(',').length);
