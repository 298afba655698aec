import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import type { registrar} from './registrars.js';
import { registrars, RIGA, WOMAN } from './registrars.js';

let t: TestPlatform;
let country: Awaited<ReturnType<typeof registrar>>;
beforeAll(async () => {
  t = await testPlatform();
  ({ country } = await registrars(t));
});
afterAll(() => t.close());

test('an address from before the first map is kept under the code of that map, and one of any other day under the code of its day', async () => {
  const { id } = await country.newPerson({ atvk: RIGA, livesThereSince: '2001-05-21' });
  const codes = () => t.database.read.all(z.object({ atvk: z.string(), from: z.string() }), sql`select atvk, valid_from::text as "from" from persons.address where person_id = ${id} and superseded_at is null order by valid_from`);
  expect(await codes()).toEqual([{ atvk: '0010000', from: '2001-05-21' }]);
  for (const from of ['2015-01-01', '2022-01-01']) expect(await country.record(`/persons/${id}/address`, { ...WOMAN, atvk: RIGA, from })).toBe('recorded');
  expect((await codes()).map((one) => one.atvk)).toEqual(['0010000', '0010000', '0001000']);
  expect(await country.record(`/persons/${id}/address`, { ...WOMAN, atvk: '0022000', from: '2003-01-01' })).toEqual({ atvk: expect.stringContaining('nebija') });
  const { body } = await country.open(`${await country.correctionOf(id, 'addresses')}?lang=lv`);
  expect(body).toContain('<option value="0001000" selected>Rīga<');
  expect(body.match(/>Rīga</g)).toHaveLength(1);
  expect(body).toContain('par laiku pirms 01.07.2009.');
});
