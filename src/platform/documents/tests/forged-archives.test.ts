import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../bytes.js';
import { readZip, UnfitArchive } from '../zip/read-zip.js';
import { writeZip } from '../zip/write-zip.js';
import { brokenIn, check, made } from './forging.js';

const LIMITS = { mostEntries: 20, mostBytes: 1_000_000 };
const FILES = [{ path: 'first.txt', content: Buffer.from('the first file, stored') }, { path: 'second.txt', content: Buffer.from('the second file, '.repeat(40)), packed: true }];
const good = writeZip(FILES);
const [DIRECTORY, ENDING] = [good.readUInt32LE(good.length - 6), good.length - 22];
const faultOf = (archive: Uint8Array, limits = LIMITS) => readZip(bytesOf(archive), limits).then(() => 'read', (fault: unknown) => (fault instanceof UnfitArchive ? fault.fault : String(fault)));
const patched = (change: (bytes: Buffer) => void) => {
  const bytes = Buffer.from(good);
  change(bytes);
  return bytes;
};
/** Bytes put in at a place, with everything that stands after it moved along. */
function inserted(at: number, bytes: Buffer, fix: (archive: Buffer, by: number) => void): Buffer {
  const archive = Buffer.concat([good.subarray(0, at), bytes, good.subarray(at)]);
  fix(archive, bytes.length);
  return archive;
}
const moveDirectory = (archive: Buffer, by: number) => archive.writeUInt32LE(DIRECTORY + by, archive.length - 6);
const second = good.indexOf('second.txt') - 30;
const named = (...paths: string[]) => writeZip(paths.map((path) => ({ path, content: Buffer.from('x') })));

