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

test('an operator chooses a wrong succession and sees what its correction changes before anything is written; a program is told of a circle', async () => {
  const page = await people.signedIn('operators');
  await page.goto('/reforms');
  await page.getByRole('link', { name: '2021. gada' }).click();
  await page.getByRole('link', { name: 'Labot pēctecību' }).click();
  await page.getByRole('row', { name: /^Apes novads/ }).getByRole('link').click();
  await page.getByLabel('Viss pāriet vienībai').selectOption('Alūksnes novads (0021000)');
  await page.getByLabel('Labojuma iemesls').fill('Likuma pielikuma 1. punkts');
  await page.getByRole('button', { name: 'Skatīt, ko tas maina' }).click();
  await page.getByText('Vēl nekas nav mainīts.').waitFor();
  expect(await page.getByRole('row', { name: /Kopā/ }).allInnerTexts()).toContainEqual(expect.stringMatching(/(\d+)\s+\1$/));
  await holdToStandards(page);
  await page.getByRole('link', { name: 'Mainīt labojumu' }).click();
  expect(await page.getByLabel('Viss pāriet vienībai').inputValue()).toBe('0021000');
  expect(await page.getByLabel('Labojuma iemesls').inputValue()).toBe('Likuma pielikuma 1. punkts');

  await page.goto('/reforms/new');
  const reform = { titleLv: 'Aplis', titleEn: 'A circle', effective: '2027-07-01', legalBasis: 'Izdomāts', units: '0057000; A novads; novads; LV-114', successions: '0036000 > 0042000\n0042000 > 0036000' };
  const answer = await page.request.post('/reforms/new', { form: { ...reform, _csrf: await page.locator('main [name=_csrf]').inputValue() }, headers: { accept: 'application/problem+json' } });
  expect([answer.status(), answer.headers()['content-type']]).toEqual([422, expect.stringContaining('application/problem+json')]);
  expect((await answer.json()).errors).toContainEqual({ field: 'successions', detail: expect.stringMatching(/aplis|apli: Līvānu novads .+ → Preiļu novads .+ → Līvānu novads/) });
});
