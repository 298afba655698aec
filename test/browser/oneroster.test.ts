import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checkPackage } from '../../src/modules/intake/domain/oneroster/check-package.js';
import { openArchive } from '../../src/modules/intake/domain/package-archive.js';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

test('a clerk takes a package of the school out, brings it back, and sees that there is nothing to send', async () => {
  const page = await people.signedIn('lietvedis');
  await page.goto('/intake/oneroster');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lejupielādēt paketi' }).click()]);
  const content = await readFile(await saved.path());
  expect(saved.suggestedFilename()).toMatch(/^oneroster-9900000001-\d{4}\.zip$/);
  expect((await checkPackage(await openArchive(content))).findings).toEqual([]);

  await page.locator('input[type=file]').setInputFiles({ name: 'skola.zip', mimeType: 'application/zip', buffer: content });
  await page.getByRole('button', { name: 'Pārbaudīt un parādīt' }).click();
  await page.waitForURL(/\/intake\/oneroster\/[0-9a-f-]{36}$/);
  await page.getByText('Nav ko nodot: reģistrs nemainītos').waitFor({ timeout: 60_000 });
  expect(await page.getByRole('button', { name: 'Nodot reģistram' }).count()).toBe(0);
  await holdToStandards(page);
  const tiles = await page.locator('main').innerText();
  expect(tiles).toContain('Ko pakete mainītu');
  expect(tiles).toContain('Skolēni un klases sakrīt ar reģistru');

  await page.getByRole('button', { name: 'Atmest paketi' }).click();
  await page.waitForURL(/\/intake\/oneroster(\?.*)?$/);
});

test('on a phone, without script, in English: a wrong file is refused with what to do', async () => {
  const page = await people.signedIn('lietvedis', { narrow: true, script: false, lang: 'en' });
  await page.goto('/intake/oneroster');
  await page.locator('input[type=file]').setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from('no archive') });
  await page.getByRole('button', { name: 'Check, and show' }).click();
  await expect.poll(async () => (await page.reload(), await page.content()), { timeout: 60_000, interval: 1_000 }).toContain('The package cannot be taken');
});
