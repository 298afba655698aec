import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { packageOf, school, withValue } from '../../src/modules/intake/tests/made-up-package.js';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

const FAULTY = packageOf(withValue(withValue(school(), 'lineItems', 3, 'academicSessionSourcedId', '2026'), 'results', 2, 'score', '11'));

async function check(page: Page, name: string, content: Buffer) {
  await page.goto('/intake/check');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer: content });
  await page.locator('form[action="/intake/check"] button').click();
  await page.waitForLoadState();
}

test('a school clerk checks a faulty package, reads what is wrong, narrows it and downloads the list', async () => {
  const page = await people.signedIn('lietvedis');
  await check(page, 'skola.zip', FAULTY);
  await holdToStandards(page);
  expect(await page.locator('main').innerText()).toContain('Paketi vēl nevar sūtīt');
  const rows = page.locator('main table').nth(1).locator('tbody tr');
  expect(await rows.count()).toBe(2);
  expect(await rows.first().innerText()).toMatch(/lineItems\.csv, rinda 3, academicSessionSourcedId[^]*Norādiet pusgadu vai periodu/);

  await page.getByLabel('Fails', { exact: true }).selectOption('results.csv');
  await page.getByRole('button', { name: 'Atlasīt' }).click();
  await expect.poll(() => rows.count()).toBe(1);
  await holdToStandards(page);
  expect(await rows.first().innerText()).toContain('1 … 10');

  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lejupielādēt CSV' }).click()]);
  const list = await readFile(await saved.path(), 'utf8');
  expect(list.split('\r\n')[1]).toMatch(/^Kļūda;results\.csv;2;score;/);

  await page.goto('/intake/check/report');
  expect(new URL(page.url()).pathname).toBe('/intake/check');
});

test('on a phone, without script, in English: a right package, then a wrong file', async () => {
  const page = await people.signedIn('vaditajs', { narrow: true, script: false, lang: 'en' });
  await check(page, 'school.zip', packageOf(school()));
  expect(await page.content()).toContain('The package is fit');
  await check(page, 'school.zip', Buffer.from('no archive'));
  expect(await page.content()).toContain('The file is no ZIP archive');
});
