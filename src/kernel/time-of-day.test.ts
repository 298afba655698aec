import { describe, expect, test } from 'vitest';
import { TimeOfDayInput } from './time-of-day.js';

describe('a time of day', () => {
  test.each([['9:30', '09:30'], ['9.30', '09:30'], ['0930', '09:30'], ['930', '09:30'], [' 09:30 ', '09:30'], ['23.59', '23:59'], ['0:05', '00:05']])('%s is understood', (written, time) => {
    expect(TimeOfDayInput.parse(written)).toBe(time);
  });

  test.each(['', '9', '24:00', '2430', '9:60', '9,30', '9 30', '12345', 'pulksten 9'])('%s is refused', (written) => {
    expect(TimeOfDayInput.safeParse(written).success).toBe(false);
  });
});
