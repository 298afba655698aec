/** Whole lines of a stream. */
export interface Piece {
  /** The number of its first line, from 1. */
  readonly firstRow: number;
  readonly rows: number;
  readonly content: Buffer;
  /** Bytes of its longest line. */
  readonly longest: number;
}

const NEWLINE = 0x0a;

/** Cuts a stream into pieces of whole lines, each of at most so many lines and about so many bytes. A line that has no end is cut too, and `longest` tells. */
export async function* cutLines(stream: AsyncIterable<Buffer>, mostRows: number, mostBytes: number): AsyncGenerator<Piece> {
  let kept: Buffer[] = [];
  let [bytes, rows, firstRow, line, longest] = [0, 0, 1, 0, 0];

  function cut(): Piece {
    const piece = { firstRow, rows, content: Buffer.concat(kept), longest };
    firstRow += rows;
    kept = [];
    [bytes, rows, line, longest] = [0, 0, 0, 0];
    return piece;
  }
  function keep(part: Buffer) {
    kept.push(part);
    bytes += part.length;
  }
  function endLine(length: number) {
    rows += 1;
    longest = Math.max(longest, line + length);
    line = 0;
  }

  for await (const chunk of stream) {
    let [from, lineFrom] = [0, 0];
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, lineFrom)) {
      endLine(end - lineFrom);
      lineFrom = end + 1;
      if (rows < mostRows && bytes + lineFrom - from < mostBytes) continue;
      keep(chunk.subarray(from, lineFrom));
      from = lineFrom;
      yield cut();
    }
    line += chunk.length - lineFrom;
    if (from < chunk.length) keep(chunk.subarray(from));
    if (line > mostBytes) {
      endLine(0);
      yield cut();
    }
  }
  if (line > 0) endLine(0);
  if (bytes > 0) yield cut();
}
