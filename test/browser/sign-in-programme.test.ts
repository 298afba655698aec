import { expect, test } from 'vitest';
import { dayInRiga } from '#kernel/clock.js';
import { addDays } from '#kernel/iso-date.js';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

test('a municipality sets its days, excepts a user, prints letters and is held back by the gate', async () => {
  const page = await people.signedIn('pasvaldibas.administrators');
  await page.goto('/sign-in-programme');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.waitForURL(/\/sign-in-programme\/\d+$/);
  const board = page.url();
  expect(await page.locator('main .notice-warning').innerText()).toContain('nevarētu pierakstīties');

  await page.getByRole('link', { name: 'Mainīt kārtību' }).click();
  await page.getByLabel('Visiem otrs līdzeklis no').fill('2027-09-01');
  await page.getByLabel('Paroles beidzas').fill('2027-03-01');
  await page.getByLabel('Pamats').fill('Domes lēmums Nr. 12');
  await page.getByRole('button', { name: 'Noteikt kārtību' }).click();
  expect(await page.locator('.error-summary').innerText()).toContain('ne agrāk kā dienā');
  await holdToStandards(page);
  await page.getByLabel('Paroles beidzas').fill('2027-12-01');
  await page.getByRole('button', { name: 'Noteikt kārtību' }).click();
  await page.waitForURL(board);
  expect(await page.locator('main').innerText()).toContain('ieteikts');

  await page.getByRole('link', { name: 'Piešķirt izņēmumu' }).click();
  await page.getByLabel('Lietotājvārds').fill('iestades.administrators');
  await page.getByLabel('Iemesls').fill('Nav viedtālruņa');
  await page.getByLabel('Līdz (neieskaitot)').fill('2020-01-01');
  await page.getByRole('button', { name: 'Piešķirt izņēmumu' }).click();
  expect(await page.locator('.error-summary').count()).toBe(1);
  const inAMonth = addDays(dayInRiga(new Date()), 30);
  await page.getByLabel('Līdz (neieskaitot)').fill(inAMonth);
  await page.getByRole('button', { name: 'Piešķirt izņēmumu' }).click();
  await page.waitForURL(board);
  await page.goto(`${board}?readiness=excepted&on=${dayInRiga(new Date())}`);
  expect(await page.locator('.data-table tbody').innerText()).toContain('Inga Lietpratēja');
  await page.locator('.data-table tbody').getByRole('button', { name: 'Izbeigt' }).click();
  await page.waitForURL(board);

  await page.getByRole('link', { name: 'Vēstules drukāšanai' }).click();
  const letters = page.locator('article.letter');
  expect(await letters.count()).toBeGreaterThan(5);
  for (const part of ['Labdien', '01.12.2027.', '/sign-in', 'Mārtiņš Atslēdznieks, pasvaldibas.administrators@']) expect(await letters.first().innerText()).toContain(part);
  expect(await letters.locator('h2').count()).toBe(await letters.count());
  await page.goto(board);
  await page.getByRole('button', { name: 'Sūtīt atgādinājumus' }).click();
  await page.waitForURL(board);
  expect(await page.locator('.notice-success').first().innerText()).toContain('Atgādinājumi nosūtīti');
  await page.getByRole('button', { name: 'Sūtīt atgādinājumus' }).click();
  await page.getByText('Atgādinājumi nosūtīti: 0').waitFor();
  await page.getByRole('button', { name: 'Izslēgt paroles tagad' }).click();
  expect(await page.locator('.notice-danger').innerText()).toContain('Paroles vēl nevar izslēgt');
  await holdToStandards(page);
});

test('the country’s map leads to each municipality, and the sealed accounts ask for two keys', async () => {
  const page = await people.signedIn('administrators', { lang: 'en' });
  await page.goto('/sign-in-programme');
  expect(await page.locator('svg.map a').count()).toBeGreaterThan(40);
  expect(await page.locator('tbody').innerText()).toContain('✓');
  await page.goto('/break-glass');
  await page.getByLabel('User name').fill('administrators');
  await page.getByLabel('Reason').fill('The day all other ways fail');
  await page.getByRole('button', { name: 'Seal an account' }).click();
  expect(await page.locator('.error-summary').innerText()).toContain('at least two security keys');
  await holdToStandards(page);
});
