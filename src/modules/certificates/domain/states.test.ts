import { expect, test } from 'vitest';
import { howFarInWords, isLeftUndone } from './states.js';

test('a run that ended at its limit is not called done, and says how many are left', () => {
  const limited = { state: 'done', most: 45, ready: 45, total: 100 } as const;
  expect([isLeftUndone(limited), howFarInWords(limited).lv, howFarInWords(limited).en]).toEqual([true, 'Apstājusies pie robežas: 45 no 100', 'Stopped at its limit: 45 of 100']);
  expect(howFarInWords({ ...limited, most: null }).lv).toBe('Apstājusies: 45 no 100');
  const whole = { ...limited, ready: 100 };
  expect([isLeftUndone(whole), howFarInWords(whole).lv]).toEqual([false, 'Pabeigta']);
  expect(howFarInWords({ ...limited, state: 'sealing' }).lv).toBe('Zīmogo');
});
