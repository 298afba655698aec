import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoUsers } from '#modules/access/public.js';
import { holdToStandards, openBrowser, openWindow, visit } from './browser.js';
import { startDemo } from './program.js';

const PUBLIC = [
  '/',
  '/territories?on=2021-06-30',
  '/territories?on=2021-07-01',
  '/territories?on=yesterday',
  '/territories/0020000',
  '/territories/reforms/2021-07-01',
  '/institutions',
  '/institutions/9900000004?on=2021-06-30',
  '/reports/institutions-by-municipality',
  '/accessibility',
  '/status',
  '/api',
  '/sign-in',
];

let program: Awaited<ReturnType<typeof startDemo>>;
let browser: Browser;
beforeAll(async () => {
  program = await startDemo();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

describe.each([
  ['wide, in Latvian', { narrow: false, script: true }, 'lv'],
  ['on a phone, in English', { narrow: true, script: true }, 'en'],
] as const)('public pages %s', (_, window, lang) => {
  test.each(PUBLIC)('%s', async (path) => {
    const context = await openWindow(browser, program.address, window);
    const page = await context.newPage();
    const answer = await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    expect(answer?.status()).toBe(path.endsWith('yesterday') ? 422 : 200);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    await holdToStandards(page);
    await context.close();
  });
});

test('without script every public page stands, and its forms work', async () => {
  const context = await openWindow(browser, program.address, { script: false });
  const page = await context.newPage();
  for (const path of PUBLIC) {
    await page.goto(path);
    expect(await page.locator('h1').count(), path).toBe(1);
  }
  await page.goto('/institutions');
  await page.getByRole('searchbox').fill('skeltovas');
  await page.getByRole('button', { name: 'Meklēt' }).click();
  expect(await page.getByRole('link', { name: 'Šķeltovas vidusskola' }).count()).toBe(1);
  await context.close();
});

test('the main job: the map before and after, a school whose founder changed by itself, the report under both editions', async () => {
  const context = await openWindow(browser, program.address);
  const page = await context.newPage();
  await visit(page, '/');
  await page.getByRole('link', { name: 'Karte 2021. gada 30. jūnijā' }).click();
  expect(await page.locator('table tbody tr').count()).toBe(119);
  await page.getByRole('link', { name: 'dienu uz priekšu' }).click();
  await page.waitForURL(/on=2021-07-01/);
  await expect.poll(() => page.locator('table tbody tr').count()).toBe(43);
  await page.goto('/institutions');
  await page.getByRole('searchbox').fill('skeltovas');
  await page.getByRole('link', { name: 'Šķeltovas vidusskola' }).click();
  await page.waitForURL(/9900000004/);
  const words = await page.locator('main').innerText();
  expect(words).toContain('Aglonas novads');
  expect(words).toContain('Krāslavas novads');
  await visit(page, '/reports/institutions-by-municipality');
  const [old, now, difference] = await page.locator('.stats strong, .stats .stat-value').allInnerTexts();
  expect(old).toBe(now);
  expect(difference).toBe('0');
  await context.close();
});

const signedIn = async (login: string, narrow = false) => {
  const context = await openWindow(browser, program.address, { narrow });
  const page = await context.newPage();
  await visit(page, '/sign-in');
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(demoUsers()[0]!.password);
  await page.locator('main form button').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return { page, context };
};

test('a wrong password is told beside the form and names nobody', async () => {
  const context = await openWindow(browser, program.address, { script: false });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('input[name=login]').fill('operators');
  await page.locator('input[name=password]').fill('nepareiza parole');
  await page.locator('main form button').first().click();
  expect(page.url()).toContain('/sign-in');
  expect(await page.locator('.error-summary').count()).toBe(1);
  await context.close();
});

test('an operator rehearses the made-up merger and reads what would change', async () => {
  const { page, context } = await signedIn('operators');
  await visit(page, '/reforms');
  await page.getByRole('link', { name: 'Izdomāta reforma: Piekrastes novads' }).click();
  await page.getByRole('button', { name: 'Izmēģināt' }).click();
  await expect.poll(async () => (await page.reload(), page.getByText('pabeigts').count()), { timeout: 30_000 }).toBeGreaterThan(0);
  await holdToStandards(page);
  await page.locator('table a').first().click();
  await page.waitForURL(/changes/);
  await holdToStandards(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'XLSX' }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  await context.close();
});

test.each([
  ['iedzivotajs', ['/me', '/me/looks', '/my/rights', '/my/sessions', '/my/notices']],
  ['registrators', ['/institutions/founder-gaps', '/my/rights']],
  ['iedzivotaji', ['/persons']],
  ['auditors', ['/audit']],
  ['pasvaldibas.administrators', ['/access/users', '/access/here', '/access/requests']],
  ['izpilddirektors', ['/access/confirmations']],
  ['administrators', ['/access/roles', '/access/parameters', '/announcements']],
])('%s opens their pages, wide and on a phone', async (login, paths) => {
  for (const narrow of [false, true]) {
    const { page, context } = await signedIn(login, narrow);
    for (const path of paths) await visit(page, path);
    await context.close();
  }
});
