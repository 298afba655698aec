import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

/** Searches by the beginning of a name and opens the first card found, giving a reason for both. */
async function openSomeCard(page: Page, { family = 'Bērz', given = '' } = {}): Promise<string> {
  await page.goto('/persons');
  await page.locator('input[name=family]').fill(family);
  await page.locator('input[name=given]').fill(given);
  await page.locator('select[name=reason]').first().selectOption({ index: 1 });
  await page.locator('input[name=caseReference]').first().fill('L-2026/17');
  await page.getByRole('button', { name: 'Meklēt' }).click();
  await expect.poll(() => page.locator('main tbody tr').count()).toBeGreaterThan(0);
  await holdToStandards(page);
  await page.locator('main tbody tr button').first().click();
  await page.waitForURL(/\/card$/);
  await holdToStandards(page);
  return page.locator('h1').innerText();
}

test('a registrar finds a resident with a reason and opens the card; the words of the search are in no address', async () => {
  const page = await people.signedIn('iedzivotaji');
  expect(await openSomeCard(page)).not.toBe('');
  expect(page.url()).not.toMatch(/b%C4%93rz|bērz/i);
});

test('without a reason nobody is shown, and what was typed stays', async () => {
  const page = await people.signedIn('iedzivotaji', { script: false });
  await page.goto('/persons');
  await page.locator('input[name=family]').fill('Bērz');
  await page.locator('main form button').first().click();
  expect(await page.locator('.error-summary').count()).toBe(1);
  expect(await page.locator('input[name=family]').inputValue()).toBe('Bērz');
});

test('a new name and a new address are recorded from the card', async () => {
  for (const [form, fill] of [
    ['name', async (page: Page) => page.locator('input[name=family]').fill('Jaunuzvārda')],
    ['address', async (page: Page) => {
      await page.locator('select[name=atvk]').selectOption({ index: 1 });
      await page.locator('input[name=street]').fill('Skolas iela 5-12');
    }],
  ] as const) {
    const page = await people.signedIn('iedzivotaji');
    await openSomeCard(page);
    await page.locator(`main a[href$="/${form}"]`).first().click();
    await page.waitForURL(new RegExp(`/${form}$`));
    await holdToStandards(page);
    await fill(page);
    const from = page.locator('input[name=from]');
    await from.fill((await from.getAttribute('max'))!);
    await page.locator('main form button').last().click();
    await expect.poll(() => page.locator('.notice-success').count()).toBe(1);
    await holdToStandards(page);
  }
});

test('a resident sees their own data, and who looked at it, why and in which case', async () => {
  const resident = await people.signedIn('iedzivotajs');
  await resident.goto('/me');
  const words = (await resident.locator('h1').innerText()).split(' ');
  const registrar = await people.signedIn('iedzivotaji');
  expect(await openSomeCard(registrar, { family: words.at(-1)!, given: words[0]! })).toContain(words.at(-1));
  await resident.goto('/me/looks');
  await holdToStandards(resident);
  const rows = await resident.locator('main tbody tr').allInnerTexts();
  expect(rows.some((row) => row.includes('L-2026/17'))).toBe(true);
});
