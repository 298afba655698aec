import { expect, test } from 'vitest';
import { systemClock } from '#kernel/clock.js';
import { addDays } from '#kernel/iso-date.js';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

test('the ministry follows what is missing from the country to a municipality, its school and a class', async () => {
  const ministry = await people.signedIn('klasifikatori');
  await ministry.goto('/marks/completeness?year=2025&period=YEAR');
  await holdToStandards(ministry);
  await ministry.locator('main tbody a').first().click();
  await ministry.waitForURL(/\/municipalities\//);
  await holdToStandards(ministry);
  await ministry.locator('main tbody a[href*="/institutions/"]').first().click();
  await ministry.waitForURL(/\/institutions\/\d{10}/);
  expect(new URL(ministry.url()).searchParams.get('period')).toBe('YEAR');
  await holdToStandards(ministry);
  await ministry.getByText('Kā skaitīts').first().click();
  expect(await ministry.locator('main').innerText()).toContain('Nr. 276');
  expect(await ministry.locator('main tbody th a').first().getAttribute('href')).toMatch(/^\/marks\/classes\/[0-9a-f-]{36}\?period=YEAR$/);
});

test('a resident lets a university have marks, sees that, and withdraws it', async () => {
  const resident = await people.signedIn('iedzivotajs', { narrow: true });
  await resident.goto('/my/marks/consents');
  await resident.getByLabel('Kura vērtējumi').selectOption({ index: 1 });
  await resident.getByLabel('Augstskola').selectOption({ index: 1 });
  await resident.getByLabel('Līdz kurai dienai').fill('2020-01-01');
  await resident.getByRole('button', { name: 'Piekrītu' }).click();
  await resident.locator('.error-summary').waitFor();
  await holdToStandards(resident);
  await resident.getByLabel('Līdz kurai dienai').fill(addDays(systemClock().today(), 300));
  await resident.getByRole('button', { name: 'Piekrītu' }).click();
  await resident.getByRole('button', { name: 'Atsaukt' }).click();
  expect(await resident.locator('main').innerText()).toContain('atsaukta');
  await holdToStandards(resident);
});
