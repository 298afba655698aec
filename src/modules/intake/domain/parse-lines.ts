import type { NumberedRow } from './judge-rows.js';

/** Of a line that is no JSON so much is repeated. */
const SHOWN = 200;

/** Rows of NDJSON: one JSON object a line. A line that is none stays as the words that it is, and is answered as unreadable. */
export function parseLines(content: Buffer, firstRow: number): NumberedRow[] {
  const text = content.toString('utf8');
  const lines = text.split('\n');
  if (lines.at(-1)?.trim() === '') lines.pop();
  const together = parseTogether(lines);
  return lines.map((line, at) => ({ row: firstRow + at, sent: together ? together[at] : parseLine(line) }));
}

/** All lines in one go, which takes half the time; undefined where one of them is not one JSON value. */
function parseTogether(lines: readonly string[]): unknown[] | undefined {
  try {
    const rows = JSON.parse(`[${lines.join(',')}]`) as unknown[];
    return rows.length === lines.length ? rows : undefined;
  } catch {
    return undefined;
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line.trim().slice(0, SHOWN);
  }
}
