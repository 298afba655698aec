import type { FastifyReply } from 'fastify';
import type { SeenScan } from '../../actions/see-scans.js';

const ENDINGS = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

/** A picture shown in a page, which can do nothing but be looked at; or a file to keep, named by the work's code. */
export const sendScan = (reply: FastifyReply, { type, content, code }: SeenScan, how: 'inline' | 'attachment'): FastifyReply =>
  reply.type(type).header('content-security-policy', "default-src 'none'; frame-ancestors 'none'").header('content-disposition', `${how}; filename="${code}.${ENDINGS[type]}"`).send(content);
