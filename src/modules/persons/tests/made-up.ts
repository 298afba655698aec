import { isoDate } from '#kernel/iso-date.js';
import { type TestPlatform } from '#test/test-platform.js';
import { loadMadeUpPersons } from '../public.js';

/** A register of made-up residents for a test. */
export const fillRegister = (t: TestPlatform, residents: number, seed = 1): Promise<number> =>
  loadMadeUpPersons(t.ownerUrl, { seed, residents, asOf: isoDate('2026-01-01'), recordedAt: new Date('2026-01-01T00:00:00Z') });
