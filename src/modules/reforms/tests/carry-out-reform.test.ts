import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { listReforms } from '#modules/territories/public.js';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';

let t: TestPlatform;
beforeAll(async () => void (t = await testPlatform()));
afterAll(() => t.close());

test('the real reforms were run through the engine without a difference', async () => {
  const reforms = await listReforms(t.database.read);
  expect(reforms.map((one) => [one.effective, one.state])).toEqual([['2025-07-01', 'applied'], ['2021-07-01', 'applied']]);
  const counts = await t.database.read.all(
    z.object({ day: z.string(), units: z.number() }),
    sql`select day::text, (select count(*) from territories.unit_version where daterange(valid_from, valid_to) @> day::date) as units
      from unnest(array['2021-06-30', '2021-07-01', '2025-06-30', '2025-07-01']) day`,
  );
  expect(counts.map((row) => row.units)).toEqual([119, 43, 43, 42]);
});
