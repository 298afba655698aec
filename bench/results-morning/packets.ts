import Fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import { installation } from '#platform/actions/installation.js';
import { seal } from '#platform/secrets/sealed-box.js';
import { commitmentOf, makeDeviceKeys, openPacket, publicBytes, sealPacket } from '#modules/portal/domain/packet.js';
import { lengthFor } from '#modules/portal/domain/packet-content.js';
import { inChild } from '../measuring/child.js';
import type { Result } from '../measuring/result.js';
import { repeatFor } from '../measuring/timings.js';
import type { LoadAnswer, LoadTask } from '../http/load-client.js';
import { BENCH_CONFIG, BENCH_SECRET } from '../platform/as-worker.js';
import type { BenchPlatform } from '../platform/bench-platform.js';

const RELEASE = '00000000-0000-7000-8000-00000000be00';
const CONNECTIONS = 32;
const EXAMS = 4;

/** A morning with packets: the key file through the whole program, beside the same bytes by bare Fastify; and what a device does with it. */
export async function withPackets(bench: BenchPlatform, address: string, seconds: number): Promise<Result[]> {
  const releaseKey = crypto.getRandomValues(new Uint8Array(32));
  await insertRelease(bench, releaseKey);
  const path = `/results/key/${RELEASE}`;
  const file = await (await fetch(`${address}${path}`)).text();
  if (!file.includes(Buffer.from(releaseKey).toString('base64url'))) throw new Error(`no key came: ${file}`);
  const ours = await load(new URL(address).port, path, seconds);
  const bare = Fastify();
  bare.get(path, (_request, reply) => reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(Buffer.from(file)));
  await bare.listen({ port: 0, host: '127.0.0.1' });
  const limit = await load(String((bare.server.address() as AddressInfo).port), path, seconds).finally(() => bare.close());

  const keys = await makeDeviceKeys();
  const toSeal = { release: new Uint8Array(16), opensAt: 0, releaseKey, devicePublic: await publicBytes(keys), content: new Uint8Array(lengthFor(EXAMS, true)) };
  const packet = await sealPacket(toSeal);
  const sealing = await repeatFor(seconds / 2, 1, () => sealPacket(toSeal));
  const opening = await repeatFor(seconds / 2, 1, () => openPacket({ packet, keys, releaseKey }));
  return [
    { what: `with packets: key files at nine, ${CONNECTIONS} connections`, ours: ours.perSecond, unit: 'devices/s', beside: { name: 'bare Fastify: the same bytes', value: limit.perSecond }, timings: ours.timings, goal: { of: 'ours', atLeast: 3000 } },
    { what: `packets of ${packet.length.toLocaleString('en')} bytes sealed for their devices, one at a time`, ours: sealing.perSecond, unit: 'packets/s', timings: sealing.timings },
    { what: 'the same opened by WebCrypto, as a device does', ours: opening.perSecond, unit: 'packets/s', timings: opening.timings },
  ];
}

async function insertRelease({ asOwner }: BenchPlatform, releaseKey: Uint8Array<ArrayBuffer>): Promise<void> {
  const box = seal(installation(BENCH_CONFIG, BENCH_SECRET).keyFor('release keys of sealed packets'), Buffer.from(releaseKey).toString('base64url'));
  const hex = (bytes: Uint8Array) => `'\\x${Buffer.from(bytes).toString('hex')}'`;
  await asOwner(`insert into portal.release (id, year, stage, term, sealed_key, commitment, made_at) values ('${RELEASE}', 2025, 'basic', 'main', ${hex(box)}, ${hex(await commitmentOf(releaseKey))}, now())`);
}

const load = (port: string, path: string, seconds: number): Promise<LoadAnswer> =>
  inChild<LoadAnswer>(new URL('../http/load-client.ts', import.meta.url), { port: Number(port), request: `GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\naccept: application/json\r\n\r\n`, connections: CONNECTIONS, seconds } satisfies LoadTask);
