import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();
const SCHOOL = '/exams/institutions/9900000001';

test('a superuser registers grade 9, confirms the list under codes, exempts someone by an order, takes that back, and seats everybody', async () => {
  const superuser = await people.signedIn('virslietotajs');
  await superuser.goto('/exams');
  expect(new URL(superuser.url()).pathname).toBe(SCHOOL);
  await holdToStandards(superuser);
  const exam = superuser.getByRole('row').filter({ hasText: 'Monitoringa darbs angļu valodā' });
  await exam.getByRole('link', { name: 'Reģistrēt' }).click();
  await superuser.waitForURL(/\/register\//);
  await holdToStandards(superuser);
  const boxes = superuser.locator('main input[type=checkbox]');
  expect(await boxes.count()).toBe(15);
  for (let at = 3; at < 15; at += 1) await boxes.nth(at).uncheck();
  await superuser.getByRole('button', { name: 'Reģistrēt' }).click();
  await superuser.waitForURL(/\/exams\/sittings\//);
  expect(await superuser.locator('main tbody tr').count()).toBe(3);
  await superuser.getByRole('button', { name: 'Apstiprināt sarakstu (3)' }).click();
  await superuser.waitForURL(/tab=takers/);
  await holdToStandards(superuser);
  expect(await superuser.locator('main').innerText()).toMatch(/\b\d{12}\b/);
  const file = await superuser.request.get((await superuser.locator('main a[href*="/export"]').first().getAttribute('href'))!);
  expect([file.status(), file.headers()['content-disposition']]).toEqual([200, expect.stringContaining('attachment')]);

  await superuser.locator('main tbody th a').first().click();
  await superuser.waitForURL(/\/exams\/entries\//);
  const name = await superuser.locator('h1').innerText();
  await superuser.getByRole('link', { name: 'Atbrīvojums' }).click();
  await superuser.getByRole('button', { name: 'Saglabāt' }).click();
  expect(await superuser.locator('.error-summary').innerText()).toContain('Rīkojuma numurs');
  await holdToStandards(superuser);
  await superuser.getByLabel('Speciālista vai ārstu konsīlija izraksts').check();
  await superuser.getByLabel('Rīkojuma numurs').fill('1-9/14');
  await superuser.getByRole('button', { name: 'Saglabāt' }).click();
  await superuser.waitForURL(/\/exams\/entries\/[0-9a-f-]+$/);
  expect(await superuser.locator('main').innerText()).toContain('1-9/14');
  await superuser.getByRole('link', { name: 'Atsaukt Atbrīvojums' }).click();
  await holdToStandards(superuser);
  await superuser.getByLabel('Iemesls').fill('Rīkojums atcelts');
  await superuser.getByRole('button', { name: 'Atsaukt' }).click();
  await superuser.waitForURL(/\/exams\/entries\/[0-9a-f-]+$/);
  expect([await superuser.locator('h1').innerText(), (await superuser.locator('main').innerText()).includes('Rīkojums atcelts')]).toEqual([name, true]);

  await superuser.locator('nav[aria-label] a', { hasText: 'Monitoringa darbs angļu valodā' }).click();
  await superuser.getByRole('link', { name: /Sadalījums telpās/ }).click();
  await superuser.getByRole('link', { name: 'Pievienot telpu' }).click();
  await superuser.getByLabel('Telpas nosaukums').fill('204. kabinets');
  await superuser.getByRole('button', { name: 'Saglabāt' }).click();
  await superuser.getByRole('button', { name: 'Sadalīt visus telpās' }).click();
  await expect.poll(() => superuser.locator('main').innerText()).toContain('Nosēdināti kārtotāji: 3.');
  await holdToStandards(superuser);
});

test('the exam manager looks with a reason that stays on the page, and a machine reads the same by the API', async () => {
  const manager = await people.signedIn('eksameni');
  await manager.goto('/exams/institutions/9900000004?year=2025');
  await manager.getByRole('link', { name: 'Eksāmens angļu valodā optimālajā līmenī' }).first().click();
  await holdToStandards(manager);
  expect(await manager.locator('h1').innerText()).toBe('Kādēļ skatāties šos datus?');
  await manager.getByLabel('Iemesls').selectOption({ index: 1 });
  await manager.getByRole('button', { name: 'Atvērt' }).click();
  await expect.poll(() => manager.locator('main tbody tr').count()).toBe(16);
  await manager.getByRole('link', { name: /Ar starptautisko sertifikātu/ }).click();
  await expect.poll(() => manager.locator('[aria-current=page]').last().innerText()).toContain('Ar starptautisko');
  expect(await manager.locator('h1').innerText()).toContain('Eksāmens angļu valodā');
  const id = /sittings\/([0-9a-f-]{36})/.exec(manager.url())![1];
  const answer = await manager.request.get(`/api/exams/sittings/${id}?tab=registered`, { headers: { 'x-reason': 'education' } });
  expect([answer.status(), (await answer.json()).entries.length]).toEqual([200, 16]);
});

test('two of the agency set and confirm when results are published, the school sees until then only from when, and takes a file of last year’s', async () => {
  const manager = await people.signedIn('eksameni');
  await manager.goto('/exams/results/publications/2026/secondary/extra');
  await manager.getByRole('button', { name: 'Saglabāt' }).click();
  expect(await manager.locator('.error-summary').innerText()).toContain('Tiesiskais pamats');
  await holdToStandards(manager);
  await manager.locator('input[name=on]').fill('2027-07-05');
  await manager.locator('textarea[name=basis]').fill('Izdomāts rīkojums Nr. 5');
  await manager.getByRole('button', { name: 'Saglabāt' }).click();
  await manager.waitForURL(/publications\?year=2026/);
  expect(await manager.locator('main').innerText()).toContain('Gaida apstiprinājumu: 05.07.2027. 09:00');
  expect(await manager.locator('main').innerText()).toContain('To apstiprina kāds cits. To var izdarīt: ');
  expect(await manager.getByRole('link', { name: 'Apstiprināt' }).count()).toBe(0);

  const head = await people.signedIn('eksamenuvaditajs');
  await head.goto('/');
  await head.getByRole('link', { name: 'Rezultātu paziņošana, kas jāapstiprina' }).click();
  await holdToStandards(head);
  await head.getByRole('link', { name: 'Apstiprināt', exact: true }).click();
  await holdToStandards(head);
  await head.getByRole('button', { name: 'Apstiprināt' }).click();
  await expect.poll(() => head.locator('main').innerText()).toContain('apstiprināja Valdis Apstiprins');
  await head.getByRole('button', { name: 'Atsaukt' }).click();
  await expect.poll(() => head.locator('main').innerText()).toContain('Paziņošanas brīdis atsaukts.');

  const school = await people.signedIn('virslietotajs');
  await school.goto('/exams');
  await school.goto(`${new URL(school.url()).pathname}?year=2025`);
  await school.getByRole('link', { name: 'Eksāmens matemātikā 9. klasei' }).first().click();
  await school.waitForURL(/\/exams\/sittings\//);
  await school.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', 'yes')));
  await school.getByRole('button', { name: 'Drukāt' }).click();
  expect(await school.locator('body').getAttribute('data-printed')).toBe('yes');
  await school.getByRole('link', { name: 'Lejupielādēt sertifikātus' }).click();
  await school.getByRole('link', { name: 'Norise un kārtotāji' }).click();
  await school.getByRole('link', { name: 'Rezultāti' }).click();
  await holdToStandards(school);
  expect(await school.locator('main').innerText()).toMatch(/Slieksnis sasniegts|Zem sliekšņa/);
  const file = await school.request.get((await school.locator('main a[href*="/results/export"]').first().getAttribute('href'))!);
  expect([file.status(), file.headers()['content-disposition']]).toEqual([200, expect.stringContaining('attachment')]);
});

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');

test('a school brings in scans by codes and is answered for each, an assessor reads a work page by page, the commission of an appeal the contested one', async () => {
  const superuser = await people.signedIn('virslietotajs');
  await superuser.goto(`${SCHOOL}?year=2025`);
  await superuser.locator('main a[href*="/exams/sittings/"]').first().click();
  await superuser.waitForURL(/\/exams\/sittings\//);
  await superuser.getByRole('link', { name: 'Darbu skenējumi' }).click();
  await superuser.waitForURL(/\/scans$/);
  const code = await superuser.locator('main tbody th').first().innerText();
  await superuser.getByLabel('Skenējumu datnes').setInputFiles(['Anna.png', `${code}.png`].map((name) => ({ name, mimeType: 'image/png', buffer: PICTURE })));
  await superuser.getByRole('button', { name: 'Ielādēt skenējumus' }).click();
  await superuser.getByRole('heading', { name: 'Kas notika ar datnēm' }).waitFor();
  await holdToStandards(superuser);
  expect(await superuser.locator('main tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/Anna\.png\s+Nosaukums nav darba kods/), expect.stringMatching(new RegExp(`${code}\\.png\\s+Pieņemts`))]);
  await superuser.getByRole('link', { name: 'Atpakaļ uz darbu sarakstu' }).click();
  expect(await superuser.locator('main tbody').innerText()).not.toContain(code);

  const seen = (page: typeof superuser) => expect.poll(() => page.locator('.sheet img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalHeight > 1_000)), { timeout: 20_000 }).toEqual([true, true]);
  const assessor = await people.signedIn('vertetajs');
  await assessor.goto('/exams/assessment');
  await assessor.locator('main a[href^="/exams/assessment/"]').first().click();
  await seen(assessor);
  await assessor.getByRole('link', { name: '2. lapa no 2' }).click();
  expect(new URL(assessor.url()).hash).toBe('#sheet-2');
  await assessor.getByRole('link', { name: 'Atvērt 2. lapu atsevišķi' }).click();
  await assessor.waitForURL(/\/pages\/2$/);

  const agency = await people.signedIn('eksameni');
  await agency.goto('/exams/appeals?reason=education');
  await agency.locator('main tbody a').first().click();
  await agency.getByRole('button', { name: /^Pievienot komisijai.*Rita Pārbaudmane/ }).click();
  await agency.locator('main a[href*="/works/1"]').click();
  await seen(agency);
  await holdToStandards(agency);
});
