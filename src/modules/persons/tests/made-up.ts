import { readReferenceData } from '#app/data/reference-data.js';
import { isoDate } from '#kernel/iso-date.js';
import { lastingPlaces } from '#modules/territories/public.js';
import { type TestPlatform } from '#test/test-platform.js';
import { loadMadeUpPersons, type LoadSettings } from '../public.js';

export const madeUpSettings = async (residents: number, seed = 1): Promise<LoadSettings> => ({
  seed,
  residents,
  asOf: isoDate('2026-01-01'),
  places: lastingPlaces(await readReferenceData()),
  recordedAt: new Date('2026-01-01T00:00:00Z'),
});

/** A register of made-up residents for a test. */
export const fillRegister = async (t: TestPlatform, residents: number, seed = 1): Promise<void> => loadMadeUpPersons(t.ownerUrl, await madeUpSettings(residents, seed));
