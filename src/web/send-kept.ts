import type { FastifyReply, FastifyRequest } from 'fastify';
import { rangeOf } from './byte-range.js';
import type { KeptFile } from './page-route.js';

/** Sends a kept file, or the part of it that is asked for (RFC 9110, 14). The part only where it is of the very file that was begun. */
export function sendKept({ headers }: FastifyRequest, reply: FastifyReply, { size, tag, read }: KeptFile): FastifyReply {
  const quoted = `"${tag}"`;
  reply.header('accept-ranges', 'bytes').header('etag', quoted);
  const begun = headers['if-range'];
  const range = begun === undefined || begun === quoted ? rangeOf(headers.range, size) : null;
  if (range === 'beyond') return reply.code(416).removeHeader('content-disposition').type('text/plain; charset=utf-8').header('content-range', `bytes */${size}`).send('');
  if (range === null) return reply.header('content-length', size).send(read({ start: 0, end: size - 1 }));
  const { start, end } = range;
  return reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`).header('content-length', end - start + 1).send(read(range));
}
