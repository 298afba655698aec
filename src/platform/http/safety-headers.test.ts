import { expect, test } from 'vitest';
import { SILENT } from '../log/log.js';
import { createServer } from './server.js';

const serverOf = (secure: boolean) =>
  createServer({
    log: SILENT,
    identify: () => Promise.resolve(null),
    errorPage: () => Promise.resolve('<!doctype html><title>404</title>'),
    proveAgain: (to) => to,
    formTargets: ['https://login.example.lv'],
    trustedProxies: 0,
    secure,
    requestsPerMinute: 100,
    version: '1',
  });

test('every answer tells the browser what it may do: an ordinary one, a refusal, and one written past the framework', async () => {
  const server = await serverOf(true);
  server.get('/page', (_request, reply) => reply.type('text/html').send('<!doctype html>'));
  server.get('/past', (_request, reply) => {
    reply.hijack();
    reply.raw.end('past');
  });
  for (const url of ['/page', '/past', '/nowhere']) {
    const { headers } = await server.inject({ url });
    expect(headers, url).toMatchObject({
      'content-security-policy':
        "default-src 'none';base-uri 'none';font-src 'self';form-action 'self' https://login.example.lv;frame-ancestors 'none';img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';style-src 'self';connect-src 'self'",
      'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    });
  }
  await server.close();
});

test('without TLS nothing is promised about it', async () => {
  const server = await serverOf(false);
  const { headers } = await server.inject({ url: '/nowhere' });
  expect(headers['strict-transport-security']).toBeUndefined();
  expect(headers['x-content-type-options']).toBe('nosniff');
  await server.close();
});
