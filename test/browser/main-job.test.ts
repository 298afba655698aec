import { expect, test } from 'vitest';
import { withBrowser } from './browser.js';

const people = withBrowser();

test('the map before and after, a school whose founder changed by itself, the report under both editions', async () => {
  const page = await people.visitor();
  await page.goto('/');
  const shown = page.locator('#day');
  for (const [day, count, founder] of [['30.06.2021.', 119, 'Dibinātājs – Aglonas novads.'], ['01.07.2021.', 43, 'Dibinātājs – Krāslavas novads; iepriekš Aglonas novads.']] as const) {
    await page.getByRole('link', { name: day }).click();
    await expect.poll(() => shown.locator('svg a').count()).toBe(count);
    expect(await shown.innerText()).toContain(founder);
  }
  const [onOld, onNew] = await page.locator('.stat-value').allInnerTexts();
  expect(onOld).toBe(onNew);
  await page.goto('/institutions');
  await page.getByRole('searchbox').fill('skeltovas');
  await expect.poll(() => page.locator('#results tbody tr').count()).toBe(1);
  // The filter beside the search keeps the words that were typed since the page was loaded.
  await page.getByRole('button', { name: 'Atlasīt' }).click();
  await page.waitForURL(/q=skeltovas/);
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

test('the arrow keys step from stop to stop through the maps, in the order chosen', async () => {
  const page = await people.visitor();
  await page.goto('/territories?on=2021-06-30&sort=kind&order=desc');
  await page.locator('.day-stops a').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('#day svg a').count()).toBe(43);
  expect(page.url()).toMatch(/on=2021-07-01&sort=kind&order=desc$/);
});

test('without script the map of the first screen moves from 30 June to 1 July 2021', async () => {
  const page = await people.visitor({ script: false });
  await page.goto('/');
  await page.getByRole('link', { name: '30.06.2021.' }).click();
  expect(await page.locator('#day svg a').count()).toBe(119);
  await page.getByRole('link', { name: 'dienu uz priekšu' }).click();
  expect(await page.locator('#day svg a').count()).toBe(43);
});

test('without script the search of institutions is a form like any other', async () => {
  const page = await people.visitor({ script: false });
  await page.goto('/institutions');
  await page.getByRole('searchbox').fill('skeltovas');
  await page.getByRole('button', { name: 'Meklēt' }).click();
  expect(await page.getByRole('link', { name: 'Šķeltovas vidusskola' }).count()).toBe(1);
});
