import { expect, test } from 'vitest';
import { type ArrivedScan, judgeScans, type KnownWork, readScanName } from './judge-scans.js';

test.each([
  ['733100000012-2.pdf', [1, 2], '733100000012', 2],
  ['mape/apakšmape/733100000012_1.JPG', [1, 2], '733100000012', 1],
  ['C:\\skeneris\\733100000012.png', [1], '733100000012', 1],
] as const)('%s is a work', (name, parts, candidateCode, part) => expect(readScanName(name, parts)).toEqual({ candidateCode, part }));

test.each(['Anna Bērziņa.pdf', '733100000012.pdf', '73310000001-1.pdf', '733100000012-1.pdf.exe', '733100000012-1', '../733100000012-1.pdf/..'])('%s is none where there are two parts', (name) => expect(readScanName(name, [1, 2])).toBeNull());

const known = (state: KnownWork['state'], sha256: string | null, isTaken = false): KnownWork => ({ workId: `${state}${sha256}${isTaken}`, state, sha256, isTaken });
const WORKS = new Map([
  ['733100000001-1', known('expected', null)],
  ['733100000002-1', known('received', 'old')],
  ['733100000003-1', known('received', 'old', true)],
  ['733100000004-1', known('unreadable', 'old', true)],
]);
const of = (code: string, sha256: string, isReadable = true): ArrivedScan => ({ name: `${code}.pdf`, sha256, isReadable });
const verdicts = (...files: readonly ArrivedScan[]) => judgeScans(files, [1], WORKS).map(({ verdict }) => verdict);

test('a file is taken where none is, takes the place of one that nobody has in hand or that cannot be read, and of no other', () => {
  expect(verdicts(of('733100000001', 'new'), of('733100000002', 'new'), of('733100000003', 'new'), of('733100000004', 'new'))).toEqual(['taken', 'replaced', 'already-there', 'replaced']);
});

test('the same content changes nothing, and does not mend what could not be read', () => {
  expect(verdicts(of('733100000002', 'old'), of('733100000003', 'old'), of('733100000004', 'old'))).toEqual(['unchanged', 'unchanged', 'already-there']);
});

test('what cannot be opened, is of no known work or comes twice is said for each file', () => {
  expect(verdicts(of('733100000001', 'x', false), of('733100000001', 'a'), of('733100000001', 'b'), of('733100000009', 'a'))).toEqual(['not-readable', 'taken', 'twice', 'no-such-work']);
});
