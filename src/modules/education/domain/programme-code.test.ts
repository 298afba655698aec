import { expect, test } from 'vitest';
import { partsOf } from './programme-code.js';

const values = (code: string) => partsOf(code)?.map(({ place, value }) => `${place} ${value}`);

test('a code of general education is taken apart by its places', () => {
  expect(values('21015811')).toEqual(['level 2', 'type 21', 'group 015', 'special 8', 'language 1', 'form 1']);
});

test('a letter belongs to the type and moves the rest along', () => {
  expect(values('20V212011')).toEqual(['level 2', 'type 20V', 'group 212', 'special 0', 'language 1', 'form 1']);
});

test.each(['2101581', '210158111', 'A1015811', '21v158111', ''])('%s is no code', (code) => {
  expect(partsOf(code)).toBeUndefined();
});
