import { type Code, codeOf, mendOf } from './codes.js';

interface Answered {
  readonly row: number;
  readonly code: string;
  readonly state: string;
  readonly field: string;
  readonly found: string;
  readonly expected: { readonly lv: string };
  readonly nearest: readonly { readonly value: string }[];
  readonly also: readonly { readonly code: string; readonly field: string; readonly found: string; readonly expected: { readonly lv: string }; readonly nearest: readonly { readonly value: string }[] }[];
  readonly sent?: unknown;
  readonly mended?: unknown;
}

const COLUMNS = ['row', 'record', 'state', 'code', 'field', 'found', 'expected', 'nearest', 'mended', 'mend', 'also'] as const;

/** Answers as CSV (RFC 4180) for machines: no decoration, one line each. */
export async function* answersCsv(answers: AsyncIterable<Answered>): AsyncGenerator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for await (const { row, code, state, field, found, expected, nearest, also, sent, mended } of answers) {
    const record = (sent as { readonly record?: unknown } | null)?.record;
    const cells = [
      String(row), typeof record === 'string' ? record : '', state, code, field, found, expected.lv, nearest.map(({ value }) => value).join(' | '), mended ? JSON.stringify(mended) : '', mendOf(codeOf(code as Code), state).lv,
      also.length === 0 ? '' : JSON.stringify(also.map((one) => ({ code: one.code, field: one.field, found: one.found, expected: one.expected.lv, nearest: one.nearest.map(({ value }) => value) }))),
    ];
    yield `${cells.map(quoted).join(',')}\r\n`;
  }
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP: CSV injection). */
const quoted = (cell: string): string => {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
