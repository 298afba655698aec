import { expect, test } from 'vitest';
import { holdToStandards, signIn, withBrowser } from './browser.js';

const people = withBrowser();

const ROLE = 'Pašvaldības izglītības speciālists';

const askFor = async (basis: string) => {
  const page = await people.signedIn('izpilddirektors');
  await page.goto('/my/rights/request');
  await page.getByLabel('Loma').selectOption({ label: ROLE });
  await page.getByLabel('Vieta').selectOption({ label: 'Ādažu novads' });
  await page.getByLabel('Pamats').fill(basis);
  const [toSign] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lejupielādēt iesniegumu parakstīšanai' }).click()]);
  expect(toSign.suggestedFilename()).toBe('iesniegums-par-tiesibam.pdf');
  await page.getByLabel('Parakstīts iesniegums').setInputFiles({ name: 'iesniegums.edoc', mimeType: 'application/zip', buffer: Buffer.from('PK made up') });
  await page.getByRole('button', { name: 'Iesniegt' }).click();
  await page.waitForURL(/\/my\/rights$/);
  return page;
};

test('a right is asked for with a document, refused with a reason, asked for again and approved', async () => {
  const asker = await askFor('Rīkojums 1');
  await holdToStandards(asker);
  const administrator = await people.signedIn('pasvaldibas.administrators');
  await administrator.goto('/access/requests');
  const row = administrator.locator('tbody tr', { hasText: 'Rīkojums 1' });
  expect(await row.innerText()).toContain('paraksts neder');
  await row.locator('a[href$="/document"]').click();
  const words = () => administrator.locator('main').innerText();
  expect(await words()).toContain('Konteiners ir vesels ZIP arhīvs');
  await holdToStandards(administrator);
  const [file] = await Promise.all([administrator.waitForEvent('download'), administrator.locator('a[href$="/file"]').click()]);
  expect(file.suggestedFilename()).toBe('iesniegums.edoc');
  await administrator.getByRole('button', { name: 'Pārbaudīt vēlreiz' }).click();
  await expect.poll(words).toContain('Iepriekšējās pārbaudes');
  await administrator.goto('/access/requests');
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Noraidīt' }).click();
  await administrator.waitForURL(/\/refuse$/);
  await holdToStandards(administrator);
  expect(await administrator.locator('.error-summary').count()).toBe(1);
  await administrator.getByLabel('Noraidījuma iemesls').fill('Amats jau ir aizņemts');
  await administrator.getByRole('button', { name: 'Noraidīt' }).click();
  await administrator.waitForURL(/\/access\/requests$/);
  await asker.goto('/my/rights');
  expect(await asker.locator('main').innerText()).toContain('Amats jau ir aizņemts');

  await askFor('Rīkojums 2');
  await administrator.reload();
  await administrator.locator('tbody tr', { hasText: 'Rīkojums 2' }).getByRole('link', { name: 'Apstiprināt, lai gan paraksts neder' }).click();
  await administrator.waitForURL(/\/approve$/);
  await administrator.getByRole('button', { name: 'Apstiprināt' }).click();
  expect(await administrator.locator('.error-summary').innerText()).toContain('Paraksts neder');
  await holdToStandards(administrator);
  await administrator.getByLabel('Es to zinu').check();
  await administrator.getByLabel('Kāpēc').fill('Oriģinālu redzēju klātienē');
  await administrator.getByRole('button', { name: 'Apstiprināt' }).click();
  await administrator.waitForURL(/\/access\/requests$/);
  await asker.goto('/my/rights');
  expect(await asker.locator('main table').first().innerText()).toContain(ROLE);
  await asker.locator('main table').first().locator('a[href*="/access/grants/"]').first().click();
  await asker.waitForURL(/\/access\/grants\/.*\/document$/);
  await holdToStandards(asker);
  await asker.goto('/my/notices');
  expect(await asker.locator('main article').count()).toBeGreaterThanOrEqual(2);
});

test('an administrator makes a user, who chooses a password by the link and signs in', async () => {
  const administrator = await people.signedIn('iestades.administrators');
  await administrator.goto('/access/users/new');
  await administrator.getByRole('button').last().click();
  expect(await administrator.locator('.error-summary').count()).toBe(1);
  await holdToStandards(administrator);
  await administrator.locator('input[name=name]').fill('Jauna Kolēģe');
  await administrator.locator('input[name=login]').fill('jauna.kolege');
  await administrator.locator('input[name=email]').fill('jauna.kolege@example.lv');
  await administrator.locator('main form button').last().click();
  await administrator.waitForURL(/\/access\/users\/[0-9a-f-]{36}$/);
  const mail = await people.signedIn('administrators');
  await mail.goto('/_mail');
  const findLink = async () => /\/set-password\/[\w-]+/.exec((await mail.reload(), await mail.content()))?.[0] ?? '';
  await expect.poll(findLink, { timeout: 30_000 }).not.toBe('');
  const link = await findLink();
  const colleague = await people.visitor();
  await colleague.goto(link);
  await holdToStandards(colleague);
  for (const field of await colleague.locator('input[type=password]').all()) await field.fill('ļoti gara parole 2026');
  await colleague.locator('main form button').click();
  await colleague.waitForURL(/\/sign-in/);
  await signIn(colleague, 'jauna.kolege', 'ļoti gara parole 2026');
  await colleague.waitForURL((url) => url.pathname === '/');
  expect(await colleague.getByText('Jauna Kolēģe').count()).toBeGreaterThan(0);
});

test('a head sees who has rights here and ends one', async () => {
  const page = await people.signedIn('pasvaldibas.administrators');
  await page.goto('/access/here');
  const rows = await page.locator('tbody tr').count();
  await page.getByRole('link', { name: 'Izbeigt' }).first().click();
  await page.waitForURL(/\/access\/grants\/.*\/end$/);
  await holdToStandards(page);
  await page.getByLabel(/Pamats|Iemesls/).fill('Darba attiecības izbeigtas');
  await page.locator('main form button').last().click();
  await page.waitForURL(/\/access\/here/);
  expect(await page.locator('tbody tr').count()).toBeLessThanOrEqual(rows);
});
