import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

/** Fills in named fields, submits the page's form, and waits until it was accepted. */
async function submit(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name=${name}]`);
    const kind = await field.first().evaluate((one) => (one instanceof HTMLInputElement ? one.type : one.tagName));
    if (kind === 'SELECT') await field.selectOption(value);
    else if (kind === 'radio' || kind === 'checkbox') await page.locator(`main [name=${name}][value="${value}"]`).check();
    else await field.fill(value);
  }
  await page.locator('main form button').last().click();
  const complaint = async () => (await page.locator('.notice-success').count()) || (await page.locator('.error-summary').allInnerTexts()).join();
  await expect.poll(complaint, { message: page.url() }).toBe(1);
}

/** Opens the first page that the present one links to under such an address, and holds it to the standards. */
async function follow(page: Page, address: RegExp): Promise<void> {
  const links = await page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  const found = links.find((href) => address.test(href));
  if (!found) throw new Error(`${page.url()} leads to no ${address.source}`);
  await page.goto(found);
  await holdToStandards(page);
}

const dayOn = (page: Page, name: string) => page.locator(`main [name=${name}]`).first().getAttribute('max') as Promise<string>;

test('an institution gets and loses a title, a successor and its end, and what was wrong is taken back', async () => {
  const page = await people.signedIn('registrators');
  const home = '/institutions/9900000006';
  await page.goto(`${home}/gymnasium-title`);
  await submit(page, { from: '2024-09-01', basis: 'MK rīkojums' });
  await page.goto(`${home}/gymnasium-title-end`);
  await holdToStandards(page);
  await submit(page, { basis: 'MK rīkojums par atņemšanu' });
  await page.goto(`${home}/succession`);
  await submit(page, { successorRegNr: '9900000004', basis: 'Domes lēmums' });
  await follow(page, /\/successions\/[^/]+$/);
  await page.goto(home);
  await follow(page, /\/successions\/[^/]+\/withdrawal$|\/successions\/[^/]+$/);
  await page.goto(`${page.url().replace(/\/withdrawal$/, '')}/withdrawal`);
  await holdToStandards(page);
  await submit(page, { why: 'Kļūdains ieraksts' });
  await page.goto(`${home}/delivery-place`);
  await submit(page, { atvk: '0001000', street: 'Skolas iela 1' });
  await follow(page, /\/delivery-places\/[^/]+\/end$/);
  await page.goto(home);
  await follow(page, /\/corrections\/delivery_place\//);
  await follow(page, /\/withdrawals\/delivery_place\//);
  await submit(page, { why: 'Kļūdains ieraksts' });
});

test('an institution is closed, the closing corrected, and taken back', async () => {
  const page = await people.signedIn('registrators');
  const home = '/institutions/9900000008';
  await page.goto(`${home}/close`);
  await submit(page, { closedOn: '2027-08-31', reason: 'liquidated', basis: 'Domes lēmums' });
  await page.goto(`${home}/closure`);
  await holdToStandards(page);
  await submit(page, { closedOn: '2028-08-31' });
  await page.goto(`${home}/closure-withdrawal`);
  await holdToStandards(page);
  await submit(page, { why: 'Lēmums atcelts' });
});

/** A resident registered by the journey itself; gives the address of the page with what may be recorded. */
async function registerResident(page: Page, code: string): Promise<string> {
  await page.goto('/persons/new');
  await holdToStandards(page);
  await submit(page, { given: 'Testa', family: 'Paraugs', bornOn: '2015-05-05', sex: 'female', code, atvk: '0001000', street: 'Skolas iela 5-12', livesThereSince: '2022-01-01' });
  return page.url().replace(/^.*(\/persons\/[0-9a-f-]{36}).*$/, '$1');
}

test('a child is registered, protected, put into care, and a death recorded by mistake is taken back', async () => {
  const page = await people.signedIn('iedzivotaji');
  const child = await registerResident(page, '399999-99999');
  await page.goto(`${child}/protection`);
  await submit(page, { kind: 'adoption', basis: 'Tiesas lēmums', from: await dayOn(page, 'from') });
  await page.goto(`${child}/protection/end`);
  await holdToStandards(page);
  await page.goto(`${child}/guardianship`);
  await submit(page, { kind: 'care', place: 'Bērnu aprūpes centrs', basis: 'Bāriņtiesas lēmums', from: await dayOn(page, 'from') });
  await page.goto(`${child}/card`);
  await submitCard(page);
  const links = await page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  const entryOf = (history: string) => links.find((href) => new RegExp(`/${history}/[0-9a-f-]{36}$`).test(href))!;
  for (const path of [entryOf('protections'), `${entryOf('protections')}/withdraw`, entryOf('guardianships'), `${entryOf('guardianships')}/withdraw`, `${entryOf('guardianships')}/end`]) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    await holdToStandards(page);
  }
  await page.goto(`${child}/death`);
  await submit(page, { on: await dayOn(page, 'on'), basis: 'Miršanas apliecība', confirmed: 'yes' });
  await page.goto(`${child}/death/correct`);
  await holdToStandards(page);
  await page.goto(`${child}/death/withdraw`);
  await holdToStandards(page);
  await page.locator('main [name=reason]').fill('Sajaukta persona');
  await page.locator('main form button').last().click();
  await expect.poll(() => page.locator('.notice-success').count()).toBe(1);
});

async function submitCard(page: Page): Promise<void> {
  await page.locator('main [name=reason]').selectOption({ index: 1 });
  await page.locator('main [name=caseReference]').fill('L-2026/19');
  await page.locator('main form button').last().click();
  await expect.poll(() => page.locator('main a[href*="/names/"]').count()).toBeGreaterThan(0);
}
