import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

test('a class’s template is fetched, filled, seen before it is taken, and taken', async () => {
  const page = await people.signedIn('lietvedis');
  await page.goto('/marks/grids');
  await page.getByRole('link', { name: 'Excel veidne 8.a' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '1. semestris' }).click()]);
  expect(download.suggestedFilename()).toBe('8.a 1. semestris.xlsx');
  const { sheets } = await readXlsx(await readFile(await download.path()));
  const rows = sheets[0]!.rows.map((row) => [...row]);
  const empty = rows.slice(2).flatMap((row, at) => rows[1]!.flatMap((code, column) => (column > 1 && code && (row[column] ?? '') === '' ? [{ row: at + 2, column }] : [])));
  expect(empty.length).toBeGreaterThan(3);
  const [good, bad] = empty;
  rows[good!.row]![good!.column] = 8;
  rows[bad!.row]![bad!.column] = 11;
  const filled = Buffer.from(await writeXlsx({ sheets: [{ name: sheets[0]!.name, rows }] }));

  // A wrong file loses nothing: the class stays, and what to do stands beside the field.
  await page.locator('input[type=file]').setInputFiles({ name: '8.a.txt', mimeType: 'text/plain', buffer: Buffer.from('8, 9, 10') });
  await page.getByRole('button', { name: 'Pārbaudīt' }).press('Enter');
  expect(await page.locator('#f-file-error').innerText()).toContain('Saglabājiet to kā .xlsx bez paroles');
  expect(await page.getByRole('link', { name: '1. semestris' }).count()).toBe(1);
  await holdToStandards(page);
  await page.locator('input[type=file]').setInputFiles({ name: '8.a.xlsx', mimeType: 'application/octet-stream', buffer: filled });
  await page.getByRole('button', { name: 'Pārbaudīt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Klase 8.a: kas mainīsies' }).waitFor();
  await holdToStandards(page);
  expect(await page.getByText('“11” 8. klasē nevar likt').count()).toBe(1);
  const refused = page.getByRole('table', { name: 'Šūnas, ko nevar pieņemt' });
  expect(await refused.getByRole('cell', { name: '10 vai 9', exact: true }).count()).toBe(1);
  await page.getByRole('button', { name: 'Pieņemt (1)' }).click();
  await page.getByRole('heading', { level: 1, name: 'Klase 8.a: pieņemts' }).waitFor();
  expect(await page.getByRole('table', { name: 'Kas mainījās' }).count()).toBe(1);
  await page.getByRole('link', { name: 'Atvērt klases tabulu' }).click();
  expect(await page.locator(`#f-c${good!.row - 2}-${good!.column - 2}`).inputValue()).toBe('8');
  // What was taken is shown once; its address leads back to the classes.
  await page.goto('/marks/template/take');
  expect(new URL(page.url()).pathname).toBe('/marks/grids');
});

test('what a file says otherwise than the school entered is compared with the register, and taken as a correction with a reason', async () => {
  const parent = await people.signedIn('iedzivotajs');
  await parent.goto('/my/marks');
  // The children of this parent are left alone: another journey corrects their marks.
  const children = await parent.content();
  const page = await people.signedIn('lietvedis');
  await page.goto('/marks/grids');
  await page.getByRole('link', { name: 'Excel veidne 4.a' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '1. semestris' }).click()]);
  const { sheets } = await readXlsx(await readFile(await download.path()));
  const rows = sheets[0]!.rows.map((row) => [...row]);
  const isEntered = (value: unknown, column: number) => column > 1 && /^\d+$/.test(String(value ?? ''));
  const line = rows.findLast((row, at) => at > 1 && row[0] && !children.includes(String(row[0])) && row.some(isEntered))!;
  const [entered, empty] = [line.findIndex(isEntered), rows[1]!.findIndex((code, column) => column > 1 && code && (line[column] ?? '') === '')];
  const was = String(line[entered]);
  const sent = was === '6' ? '7' : '6';
  line[entered] = Number(sent);
  line[empty] = 8;
  await page.locator('input[type=file]').setInputFiles({ name: '4.a.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await writeXlsx({ sheets: [{ name: sheets[0]!.name, rows }] })) });
  await page.getByRole('button', { name: 'Pārbaudīt' }).click();
  await page.getByRole('button', { name: 'Pieņemt (1)' }).click();
  await page.getByRole('heading', { level: 1, name: 'Klase 4.a: pieņemts' }).waitFor();

  await page.goto('/intake/batches?regNr=9900000001&troubled=yes');
  // The newest of the files that is no trial.
  for (const href of await page.locator('main tbody a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!).filter((to) => to.startsWith('/intake/batches/')))) {
    await page.goto(`${href}/answers?code=VI-208`);
    if ((await page.getByRole('link', { name: 'Salīdzināt un izlemt' }).count()) > 0) break;
  }
  await holdToStandards(page);
  const record = (await page.getByRole('link', { name: 'Atvērt ierakstu reģistrā' }).first().getAttribute('href'))!;
  await page.getByRole('link', { name: 'Salīdzināt un izlemt' }).first().press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Nosūtītā vērtība un reģistra vērtība' }).waitFor();
  await holdToStandards(page);
  expect((await page.locator('main dd strong').allInnerTexts()).map((words) => words.trim())).toEqual([was, sent]);
  await page.getByRole('button', { name: `Pieņemt nosūtīto (${sent})` }).click();
  expect(await page.locator('.error-summary').innerText()).toContain('Iemesls');
  await holdToStandards(page);
  await page.getByLabel('Iemesls').fill('Skolotāja pārskatījusi darbus');
  await page.getByRole('button', { name: `Pieņemt nosūtīto (${sent})` }).click();
  await page.getByText('reģistrā tagad ir nosūtītā vērtība').waitFor();
  await page.getByRole('row').filter({ hasText: 'nokārtota' }).first().waitFor();
  await holdToStandards(page);
  await page.goto(record);
  expect(new URL(page.url()).pathname).toMatch(/^\/marks\/records\/mark\//);
  expect(await page.locator('main').innerText()).toContain('Skolotāja pārskatījusi darbus');
});
