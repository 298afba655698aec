import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

test('an operator rehearses the made-up merger and reads what would change', async () => {
  const page = await people.signedIn('operators');
  await page.goto('/reforms');
  await page.getByRole('link', { name: 'Izdomāta reforma: Piekrastes novads' }).click();
  await page.getByRole('button', { name: 'Izmēģināt' }).click();
  await expect.poll(async () => (await page.reload(), page.getByText('pabeigts').count()), { timeout: 30_000 }).toBeGreaterThan(0);
  await holdToStandards(page);
  await page.getByRole('link', { name: 'Skatīt jaunākā izmēģinājuma izmaiņas' }).click();
  await page.waitForURL(/changes/);
  await holdToStandards(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'XLSX' }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
});
