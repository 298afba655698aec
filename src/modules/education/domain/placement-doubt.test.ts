import { expect, test } from 'vitest';
import type { ClassKind } from './class-kinds.js';
import { placementDoubt } from './placement-doubt.js';

const of = (title: string, kind: ClassKind = 'class', year = 2026) => ({ title, kind, grade: kind === 'class' || kind === 'special' ? Number.parseInt(title, 10) : null, year });

test('another class of the grade is no question, nor is the next grade in the next year', () => {
  expect(placementDoubt(of('5.b'), of('5.a'), 'basic')).toBeNull();
  expect(placementDoubt(of('6.a', 'class', 2027), of('5.a'), 'basic')).toBeNull();
  expect(placementDoubt(of('5.b', 'class', 2027), of('5.a'), 'basic')).toBeNull();
});

test('another grade or another kind is asked about, with both classes named', () => {
  expect(placementDoubt(of('9.a'), of('5.a'), 'basic')!.lv).toContain('5.a (klase, 5. klašu grupa), bet 9.a ir cita (klase, 9. klašu grupa)');
  expect(placementDoubt(of('Zvaniņš', 'preschool'), of('5.a'), 'basic')!.en).toContain('Zvaniņš is another (preschool group)');
  expect(placementDoubt(of('5.s', 'special'), of('5.a'), 'basic')).not.toBeNull();
  expect(placementDoubt(of('4.a'), of('5.a'), 'basic')).not.toBeNull();
  expect(placementDoubt(of('7.a', 'class', 2027), of('5.a'), 'basic')).not.toBeNull();
});

test('who has no class yet is held to the programme', () => {
  expect(placementDoubt(of('5.a'), undefined, 'basic')).toBeNull();
  expect(placementDoubt(of('Zvaniņš', 'preschool'), undefined, 'preschool')).toBeNull();
  expect(placementDoubt(of('Koris', 'interest'), undefined, 'interest')).toBeNull();
  expect(placementDoubt(of('Zvaniņš', 'preschool'), undefined, 'basic')!.lv).toContain('neatbilst izglītojamā programmai');
  expect(placementDoubt(of('5.a'), undefined, 'preschool')).not.toBeNull();
});
