import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { createGunzip, type Gunzip } from 'node:zlib';
import { Refusal } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';

/** More than so many times its packed size, and more than what anybody may send unpacked, is a bomb. */
const MOST_TIMES = 200;
const ALWAYS_ALLOWED = 1_048_576;

/**
 * The body of a request as it was before it was packed: as it came, or unpacked where `Content-Encoding` says gzip (RFC 9110, 8.4.1.3). It is never in memory
 * whole; whatever limits hold for a body hold for the unpacked one. @throws UnknownEncoding; its stream fails with BadBody, or TightlyPacked for a bomb
 */
export function unpackedBody({ headers }: Pick<FastifyRequest, 'headers'>, payload: Readable): Readable {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return payload;
  if (encoding !== 'gzip' && encoding !== 'x-gzip') throw new UnknownEncoding();
  const gunzip = createGunzip();
  const unpacked = Readable.from(unpack(payload, gunzip), { objectMode: false });
  // By this the framework compares `Content-Length`, which is that of the packed body.
  return Object.defineProperty(unpacked, 'receivedEncodedLength', { get: () => gunzip.bytesWritten });
}

async function* unpack(payload: Readable, gunzip: Gunzip): AsyncGenerator<Buffer> {
  payload.once('error', (error) => gunzip.destroy(error));
  payload.once('close', () => payload.readableEnded || gunzip.destroy(new BadBody()));
  payload.pipe(gunzip);
  let sent = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      sent += chunk.length;
      if (sent > ALWAYS_ALLOWED && sent > gunzip.bytesWritten * MOST_TIMES) throw new TightlyPacked();
      yield chunk;
    }
  } catch (error) {
    // The rest is let go by, so that the sender is answered and not cut off.
    payload.unpipe(gunzip);
    payload.resume();
    throw error instanceof Refusal ? error : new BadBody();
  }
}

class UnknownEncoding extends Refusal {
  readonly status = 415;
  constructor() {
    super('unknown-content-encoding', UNKNOWN, { accepted: ['gzip', 'identity'] });
  }
}

class BadBody extends Refusal {
  readonly status = 400;
  constructor() {
    super('not-gzip', NOT_GZIP);
  }
}

class TightlyPacked extends Refusal {
  readonly status = 413;
  constructor() {
    super('packed-too-tightly', TIGHT, { mostTimes: MOST_TIMES });
  }
}

const UNKNOWN: Text = { lv: 'Šādi saspiestu saturu nepieņem: sūtiet gzip vai nesaspiestu.', en: 'Content packed this way is not taken: send gzip, or nothing packed.' };
const NOT_GZIP: Text = { lv: 'Content-Encoding saka gzip, bet saturs nav vesels gzip. Sūtiet to vēlreiz.', en: 'Content-Encoding says gzip, but the content is no whole gzip. Send it again.' };
const TIGHT: Text = { lv: `Saturs atspiežas vairāk nekā ${MOST_TIMES} reižu liels. Sūtiet to nesaspiestu.`, en: `The content unpacks to more than ${MOST_TIMES} times its size. Send it unpacked.` };
