import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayConnectTo, mayEnter } from './inner-address.js';
import { AnswerTooLarge, outward, RefusedAddress } from './outward.js';

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url!);
  if (request.url === '/away') return void response.writeHead(302, { location: 'http://169.254.169.254/' }).end('elsewhere');
  if (request.url === '/endless') {
    const pour = () => { while (response.write(Buffer.alloc(65_536)) && !response.destroyed); };
    return void (response.on('drain', pour), pour());
  }
  if (request.url === '/silent') return;
  request.pipe(response.writeHead(200, { 'x-method': request.method }));
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const LIMITS = { mostBytes: 1_000_000, withinMs: 2_000 };
const INNER = [
  '10.0.0.5', '172.16.0.1', '192.168.1.1', '127.0.0.1', '127.8.8.8', '0.0.0.0', '169.254.169.254', '100.64.0.1', '100.100.100.200', '168.63.129.16', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1',
  '::ffff:10.0.0.5', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '0:0:0:0:0:ffff:c0a8:0101', '::10.0.0.5', '64:ff9b::a00:5', '2002:a00:5::',
];

test('inner addresses are refused in every way they can be written, public ones are not', () => {
  for (const address of INNER) expect([address, mayConnectTo(address, { reach: 'public' })]).toEqual([address, false]);
  for (const address of ['8.8.8.8', '172.32.0.1', '193.41.195.1', '2a00:1450:4001::1', '::ffff:8.8.8.8']) expect([address, mayConnectTo(address, { reach: 'public' })]).toEqual([address, true]);
});

test('private networks are open only where it is said, and even then not the machine itself nor what gives out its keys', () => {
  const open = INNER.filter((address) => mayConnectTo(address, { reach: 'private' }));
  expect(open).toEqual(['10.0.0.5', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fc00::1', '::ffff:10.0.0.5', '0:0:0:0:0:ffff:c0a8:0101']);
});

test('an inner address is told at entering, however it is written; of names, those that are inner by themselves', () => {
  const entered = ['https://10.0.0.5/', 'https://0x0a.5/', 'https://167772165', 'https://[::ffff:10.0.0.5]/', 'https://localhost/x', 'https://a.localhost', 'https://db', 'https://skola.local', 'https://x.internal.', 'https://u:p@zurnals.example.lv', 'ftp://zurnals.example.lv', 'nothing'];
  for (const address of entered) expect([address, mayEnter(address, { reach: 'public' })]).toEqual([address, false]);
  for (const address of ['https://zurnals.example.lv/x', 'https://193.41.195.1:8443']) expect([address, mayEnter(address, { reach: 'public' })]).toEqual([address, true]);
  expect([mayEnter('http://localhost:3000', { reach: 'public', loopback: true }), mayEnter('https://adfs.pasvaldiba.local', { reach: 'private' }), mayEnter('https://127.0.0.1', { reach: 'private' })]).toEqual([true, true, false]);
});

test('a name is judged by where it leads at each call, so that one that changes its address gains nothing', async () => {
  const leads = ['127.0.0.1', '10.0.0.5', '169.254.169.254', '::ffff:127.0.0.2'];
  const way = outward({ ...LIMITS, reach: 'public', loopback: true, resolve: (_, told) => told(null, [{ address: leads.shift()!, family: 4 }]) });
  const first = await way(`http://zurnals.example.lv:${port}/first`, { method: 'POST', body: 'asked', headers: { connection: 'close' } });
  expect([first.status, first.headers.get('x-method'), await first.text()]).toEqual([200, 'POST', 'asked']);
  await expect(way(`http://zurnals.example.lv:${port}/second`)).rejects.toMatchObject({ cause: expect.any(RefusedAddress) as Error });
  await expect(way(`http://zurnals.example.lv:${port}/third`)).rejects.toMatchObject({ cause: expect.any(RefusedAddress) as Error });
  expect(asked).toEqual(['/first']);
});

test('this machine is refused by number and by name, and nothing is asked of it', async () => {
  const way = outward({ ...LIMITS, reach: 'public' });
  const before = asked.length;
  for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433']) await expect(way(`http://${host}:${port}/`)).rejects.toMatchObject({ message: 'fetch failed', cause: expect.any(RefusedAddress) as Error });
  expect(asked.length).toBe(before);
});

test('a name with one inner address among its addresses is refused', async () => {
  const way = outward({ ...LIMITS, reach: 'public', loopback: true, resolve: (_, told) => told(null, [{ address: '127.0.0.1', family: 4 }, { address: '10.0.0.5', family: 4 }]) });
  await expect(way(`http://zurnals.example.lv:${port}/several`)).rejects.toMatchObject({ cause: expect.any(RefusedAddress) as Error });
});

test('redirects are not followed, and an answer is read no further than its limit of size and time', async () => {
  const way = outward({ mostBytes: 100_000, withinMs: 400, reach: 'public', loopback: true });
  expect((await way(`http://127.0.0.1:${port}/away`, { redirect: 'follow' })).status).toBe(302);
  await expect(way(`http://127.0.0.1:${port}/endless`)).rejects.toMatchObject({ cause: expect.any(AnswerTooLarge) as Error });
  await expect(way(`http://127.0.0.1:${port}/silent`)).rejects.toMatchObject({ name: 'TimeoutError' });
});
