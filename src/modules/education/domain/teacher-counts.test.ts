import { expect, test } from 'vitest';
import { countTeachers, countTeachersBy, type CountedPosition } from './teacher-counts.js';

const at = (personId: string, institutionId: string, workload: number, positionCode = 'teacher', unitId = 1): CountedPosition => ({ personId, institutionId, workload, positionCode, unitId });

test('a person with two positions counts once, the positions twice', () => {
  expect(countTeachers([at('a', 'x', 0.6), at('a', 'x', 0.3, 'librarian'), at('b', 'x', 1)])).toEqual({ persons: 2, positions: 3, workload: 1.9 });
});

test('without a workload nobody counts', () => {
  expect(countTeachers([at('a', 'x', 0), at('b', 'x', 0.001)])).toEqual({ persons: 1, positions: 1, workload: 0.001 });
});

test('who works in several municipalities counts in each, and once in all', () => {
  const positions = [at('a', 'x', 0.5, 'teacher', 1), at('a', 'y', 0.5, 'teacher', 2), at('b', 'y', 1, 'teacher', 2)];
  const by = countTeachersBy(positions, (one) => one.unitId);
  expect(by.get(1)?.persons).toBe(1);
  expect(by.get(2)?.persons).toBe(2);
  expect(countTeachers(positions).persons).toBe(2);
});

test('thousandths of a workload add up exactly', () => {
  expect(countTeachers([at('a', 'x', 0.1), at('b', 'x', 0.2)]).workload).toBe(0.3);
});
