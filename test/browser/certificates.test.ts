import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PemConverter, X509Certificate } from '@peculiar/x509';
import pg from 'pg';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authority } from '../../src/platform/documents/tests/forging.js';
import { madeList } from '../../src/platform/documents/tests/made-list.js';
import type { DemoProgram } from '../setup/demo-program.js';
import { sayWhyNot, whyNoVerifiers } from '../setup/verifiers.js';
import { holdToStandards, withBrowser } from './browser.js';
import { ownProgram } from './own-program.js';

const people = withBrowser();
let program: DemoProgram & { readonly databaseUrl: string };
let owner: pg.Client;
const missing = await whyNoVerifiers('xmlsec1', 'pdftoppm', 'zbarimg');
sayWhyNot('the code of a printed copy by ZBar, a trusted list by xmlsec1', missing);
const folder = mkdtempSync(join(tmpdir(), 'vienkopus-certificates-'));
const keeper = await authority.issue('seal-p256');
beforeAll(async () => {
  const signers = join(folder, 'signers.pem');
  writeFileSync(signers, PemConverter.encode(keeper.certificate.rawData, 'CERTIFICATE'));
  program = await ownProgram({ TRUSTED_LIST_SIGNERS: signers });
  owner = new pg.Client({ connectionString: program.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
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
  await manager.getByRole('button', { name: 'Pieņemt' }).click();
  await holdToStandards(manager);
  await manager.getByLabel('Maksājuma dokuments').fill('MU-17');
  await manager.getByRole('button', { name: 'Maksa saņemta' }).click();
  await holdToStandards(manager);
  const [copy] = await Promise.all([manager.waitForEvent('download'), manager.getByRole('button', { name: /Lejupielādēt izdruku/ }).click()]);
  expect(copy.suggestedFilename()).toMatch(/^2026_\d{12}-(LAT|MAT)09-izdruka\.pdf$/);
  if (missing === null) await readCopy(await copy.path(), bytes);
  await manager.getByLabel('Kur un kad saņemt').fill('Izdomu iela 1, Rīga, darba dienās 9–16.');
  for (const step of ['Atzīmēt kā izdrukātu', 'Atzīmēt kā izsniegtu']) await manager.getByRole('button', { name: step }).click();
  await expect.poll(() => words(manager)).toContain('Izsniegts');
  await parent.reload();
  expect(await words(parent)).toContain('Izsniegts');
  await parent.goto('/my/notices');
  expect(await words(parent)).toContain('Kur un kad saņemt: Izdomu iela 1');

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

/** Whoever is shown the paper reads its code, which opens the page; the claim is sent to nobody. */
async function readCopy(pdf: string, edoc: Buffer): Promise<void> {
  execFileSync('/usr/bin/pdftoppm', ['-r', '150', '-png', '-singlefile', pdf, join(folder, 'copy')]);
  const address = execFileSync('/usr/bin/zbarimg', ['-q', '--raw', '--nodbus', join(folder, 'copy.png')]).toString().trim();
  const name = execFileSync('/usr/bin/pdftotext', ['-layout', pdf, '-']).toString().split('\n').map((line) => line.trim()).filter(Boolean)[3]!;
  expect(address).toMatch(/^http:\/\/localhost:\d+\/check#c=[\w-]+\.[\w-]+\.[\w-]+$/);
  const reader = await people.visitor({ address: program.address, narrow: true });
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  await reader.goto(address);
  const found = () => reader.locator('[data-check-result]').innerText();
  await expect.poll(found).toContain('Kods ir īsts');
  expect(await found()).toMatch(/2026\/\d{12}-(LAT|MAT)09/);
  expect(reader.url()).toBe(`${program.address}/check`);
  await reader.getByLabel('Vārds un uzvārds no izdrukas').fill(name);
  await reader.getByRole('button', { name: 'Pārbaudīt kodu' }).click();
  await expect.poll(found).toContain('vārds un uzvārds sakrīt');
  await reader.getByLabel('Vārds un uzvārds no izdrukas').fill('Cits Cilvēks');
  await reader.getByRole('button', { name: 'Pārbaudīt kodu' }).click();
  await expect.poll(found).toContain('Vārds nesakrīt');
  await holdToStandards(reader);
  expect(asked.filter((one) => one.includes(address.slice(-40)))).toEqual([]);

  await loadListOf(reader);
  await reader.goto('/check');
  await reader.setInputFiles('input[type=file]', { name: 'sertifikats.edoc', mimeType: 'application/zip', buffer: edoc });
  await expect.poll(found).toContain('izdevējs laika zīmoga brīdī bija ES uzticamajā sarakstā');
}

/** An administrator loads a list in which the simulated authority of this program stands. */
async function loadListOf(reader: Page): Promise<void> {
  const { signing } = (await (await reader.request.get('/check/trust')).json()) as { signing: string[] };
  const holder = { ...keeper, certificate: new X509Certificate(Buffer.from(signing.at(-1)!, 'base64')) };
  const statuses = [{ status: 'granted', from: '2020-01-01T00:00:00Z' }];
  const list = await madeList({ nextUpdate: '2099-01-01T00:00:00Z', services: [{ type: 'CA/QC', holder, statuses }] }, keeper);
  const administrator = await signedIn('administrators');
  await administrator.goto('/trusted-lists/load');
  await administrator.getByLabel('Saraksta datne').setInputFiles({ name: 'LV-TL.xml', mimeType: 'text/xml', buffer: Buffer.concat([list, Buffer.from('<')]) });
  await administrator.getByRole('button', { name: 'Ielādēt sarakstu' }).click();
  expect(await administrator.locator('.error-summary').innerText()).toContain('TS 119 612');
  await administrator.getByLabel('Saraksta datne').setInputFiles({ name: 'LV-TL.xml', mimeType: 'text/xml', buffer: list });
  await administrator.getByRole('button', { name: 'Ielādēt sarakstu' }).click();
  await administrator.waitForURL(/\/trusted-lists\/[0-9a-f-]{36}$/);
  expect(await words(administrator)).toContain('MADE UP keeper of lists');
  await holdToStandards(administrator);
  await administrator.goto('/trusted-lists');
  await holdToStandards(administrator);
}

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
