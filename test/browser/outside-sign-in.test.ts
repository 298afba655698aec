import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';
import { onThePhone } from './simulated-phone.js';

const people = withBrowser();

test('what the phone refuses is told in words of its own', async () => {
  const page = await people.visitor();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Smart-ID' }).click();
  await onThePhone(page, 'Dace Rakstvede', /atteikt|refuse/i);
  await page.goto('/sign-in/smart-id');
  await expect.poll(() => page.locator('main').innerText(), { timeout: 20_000 }).toMatch(/atteicāties|atteicies/i);
  await holdToStandards(page);
});

test.each([
  ['eParaksts', 'Juris Pilsnieks', 'Juris Pilsnieks'],
  ['Latvija.lv', 'Anita Ļaudave', 'Anita Ļaudave'],
  ['E-klase', 'Emīls Paraugs', 'Emīls Paraugs'],
])('by %s, without script, whom it proves is in', async (provider, chosen, name) => {
  const page = await people.visitor({ script: provider === 'Latvija.lv' });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: provider }).click();
  await page.getByRole('button', { name: chosen }).click();
  await page.waitForURL((url) => url.pathname === '/' && url.hostname === 'localhost');
  expect(await page.content()).toContain(name);
});
