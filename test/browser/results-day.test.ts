import { readFile } from 'node:fs/promises';
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
  instant = rows[0]!.at;
  for (const one of GIVE_RUTA_A_CERTIFICATE) await owner.query(one);
  await owner.end();
  await program.restart({ NOW: clock(-240) });
});
afterAll(() => program.stop());

/** Of the demonstration's certificates only some are sealed: for her mathematics she is given the sealed file of another pupil, in place of her draft. */
const GIVE_RUTA_A_CERTIFICATE = [
  `delete from certificates.certificate c using exams.entry e join persons.name n on n.person_id = e.person_id and n.given = 'Rūta' and n.family = 'Parauga' where c.entry_id = e.id and c.exam_code = 'MATOL' and c.state <> 'released'`,
  `insert into certificates.number (number, entry_id, given_at)
    select '2026/' || e.candidate_code || '-MATOL', e.id, now() from exams.entry e join exams.exam x on x.id = e.exam_id and x.code = 'MATOL' join persons.name n on n.person_id = e.person_id and n.given = 'Rūta' and n.family = 'Parauga'
    where e.state = 'confirmed' and e.term = 'main' on conflict do nothing`,
  `insert into certificates.certificate (number, version, entry_id, result_id, sealing_id, person_id, institution_id, event_id, sitting_id, year, exam_code, total, form_id, page, issued_on, drafted_at, state, state_at, pdf_sha256, signing_time, seal_sha256, signature, token, stamped_at, file_id, edoc_sha256, edoc_size, released_at)
    select c.number, 1, e.id, r.id, o.sealing_id, e.person_id, o.institution_id, e.event_id, e.sitting_id, o.year, 'MATOL', r.total, o.form_id, o.page, o.issued_on, o.drafted_at, 'released', o.state_at, o.pdf_sha256, o.signing_time, o.seal_sha256, o.signature, o.token, o.stamped_at, o.file_id, o.edoc_sha256, o.edoc_size, o.released_at
    from exams.entry e join persons.name n on n.person_id = e.person_id and n.given = 'Rūta' and n.family = 'Parauga' join certificates.number c on c.entry_id = e.id join exams.result r on r.entry_id = e.id and r.superseded_at is null
    cross join lateral (select * from certificates.certificate s where s.exam_code = 'MATOL' and s.state = 'released' limit 1) o on conflict do nothing`,
];

const clock = (seconds: number): string => new Date(instant.getTime() + seconds * 1000).toISOString();
const said = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');

async function enterByJournal(page: Page): Promise<void> {
  await page.goto('/results');
  await page.getByRole('link', { name: 'Skatīt savus rezultātus' }).click();
  await holdToStandards(page);
  await asRuta(page, '/results/mine');
}

async function asRuta(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: 'E-klase' }).click();
  await page.getByRole('button', { name: 'Rūta Parauga' }).click();
  await page.waitForURL((url) => url.pathname === to && url.hostname === 'localhost');
}

/** Her telephone, with a packet on it. */
let telephone: Page;
const card = () => telephone.locator('[data-packets]');

test('a pupil receives her results sealed, and a telephone whose clock is a year ahead opens nothing, with a connection or without', async () => {
  telephone = await people.visitor({ narrow: true, address: program.address });
  await telephone.addInitScript(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + 31_536_000_000;
  });
  await telephone.goto('/results');
  await telephone.getByRole('link', { name: 'Saņemt rezultātus savā ierīcē jau iepriekš, aizzīmogotus' }).click();
  await telephone.getByRole('link', { name: 'Ieiet' }).click();
  await asRuta(telephone, '/results/packet');
  const offer = card().locator('.card').filter({ hasText: /Vidējā izglītība.*pamattermiņš/ });
  await offer.getByRole('button', { name: 'Pieprasīt paciņu' }).click();
  await card().getByText('Atzīmējiet, ka ierīce ir jūsu').waitFor();
  await offer.getByLabel('Šī ir mana ierīce').check();
  await holdToStandards(telephone);
  await offer.getByRole('button', { name: 'Pieprasīt paciņu' }).click();
  await card().getByText(/^Atlicis: 00:0/).waitFor();
  await holdToStandards(telephone);
  expect(await said(telephone)).not.toMatch(/\d %/);

  await telephone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await telephone.context().setOffline(true);
  await telephone.reload();
  await card().getByText('Paciņa ir šajā ierīcē, aizzīmogota.').waitFor();
  expect(await said(telephone)).not.toMatch(/\d %/);
});

test('a pupil watches the minutes before nine, enters by the e-journal on a telephone, and has the results just after it', async () => {
  const page = await people.visitor({ narrow: true, address: program.address });
  await page.goto('/results');
  expect(await said(page)).toMatch(/Vidējā izglītība.*\n[^]*Atlicis: (\d minūtes?|mazāk nekā minūte)/);
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

test('once the instant has come the packet opens by itself, says what the portal says, gives the certificate, opens again without a connection, and can be deleted', async () => {
  await telephone.context().setOffline(false);
  await card().getByText('Rezultāti ir atvērti.').waitFor();
  expect(await said(telephone)).toMatch(/Rūta Parauga[^]*Eksāmens matemātikā optimālajā līmenī[^]*\d+ %/);
  await holdToStandards(telephone);
  const [saved] = await Promise.all([telephone.waitForEvent('download', { timeout: 20_000 }), telephone.getByRole('link', { name: /^Lejupielādēt.*matemātikā optimālajā/ }).click({ timeout: 15_000 })]);
  expect(saved.suggestedFilename()).toMatch(/-MATOL.*\.edoc$/);
  expect((await readFile(await saved.path())).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');

  await telephone.context().setOffline(true);
  await telephone.goto('/results/packet/en');
  await card().getByRole('rowheader', { name: /Exam in Mathematics at the optimal level/ }).waitFor();
  await holdToStandards(telephone);
  await telephone.getByRole('button', { name: 'Delete from this device' }).click();
  await telephone.getByRole('button', { name: 'Delete it indeed' }).click();
  await card().getByText('The packet has been deleted from this device.').waitFor();
  await telephone.reload();
  await card().getByText('There is no connection to the portal').waitFor();
  expect(await card().innerText()).not.toContain('Parauga');
});

test('who looked at the results stands among the looks at one’s data, with the reason', async () => {
  const page = await people.visitor({ address: program.address });
  await enterByJournal(page);
  await page.goto('/me/looks?who=own');
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
  expect(await page.getByRole('row').filter({ hasText: /Vidējā izglītība.*pamattermiņš/ }).innerText()).toMatch(/pamattermiņš\s+1\s+1\s+1/);
  await holdToStandards(page);
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
