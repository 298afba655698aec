import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import type { registrar} from './registrars.js';
import { registrars } from './registrars.js';

let t: TestPlatform;
let country: Awaited<ReturnType<typeof registrar>>;
let local: Awaited<ReturnType<typeof registrar>>;

beforeAll(async () => {
  t = await testPlatform();
  ({ country, local } = await registrars(t));
});
afterAll(() => t.close());

const reasonsOf = async (id: string) =>
  (await t.database.read.all(z.object({ reason: z.string() }), sql`select reason from audit.entry where action = 'persons.view-card' and ${id}::uuid = any(subjects)`)).map((one) => one.reason);

test('after an entry the registrar is back on the card while the reason is kept, and each look is logged with it', async () => {
  const { id } = await country.newPerson({ given: 'Velta', family: 'Upe' });
  await country.card(id);
  expect(await country.record(`/persons/${id}/name`, { given: 'Velta', family: 'Kalna', from: '2024-02-01' })).toBe('recorded');
  const back = await country.open(`/persons/${id}/record?lang=lv`);
  expect([back.body.includes('<h1>Velta Kalna</h1>'), back.body.includes('name="caseReference"')]).toEqual([true, false]);
  expect((await country.open(`/persons/${id}/card?lang=en`)).body).toContain('<h1>Velta Kalna</h1>');
  expect(await reasonsOf(id)).toEqual(['data-quality', 'data-quality', 'data-quality']);
});

test('another person’s card, and the same one for another official, ask for the reason', async () => {
  const one = await country.newPerson({ family: 'Upe' });
  const other = await country.newPerson({ family: 'Upe' });
  await country.card(one.id);
  for (const page of ['card', 'record']) expect((await country.open(`/persons/${other.id}/${page}?lang=lv`)).body).toContain('name="caseReference"');
  local.cookies.set('look', country.cookies.get('look')!);
  expect((await local.open(`/persons/${one.id}/card?lang=lv`)).body).toContain('name="caseReference"');
  expect((await local.card(one.id)).status).toBe(200);
  expect(await reasonsOf(one.id)).toHaveLength(2);
});
