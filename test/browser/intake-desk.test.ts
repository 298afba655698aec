import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

/** One of the names that wait on the desk of the demonstration's school; other journeys leave it alone. */
const NAME = 'Programmēšana un datorika';

test('a head finds what waits from the start page, matches a name by one press, and the marks are taken at once', async () => {
  const page = await people.signedIn('vaditajs');
  await page.goto('/');
  await page.getByRole('link', { name: /E-žurnālu nosaukumi, kas jāsaskaņo/ }).click();
  await page.waitForURL(/\/intake\/mapping/);
  await holdToStandards(page);
  const line = page.locator('main tbody tr', { hasText: NAME });
  const rows = Number(await line.locator('td.num').first().innerText());
  expect(rows).toBeGreaterThan(5);
  // What is not the likeliest is asked about once more, and nothing is matched by that.
  await line.getByRole('button').nth(1).press('Enter');
  await page.getByRole('heading', { level: 1, name: new RegExp(`Vai “${NAME}” tiešām ir`) }).waitFor();
  await holdToStandards(page);
  await page.getByRole('link', { name: 'Atpakaļ pie nosaukumiem' }).click();
  await line.getByRole('button').first().press('Enter');
  await page.waitForLoadState();
  await holdToStandards(page);
  // Every row that waited on this line is accounted for: taken, or told that it was not (the made-up journals of another journey may send the same marks).
  const told = await page.locator('main .notice-success').innerText();
  const [, taken, left = '0'] = /(?:rindas: |pieņemtas )(\d+)(?:, nav pieņemtas (\d+))?\.$/.exec(told.trim())!;
  expect(Number(taken) + Number(left)).toBe(rows);
  expect(await page.locator('main h2').allInnerTexts()).toContain('Jau saskaņotie nosaukumi');

  const known = page.locator('main tbody tr', { hasText: NAME });
  await known.getByRole('link', { name: 'Atsaukt' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: `Vai atsaukt “${NAME}” atbilstību?` }).waitFor();
  await holdToStandards(page);
  expect(await page.locator('main').innerText()).toMatch(/pieņemts: \d+\srind/);
  await page.getByRole('link', { name: 'Neatsaukt' }).click();
  await known.getByRole('link', { name: 'Atsaukt' }).click();
  await page.getByRole('button', { name: 'Atsaukt' }).press('Enter');
  await page.getByText(`“${NAME}” atbilstība atsaukta.`).waitFor();
  expect(await known.count()).toBe(0);

  await page.goto('/intake/batches?regNr=9900000001');
  await page.locator('main tbody tr', { hasText: 'Vērtējumi' }).last().getByRole('link').click();
  await page.waitForLoadState();
  await holdToStandards(page);
  expect(await page.locator('main').innerText()).toMatch(/nokārtota/);
});

test('on a phone, without script, in English: the troubles lead to the name, and “none fits” asks why', async () => {
  const page = await people.signedIn('lietvedis', { narrow: true, script: false, lang: 'en' });
  await page.goto('/intake/troubles');
  await page.goto((await page.locator('main .card a').first().getAttribute('href'))!);
  await page.goto((await page.locator('main a', { hasText: 'None fits' }).first().getAttribute('href'))!);
  await page.locator('main form button').click();
  expect(await page.content()).toContain('Write why');
});
