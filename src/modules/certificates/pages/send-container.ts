import type { FastifyReply } from 'fastify';
import type { GivenFile } from '../actions/hand-out.js';

/** The stored bytes as a file; browsers keep no copy. */
export const sendContainer = (reply: FastifyReply, { name, content }: Pick<GivenFile, 'name' | 'content'>): FastifyReply =>
  reply.type('application/vnd.etsi.asic-e+zip').header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${name}"`).send(content);
