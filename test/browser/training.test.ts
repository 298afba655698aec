import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoProgram } from '../setup/demo-program.js';
import { holdToStandards, type Window, withBrowser } from './browser.js';
import { ownProgram } from './own-program.js';

/** A program of its own: while a right waits, its user may not do what other journeys have them do. */
let program: DemoProgram;
beforeAll(async () => {
  program = await ownProgram();
});
afterAll(() => program?.stop());

const browser = withBrowser();
const people = { signedIn: (login: string, window: Window = {}) => browser.signedIn(login, { ...window, address: program.address }) };
const pageButton = (name: string) => ({ name, exact: true });

test('a school asks a course of its head: the right waits, the head takes the course with a mistake, takes it again, and may work', async () => {
  const administrator = await people.signedIn('iestades.administrators');
  await administrator.goto('/training/requirements');
  await administrator.getByRole('link', { name: 'Noteikt kursu lomai' }).click();
  await administrator.waitForURL(/\/new$/);
  await administrator.getByLabel('Kurss').selectOption({ label: 'Droša pierakstīšanās' });
  await administrator.getByLabel('Loma').selectOption({ label: 'Iestādes vadītājs' });
  await administrator.locator('input[name=from]').fill(await administrator.locator('input[name=from]').getAttribute('min').then((today) => today!));
  await administrator.getByRole('button', pageButton('Noteikt')).click();
  expect(await administrator.locator('.error-summary').count()).toBe(1);
  await holdToStandards(administrator);
  await administrator.getByLabel('Pamats').fill('Rīkojums par drošību');
  await administrator.getByRole('button', pageButton('Noteikt')).click();
  await administrator.waitForURL(/\/training\/requirements$/);
  const asked = administrator.locator('tbody tr', { hasText: 'Rīkojums par drošību' });
  const open = async () => /(\d+) no \d+/.exec(await asked.innerText())![1];
  const before = Number(await open());
  expect(before).toBeGreaterThan(0);

  const head = await people.signedIn('vaditajs', { narrow: true });
  expect((await head.goto('/training/register'))?.status()).toBe(403);
  await head.goto('/my/rights');
  await holdToStandards(head);
  expect(await head.locator('main').innerText()).toContain('gaida mācības');
  await head.getByRole('link', { name: 'Droša pierakstīšanās' }).click();
  await head.waitForURL(/\/training\/courses\//);
  await holdToStandards(head);

  await head.getByRole('button', { name: 'Sākt kursu' }).click();
  await head.waitForURL(/\/training\/attempts\//);
  await holdToStandards(head);
  await head.getByRole('button', { name: 'Tālāk' }).click();
  expect(await head.locator('.error-summary').count()).toBe(1);
  await holdToStandards(head);
  await head.getByLabel('Ļoti sarežģīta parole').check();
  await head.getByRole('button', { name: 'Tālāk' }).click();
  await head.waitForURL(/page=2$/);
  // Left here, and gone on with from the list of courses.
  await head.goto('/training');
  await holdToStandards(head);
  await head.getByRole('link', { name: 'Droša pierakstīšanās', exact: true }).last().click();
  await head.getByRole('button', { name: 'Turpināt' }).click();
  await head.waitForURL(/\/training\/attempts\//);
  await head.getByLabel('Nosaucu kodu').check();
  await head.getByRole('button', { name: 'Tālāk' }).click();
  await head.waitForURL(/page=3$/);
  await head.getByLabel('Sadaļā “Manas sesijas”').check();
  await head.getByRole('button', { name: 'Pabeigt kursu' }).click();
  await head.waitForURL(/\/result$/);
  await holdToStandards(head);
  expect(await head.locator('h1').innerText()).toBe('Kurss nav nokārtots');

  await head.getByRole('link', { name: 'Mēģināt vēlreiz' }).click();
  await head.getByRole('button', { name: 'Apgūt no jauna' }).click();
  await head.waitForURL(/\/training\/attempts\//);
  await head.getByLabel('Drošības atslēga vai piekļuves atslēga').check();
  await head.getByRole('button', { name: 'Tālāk' }).click();
  await head.waitForURL(/page=2$/);
  await head.getByLabel('Nesaku un beidzu sarunu').check();
  await head.getByLabel('Ziņoju par zvanu').check();
  await head.getByRole('button', { name: 'Tālāk' }).click();
  await head.waitForURL(/page=3$/);
  await head.getByLabel('Sadaļā “Manas sesijas”').check();
  await head.getByRole('button', { name: 'Pabeigt kursu' }).click();
  await head.waitForURL(/\/result$/);
  expect(await head.locator('h1').innerText()).toBe('Kurss nokārtots');
  expect(await head.locator('main').innerText()).toMatch(/Apliecība M-\d{6}/);

  await head.goto('/my/rights');
  expect(await head.locator('main').innerText()).not.toContain('gaida mācības');
  expect((await head.goto('/training/register'))?.status()).toBe(200);
  await administrator.reload();
  expect(await open()).toBe(String(before - 1));
  await asked.getByRole('button', { name: /Izbeigt/ }).click();
  await administrator.waitForURL(/\/training\/requirements$/);
  await administrator.goto('/training/register?words=vadonis');
  expect(await administrator.locator('tbody tr').count()).toBe(2);
});

test('a course is written, tried by someone else, and published', async () => {
  const writer = await people.signedIn('administrators');
  await writer.goto('/training/write/new');
  await writer.getByLabel('Nosaukums latviski').fill('Ugunsdrošība');
  await writer.getByLabel('Kursa teksts latviski').fill('# Lapa\n\n<b>Ne tā</b>\n\n## ? Jā?\n- [x] jā\n- [ ] nē\n\n> Tā.\n');
  await writer.getByRole('button', { name: 'Saglabāt' }).click();
  expect(await writer.locator('.error-summary').innerText()).toContain('3. rinda: HTML nav atļauts');
  await holdToStandards(writer);
  await writer.getByLabel('Kursa teksts latviski').fill('# Lapa\n\n**Tā gan**\n\n## ? Jā?\n- [x] jā\n- [ ] nē\n\n> Tā.\n');
  await writer.getByRole('button', { name: 'Saglabāt' }).click();
  await writer.waitForURL(/\/training\/write\/[0-9a-f-]{36}$/);
  await writer.getByRole('link', { name: /Izmēģināšana un publicēšana/ }).click();
  await writer.getByLabel('Lietotājvārds').fill('lietvedis');
  await writer.getByRole('button', { name: 'Uzaicināt' }).click();
  await writer.waitForURL(/\/trial$/);

  const tester = await people.signedIn('lietvedis');
  await tester.goto('/my/notices');
  await tester.goto('/training');
  await tester.getByRole('link', { name: 'Ugunsdrošība' }).click();
  await tester.waitForURL(/\/training\/drafts\//);
  await holdToStandards(tester);
  await tester.getByLabel('Derīgs').check();
  await tester.getByRole('button', { name: 'Iesniegt vērtējumu' }).click();
  await tester.waitForURL(/\/training$/);

  await writer.reload();
  await holdToStandards(writer);
  await writer.getByRole('button', pageButton('Publicēt')).click();
  await writer.waitForURL(/\/training\/write\/[0-9a-f-]{36}$/);
  await tester.goto('/training');
  expect(await tester.getByRole('link', { name: 'Ugunsdrošība' }).getAttribute('href')).toMatch(/^\/training\/courses\//);
});

test('an administrator sends someone to a full remote course, who waits and gets the seat that another gives up', async () => {
  const administrator = await people.signedIn('pasvaldibas.administrators');
  await administrator.goto('/training/remote');
  await administrator.getByRole('link', { name: 'Droša pierakstīšanās: attālināta nodarbība' }).click();
  await administrator.getByRole('link', { name: 'Deleģēt dalībnieku' }).click();
  await administrator.waitForURL(/\/delegate$/);
  await administrator.getByLabel('Meklēt pēc vārda').fill('Pilsnieks');
  await administrator.getByRole('button', { name: 'Atlasīt' }).click();
  await administrator.waitForURL(/words=Pilsnieks/);
  await administrator.getByLabel('Lietotājs').selectOption({ index: 1 });
  await administrator.getByRole('button', pageButton('Deleģēt')).click();
  expect(await administrator.locator('.error-summary').count()).toBe(1);
  await holdToStandards(administrator);
  await administrator.getByLabel('Telefons').check();
  await administrator.getByRole('button', pageButton('Deleģēt')).click();
  await administrator.waitForURL(/\/delegate/);
  const sendingTo = administrator.url();
  const row = (name: string) => administrator.locator('tbody tr', { hasText: name });
  expect(await row('Juris Pilsnieks').innerText()).toContain('gaida vietu');
  for (const name of ['Andris Vadonis', 'Inga Lietpratēja']) {
    await row(name).getByRole('link', { name: /Atsaukt/ }).click();
    await administrator.waitForURL(/\/withdraw$/);
    await holdToStandards(administrator);
    await administrator.getByRole('button', { name: 'Atsaukt dalību' }).click();
    await administrator.waitForURL(/\/training\/remote\/[0-9a-f-]{36}$/);
    await administrator.goto(sendingTo);
  }
  expect(await row('Juris Pilsnieks').innerText()).toContain('ir vieta');
  const organiser = await people.signedIn('administrators');
  await organiser.goto('/training/remote');
  await organiser.getByRole('link', { name: 'Droša pierakstīšanās: attālināta nodarbība' }).click();
  await organiser.getByRole('link', { name: 'Dalībnieki' }).click();
  await organiser.waitForURL(/\/participants$/);
  await holdToStandards(organiser);
  expect(await organiser.locator('tbody tr', { hasText: 'Juris Pilsnieks' }).innerText()).toContain('Telefons');
  const [file] = await Promise.all([organiser.waitForEvent('download'), organiser.locator('a[href*="format=xlsx"]').click()]);
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
});
