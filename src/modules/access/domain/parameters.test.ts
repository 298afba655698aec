import { expect, test } from 'vitest';
import { namesOf, type Values } from '#kernel/parameter.js';
import { LIMITS, type ParameterName, PARAMETERS } from './parameters.js';

const most = Object.fromEntries(namesOf(LIMITS).map((name) => [name, [PARAMETERS[name].most]])) as unknown as Values<ParameterName>;

test('no limit can be set so that nobody gets in: a session lasts minutes, attempts are several', () => {
  expect(namesOf(LIMITS).filter((name) => PARAMETERS[name].least === 0)).toEqual(['directory-check-seconds', 'confirmation-grace-days']);
  expect(PARAMETERS['session-idle-minutes'].least).toBe(5);
});

test('a session cannot last longer unused than in any case', () => {
  const values = { ...most, 'session-idle-minutes': [60], 'session-absolute-minutes': [45] };
  expect(LIMITS.contradiction!('session-idle-minutes', values)!.lv).toContain('nevar būt lielāka par ierobežojumu “Sesija beidzas jebkurā gadījumā”: 45');
  expect(LIMITS.contradiction!('session-absolute-minutes', values)!.en).toContain('cannot be less than the limit “A session ends when unused for”: 60');
  expect(LIMITS.contradiction!('password-least-length', values)).toBeUndefined();
  expect(LIMITS.contradiction!('session-idle-minutes', { ...most, 'session-idle-minutes': [30] })).toBeUndefined();
});
