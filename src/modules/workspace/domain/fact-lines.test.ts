import { expect, test } from 'vitest';
import { same } from '#kernel/text.js';
import { factLines, stringsIn } from './fact-lines.js';

const lines = (facts: Record<string, unknown>, lang: 'lv' | 'en' = 'lv') =>
  factLines(facts, lang, (_, value) => (value === 'u-1' ? same('Anna Liepa (anna)') : undefined)).map(({ name, value }) => `${name}: ${value}`);

test('facts of the log are words: names, days, codes, and nothing for what has no value', () => {
  expect(lines({ user: 'u-1', outcome: 'signed-in', factor: 'password', network: '127.0.0.0/24', module: null })).toEqual([
    'Lietotājs: Anna Liepa (anna)', 'Iznākums: pierakstījās', 'Līdzeklis: parole', 'Tīkls: 127.0.0.0/24',
  ]);
  expect(lines({ closedOn: '2026-12-31', reason: 'liquidated', test: true }, 'en')).toEqual(['Closed on: 31.12.2026.', 'Reason: liquidated', 'Test: yes']);
});

test('facts within facts and lists stand in one line, without braces', () => {
  expect(lines({ was: { phone: '6000', email: null }, scopes: ['a', 'b'] })).toEqual(['Bija: Tālrunis – 6000', 'Apjoms: a, b']);
  expect(stringsIn({ a: ['x', { b: 'y' }], c: 1 })).toEqual(['x', 'y', '1']);
});
