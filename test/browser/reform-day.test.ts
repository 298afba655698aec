import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoProgram } from '../setup/demo-program.js';
import { holdToStandards, withBrowser } from './browser.js';
import { ownProgram } from './own-program.js';

/** A program of its own: its clock is moved to the day of a reform, which all others would notice. */
const people = withBrowser();
let program: DemoProgram;
beforeAll(async () => {
  program = await ownProgram();
});
afterAll(() => program?.stop());

const as = (login: string) => people.signedIn(login, { address: program.address });
/** Accounts of a municipality that is to cease; nobody signs in by them here. */
async function fillConnection(page: Page) {
  for (const [name, value] of Object.entries({ title: 'Ceļojuma Entra ID', issuer: 'https://login.example.lv/tenant/v2.0', clientId: 'vienkopus', clientSecret: 'noslēpums' })) await page.locator(`input[name=${name}]`).fill(value);
}

const ROLE = 'Pašvaldības izglītības speciālists';

test('scenario 17.6: before a reform users are told, ask and are approved; on its day rights begin and founders change by themselves', async () => {
  const leader = await as('pasvaldibas.administrators');
  await leader.goto('/sign-in-programme');
  await leader.goto(`${await leader.locator('main table a').first().getAttribute('href')}/connections/new/openid`);
  await fillConnection(leader);
  await leader.getByRole('button', { name: 'Saglabāt' }).click();
  await leader.waitForURL(/\/connections\/[0-9a-f-]{36}$/);

  const operator = await as('operators');
  await operator.goto('/reforms');
  await operator.getByRole('link', { name: 'Izdomāta reforma: Piekrastes novads' }).click();
  const day = /01\.07\.(\d{4})\./.exec(await operator.locator('main').innerText())![1];
  await operator.getByRole('link', { name: 'Sagatavot' }).click();
  await operator.waitForURL(/\/preparation$/);
  expect(await operator.locator('main table').innerText()).toContain('Ādažu novads');
  await operator.getByRole('button', { name: 'Sagatavot' }).click();
  await operator.waitForURL(/\/reforms\/[0-9a-f-]{36}$/);
  const reform = operator.url();
  expect(await operator.locator('main').innerText()).toContain('Sagatavota, lietotājiem paziņots');
  await holdToStandards(operator);

  const specialist = await as('izglitiba');
  await specialist.goto('/my/notices');
  await expect.poll(async () => (await specialist.reload(), specialist.locator('main article', { hasText: 'Jūsu tiesības' }).allInnerTexts()), { timeout: 60_000 }).toEqual([expect.stringContaining('Piekrastes novads')]);

  const head = await as('izpilddirektors');
  await head.goto('/access/not-asked');
  await holdToStandards(head);
  expect(await head.locator('main').innerText()).toContain('Gunta Skolmane');

  await specialist.goto('/my/rights/request');
  await specialist.getByLabel('Loma').selectOption({ label: ROLE });
  const places = await specialist.getByLabel('Vieta').locator('option').allInnerTexts();
  await specialist.getByLabel('Vieta').selectOption({ label: places.find((place) => place.includes('Piekrastes novads'))! });
  await specialist.locator('input[name=from]').fill(`${day}-07-01`);
  await specialist.getByLabel('Pamats').fill('Pāreju strādāt jaunajā novadā');
  await specialist.getByRole('button', { name: 'Iesniegt' }).click();
  await specialist.waitForURL(/\/my\/rights$/);

  const administrator = await as('tiesibas');
  await administrator.goto('/access/requests');
  await administrator.locator('tbody tr', { hasText: 'Gunta Skolmane' }).getByRole('button', { name: 'Apstiprināt' }).click();
  await expect.poll(() => administrator.locator('tbody tr', { hasText: 'Gunta Skolmane' }).count()).toBe(0);
  await head.reload();
  expect(await head.locator('main').innerText()).not.toContain('Gunta Skolmane');

  // Once more with everything that was asked for, so that the day can be held against it.
  await operator.getByRole('button', { name: 'Izmēģināt' }).click();
  await expect.poll(async () => (await operator.goto(reform), operator.getByText('pabeigts').count()), { timeout: 60_000 }).toBeGreaterThan(0);

  await program.restart({ NOW: `${day}-07-01T00:01:00+03:00` });
  const visitor = await people.visitor({ address: program.address });
  const units = async () => ((await (await visitor.request.get('/api/territories')).json()) as { items: { name: string }[] }).items.map(({ name }) => name);
  await expect.poll(units, { timeout: 120_000, interval: 2_000 }).toContain('Piekrastes novads');
  expect(await units()).not.toContain('Ādažu novads');

  const later = await as('izglitiba');
  await later.goto('/my/rights');
  const rights = await later.locator('main tbody tr').allInnerTexts();
  expect(rights.find((right) => right.includes('Piekrastes novads'))).toContain('spēkā');
  expect(rights.find((right) => right.includes('Ādažu novads'))).not.toContain('spēkā');
  await visitor.goto('/institutions?q=adazu+pamatskola');
  await visitor.locator('main tbody a').first().click();
  await visitor.waitForURL(/\/institutions\/\d+/);
  expect(await visitor.locator('main').innerText()).toContain('Piekrastes novads');

  // The day before is still told by the map of then, and both maps have the same sum.
  const reported = async (on: string) => {
    await visitor.goto(`/reports/institutions-by-municipality?on=${on}&basis=founder`);
    const [old, now] = await visitor.locator('.stats strong, .stats .stat-value').allInnerTexts();
    expect(old).toBe(now);
    return visitor.locator('main table').first().innerText();
  };
  for (const on of [`${day}-06-30`, `${day}-07-01`]) for (const unit of ['Ādažu novads', 'Piekrastes novads']) expect(await reported(on)).toContain(unit);

  const heir = await as('administrators');
  await heir.goto('/sign-in-programme/handovers');
  await holdToStandards(heir);
  await heir.getByRole('link', { name: 'Ceļojuma Entra ID' }).click();
  await holdToStandards(heir);
  expect(await heir.locator('input[name=issuer]').inputValue()).toBe('https://login.example.lv/tenant/v2.0');
  await heir.getByRole('button', { name: 'Pārņemt savienojumu' }).click();
  expect(await heir.locator('.error-summary').innerText()).toContain('Klienta noslēpums');
  await heir.locator('input[name=clientSecret]').fill('jauns noslēpums');
  await heir.getByRole('button', { name: 'Pārņemt savienojumu' }).click();
  await heir.waitForURL(/\/connections\/[0-9a-f-]{36}$/);
  expect(await heir.locator('main').innerText()).not.toContain('slēgts');

  const after = await as('operators');
  await after.goto('/reforms');
  await after.getByRole('link', { name: 'Izdomāta reforma: Piekrastes novads' }).click();
  await after.waitForURL(/\/reforms\//);
  await holdToStandards(after);
  const tiles = await after.locator('.stats').first().innerText();
  expect(tiles).toMatch(/Starpība\s+0\b/);
});
