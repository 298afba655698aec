import { describe, expect, it } from 'vitest';
import { columnsOf, DATA_FILES, FILES } from './files.js';
import { faultOf } from './check-value.js';
import { text } from './field.js';
import { suggestion } from './suggest.js';

describe('the table of files', () => {
  it('names each column of a file once', () => {
    for (const file of DATA_FILES) expect(new Set(columnsOf(file)).size).toBe(columnsOf(file).length);
  });

  it('has each file after those whose records it names', () => {
    for (const [at, file] of DATA_FILES.entries()) {
      for (const { pointer } of FILES[file].fields) if (pointer) expect(DATA_FILES.indexOf(pointer.to)).toBeLessThanOrEqual(at);
    }
  });

  it('pairs and orders columns that exist', () => {
    for (const file of DATA_FILES) {
      const { days = [], paired = [], formerly = {} } = FILES[file];
      expect(columnsOf(file)).toEqual(expect.arrayContaining([...days.flat(), ...paired, ...Object.values(formerly)]));
    }
  });
});

describe('a suggestion', () => {
  it('is itself a value that fits', () => {
    const tries = ['1', 'yes', '7,5', ' 7 ', '3,00', '01.09.2025.', '2025/09/01', '2025-09-01T00:00:00Z', '31.02.2026.', '2025/2026', 'a;b', '{u1}', 'Teacher', 'FULLY GRADED', '10:a;9:b', '{10:a}; {9:b}', 'ā', '', ','];
    const wrong = DATA_FILES.flatMap((file) => FILES[file].fields).flatMap((field) => tries.map((value) => ({ field, meant: faultOf(field, value)?.suggestion })));
    const meant = wrong.filter((one) => typeof one.meant === 'string');
    expect(meant.length).toBeGreaterThan(50);
    expect(meant.filter(({ field, meant: value }) => faultOf(field, value!) !== null)).toEqual([]);
  });

  it('is never made of a value that tells of a person, nor of free text', () => {
    expect(faultOf({ name: 'birthDate', required: false, form: 'date', personal: true }, '17.03.2011.')).toMatchObject({ code: 'not-a-date', suggestion: null });
    expect(suggestion(text('title'), 'x')).toBeNull();
  });
});
