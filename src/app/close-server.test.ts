import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { closerOf } from './close-server.js';

const NEVER_IN_A_TEST = 600_000;

async function connectedTo(app: FastifyInstance) {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const accepted = once(app.server, 'connection');
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  await accepted;
  return { socket, ended: once(socket, 'close') };
}

test('a connection that a browser opened in advance does not hold up the end', async () => {
  const app = Fastify();
  const close = closerOf(app, NEVER_IN_A_TEST);
  const { ended } = await connectedTo(app);
  await close();
  await ended;
});

test('a request under way is answered before the end', async () => {
  const app = Fastify();
  const close = closerOf(app, NEVER_IN_A_TEST);
  const asked = Promise.withResolvers<void>();
  const closing = Promise.withResolvers<void>();
  app.get('/', async () => (asked.resolve(), await closing.promise, 'answered'));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const answer = fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/`);
  await asked.promise;
  const closed = close();
  closing.resolve();
  expect(await (await answer).text()).toBe('answered');
  await closed;
});

test('a request that does not end is cut off', async () => {
  const app = Fastify();
  const close = closerOf(app, 50);
  app.get('/', () => new Promise(() => undefined));
  const { socket, ended } = await connectedTo(app);
  const asked = once(app.server, 'request');
  socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  await asked;
  await close();
  await ended;
});
