import type { Socket } from 'node:net';
import { NO_REQUEST, PROBLEM_TYPE } from './problem.js';

/** Answers what is no HTTP request, before there is any to hand on: an address with letters that are not percent-encoded, a head that is too long or never ends. */
export function answerUnreadable(fault: Error & { readonly code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) return void socket.destroy(fault);
  const status = STATUSES[fault.code ?? ''] ?? '400 Bad Request';
  const body = JSON.stringify({ ...NO_REQUEST, status: Number(status.slice(0, 3)) });
  socket.end(`HTTP/1.1 ${status}\r\ncontent-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
}

const STATUSES: Readonly<Record<string, string>> = { ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout', HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large' };
