import { expect, test } from 'vitest';
import { pagingByKey } from './list-links.js';

const page = (query: Record<string, string>, more: { total?: number; next?: string | null; key?: 'before' } = { next: 'k' }) => pagingByKey({ path: '/list', query }, { shown: 50, ...more });

test('later pages of a list paged by key say which rows they are, and lead to the beginning', () => {
  expect(page({ words: 'a' })).toMatchObject({ first: 1, next: '/list?words=a&after=k&seen=50', start: undefined });
  expect(page({ words: 'a', after: 'k', seen: '50' })).toMatchObject({ first: 51, next: '/list?words=a&after=k&seen=100', start: '/list?words=a' });
  expect(page({ before: 'k', seen: '50' }, { next: null, key: 'before' })).toMatchObject({ first: 51, next: undefined, start: '/list' });
});

test('a place that is not known is not claimed', () => {
  for (const seen of ['', '-50', '0', 'many', '1e3', '9999999999']) expect(page({ after: 'k', seen })).toMatchObject({ first: undefined, next: '/list?after=k' });
  expect(page({ after: 'k', seen: '60' }, { total: 100, next: null }).first).toBeUndefined();
  expect(page({ after: 'k', seen: '50' }, { total: 100, next: null }).first).toBe(51);
  expect(page({ seen: '50' })).toMatchObject({ first: 1 });
});
