import { expect, test } from 'vitest';
import { changedSinceOf, faultOf, nextLinkOf, placeAfter } from './pull-plan.js';

const page = (count: number, total: number | null, next: string | null = null, from = 0) => ({ records: Array.from({ length: count }, (_, at) => ({ sourcedId: `r${from + at}` })), total, next });
const at = { collection: 'users', offset: 0, link: null } as const;

test('a list ends where its count says, else at an empty page, and goes on where the server says', () => {
  expect(placeAfter(at, page(100, null))).toEqual({ collection: 'users', offset: 100, link: null });
  expect(placeAfter(at, page(0, null))).toEqual({ collection: 'enrollments', offset: 0, link: null });
  expect(placeAfter(at, page(100, 250))).toEqual({ collection: 'users', offset: 100, link: null });
  expect(placeAfter({ ...at, offset: 200 }, page(50, 250))).toMatchObject({ collection: 'enrollments' });
  expect(placeAfter(at, page(100, 100, 'https://x/2'))).toEqual({ collection: 'users', offset: 100, link: 'https://x/2' });
  expect(placeAfter({ ...at, collection: 'results' }, page(0, null))).toBeNull();
});

test('a page that comes twice and too many records end a fetch; the same number of other records does not', () => {
  expect(faultOf(page(2, null), { lastPage: null, fetched: 0 })).toBeNull();
  expect(faultOf(page(2, null), { lastPage: 'of another page', fetched: 1_999_998 })).toBeNull();
  expect(faultOf(page(2, null), { lastPage: null, fetched: 1_999_999 })).toContain('2000000');
  expect(faultOf(page(0, null), { lastPage: null, fetched: 0 })).toBeNull();
});

test('the next fetch begins an hour before the last one did, or at the beginning where something was not understood', () => {
  const startedAt = new Date('2027-01-12T08:00:00.000Z');
  expect(changedSinceOf({ startedAt, troubles: 0 })).toEqual(new Date('2027-01-12T07:00:00.000Z'));
  expect(changedSinceOf({ startedAt, troubles: 1 })).toBeNull();
  expect(changedSinceOf(undefined)).toBeNull();
});

test('of the links of an answer the next page is taken', () => {
  expect(nextLinkOf('<https://x/1?a=1,2>; rel="first", <https://x/2?a=1,2>; title="t"; rel="next last"')).toBe('https://x/2?a=1,2');
  expect(nextLinkOf('</3>; rel=next')).toBe('/3');
  expect([nextLinkOf('<https://x/1>; rel="first"'), nextLinkOf(null)]).toEqual([undefined, undefined]);
});
