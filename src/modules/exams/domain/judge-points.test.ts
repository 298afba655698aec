import { expect, test } from 'vitest';
import { expectedInWords, judgePoints, type KnownCandidate, type RefusedRow } from './judge-points.js';

const PARTS = [{ number: 1, maxHalfPoints: 120, weight: 75 }, { number: 2, maxHalfPoints: 40, weight: 25 }];
const candidate = (code: string, more: Partial<KnownCandidate> = {}): [string, KnownCandidate] => [code, { entryId: code, candidateCode: code, taken: [1, 2], halfPoints: {}, isPublished: false, ...more }];
const KNOWN = new Map([candidate('733200000001'), candidate('733200000002', { taken: [1] }), candidate('733200000013', { halfPoints: { 1: 60 }, isPublished: true })]);
const judge = (code: string, points: Record<string, string>, seen = new Set<string>()) => judgePoints(PARTS, KNOWN, seen)({ line: 1, candidateCode: code, points });

test('points with a comma or a point are taken in halves', () => {
  expect(judge('7332 0000 0001', { 1: '43', 2: '3,5' })).toEqual({ verdict: 'taken', entryId: '733200000001', points: [{ part: 1, halfPoints: 86 }, { part: 2, halfPoints: 7 }] });
  expect(judge('733200000001', { 1: '0' })).toMatchObject({ verdict: 'taken', points: [{ halfPoints: 0 }] });
});

test('what is refused says which rule, which field, what was expected and what lies near', () => {
  const faults = (...of: Parameters<typeof judge>) => (judge(...of) as RefusedRow).faults;
  expect(faults('73320000001', { 1: '1' })).toMatchObject([{ code: 'no-code', field: 'candidateCode' }]);
  expect(faults('733200000003', { 1: '1' })).toMatchObject([{ code: 'no-candidate', nearest: ['733200000001', '733200000002', '733200000013'] }]);
  expect(faults('733200000001', { 1: '12,3' })).toMatchObject([{ code: 'no-points', field: 'points.1', expected: '60', nearest: ['12', '12,5'] }]);
  expect(faults('733200000001', { 2: '20,5' })).toMatchObject([{ code: 'too-many-points', field: 'points.2', nearest: ['20'] }]);
  expect(faults('733200000001', { 3: '1' })).toMatchObject([{ code: 'unknown-part', expected: '1, 2' }]);
  expect(faults('733200000001', { 1: ' ', 2: '' })).toMatchObject([{ code: 'nothing-given', expected: '1, 2' }]);
  expect(faults('733200000002', { 2: '1' })).toMatchObject([{ code: 'not-taken', expected: '1' }]);
  expect(faults('733200000001', { 1: '1' }, new Set(['733200000001']))).toMatchObject([{ code: 'twice' }]);
});

test('all faults of a row are told at once, in words that show what to write', () => {
  const { faults } = judge('7332-1', { 1: '61', 2: '7,3', 3: '1' }) as RefusedRow;
  expect(faults.map((one) => [one.code, expectedInWords(one).lv])).toEqual([
    ['no-code', '12 cipari, piem., 733300000017'], ['too-many-points', 'no 0 līdz 60 ar soli 0,5'], ['no-points', 'no 0 līdz 20 ar soli 0,5'], ['unknown-part', 'tikai daļas: 1, 2'],
  ]);
  expect((judge('733200000013', { 1: '31', 2: '99' }) as RefusedRow).faults.map(({ code }) => code)).toEqual(['too-many-points', 'published']);
  const seen = new Set<string>();
  expect([judge('733200000001', { 1: '99' }, seen), judge('733200000001', { 1: '9' }, seen)]).toMatchObject([{ faults: [{ code: 'too-many-points' }] }, { faults: [{ code: 'twice' }] }]);
});

test('a published result does not change by an import, but the same points again are nothing new', () => {
  expect(judge('733200000013', { 1: '30' })).toMatchObject({ verdict: 'unchanged' });
  expect(judge('733200000013', { 1: '31' })).toMatchObject({ verdict: 'refused', faults: [{ code: 'published', expected: '30' }] });
});

test('a total that came along is compared with the points, exactly; it is flagged where it does not follow from them', () => {
  const said = (points: Record<string, string>, code = '733200000001') => { const judged = judge(code, points); return judged.verdict === 'refused' ? judged.faults.map((one) => [one.code, one.field, one.expected]) : judged.verdict; };
  expect(said({ 1: '0', 2: '1', total: '9' })).toEqual([['total-differs', 'total', '1']]);
  expect([said({ 1: '6,5', 2: '1', total: '9' }), said({ 1: '6,5', 2: '1', total: '9 %' }), said({ 1: '6,5', 2: '1', total: '' })]).toEqual(['taken', 'taken', 'taken']);
  expect(said({ 1: '6,5', 2: '1', total: '9,4' })).toEqual([['no-total', 'total', '']]);
  expect(said({ 1: '6,5', total: '8' })).toEqual([['total-too-early', 'total', '2']]);
  // Who took one part alone was either absent from the other or exempt from it.
  expect([said({ 1: '30', total: '37' }, '733200000002'), said({ 1: '30', total: '50' }, '733200000002'), said({ 1: '30', total: '49' }, '733200000002')]).toEqual(['taken', 'taken', [['total-differs', 'total', '37 / 50']]]);
  expect(said({ 1: '61', 2: '1', total: '9' })).toEqual([['too-many-points', 'points.1', '60']]);
});
