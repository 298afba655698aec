import { expect, it } from 'vitest';
import { entriesOf, manifestOf, packageOf, school } from '../tests/made-up-package.js';
import { type ZipEntry, zipOf } from '../tests/zip-writer.js';
import { ARCHIVE_LIMITS, type ArchiveLimits, openArchive } from './package-archive.js';
import { UnreadablePackage } from './unreadable-package.js';

/** Opens an archive and reads all of it. */
async function readAll(content: Buffer, limits?: ArchiveLimits): Promise<Record<string, string>> {
  const files = await openArchive(content, limits);
  const read: Record<string, string> = {};
  for (const name of files.names) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of files.read(name)) chunks.push(chunk);
    read[name] = Buffer.concat(chunks).toString();
  }
  return read;
}

const codeOf = async (content: Buffer, limits?: ArchiveLimits) =>
  readAll(content, limits).then(() => 'read', (error: unknown) => (error instanceof UnreadablePackage ? error.code : error));

const file = (more: Partial<ZipEntry> = {}): ZipEntry => ({ name: 'users.csv', content: 'sourcedId\nu1\n', ...more });

it('an archive is read back as it was written, packed, stored or streamed, folders left out', async () => {
  const content = zipOf([file(), file({ name: 'orgs.csv', stored: true }), file({ name: 'roles.csv', streamed: true }), file({ name: 'dati/', content: '', stored: true })]);
  expect(await readAll(content)).toEqual({ 'users.csv': 'sourcedId\nu1\n', 'roles.csv': 'sourcedId\nu1\n', 'orgs.csv': 'sourcedId\nu1\n' });
});

it.each<[string, string, Buffer]>([
  ['a path out of the archive', 'archive-unsafe-name', zipOf([file({ name: '../../etc/passwd' })])],
  ['a path from the root', 'archive-unsafe-name', zipOf([file({ name: '/users.csv' })])],
  ['a path of a drive', 'archive-unsafe-name', zipOf([file({ name: 'C:/users.csv' })])],
  ['a backslash', 'archive-unsafe-name', zipOf([file({ name: '..\\users.csv' })])],
  ['a symbolic link', 'archive-unsafe-name', zipOf([file({ says: { attributes: 0o120777 << 16 } })])],
  ['one name twice', 'archive-duplicate-name', zipOf([file(), file()])],
  ['one name twice in other capitals', 'archive-duplicate-name', zipOf([file(), file({ name: 'Users.csv' })])],
  ['a locked file', 'archive-encrypted', zipOf([file({ says: { flags: 0x0801 } })])],
  ['a strongly locked file', 'archive-encrypted', zipOf([file({ says: { flags: 0x0841 } })])],
  ['another compression', 'archive-unsupported', zipOf([file({ says: { method: 14 } })])],
  ['two headers of different names', 'archive-damaged', zipOf([file({ says: { localName: 'roles.csv' } })])],
  ['another checksum', 'archive-damaged', zipOf([file({ says: { crc: 7 } })])],
  ['more bytes than promised', 'archive-damaged', zipOf([file({ content: 'x'.repeat(5000), says: { size: 10 } })])],
  ['fewer bytes than promised', 'archive-damaged', zipOf([file({ says: { size: 500 } })])],
  ['bytes that are no deflate stream', 'archive-damaged', Buffer.from(zipOf([file({ content: 'y'.repeat(500), stored: true, says: { method: 8 } })]))],
  ['a bomb', 'archive-bomb', zipOf([file({ content: Buffer.alloc(20_000_000, 'a') })])],
  ['files that share bytes', 'archive-bomb', zipOf([file(), file({ name: 'users2.csv', sharesFirst: true, says: { localName: 'users.csv' } })])],
  ['too many files', 'archive-too-many-files', zipOf(Array.from({ length: 65 }, (_, nth) => file({ name: `f${nth}.csv` })))],
  ['nothing', 'archive-not-an-archive', Buffer.alloc(0)],
  ['some text', 'archive-not-an-archive', Buffer.from('sourcedId,status\n'.repeat(100))],
  ['half of an archive', 'archive-not-an-archive', packageOf(school()).subarray(0, 2000)],
])('%s is refused as %s', async (_, code, content) => expect(await codeOf(content)).toBe(code));

it('files together over the limit are refused before they are unpacked', async () => {
  expect(await codeOf(packageOf(school()), { ...ARCHIVE_LIMITS, bytes: 1000 })).toBe('archive-too-large');
});

it('a true data package of many like rows is no bomb', async () => {
  const rows = Array.from({ length: 60_000 }, (_, nth) => [`c${nth}`, '', '', 'Semestra vērtējums', '']);
  const sheets = { 'categories.csv': [['sourcedId', 'status', 'dateLastModified', 'title', 'weight'], ...rows] };
  expect(await codeOf(zipOf(entriesOf({ 'manifest.csv': manifestOf(sheets), ...sheets })))).toBe('read');
});
