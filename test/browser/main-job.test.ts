import { expect, test } from 'vitest';
import { withBrowser } from './browser.js';

const people = withBrowser();

test('the map before and after, a school whose founder changed by itself, the report under both editions', async () => {
  const page = await people.visitor();
  await page.goto('/');
  await page.getByRole('link', { name: 'Karte 2021. gada 30. jūnijā' }).click();
  expect(await page.locator('table tbody tr').count()).toBe(119);
  await page.getByRole('link', { name: 'dienu uz priekšu' }).click();
  await page.waitForURL(/on=2021-07-01/);
  await expect.poll(() => page.locator('table tbody tr').count()).toBe(43);
  await page.goto('/institutions');
  await page.getByRole('searchbox').fill('skeltovas');
  await page.getByRole('link', { name: 'Šķeltovas vidusskola' }).click();
  await page.waitForURL(/9900000004/);
  const words = await page.locator('main').innerText();
  expect(words).toContain('Aglonas novads');
  expect(words).toContain('Krāslavas novads');
  await page.goto('/reports/institutions-by-municipality');
  const [old, now, difference] = await page.locator('.stats strong, .stats .stat-value').allInnerTexts();
  expect(old).toBe(now);
  expect(difference).toBe('0');
});

test('without script the search of institutions is a form like any other', async () => {
  const page = await people.visitor({ script: false });
  await page.goto('/institutions');
  await page.getByRole('searchbox').fill('skeltovas');
  await page.getByRole('button', { name: 'Meklēt' }).click();
  expect(await page.getByRole('link', { name: 'Šķeltovas vidusskola' }).count()).toBe(1);
});
