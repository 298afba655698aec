import { expect, test } from 'vitest';
import { SILENT } from '../log/log.js';
import { NOBODY } from './identity.js';
import { createServer } from './server.js';

test('one who asks too much is asked to wait, and neither those signed in behind the same address nor others elsewhere are', async () => {
  const server = await createServer({
    log: SILENT,
    identify: (request) => Promise.resolve(request.headers.cookie ? { ...NOBODY, sessionId: request.headers.cookie } : null),
    errorPage: () => Promise.resolve(''), proveAgain: (to) => to, formTargets: [], trustedProxies: 0, secure: false, requestsPerMinute: 3, version: 'test',
  });
  server.get('/page', () => 'page');
  const ask = async (remoteAddress: string, cookie?: string) => (await server.inject({ url: '/page', remoteAddress, headers: cookie ? { cookie } : {} })).statusCode;
  const school = '192.0.2.7';
  for (const status of [200, 200, 200, 429]) expect(await ask(school)).toBe(status);
  for (const status of [200, 200, 200, 429]) expect(await ask(school, 'one')).toBe(status);
  expect([await ask(school, 'another'), await ask('192.0.2.8'), await ask('203.0.113.5', 'one')]).toEqual([200, 200, 429]);
  for (const address of ['2001:db8::1', '2001:db8::2', '2001:db8:0:0:ffff::3']) expect(await ask(address)).toBe(200);
  expect([await ask('2001:db8::4'), await ask('2001:db8:0:1::4'), await ask('::ffff:192.0.2.8')]).toEqual([429, 200, 200]);
  await server.close();
});
