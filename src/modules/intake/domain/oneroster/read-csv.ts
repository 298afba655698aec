import { isUtf8 } from 'node:buffer';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';

/** Why a file cannot be read on; `row` is where, the header being row 1. */
export class CsvFault extends Error {
  readonly code: 'not-utf-8' | 'csv-syntax';
  readonly row: number;
  constructor(code: CsvFault['code'], row: number) {
    super(`${code} in row ${row}`);
    this.code = code;
    this.row = row;
  }
}

/** A row longer than this is an unclosed quote, not a row. */
const LONGEST_ROW = 1_048_576;

/** So many bytes are read before others get their turn: a package of 20 MB is checked where pages are answered too. */
const AT_ONCE = 8_192;

/**
 * The rows of a CSV file (RFC 4180, UTF-8 with or without a byte order mark), the header among them, one at a time.
 * @throws CsvFault where the file is no such text, after all rows before it
 */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  let ready: string[][] = [];
  let row = 0;
  // Rows are taken as they are parsed: those waiting in a stream would be lost with its error.
  const parser = parse({ bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'], max_record_size: LONGEST_ROW, on_record: keep });
  parser.on('error', () => {});
  parser.resume();
  try {
    for await (const chunk of utf8(bytes)) {
      for (let at = 0; at < chunk.length; at += AT_ONCE) {
        parser.write(chunk.subarray(at, at + AT_ONCE));
        yield* taken();
        if (parser.errored) throw faultOf(parser.errored);
        await setImmediate();
      }
    }
    parser.end();
    await finished(parser).catch(() => {});
    yield* taken();
    if (parser.errored) throw faultOf(parser.errored);
  } finally {
    parser.destroy();
  }

  function keep(record: string[]) {
    ready.push(record);
    return null;
  }
  function taken() {
    const rows = ready;
    ready = [];
    row += rows.length;
    return rows;
  }
  function faultOf(error: Error) {
    return error instanceof CsvError ? new CsvFault('csv-syntax', row + 1) : error;
  }
}

const LINE_END = 0x0a;

/** The same bytes, cut between characters. @throws CsvFault where they are not UTF-8 text */
async function* utf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const chunk of bytes) {
    const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const whole = all.subarray(0, endOfLastCharacter(all));
    if (!isUtf8(whole) || whole.includes(0)) throw new CsvFault('not-utf-8', line + linesIn(soundBeginning(whole)));
    line += linesIn(whole);
    rest = Buffer.from(all.subarray(whole.length));
    if (whole.length > 0) yield whole;
  }
  if (rest.length > 0) throw new CsvFault('not-utf-8', line);
}

/** Where the last character that is wholly here ends: a chunk may cut one in two. */
function endOfLastCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const length = byte >= 0b1111_0000 ? 4 : byte >= 0b1110_0000 ? 3 : byte >= 0b1100_0000 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** The part before the first byte that is no text. */
function soundBeginning(bytes: Buffer): Buffer {
  const zero = bytes.indexOf(0);
  const known = zero === -1 ? bytes : bytes.subarray(0, zero);
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const part = known.subarray(0, middle);
    if (isUtf8(part.subarray(0, endOfLastCharacter(part)))) low = middle;
    else high = middle - 1;
  }
  return known.subarray(0, low);
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_END); at !== -1; at = bytes.indexOf(LINE_END, at + 1)) lines += 1;
  return lines;
}
