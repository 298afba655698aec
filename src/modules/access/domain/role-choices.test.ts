import { expect, test } from 'vitest';
import type { PlaceKind } from './place.js';
import { roleChoices } from './role-choices.js';

const role = (code: string, ...scopeKinds: PlaceKind[]) => ({ code, titleLv: code, titleEn: code, scopeKinds });

test('roles stand under the places where they can be given, the narrowest first, in their own order there', () => {
  const choices = roleChoices([role('operator', 'country'), role('head', 'institution'), role('administrator', 'institution', 'municipality'), role('teacher', 'institution')]);
  expect(choices.map(({ value, group }) => [value, group.lv])).toEqual([['head', 'iestādē'], ['teacher', 'iestādē'], ['administrator', 'iestādē vai pašvaldībā'], ['operator', 'visā valstī']]);
});