describe('an archive', () => {
  test('that is whole is read as it was written, in the order of its bytes', async () => {
    expect((await readZip(bytesOf(good), LIMITS)).map(({ name, isStored, content }) => [name, isStored, Buffer.from(content).toString()])).toEqual(FILES.map(({ path, packed, content }) => [path, !packed, content.toString()]));
  });

  test.each<[string, Buffer]>([
    ['of other bytes', Buffer.from('this is no archive at all, whatever it is called')],
    ['cut short', good.subarray(0, -1)],
    ['of nothing', Buffer.alloc(0)],
    ['with bytes before it', Buffer.concat([Buffer.from('#!/bin/sh\n'), good])],
    ['with bytes after it', Buffer.concat([good, Buffer.from('more')])],
    ['with bytes between entries', inserted(second, Buffer.from('hidden'), (archive, by) => { moveDirectory(archive, by); archive.writeUInt32LE(second + by, archive.lastIndexOf('second.txt') - 4); })],
    ['with an entry that the directory leaves out', inserted(DIRECTORY, good.subarray(0, second), moveDirectory)],
    ['with bytes between directory and end', inserted(ENDING, Buffer.from('hidden'), () => undefined)],
    ['whose entries overlap', patched((bytes) => bytes.writeUInt32LE(0, bytes.lastIndexOf('second.txt') - 4))],
    ['whose entry has two names', patched((bytes) => bytes.write('third', 30))],
    ['whose entry has two sizes', patched((bytes) => bytes.writeUInt32LE(1, 22))],
    ['whose entry has two packed sizes', patched((bytes) => bytes.writeUInt32LE(1, 18))],
    ['whose entry has two check sums', patched((bytes) => bytes.writeUInt32LE(1, 14))],
    ['whose entry is packed in two ways', patched((bytes) => bytes.writeUInt16LE(8, 8))],
    ['that is encrypted', patched((bytes) => { bytes.writeUInt16LE(1, 6); bytes.writeUInt16LE(1, DIRECTORY + 8); })],
    ['packed in an unknown way', patched((bytes) => { bytes.writeUInt16LE(12, 8); bytes.writeUInt16LE(12, DIRECTORY + 10); })],
    ['whose content was changed', patched((bytes) => bytes.write('X', 40))],
    ['whose packed content was changed', patched((bytes) => bytes.fill(0xff, second + 40, second + 50))],
    ['of several parts', patched((bytes) => bytes.writeUInt16LE(1, ENDING + 4))],
    ['that counts fewer entries than it has', patched((bytes) => { bytes.writeUInt16LE(1, ENDING + 8); bytes.writeUInt16LE(1, ENDING + 10); })],
    ['that counts more entries than it has', patched((bytes) => { bytes.writeUInt16LE(3, ENDING + 8); bytes.writeUInt16LE(3, ENDING + 10); })],
    ['in ZIP64', patched((bytes) => bytes.writeUInt32LE(0xffff_ffff, ENDING + 16))],
    ['with a second end in its comment', (() => { const bytes = Buffer.concat([good, good.subarray(ENDING)]); bytes.writeUInt16LE(22, ENDING + 20); return bytes; })()],
    ['with a second name of an entry', (() => { const extra = Buffer.from('75700900010000000061', 'hex').subarray(0, 10); const bytes = inserted(30 + 9, extra, moveDirectory); bytes.writeUInt16LE(extra.length, 28); bytes.writeUInt32LE(second + extra.length, bytes.lastIndexOf('second.txt') - 4); return bytes; })()],
  ])('%s is refused', async (_, archive) => {
    expect(await faultOf(archive)).toBe('archive');
  });

  test.each(['../up.txt', 'a/../../up.txt', '/etc/passwd', 'c:/x.txt', 'a\\b.txt', 'a//b.txt', './a.txt', 'nul\0.txt', 'line\nbreak.txt', 'dot.', ' space.txt'])('with the name %j is refused', async (path) => {
    expect(await faultOf(named('first.txt', path))).toBe('archive-names');
  });

  test.each([[['a.txt', 'a.txt']], [['a.txt', 'A.TXT']], [['ā.txt', 'a\u0304.txt']], [['a', 'a/']]])('with the names %j, which one file system takes for the same, is refused', async (paths) => {
    expect(await faultOf(named(...paths))).toBe('archive-names');
  });

  test('with a name that is not UTF-8 is refused', async () => {
    expect(await faultOf(patched((bytes) => { bytes[30] = 0xff; bytes[DIRECTORY + 46] = 0xff; }))).toBe('archive-names');
  });

  test('that unpacks to more than is allowed is refused before it is unpacked', async () => {
    const bomb = writeZip([{ path: 'zeros', content: Buffer.alloc(2_000_000), packed: true }]);
    expect(bomb.length).toBeLessThan(5_000);
    expect(await faultOf(bomb)).toBe('archive-size');
  });

  test('that lies about its size is unpacked no further than it says', async () => {
    const bomb = writeZip([{ path: 'zeros', content: Buffer.alloc(20_000_000), packed: true }]);
    const packed = deflateRawSync(Buffer.alloc(20_000_000)).length;
    bomb.writeUInt32LE(10, 22);
    bomb.writeUInt32LE(10, 30 + 5 + packed + 24);
    expect(await faultOf(bomb)).toBe('archive-size');
  });

  test.each([['a few', 100], ['many', 300_000]])('with bytes after the end of packed content of %s bytes is refused', async (_, size) => {
    const [content, junk] = [Buffer.alloc(size, 'content'), Buffer.from('junk')];
    const whole = writeZip([{ path: 'a.txt', content, packed: true }]);
    const length = deflateRawSync(content).length;
    const ends = 30 + 5 + length;
    expect(await faultOf(whole)).toBe('read');
    const archive = Buffer.concat([whole.subarray(0, ends), junk, whole.subarray(ends)]);
    for (const at of [18, ends + junk.length + 20]) archive.writeUInt32LE(length + junk.length, at);
    archive.writeUInt32LE(ends + junk.length, archive.length - 6);
    expect(await faultOf(archive)).toBe('archive');
  });

  test('with more entries than are read is refused', async () => {
    expect(await faultOf(named(...Array.from({ length: 21 }, (_, at) => `${at}.txt`)))).toBe('archive-size');
  });

  test('whose sizes stand after the data, as streaming writers leave them, is read', async () => {
    const content = Buffer.from('streamed');
    const whole = writeZip([{ path: 'a.txt', content }]);
    const descriptor = Buffer.concat([Buffer.from('504b0708', 'hex'), whole.subarray(14, 26)]);
    const begins = 30 + 5 + content.length;
    const archive = Buffer.concat([whole.subarray(0, begins), descriptor, whole.subarray(begins)]);
    archive.fill(0, 14, 26);
    archive.writeUInt16LE(8, 6);
    archive.writeUInt16LE(8, begins + 16 + 8);
    archive.writeUInt32LE(begins + 16, archive.length - 6);
    expect(await faultOf(archive)).toBe('read');
    archive[begins + 4] = archive[begins + 4]! ^ 1;
    expect(await faultOf(archive)).toBe('archive');
  });
});

test('a report tells the rule of the archive that is broken, and goes no further', async () => {
  const report = await check(Buffer.concat([Buffer.from('junk'), made()]));
  expect(brokenIn(report)).toEqual(['archive']);
  expect(report).toMatchObject({ passed: false, files: [], signatures: [] });
});
