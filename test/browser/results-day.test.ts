import pg from 'pg';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoProgram } from '../setup/demo-program.js';
import { holdToStandards, signIn, withBrowser } from './browser.js';
import { ownProgram } from './own-program.js';

const people = withBrowser();
let program: DemoProgram & { readonly databaseUrl: string };
/** When the latest results of secondary school are published in the demonstration. */
let instant: Date;

beforeAll(async () => {
  program = await ownProgram();
  const owner = new pg.Client({ connectionString: program.databaseUrl });
  await owner.connect();
  const { rows } = await owner.query<{ at: Date }>(`select max(p.visible_from) as at from exams.publication p join exams.session n on n.id = p.session_id where n.stage = 'secondary' and p.term = 'main' and p.confirmed_at is not null and p.visible_from < now()`);
  await owner.end();
  instant = rows[0]!.at;
  await program.restart({ NOW: clock(-90) });
});
afterAll(() => program.stop());

const clock = (seconds: number): string => new Date(instant.getTime() + seconds * 1000).toISOString();
const said = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');

async function enterByJournal(page: Page): Promise<void> {
  await page.goto('/results');
  await page.getByRole('link', { name: 'Skatīt savus rezultātus' }).click();
  await holdToStandards(page);
  await page.getByRole('button', { name: 'E-klase' }).click();
  await page.getByRole('button', { name: 'Rūta Parauga' }).click();
  await page.waitForURL((url) => url.pathname === '/results/mine' && url.hostname === 'localhost');
}

test('a pupil watches the minute before nine, enters by the e-journal on a telephone, and has the results just after it', async () => {
  const page = await people.visitor({ narrow: true, address: program.address });
  await page.goto('/results');
  expect(await said(page)).toMatch(/Vidējā izglītība.*\n[^]*Atlicis: (1 minūte|mazāk nekā minūte)/);
  await holdToStandards(page);
  await enterByJournal(page);
  expect(await said(page)).not.toMatch(/\d %/);

  await program.restart({ NOW: clock(1) });
  await page.goto('/results');
  expect(await said(page)).toMatch(/Vidējā izglītība[^]*Rezultāti publicēti/);
  await page.getByRole('link', { name: 'Skatīt savus rezultātus' }).click();
  expect(await said(page)).toMatch(/Eksāmens matemātikā optimālajā līmenī[^]*\d+ %/);
  await holdToStandards(page);
  await page.getByRole('link', { name: 'English' }).click();
  expect(await said(page)).toMatch(/Exam in Mathematics at the optimal level[^]*\d+%/);
  await holdToStandards(page);
});

test('who looked at the results stands among the looks at one’s data, with the reason', async () => {
  const page = await people.visitor({ address: program.address });
  await enterByJournal(page);
  await page.goto('/me/looks');
  expect(await said(page)).toContain('Pati persona rezultātu portālā');
});

test('a parent contests a result of grade 9 while its month lasts, by pages alone', async () => {
  const page = await people.signedIn('iedzivotajs', { address: program.address });
  await page.goto('/my/exam-appeals');
  await holdToStandards(page);
  await page.locator('main a[href*="/my/exam-appeals/"]').first().click();
  await page.waitForURL(/\/my\/exam-appeals\/[0-9a-f-]{36}/);
  await holdToStandards(page);
  await page.getByRole('button', { name: 'Iesniegt' }).click();
  expect(await page.locator('.error-summary').innerText()).toContain('Pamatojums');
  await holdToStandards(page);
});

test('the exam manager closes a country, reads how an address is judged, and is told what is wrong with a network', async () => {
  await program.restart({});
  const page = await people.visitor({ address: program.address });
  await page.goto('/sign-in');
  await signIn(page, 'eksameni');
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/results/settings');
  await page.getByRole('row').filter({ hasText: 'Igaunija (EE)' }).getByRole('link', { name: 'Izbeigt' }).click();
  await page.getByRole('button', { name: 'Izbeigt' }).click();
  await page.waitForURL('**/results/settings');
  expect(await page.getByRole('row').filter({ hasText: 'Igaunija (EE)' }).innerText()).toContain('beidzies');
  await page.getByRole('link', { name: 'Pārbaudīt adresi' }).click();
  await page.getByLabel('IP adrese').fill('90.190.1.1');
  await page.getByRole('button', { name: 'Pārbaudīt' }).click();
  expect(await said(page)).toContain('No 90.190.1.1 personiskās lapas neatveras');
  await holdToStandards(page);
  await page.goto('/results/settings/places/new');
  await page.getByLabel('Valsts vai tīkls').fill('10.0.0.0/40');
  await page.getByLabel('Pamats').fill('Izdomāts');
  await page.getByRole('button', { name: 'Saglabāt' }).click();
  expect(await page.locator('.error-summary').innerText()).toContain('Valsts vai tīkls');
  await holdToStandards(page);
});
