import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerUnreadable } from './unreadable.js';

let server: Server;
beforeAll(async () => {
  server = createServer((_, reply) => reply.end()).on('clientError', answerUnreadable);
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => server.close());

async function answerTo(words: string): Promise<{ status: number; type: string | undefined; body: unknown }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(words);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), type: /content-type: ([^;]+)/.exec(head)?.[1], body: JSON.parse(body) };
}

test.each([
  ['letters that are not percent-encoded', 'GET /a?part=Grāveru%20pagasts HTTP/1.1\r\nhost: x\r\n\r\n', 400],
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['a head without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(70_000)}\r\n\r\n`, 431],
])('%s: problem details that say what to do', async (_, words, status) => {
  expect(await answerTo(words)).toMatchObject({ status, type: 'application/problem+json', body: { type: '/problems/no-request', status, title: expect.stringContaining('percent-encoded') } });
});
