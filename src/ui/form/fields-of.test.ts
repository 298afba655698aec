import { expect, test } from 'vitest';
import { fieldsOf } from './fields-of.js';

const WRONG = { lv: 'Ievadiet nosaukumu.', en: 'Enter the name.' };

test('at first sight a field shows what is recorded', () => {
  const field = fieldsOf({ lang: 'lv', values: {}, errors: [] });
  expect(field('name', 'Ikšķiles vidusskola')).toMatchObject({ value: 'Ikšķiles vidusskola', error: undefined });
  expect(field('kinds', ['a', 'b']).values).toEqual(['a', 'b']);
});

test('after an error a field shows what was typed, even when it was emptied', () => {
  const field = fieldsOf({ lang: 'lv', values: { name: '', code: '12', kinds: ['b'] }, errors: [{ field: 'name', message: WRONG }] });
  expect(field('name', 'Ikšķiles vidusskola')).toMatchObject({ value: '', error: WRONG });
  expect(field('code', '99').value).toBe('12');
  expect(field('kinds', ['a']).values).toEqual(['b']);
});

test('after an error a checkbox that was cleared, and so not sent, stays cleared', () => {
  const field = fieldsOf({ lang: 'lv', values: { name: '' }, errors: [{ field: 'name', message: WRONG }] });
  expect(field('kinds', ['a']).values).toEqual([]);
});

test('a value from the address fills a form that was not sent yet', () => {
  const field = fieldsOf({ lang: 'lv', values: { unit: '0001000' }, errors: [] });
  expect([field('unit').value, field('reason', 'work').value]).toEqual(['0001000', 'work']);
});
