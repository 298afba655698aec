import { expect, test } from 'vitest';
import { commitmentOf, headOf, makeDeviceKeys, openPacket, PacketRefused, publicBytes, sealPacket } from './packet.js';
import { fits, lengthFor, packed, type PacketContent, unpacked } from './packet-content.js';

const random = (size: number) => crypto.getRandomValues(new Uint8Array(size));
const [release, releaseKey, otherKey] = [random(16), random(32), random(32)];
const keys = await makeDeviceKeys();
const content = new TextEncoder().encode('Rūta Parauga: 57 %, sertifikāts 2026/733100000001-MATOL');
const opensAt = Date.UTC(2026, 6, 3, 6);
const packet = await sealPacket({ release, opensAt, releaseKey, devicePublic: await publicBytes(keys), content });
const whyNot = (attempt: Partial<Parameters<typeof openPacket>[0]>) =>
  openPacket({ packet, keys, releaseKey, ...attempt }).then(
    () => 'opened',
    (error: unknown) => (error instanceof PacketRefused ? error.why : `unknown: ${String(error)}`),
  );

test('a packet opens with the key of its device and the key of its release together, and says when it is meant to open', async () => {
  expect(await openPacket({ packet, keys, releaseKey })).toEqual(content);
  expect(headOf(packet)).toMatchObject({ release, opensAt });
});

test('it does not open with another device, another release key, one cut short, or none', async () => {
  expect(await whyNot({ keys: await makeDeviceKeys() })).toBe('other-device');
  expect(await whyNot({ releaseKey: otherKey })).toBe('other-key');
  expect(await whyNot({ releaseKey: releaseKey.slice(0, 31) })).toBe('other-key');
  expect(await whyNot({ releaseKey: new Uint8Array(32) })).toBe('other-key');
});

test('who forges the head so that it names their device or their key has nothing but a damaged packet', async () => {
  const mine = await makeDeviceKeys();
  const renamed = packet.slice();
  renamed.set(new Uint8Array(await crypto.subtle.digest('SHA-256', await publicBytes(mine))), 76);
  expect(await whyNot({ packet: renamed, keys: mine })).toBe('damaged');
  const recommitted = packet.slice();
  recommitted.set(await commitmentOf(otherKey), 44);
  expect(await whyNot({ packet: recommitted, releaseKey: otherKey })).toBe('damaged');
});

test('no byte of it can be changed, added or cut off', async () => {
  const whole = [];
  for (let at = 0; at < packet.length; at += 1) {
    const changed = packet.slice();
    changed[at]! ^= 1 << at % 8;
    whole.push(await whyNot({ packet: changed }));
  }
  expect(whole).not.toContain('opened');
  expect(whole.filter((why) => why.startsWith('unknown'))).toEqual([]);
  expect(await whyNot({ packet: Uint8Array.from([...packet, 0]) })).toBe('damaged');
  for (const size of [0, 3, 184, 185, packet.length - 1]) expect(await whyNot({ packet: packet.slice(0, size) })).not.toBe('opened');
});

test('the private key of a device cannot be taken out of it', async () => {
  expect(keys.privateKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('pkcs8', keys.privateKey)).rejects.toThrow();
  await expect(crypto.subtle.exportKey('jwk', keys.privateKey)).rejects.toThrow();
});

test('the same contents sealed again share nothing but what the release and the device are', async () => {
  const again = await sealPacket({ release, opensAt, releaseKey, devicePublic: await publicBytes(keys), content });
  expect(again.length).toBe(packet.length);
  const [id, rest] = [packet.slice(20, 36), packet.slice(108)];
  expect(again.slice(20, 36)).not.toEqual(id);
  expect(again.slice(108).filter((byte, at) => byte === rest[at]).length).toBeLessThan(rest.length / 8);
});

test('a device key that is no point of the curve is not sealed for', async () => {
  await expect(sealPacket({ release, opensAt, releaseKey, devicePublic: Uint8Array.from([4, ...new Uint8Array(64)]), content })).rejects.toThrow();
});

const text = { lv: 'vārdi', en: 'words' };
const contentOf = (files: PacketContent['files']): PacketContent => ({ name: 'Rūta Parauga', session: text, madeAt: '', publishedAt: '', rows: [], files });

test('contents come back as they were, and their length tells how many exams there are in fours and nothing else', () => {
  const file = { number: '1', name: '1.edoc', content: random(40_000) };
  const [none, two] = [packed(contentOf([]), lengthFor(2, true)), packed(contentOf([file, { ...file, number: '2' }]), lengthFor(2, true))];
  expect([none.length, unpacked(none)]).toEqual([two.length, contentOf([])]);
  expect(unpacked(two).files[1]).toEqual({ ...file, number: '2' });
  expect([1, 4, 5, 8].map((exams) => lengthFor(exams, false) / lengthFor(1, false))).toEqual([1, 1, 2, 2]);
  expect([fits(65_536), fits(65_537)]).toEqual([true, false]);
  expect(() => packed(contentOf([{ ...file, content: new Uint8Array(300_000) }]), lengthFor(1, true))).toThrow('need');
});
