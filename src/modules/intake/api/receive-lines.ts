import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { invalid } from '#kernel/errors.js';
import type { Performing } from '#platform/http/api-route.js';
import { keepPart, mayReceive, TooLarge } from '../actions/receive-batch.js';
import { LIMITS } from '../domain/limits.js';
import { cutLines } from '../domain/cut-lines.js';
import { LINE_TOO_LONG, NO_ROWS } from '../texts/intake.js';

/**
 * A batch of NDJSON as it arrives: one that fits into a piece is handed on whole and answered at once; the pieces of a larger one are kept one by
 * one, so that memory does not grow with its length. A large one is asked first whether it would be let in.
 */
export async function receiveLines(body: Readable, head: Readonly<Record<string, unknown>>, asSender: Performing): Promise<{ lines: Buffer } | { upload: object }> {
  const hash = createHash('sha256');
  const id = randomUUID();
  let first: { readonly firstRow: number; readonly rows: number; readonly content: Buffer } | undefined;
  let [part, rows] = [0, 0];
  // A batch of one piece is hashed where it is taken in.
  const keep = async ({ firstRow, content }: { readonly firstRow: number; readonly content: Buffer }) => {
    part += 1;
    hash.update(content);
    await asSender(keepPart, { uploadId: id, part, firstRow, content });
  };
  for await (const piece of cutLines(body, LIMITS.rowsAtOnce, LIMITS.partBytes)) {
    if (piece.longest > LIMITS.lineBytes) throw new TooLarge('line-too-long', LINE_TOO_LONG, { most: LIMITS.lineBytes });
    rows += piece.rows;
    if (part === 0 && first === undefined) {
      first = piece;
      continue;
    }
    if (first) {
      await asSender(mayReceive, head);
      await keep(first);
      first = undefined;
    }
    await keep(piece);
  }
  if (first) return { lines: first.content };
  if (rows === 0) throw invalid('rows', NO_ROWS);
  return { upload: { id, rows, sha256: hash.digest('hex') } };
}
