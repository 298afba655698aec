import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { openTrustAuthority, type TrustServicesAuthority } from '../../simulators/trust-services/authority.js';
import { made, rewritten } from '../../src/platform/documents/tests/forging.js';
import { holdToStandards, signIn, withBrowser } from './browser.js';

const people = withBrowser();
let authority: TrustServicesAuthority;
/** The authority that the demonstration believes. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'authority-'));
  await writeFile(join(folder, 'trust-services.json'), inject('demoAuthority'));
  authority = await openTrustAuthority(folder);
  await rm(folder, { recursive: true });
});

const ROLE = 'Pašvaldības izglītības speciālists';

/** What the applicant downloaded, signed by them as a signing program would: `.edoc` with a certificate of their own code, time stamp and answers. */
async function signedByJuris(pdf: Buffer): Promise<Buffer> {
  const { issuing, root, holders } = authority;
  const seal = await authority.issue('seal-p256', { person: { name: 'Juris Pilsnieks', code: '450933-45388' } });
  return made({ files: [{ name: 'iesniegums-par-tiesibam.pdf', mime: 'application/pdf', content: pdf }], seal, chain: [issuing, root], tsa: holders.tsa, responder: holders.responder });
}
const changedAfterwards = async (pdf: Buffer) => rewritten(await signedByJuris(pdf), (all) => all.map((one) => (one.path.endsWith('.pdf') ? { ...one, content: Buffer.concat([one.content, Buffer.from(' ')]) } : one)));

const askFor = async (basis: string, signing: (pdf: Buffer) => Promise<Buffer>) => {
  const page = await people.signedIn('izpilddirektors');
  await page.goto('/my/rights/request');
  await page.getByLabel('Loma').selectOption({ label: ROLE });
  await page.getByLabel('Vieta').selectOption({ label: 'Ādažu novads' });
  await page.getByLabel('Pamats').fill(basis);
  const [toSign] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lejupielādēt iesniegumu parakstīšanai' }).click()]);
  expect(toSign.suggestedFilename()).toBe('iesniegums-par-tiesibam.pdf');
  const pdf = await readFile(await toSign.path());
  expect(pdf.toString('latin1')).toContain('pdfaid');
  await page.getByLabel('Parakstīts iesniegums').setInputFiles({ name: 'iesniegums.edoc', mimeType: 'application/zip', buffer: await signing(pdf) });
  await page.getByRole('button', { name: 'Iesniegt' }).click();
  await page.waitForURL(/\/my\/rights$/);
  return page;
};

test('a right is asked for with an application changed after signing, refused with a reason, asked for again as it was signed and approved', async () => {
  const asker = await askFor('Rīkojums 1', changedAfterwards);
  await holdToStandards(asker);
  const administrator = await people.signedIn('pasvaldibas.administrators');
  await administrator.goto('/access/requests');
  const row = administrator.locator('tbody tr', { hasText: 'Rīkojums 1' });
  expect(await row.innerText()).toContain('paraksts neder');
  await row.locator('a[href$="/document"]').click();
  const words = () => administrator.locator('main').innerText();
  expect(await words()).toContain('Neviena datne pēc parakstīšanas nav mainīta');
  await holdToStandards(administrator);
  const [file] = await Promise.all([administrator.waitForEvent('download'), administrator.locator('a[href$="/file"]').click()]);
  expect(file.suggestedFilename()).toBe('iesniegums.edoc');
  await administrator.getByRole('button', { name: 'Pārbaudīt vēlreiz' }).click();
  await expect.poll(words).toContain('Iepriekšējās pārbaudes');
  await administrator.goto('/access/requests');
  await row.getByRole('link', { name: 'Apstiprināt, lai gan paraksts neder' }).click();
  await administrator.waitForURL(/\/approve$/);
  await administrator.getByRole('button', { name: 'Apstiprināt' }).click();
  expect(await administrator.locator('.error-summary').innerText()).toContain('Paraksts neder');
  await holdToStandards(administrator);
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

  await askFor('Rīkojums 2', signedByJuris);
  await administrator.reload();
  const signed = administrator.locator('tbody tr', { hasText: 'Rīkojums 2' });
  expect(await signed.innerText()).toContain('paraksts der');
  await signed.locator('a[href$="/document"]').click();
  for (const told of ['Parakstījis pats iesniedzējs', 'Juris Pilsnieks']) expect(await words()).toContain(told);
  await holdToStandards(administrator);
  await administrator.goto('/access/requests');
  await signed.getByRole('button', { name: 'Apstiprināt' }).click();
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
