import { expect, test } from 'vitest';
import { mergeWaiting } from './waiting-names.js';

const keyOf = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
const row = (name: string, rows: number, more: object = {}) => ({ journalId: 'z', journal: 'Zaļais', year: 2026, key: keyOf(name), name, rows, classes: ['5.a'], since: new Date('2026-11-20'), ...more });

test('a name written in several ways is one line with all of its rows, the line with most rows first', () => {
  const lines = mergeWaiting([row('Angļu val.', 40), row('Sports', 50), row('ANGĻU VAL', 20, { classes: ['6.b'], since: new Date('2026-11-19') })]);
  expect(lines.map(({ name, rows }) => [name, rows])).toEqual([['Angļu val.', 60], ['Sports', 50]]);
  expect(lines[0]).toMatchObject({ key: 'angļuval', written: ['Angļu val.', 'ANGĻU VAL'], classes: ['5.a', '6.b'], since: new Date('2026-11-19') });
});

test('two e-journals may mean different things by the same name, so that each has its own line', () => {
  expect(mergeWaiting([row('Valoda', 1), row('Valoda', 2, { journalId: 'k' })]).map(({ journalId, rows }) => [journalId, rows])).toEqual([['k', 2], ['z', 1]]);
});
