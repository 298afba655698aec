import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

test('a secretary corrects a mark with a reason, and the parent reads what it was, why it changed and its way', async () => {
  const [parent, secretary] = [await people.signedIn('iedzivotajs'), await people.signedIn('lietvedis')];
  await parent.goto('/my/marks');
  const own = (await parent.locator('main a[href^="/my/marks/records/mark/"]').first().getAttribute('href'))!;
  const at = own.replace('/my', '');
  expect((await parent.request.get(at)).status()).not.toBe(200);

  await secretary.goto(at);
  const was = (await secretary.locator('main dd strong').first().innerText()).trim();
  await secretary.getByRole('link', { name: 'Labot', exact: true }).click();
  await secretary.waitForURL(/\/correct$/);
  const is = was === '6' ? '7' : '6';
  await secretary.getByLabel('Vērtējums').selectOption(is);
  await secretary.getByRole('button', { name: 'Saglabāt' }).click();
  expect(await secretary.locator('.error-summary').innerText()).toContain('Iemesls');
  expect(await secretary.getByLabel('Vērtējums').inputValue()).toBe(is);
  await holdToStandards(secretary);
  await secretary.getByLabel('Iemesls').fill('Pārrakstīšanās kļūda žurnālā');
  await secretary.getByLabel('Rīkojuma numurs').fill('1-8/12');
  await secretary.getByRole('button', { name: 'Saglabāt' }).click();
  await secretary.waitForURL((url) => url.pathname === at);
  expect(await secretary.locator('main').innerText()).toContain('Pārrakstīšanās kļūda žurnālā');
  await holdToStandards(secretary);

  await parent.goto(own);
  const page = await parent.locator('main').innerText();
  expect(page).toContain('Pārrakstīšanās kļūda žurnālā');
  expect(page).toContain('Ieraksta ceļš');
  expect((await parent.locator('main tbody th').first().innerText()).trim()).toBe(was);
  expect(page).not.toContain('Rakstvede');
  await holdToStandards(parent);
});

test('a school reports that nobody was absent without justification, and takes it back', async () => {
  const head = await people.signedIn('vaditajs');
  await head.goto('/marks/institutions/9900000001/nil');
  // The month of today is not over: the button stands folded away under its last day.
  const month = head.locator('main tbody tr').filter({ has: head.locator('details') }).first();
  const name = (await month.locator('th').innerText()).trim();
  const row = head.locator('main tbody tr').filter({ hasText: name });
  await month.locator('summary').click();
  await month.getByRole('button', { name: 'Nekas vairs nenāks: ziņot, ka nav' }).click();
  await expect.poll(() => row.innerText()).toContain('ziņots, ka nav');
  await holdToStandards(head);
  await row.getByRole('button', { name: 'Atsaukt' }).click();
  await expect.poll(() => row.innerText()).toContain('nav ziņots');
});
