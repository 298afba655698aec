import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

/** On the simulated phone: who owns it, and what they do. Gives its address. */
async function onThePhone(page: Page, owner: string, does: RegExp): Promise<string> {
  await page.getByRole('link', { name: 'Atvērt lietotni šajā ierīcē' }).click();
  const phone = new URL(page.url()).origin;
  await page.locator('select[name=document]').selectOption({ label: await labelOf(page, owner) });
  await page.getByRole('button', { name: does }).click();
  return phone;
}

const labelOf = async (page: Page, owner: string): Promise<string> =>
  (await page.locator('select[name=document] option').allInnerTexts()).find((label) => label.startsWith(owner))!;

test('an account is confirmed once by Smart-ID, by its owner only, and Smart-ID then signs in', async () => {
  const page = await people.signedIn('lietvedis');
  await page.goto('/my/sign-in');
  await page.getByRole('button', { name: 'Smart-ID' }).click();
  await page.waitForURL(/\/sign-in\/smart-id$/);
  await holdToStandards(page);
  await onThePhone(page, 'Juris Pilsnieks', /Confirm/);
  await expect.poll(() => page.locator('main').innerText(), { timeout: 20_000 }).toContain('personas kods nesakrīt');

  await page.goto('/my/sign-in');
  await page.getByRole('button', { name: 'Smart-ID' }).click();
  await onThePhone(page, 'Dace Rakstvede', /Confirm/);
  await page.waitForURL(/\/my\/sign-in$/, { timeout: 20_000 });
  await holdToStandards(page);
  expect(await page.locator('main').innerText()).toContain('apstiprināts');

  const later = await people.visitor();
  await later.goto('/sign-in?to=/my/sessions');
  await holdToStandards(later);
  await later.getByRole('button', { name: 'Smart-ID' }).click();
  const address = await onThePhone(later, 'Dace Rakstvede', /Confirm/);
  await later.waitForURL(/\/my\/sessions$/, { timeout: 20_000 });
  expect(await later.locator('tbody').innerText()).toContain('augsta');

  // Taken off, it opens the account no more, until its owner links it again.
  await page.goto('/my/sign-in');
  await page.getByRole('link', { name: /^Atsaistīt/ }).click();
  await holdToStandards(page);
  await page.getByRole('button', { name: 'Atsaistīt' }).click();
  await page.waitForURL(/\/my\/sign-in$/);
  await holdToStandards(page);
  const refused = await people.visitor();
  await refused.goto('/sign-in');
  await refused.getByRole('button', { name: 'Smart-ID' }).click();
  await onThePhone(refused, 'Dace Rakstvede', /Confirm/);
  await expect.poll(() => refused.locator('main').innerText(), { timeout: 20_000 }).toContain('atsaistījāt');
  await page.getByRole('button', { name: 'Smart-ID' }).click();
  await onThePhone(page, 'Dace Rakstvede', /Confirm/);
  await page.waitForURL(/\/my\/sign-in$/, { timeout: 20_000 });
  expect(await page.getByRole('link', { name: /^Atsaistīt/ }).count()).toBe(1);
  await page.goto('/my/sign-in/history');
  await holdToStandards(page);

  // From now on this browser may ask the phone by itself, with a code to compare.
  await later.getByRole('button', { name: 'Iziet' }).click();
  await later.goto('/sign-in?to=/my/sessions');
  await later.getByRole('button', { name: 'Smart-ID' }).click();
  await later.goto((await later.getByRole('link', { name: 'Sūtīt pieprasījumu' }).getAttribute('href'))!);
  await holdToStandards(later);
  await later.getByLabel('Personas kods').fill('610603-91541');
  await later.getByRole('button', { name: 'Sūtīt pieprasījumu' }).click();
  await later.waitForURL(/\/sign-in\/smart-id$/);
  const code = await later.locator('.stat-value').innerText();
  expect(code).toMatch(/^\d{4}$/);
  const phone = await later.context().newPage();
  await phone.goto(address);
  await phone.getByRole('link', { name: code }).click();
  await phone.getByRole('button', { name: /Confirm/ }).click();
  await later.waitForURL(/\/my\/sessions$/, { timeout: 20_000 });
});

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
