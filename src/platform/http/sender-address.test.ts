import { expect, test } from 'vitest';
import { SILENT } from '../log/log.js';
import { senderAddressOf } from './sender-address.js';
import { createServer } from './server.js';

const RIGA = '85.254.196.1';
const ELSEWHERE = '8.8.8.8';

/** What a program with so many trusted proxies makes of a request that comes over this connection with this header. */
async function seen(trustedProxies: number, remoteAddress: string, forwarded?: string, header = 'x-forwarded-for') {
  const server = await createServer({
    log: SILENT, identify: async () => null, errorPage: async () => '', proveAgain: (to) => to, formTargets: [], trustedProxies, secure: false, requestsPerMinute: 1000, version: 'test',
  });
  server.get('/seen', (request) => ({ ...senderAddressOf(request), limited: request.ip }));
  const answer = await server.inject({ url: '/seen', remoteAddress, headers: forwarded === undefined ? {} : { [header]: forwarded } });
  await server.close();
  return answer.json<{ address: string | null; hidden: boolean; limited: string }>();
}

test('without a proxy the connection tells where a request comes from, whatever its sender writes', async () => {
  expect(await seen(0, ELSEWHERE)).toMatchObject({ address: ELSEWHERE, hidden: false });
  expect(await seen(0, ELSEWHERE, RIGA)).toMatchObject({ address: ELSEWHERE, hidden: true, limited: ELSEWHERE });
  expect(await seen(0, '::ffff:85.254.196.1')).toMatchObject({ address: RIGA });
});

test('behind one proxy what the sender wrote before it is not believed', async () => {
  expect(await seen(1, '10.0.0.5', RIGA)).toMatchObject({ address: RIGA, hidden: false, limited: RIGA });
  expect(await seen(1, '10.0.0.5', `${RIGA}, ${ELSEWHERE}`)).toMatchObject({ address: ELSEWHERE, limited: ELSEWHERE });
  expect(await seen(1, '10.0.0.5', `${RIGA}, 127.0.0.1, ${ELSEWHERE}`)).toMatchObject({ address: ELSEWHERE });
});

test('behind two proxies it is the second from the end', async () => {
  expect(await seen(2, '10.0.0.5', `${RIGA}, ${ELSEWHERE}, 10.0.0.4`)).toMatchObject({ address: ELSEWHERE });
});

test('a trusted proxy that names nobody hides the sender', async () => {
  expect(await seen(1, '127.0.0.1')).toMatchObject({ address: null, hidden: true });
  expect(await seen(1, '127.0.0.1', 'unknown')).toMatchObject({ address: null });
});

test.each([['via', '1.1 proxy'], ['x-real-ip', ELSEWHERE], ['forwarded', `for=${ELSEWHERE}`], ['x-forwarded-proto', 'https']])('where no proxy is trusted, %s says that one stood in between', async (header, written) => {
  expect(await seen(0, '127.0.0.1', written, header)).toMatchObject({ address: '127.0.0.1', hidden: true });
});
