import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();
const SCHOOL = '/education/institutions/9900000001';

test('a secretary moves a pupil to another class, ends a membership for a reason, takes that back, and asks another school for a pupil', async () => {
  const secretary = await people.signedIn('lietvedis');
  await secretary.goto(SCHOOL);
  await secretary.getByRole('link', { name: '5.a', exact: true }).click();
  await secretary.waitForURL(/\/education\/classes\//);
  const name = (await secretary.locator('main tbody th').first().innerText()).trim();
  await secretary.locator('main tbody tr').first().getByRole('link', { name: 'Mainīt klasi' }).click();
  await secretary.waitForURL(/\/place$/);
  await secretary.getByRole('button', { name: 'Saglabāt' }).click();
  await holdToStandards(secretary);
  expect(await secretary.locator('.error-summary').innerText()).toContain('Jaunā klase');
  const ninth = (await secretary.getByLabel('Jaunā klase').locator('option', { hasText: /^9\.a/ }).getAttribute('value'))!;
  await secretary.getByLabel('Jaunā klase').selectOption(ninth);
  await secretary.getByRole('button', { name: 'Saglabāt' }).click();
  expect(await secretary.locator('.error-summary').innerText()).toContain('9.a ir cita (klase, 9. klašu grupa)');
  await holdToStandards(secretary);
  await secretary.getByLabel('Jā, izglītojamais tiešām pāriet uz šo klasi').check();
  await secretary.getByRole('button', { name: 'Saglabāt' }).click();
  await secretary.waitForURL(/\/education\/pupils\//);
  await secretary.getByRole('link', { name: 'Atsaukt kā kļūdainu 9.a' }).click();
  await secretary.waitForURL(/\/education\/placements\//);
  await holdToStandards(secretary);
  await secretary.getByLabel('Kādēļ labojat').fill('Kļūda');
  await secretary.getByRole('button', { name: 'Atsaukt kļūdainu klasi' }).click();
  await secretary.waitForURL(/\/education\/pupils\//);
  expect(await secretary.locator('h1').innerText()).toBe(name);
  await holdToStandards(secretary);

  await secretary.getByRole('link', { name: 'Izbeigt', exact: true }).click();
  await secretary.getByLabel('Cits iemesls').check();
  await secretary.getByRole('button', { name: 'Izbeigt piederību' }).click();
  expect(await secretary.locator('.error-summary').innerText()).toContain('komentāru');
  await holdToStandards(secretary);
  await secretary.getByLabel('Komentārs').fill('Izmēģinājums');
  await secretary.getByRole('button', { name: 'Izbeigt piederību' }).click();
  await secretary.waitForURL(/\/education\/pupils\//);
  await secretary.getByRole('link', { name: 'Atcelt izbeigšanu' }).click();
  await secretary.getByLabel('Kādēļ labojat').fill('Bērns paliek');
  await secretary.getByRole('button', { name: 'Atcelt izbeigšanu' }).click();
  await secretary.waitForURL(/\/education\/pupils\//);
  expect(await secretary.locator('main').innerText()).toContain('Kas reģistrā bija iepriekš');

  await secretary.goto(`${SCHOOL}/transfers/ask`);
  await secretary.getByLabel('Personas kods', { exact: true }).fill('411028-83858');
  await secretary.getByLabel('Uzvārds').fill('Paraugs');
  await secretary.getByLabel('Izglītības programma').selectOption('21011111');
  await secretary.getByLabel('Pirmā diena jaunajā iestādē').fill(await today(secretary));
  await secretary.getByRole('button', { name: 'Nosūtīt lūgumu' }).click();
  await secretary.waitForURL(/\/education\/transfers\//);
  await holdToStandards(secretary);
  expect(await secretary.locator('main').innerText()).toContain('gaida atbildi');
  expect(await secretary.getByRole('button', { name: 'Piekrist' }).count()).toBe(0);
  await secretary.getByRole('button', { name: 'Atsaukt lūgumu' }).click();
  await expect.poll(() => secretary.locator('main').innerText()).toContain('atsaukts');
});

test('a secretary exempts a learner from a subject, is told of a mistake beside its field, ends the exemption, and takes a wrong one back', async () => {
  const secretary = await people.signedIn('lietvedis');
  await secretary.goto(SCHOOL);
  await secretary.getByRole('link', { name: '6.a', exact: true }).click();
  await secretary.waitForURL(/\/education\/classes\//);
  await secretary.locator('main tbody').first().locator('th a').last().click();
  await secretary.waitForURL(/\/education\/pupils\//);
  const card = secretary.url();
  await secretary.getByRole('link', { name: 'Atbrīvot no priekšmeta' }).click();
  await secretary.getByLabel('Mācību priekšmets').selectOption({ label: 'Vizuālā māksla' });
  await secretary.getByLabel('Pēdējā diena').fill('2000-01-01');
  await secretary.getByLabel('Pamatojums').fill('Ārsta izziņa Nr. 12');
  await secretary.getByRole('button', { name: 'Saglabāt' }).click();
  expect(await secretary.locator('.error-summary').innerText()).toContain('pēdējā diena ir pirms pirmās');
  await holdToStandards(secretary);
  await secretary.getByLabel('Pēdējā diena').fill('');
  await secretary.getByRole('button', { name: 'Saglabāt' }).click();
  await secretary.waitForURL(card);
  expect(await secretary.locator('main').innerText()).toContain('Ārsta izziņa Nr. 12');
  await holdToStandards(secretary);
  await secretary.goto(`${SCHOOL}/exemptions`);
  await holdToStandards(secretary);
  await secretary.goto(card);
  await secretary.getByRole('link', { name: /^Labot vai izbeigt.*Vizuālā māksla/ }).click();
  await secretary.waitForURL(/\/education\/exemptions\//);
  await holdToStandards(secretary);
  await secretary.getByText('Šāda atbrīvojuma nekad nav bijis').click();
  await secretary.getByRole('link', { name: 'Atsaukt kļūdainu atbrīvojumu' }).click();
  await secretary.waitForURL(/\/withdraw$/);
  await holdToStandards(secretary);
  await secretary.getByLabel('Kādēļ labojat').fill('Cits bērns');
  await secretary.getByRole('button', { name: 'Atsaukt kļūdainu atbrīvojumu' }).click();
  await secretary.waitForURL(card);
  expect(await secretary.locator('main').innerText()).toContain('Kas par atbrīvojumiem reģistrā bija iepriekš');
});

test('a secretary prepares the end of the year, decides for one pupil from the row, and for a class after seeing what it changes', async () => {
  const secretary = await people.signedIn('lietvedis');
  await secretary.goto(`${SCHOOL}/year-end`);
  await secretary.getByRole('button', { name: /Sagatavot/ }).click();
  await secretary.waitForURL(/\/year-end$/);
  await holdToStandards(secretary);
  await secretary.getByRole('link', { name: /^Mainīt lēmumu/ }).first().click();
  await secretary.waitForURL(/\/year-end\/pupils\//);
  await holdToStandards(secretary);
  await secretary.getByLabel('Lēmums').selectOption('promote');
  await secretary.getByLabel('Nākamā gada klase').selectOption('');
  await secretary.getByRole('button', { name: 'Saglabāt' }).click();
  expect(await secretary.locator('.error-summary').innerText()).toContain('Iespējamās: 2.a');
  await secretary.getByLabel('Nākamā gada klase').selectOption('2.a');
  await secretary.getByRole('button', { name: 'Saglabāt' }).click();
  await secretary.waitForURL(/\/year-end$/);

  await secretary.getByRole('link', { name: /^Viens lēmums visai klasei/ }).first().click();
  await secretary.waitForURL(/\/year-end\/classes\//);
  await secretary.getByLabel('Lēmums').selectOption('promote');
  await secretary.getByLabel('Nākamā gada klase').selectOption('2.a');
  await secretary.getByRole('button', { name: 'Rādīt, kas mainīsies' }).click();
  await secretary.getByRole('button', { name: 'Saglabāt šīs izmaiņas' }).waitFor();
  await holdToStandards(secretary);
  await secretary.getByRole('button', { name: 'Saglabāt šīs izmaiņas' }).click();
  await secretary.waitForURL(/\/year-end$/);
  expect(await secretary.locator('main').innerText()).toContain('Pārceļ → 2.a');
});

test('what is wrong with a personal code is said in the search and at enrolment', async () => {
  const secretary = await people.signedIn('lietvedis');
  await secretary.goto('/education/pupils');
  await secretary.getByLabel('Personas kods').fill('123');
  await secretary.getByRole('button', { name: 'Meklēt' }).last().click();
  await expect.poll(() => secretary.locator('.error-summary').innerText()).toContain('tajā ir 11 cipari');
  await secretary.goto(`${SCHOOL}/enrol`);
  await secretary.getByLabel('Personas kods', { exact: true }).fill('310275-19997');
  await secretary.getByRole('button', { name: 'Uzņemt' }).click();
  await expect.poll(() => secretary.locator('.error-summary').innerText()).toContain('nav derīga dzimšanas diena');
});

/** The program's own today, as a form suggests it. */
async function today(page: Awaited<ReturnType<typeof people.signedIn>>): Promise<string> {
  const form = await (await page.request.get(`${SCHOOL}/enrol`)).text();
  return /name="from"[^>]*value="(\d{4}-\d{2}-\d{2})"|value="(\d{4}-\d{2}-\d{2})"[^>]*name="from"/.exec(form)!.slice(1).find(Boolean)!;
}
