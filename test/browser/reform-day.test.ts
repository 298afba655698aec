import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemo } from '../setup/demo-program.js';
import { holdToStandards, withBrowser } from './browser.js';

/** A program of its own: its clock is moved to the day of a reform, which all others would notice. */
const people = withBrowser();
let dataDir: string;
let program: Awaited<ReturnType<typeof startDemo>>;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'vienkopus-reform-day-'));
  program = await startDemo({ DATA_DIR: dataDir });
});
afterAll(async () => {
  await program?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const as = (login: string) => people.signedIn(login, { address: program.address });
const ROLE = 'Pašvaldības izglītības speciālists';

test('before a reform users are told, ask and are approved; on its day rights begin and founders change by themselves', async () => {
  const operator = await as('operators');
  await operator.goto('/reforms');
  await operator.getByRole('link', { name: 'Izdomāta reforma: Piekrastes novads' }).click();
  const day = /01\.07\.(\d{4})\./.exec(await operator.locator('main').innerText())![1];
  await operator.getByRole('link', { name: 'Sagatavot' }).click();
  await operator.waitForURL(/\/preparation$/);
  expect(await operator.locator('main table').innerText()).toContain('Ādažu novads');
  await operator.getByRole('button', { name: 'Sagatavot' }).click();
  await operator.waitForURL(/\/reforms\/[0-9a-f-]{36}$/);
  expect(await operator.locator('main').innerText()).toContain('Sagatavota, lietotājiem paziņots');
  await holdToStandards(operator);

  const specialist = await as('izglitiba');
  await specialist.goto('/my/notices');
  await expect.poll(async () => (await specialist.reload(), specialist.locator('main article').allInnerTexts()), { timeout: 60_000 }).toEqual([expect.stringContaining('Piekrastes novads')]);

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

  await program.stop();
  program = await startDemo({ DATA_DIR: dataDir, NOW: `${day}-07-01T00:01:00+03:00` });
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

  const after = await as('operators');
  await after.goto('/reforms');
  await after.getByRole('link', { name: 'Izdomāta reforma: Piekrastes novads' }).click();
  await after.waitForURL(/\/reforms\//);
  await holdToStandards(after);
  const tiles = await after.locator('.stats').first().innerText();
  expect(tiles).toMatch(/\b0\b/);
});
