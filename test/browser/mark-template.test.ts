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

  await page.locator('input[type=file]').setInputFiles({ name: '8.a.xlsx', mimeType: 'application/octet-stream', buffer: filled });
  await page.getByRole('button', { name: 'Pārbaudīt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Klase 8.a: kas mainīsies' }).waitFor();
  await holdToStandards(page);
  expect(await page.getByText('“11” 8. klasē nevar likt').count()).toBe(1);
  await page.getByRole('button', { name: 'Pieņemt (1)' }).click();
  await page.getByRole('heading', { level: 1, name: 'Klase 8.a: pieņemts' }).waitFor();
  await page.getByRole('link', { name: 'Atvērt klases tabulu' }).click();
  expect(await page.locator(`#f-c${good!.row - 2}-${good!.column - 2}`).inputValue()).toBe('8');
  // What was taken is shown once; its address leads back to the classes.
  await page.goto('/marks/template/take');
  expect(new URL(page.url()).pathname).toBe('/marks/grids');
});
