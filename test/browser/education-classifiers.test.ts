import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoProgram } from '../setup/demo-program.js';
import { holdToStandards, type Window, withBrowser } from './browser.js';
import { ownProgram } from './own-program.js';

/** A program of its own: the subjects taken over here end those that other journeys see. */
let program: DemoProgram;
beforeAll(async () => {
  program = await ownProgram();
});
afterAll(() => program?.stop());

const browser = withBrowser();
const signedIn = (login: string, window: Window = {}) => browser.signedIn(login, { ...window, address: program.address });

const SUBJECTS = 'Macibu_prieksmeta_ID,Macibu_prieksmeta_nosaukums,OCE_indeksacijai\n12,Matemātika,1\nx,Mūzika,1\n';
const COURSES = 'Macibu_prieksmeta_ID,Macibu_prieksmeta_kursa_nosaukums,Kursa_veids,Autoriba,Macibu_joma\n12,Matemātika I,Optimālais,Standarta kurss,Matemātikas joma\n';

test('the administrator of the register reads subjects in, sees what would change, takes it over, and finds the new subject', async () => {
  const keeper = await signedIn('klasifikatori');
  await keeper.goto('/education/subjects');
  await keeper.getByRole('link', { name: 'Pārņemt no datu portāla datnēm' }).click();
  await keeper.getByRole('button', { name: 'Salīdzināt' }).click();
  expect(await keeper.locator('.error-summary').innerText()).toContain('pievienojiet vismaz vienu datni');
  await holdToStandards(keeper);
  const file = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await keeper.locator('input[name=subjects]').setInputFiles(file('prieksmeti.csv', SUBJECTS));
  await keeper.locator('input[name=courses]').setInputFiles(file('kursi.csv', COURSES));
  await keeper.getByRole('button', { name: 'Salīdzināt' }).click();
  await keeper.waitForURL(/\/education\/subjects\/import\/[0-9a-f-]{36}$/);
  expect(await keeper.locator('main').innerText()).toMatch(/Jauni priekšmeti \(1\)/);
  expect(await keeper.locator('main').innerText()).toMatch(/3\. rinda: identifikators nav skaitlis/);
  await holdToStandards(keeper);
  const phone = await signedIn('klasifikatori', { narrow: true, lang: 'en' });
  await phone.goto(new URL(keeper.url()).pathname);
  await holdToStandards(phone);
  await keeper.getByRole('button', { name: /Pārņemt izmaiņas/ }).click();
  await keeper.waitForURL(/\/education\/subjects$/);
  await keeper.goto('/education/subjects/12');
  expect(await keeper.locator('main').innerText()).toMatch(/Matemātikas joma[\s\S]*Matemātika I[\s\S]*optimālais/);
});

test('a corrected end of the year moves the deadline that everyone sees, with the words why', async () => {
  const keeper = await signedIn('klasifikatori');
  await keeper.goto('/education/years/2026/ends?grades=9');
  expect(await keeper.locator('input[name=grades]:checked').count()).toBe(1);
  await keeper.locator('input[name=endsOn]').fill('2027-06-10');
  await keeper.getByRole('button', { name: 'Saglabāt' }).click();
  expect(await keeper.locator('.error-summary').count()).toBe(1);
  await keeper.locator('textarea[name=source]').fill('MK noteikumi Nr. 1');
  await keeper.getByRole('button', { name: 'Saglabāt' }).click();
  await keeper.waitForURL(/\/education\/years\/2026$/);
  await holdToStandards(keeper);
  const visitor = await browser.visitor({ address: program.address });
  await visitor.goto('/education/years/2026');
  const row = visitor.locator('tbody tr', { hasText: 'Gada vērtējumi (9. klase)' });
  expect(await row.innerText()).toContain('14.06.2027.');
  await row.locator('summary').click();
  expect(await row.innerText()).toMatch(/Mācību gads šajā klasē beidzas 10\.06\.2027\./);
});

test('a registrar registers a licence, corrects it and takes it back, and the page of the institution leads there', async () => {
  const registrar = await signedIn('registrators', { narrow: true });
  await registrar.goto('/institutions/9900000004');
  await registrar.getByRole('link', { name: 'Licencētās izglītības programmas' }).click();
  await registrar.getByRole('link', { name: 'Reģistrēt licenci' }).click();
  await holdToStandards(registrar);
  await registrar.locator('select[name=programmeCode]').selectOption('31016014');
  await registrar.locator('input[name=licenceNr]').fill('V-9001');
  await registrar.getByRole('button', { name: 'Saglabāt' }).click();
  await registrar.waitForURL(/\/licences$/);
  const row = registrar.locator('tbody tr', { hasText: 'V-9001' });
  await row.getByRole('link', { name: 'Labot' }).click();
  await holdToStandards(registrar);
  await registrar.locator('input[name=to]').fill('2020-01-01');
  await registrar.getByRole('button', { name: 'Saglabāt' }).click();
  expect(await registrar.locator('.error-summary').innerText()).toContain('ne agrāk par sākumu');
  await holdToStandards(registrar);
  await registrar.getByRole('link', { name: 'Šādas licences nekad nav bijis' }).click();
  await holdToStandards(registrar);
  await registrar.locator('textarea[name=why]').fill('Ierakstīta citai iestādei');
  await registrar.getByRole('button', { name: 'Atsaukt' }).click();
  await registrar.waitForURL(/\/licences$/);
  await holdToStandards(registrar);
  expect(await registrar.locator('main').innerText()).toMatch(/Kas bija ierakstīts iepriekš[\s\S]*V-9001/);
});
