import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

test('an announcement is published, seen by everyone on the start page, and withdrawn', async () => {
  const page = await people.signedIn('administrators');
  await page.goto('/announcements/new');
  await page.locator('input[name=titleLv]').fill('Plānoti darbi svētdien');
  await page.locator('textarea[name=bodyLv]').fill('Sistēma nebūs pieejama no 2.00 līdz 4.00.');
  await page.locator('main form button').first().click();
  expect(await page.locator('.error-summary').count()).toBe(1);
  expect(await page.locator('input[name=titleLv]').inputValue()).toBe('Plānoti darbi svētdien');
  await page.locator('input[name=titleEn]').fill('Planned work on Sunday');
  await page.locator('textarea[name=bodyEn]').fill('The system will not be available from 2 to 4.');
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/announcements$/);

  const visitor = await people.visitor({ lang: 'en' });
  await visitor.goto('/');
  expect(await visitor.getByText('Planned work on Sunday').count()).toBe(1);

  await page.locator('tbody tr', { hasText: 'Plānoti darbi svētdien' }).getByText('Atsaukt').click();
  await expect.poll(() => page.locator('tbody tr', { hasText: 'Plānoti darbi svētdien' }).innerText()).toContain('atsaukts');
  await visitor.reload();
  expect(await visitor.getByText('Planned work on Sunday').count()).toBe(0);
});

test('the form of the API’s page asks the API and shows its answer', async () => {
  const page = await people.visitor({ lang: 'en' });
  await page.goto('/api');
  await holdToStandards(page);
  expect((await page.request.get('/api/openapi.json')).status()).toBe(200);
});
