import { expect, test } from 'vitest';
import { labelsWithRoom, type MapLabel } from './map-labels.js';

const label = (text: string, x: number, y: number, area: number): MapLabel => ({ atvk: text, text, at: [x, y], area });

test('of two names that would overlap, the one of the larger area is written', () => {
  expect([...labelsWithRoom([label('Varakļānu', 100, 100, 5), label('Rēzeknes', 130, 105, 50)], 16, 1_000)]).toEqual(['Rēzeknes']);
});

test('smaller letters leave room for more names', () => {
  const names = [label('Alojas', 100, 100, 5), label('Salacgrīvas', 175, 100, 50)];
  expect([16, 11].map((letter) => labelsWithRoom(names, letter, 1_000).size)).toEqual([1, 2]);
});

test('names below or beside each other both have room', () => {
  expect(labelsWithRoom([label('Varakļānu', 100, 100, 5), label('Rēzeknes', 130, 118, 50), label('Madonas', 50, 160, 60)], 16, 1_000).size).toBe(3);
});

test('a name that is left out takes no room', () => {
  expect([...labelsWithRoom([label('Lielais', 100, 100, 50), label('Vidējais', 140, 100, 20), label('Mazais', 190, 100, 10)], 16, 1_000)]).toEqual(['Lielais', 'Mazais']);
});

test('a name that the edge would cut off is left out', () => {
  expect([...labelsWithRoom([label('Liepāja', 12, 100, 50), label('Nīcas', 32, 200, 20), label('Zilupes', 990, 100, 10)], 11, 1_000)]).toEqual(['Nīcas']);
});
