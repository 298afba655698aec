import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutLines, type Piece } from './cut-lines.js';
import { parseLines } from './parse-lines.js';

async function* inChunks(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}
const cut = async (words: string, chunk: number, rows: number, bytes: number): Promise<Piece[]> => Array.fromAsync(cutLines(inChunks(Buffer.from(words), chunk), rows, bytes));

test('however a stream arrives, its lines come whole, in order and numbered, and no piece has too many', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'ā', '"', ' '), maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 40 }), fc.boolean(), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 9 }), async (lines, ends, chunk, rows) => {
      const words = lines.join('\n') + (ends ? '\n' : '');
      const pieces = await cut(words, chunk, rows, 1_000);
      expect(Buffer.concat(pieces.map(({ content }) => content)).toString()).toBe(words);
      for (const piece of pieces) {
        expect(piece.rows).toBeLessThanOrEqual(rows);
        expect(piece.content.toString().replace(/\n$/, '').split('\n')).toHaveLength(piece.rows);
      }
      expect(pieces.map(({ firstRow }) => firstRow)).toEqual(pieces.map((_, at) => 1 + pieces.slice(0, at).reduce((sum, one) => sum + one.rows, 0)));
    }),
  );
});

test('pieces are cut by bytes too, and a line without an end is told of', async () => {
  expect((await cut('aaaa\nbbbb\ncc\n', 3, 100, 8)).map(({ content }) => content.toString())).toEqual(['aaaa\nbbbb\n', 'cc\n']);
  expect((await cut('x'.repeat(50), 7, 100, 10))[0]!.longest).toBeGreaterThan(10);
});

test('rows keep their numbers, whatever stands in a line', () => {
  expect(parseLines(Buffer.from('{"a":1}\n{"b":2}\n'), 5)).toEqual([{ row: 5, sent: { a: 1 } }, { row: 6, sent: { b: 2 } }]);
  expect(parseLines(Buffer.from('{"a":1},{"b":2}\nno json\n\n[1'), 1).map(({ sent }) => sent)).toEqual(['{"a":1},{"b":2}', 'no json', '', '[1']);
});
