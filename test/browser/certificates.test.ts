import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoProgram } from '../setup/demo-program.js';
import { holdToStandards, withBrowser } from './browser.js';
import { ownProgram } from './own-program.js';

const people = withBrowser();
let program: DemoProgram & { readonly databaseUrl: string };
let owner: pg.Client;
beforeAll(async () => {
  program = await ownProgram();
  owner = new pg.Client({ connectionString: program.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await program.stop();
});
const signedIn = (login: string) => people.signedIn(login, { address: program.address });
const words = (page: Page) => page.locator('main').innerText();

test('the exam manager seals an extra term; a name that cannot be printed waits, is said how to print, and follows', async () => {
  const { rows: [unlucky] } = await owner.query<{ person_id: string; given: string; event_id: string }>(`select e.person_id, n.given, e.event_id from exams.entry e join exams.exam x on x.id = e.exam_id and x.year = 2025 join exams.result r on r.entry_id = e.id and r.superseded_at is null
    join persons.name n on n.person_id = e.person_id and n.valid_to is null where e.term = 'extra' and r.total >= 20 order by e.id limit 1`);
  // A Cyrillic letter that looks like a Latin one.
  await owner.query(`update persons.name set family = 'Kalniņа' where person_id = $1`, [unlucky!.person_id]);
  const manager = await signedIn('eksameni');
  await manager.goto('/certificates/sealings?year=2025');
  await holdToStandards(manager);
  await manager.locator(`main a[href*="${unlucky!.event_id}"]`).click();
  await manager.waitForURL(/\/sealings\/new/);
  await holdToStandards(manager);
  await manager.getByRole('button', { name: 'Sākt zīmogošanu' }).click();
  await manager.waitForURL(/\/certificates\/sealings\/[0-9a-f-]{36}$/);
  await expect.poll(async () => (await manager.reload(), words(manager)), { timeout: 60_000 }).toMatch(/Pabeigta/);
  expect(await words(manager)).toContain('U+0430');
  await holdToStandards(manager);
  await manager.getByRole('link', { name: /Noteikt, kā drukāt/ }).click();
  await manager.waitForURL(/printed-name/);
  await manager.getByRole('button', { name: 'Saglabāt' }).click();
  expect(await manager.locator('.error-summary').innerText()).toContain('Uzvārds sertifikātā');
  await holdToStandards(manager);
  await manager.getByLabel('Vārds sertifikātā', { exact: true }).fill(unlucky!.given);
  await manager.getByLabel('Uzvārds sertifikātā').fill('Kalniņa');
  await manager.getByLabel('Iemesls').fill('Pasē rakstīts ar latīņu burtiem');
  await manager.getByRole('button', { name: 'Saglabāt' }).click();
  await manager.waitForURL(/\/certificates\/sealings\/[0-9a-f-]{36}$/);
  await expect.poll(async () => (await manager.reload(), words(manager)), { timeout: 60_000 }).toMatch(/100/);
  const { rows } = await owner.query<{ state: string; holder: string }>(`select state, page->>'holder' as holder from certificates.certificate where person_id = $1 and event_id = $2`, [unlucky!.person_id, unlucky!.event_id]);
  expect(rows).toEqual([{ state: 'released', holder: `${unlucky!.given} Kalniņa` }]);
});

test('a parent downloads a child’s certificate and asks for it on paper; the agency delivers it, and the school sees who has theirs', async () => {
  const parent = await signedIn('iedzivotajs');
  await parent.goto('/my/certificates');
  await parent.locator('main .tabs a, main nav a').filter({ hasText: /./ }).nth(1).click();
  await holdToStandards(parent);
  const [download] = await Promise.all([parent.waitForEvent('download'), parent.getByRole('button', { name: /Lejupielādēt e-dokumentu/ }).first().click()]);
  expect(download.suggestedFilename()).toMatch(/^2026_\d{12}-(LAT|MAT)09\.edoc$/);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(38, 69).toString()).toBe('application/vnd.etsi.asic-e+zip');
  await parent.getByRole('link', { name: /Pieprasīt papīra formā/ }).first().click();
  await parent.getByRole('button', { name: 'Iesniegt' }).click();
  expect(await parent.locator('.error-summary').innerText()).toContain('Iemesls');
  await holdToStandards(parent);
  await parent.getByLabel('Iemesls').selectOption('foreign-university');
  await parent.getByRole('button', { name: 'Iesniegt' }).click();
  await parent.waitForURL(/\/my\/certificates\?person=/);
  expect(await words(parent)).toMatch(/10,67/);
  await holdToStandards(parent);

  const manager = await signedIn('eksameni');
  await manager.goto('/certificates/paper');
  await holdToStandards(manager);
  await manager.locator('main tbody a').first().click();
  await holdToStandards(manager);
  for (const step of ['Pieņemt', 'Atzīmēt kā izdrukātu', 'Atzīmēt kā izsniegtu']) await manager.getByRole('button', { name: step }).click();
  await expect.poll(() => words(manager)).toContain('Izsniegts');
  await parent.reload();
  expect(await words(parent)).toContain('Izsniegts');

  const school = await signedIn('virslietotajs');
  await school.goto('/certificates');
  const own = `${new URL(school.url()).pathname}?year=2025`;
  await school.goto(own);
  await school.locator('main tbody a').first().click();
  await holdToStandards(school);
  const [archive] = await Promise.all([school.waitForEvent('download'), school.getByRole('button', { name: /ZIP/ }).click()]);
  expect(archive.suggestedFilename()).toMatch(/\d{10}\.zip$/);
  await school.goto(own);
  await holdToStandards(school);
});

test('the minutes of a batch are changed from a day on, after seeing whom it touches', async () => {
  const manager = await signedIn('eksameni');
  await manager.goto('/certificates/parameters/batch-minutes');
  await holdToStandards(manager);
  await manager.locator('input[name=numbers]').fill('8');
  await manager.locator('textarea[name=basis], input[name=basis]').fill('Izdomāts rīkojums Nr. 9');
  await manager.locator('main form button').last().click();
  await expect.poll(() => words(manager)).toContain('Zīmogošanas, ko sāks no šīs dienas');
  await holdToStandards(manager);
});

test('a new form of certificates is looked at as a page, kept for a day to come, and confirmed by the head', async () => {
  const manager = await signedIn('eksameni');
  await manager.goto('/certificates/forms');
  await manager.getByRole('link', { name: 'Jauna veidlapa no citas dienas Pamatizglītība' }).click();
  await manager.waitForURL(/forms\/new/);
  await manager.getByLabel('Izdevējs').fill('{izdevējs}');
  await manager.getByRole('button', { name: 'Apskatīt lapu (PDF)' }).click();
  await expect.poll(() => manager.locator('.error-summary').innerText()).toContain('{izdevējs}');
  await holdToStandards(manager);
  await manager.getByLabel('Izdevējs').fill('Izdomātā eksāmenu aģentūra');
  await manager.getByLabel('Tiesiskais pamats').fill('Izdomāti noteikumi Nr. 12');
  const fields = await manager.locator('main form').last().evaluate((form: HTMLFormElement) => [...new FormData(form)].map(([name, value]) => [name, String(value)] as [string, string]));
  const page = await manager.request.post('/certificates/forms/preview', { form: Object.fromEntries(fields) });
  expect([page.headers()['content-type'], (await page.body()).subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
  await manager.getByRole('button', { name: 'Saglabāt' }).click();
  await manager.waitForURL(/\/certificates\/forms\/[0-9a-f-]{36}$/);
  expect(await words(manager)).toContain('nav apstiprināta');
  expect(await manager.getByRole('button', { name: 'Apstiprināt' }).count()).toBe(0);
  const head = await signedIn('eksamenuvaditajs');
  await head.goto(manager.url());
  await holdToStandards(head);
  await head.getByRole('button', { name: 'Apstiprināt' }).click();
  await expect.poll(() => words(head)).toContain('Valdis Apstiprins');
});
