import { expect, test } from 'vitest';
import { withoutCodes } from './mask-codes.js';

test('a personal code is masked however it is written and whatever stands around it', () => {
  for (const code of ['45059999999', '450599-99999']) {
    expect(withoutCodes(code)).toBe('450599-*****');
    expect(withoutCodes(`{"pupil":"${code}"}`)).toBe('{"pupil":"450599-*****"}');
    expect(withoutCodes(`Paraugs ${code}, 5.a`)).toBe('Paraugs 450599-*****, 5.a');
  }
});

test('numbers that are no personal code stand as they are', () => {
  for (const words of ['SK-2026/17', '9900000001', '123456789012', '0192f0aa-0000-7000-8000-123456789012', '7', '']) expect(withoutCodes(words)).toBe(words);
});
