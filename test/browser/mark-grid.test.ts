import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();

/** The grid of one of the teacher's classes, found as the teacher finds it. */
async function openGrid(page: Page, title: string): Promise<void> {
  await page.goto('/marks/grids');
  await page.getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: `Ievade klasei ${title}` }).waitFor();
}

/** The cells of a subject that nobody has marked before: every class of the teacher has them, and every test its own class. */
const cellsOf = async (page: Page): Promise<Locator> => {
  const headers = await page.locator('th[data-column]').allTextContents();
  const at = headers.findIndex((words) => words.includes('Teātra māksla'));
  return page.locator(`tbody tr td:nth-child(${at + 2}) input.cell`);
};
const saved = (page: Page) => page.locator('[data-grid-state]', { hasText: 'Viss saglabāts' }).waitFor();
const valuesOf = (cells: Locator, count: number) => Promise.all(Array.from({ length: count }, (_, at) => cells.nth(at).inputValue()));

/** How much the page says is entered. */
const enteredIn = async (page: Page): Promise<number> => Number.parseInt((await page.locator('[data-grid-count]').innerText()).replace('Ievadīts ', ''), 10);

const paste = (cell: Locator, text: string) =>
  cell.evaluate((field, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

describe('a teacher fills the grid of a class', () => {
  test('by the keyboard as in a spreadsheet, and finds everything saved', async () => {
    const page = await people.signedIn('skolotajs');
    await openGrid(page, '5.a');
    await holdToStandards(page);
    const cells = await cellsOf(page);
    await cells.first().focus();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.keyboard.type('NV');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('10');
    await page.keyboard.press('ArrowUp');
    await saved(page);
    await page.reload();
    expect(await valuesOf(await cellsOf(page), 3)).toEqual(['7', 'nv', '10']);
  });

  test('chooses everything and types: the one cell is saved or refused as ever, and the others stay', async () => {
    const page = await people.signedIn('skolotajs');
    await openGrid(page, '5.a');
    const cells = await cellsOf(page);
    await cells.nth(5).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('33');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('11');
    await page.keyboard.press('Enter');
    expect(await cells.nth(6).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await cells.nth(5).getAttribute('aria-invalid')).toBe('true');
    const state = page.locator('[data-grid-state].is-bad', { hasText: 'Nav saglabātas šūnas: 1' });
    await state.waitFor();
    await cells.nth(5).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    await saved(page);
    // What no key says – a menu, something dropped – is noticed by what it does to the field.
    await cells.nth(7).evaluate((field: HTMLInputElement) => {
      field.value = 'Atb.';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromDrop' }));
    });
    await cells.nth(6).focus();
    await cells.nth(8).focus();
    await page.locator('td.is-saved').first().waitFor();
    await saved(page);
    await page.reload();
    const after = await cellsOf(page);
    expect([await after.nth(5).inputValue(), await after.nth(7).inputValue()]).toEqual(['3', 'atb']);
  });

  test('pastes a column from a spreadsheet, sees what cannot stand there, and undoes it in one step', async () => {
    const page = await people.signedIn('skolotajs');
    await openGrid(page, '5.b');
    const cells = await cellsOf(page);
    const before = await valuesOf(cells, 3);
    const counted = await enteredIn(page);
    await cells.first().focus();
    await paste(cells.first(), '8\r\n11\r\n9\r\n');
    await page.locator('[data-grid-messages] li', { hasText: '“11” šeit nevar būt' }).waitFor();
    expect(await cells.nth(1).getAttribute('aria-invalid')).toBe('true');
    await page.locator('td.is-saved').nth(1).waitFor();
    // What cannot stand there is not counted as entered; its note leaves the cells below free to type in.
    await expect.poll(() => enteredIn(page)).toBe(counted + 2);
    await cells.nth(1).focus();
    const [note, below] = [await page.locator('.cell-why').boundingBox(), await cells.nth(2).boundingBox()];
    expect(note!.y + note!.height).toBeLessThanOrEqual(below!.y);
    await page.keyboard.press('Control+z');
    expect(await valuesOf(cells, 3)).toEqual(before);
    await saved(page);
    await page.reload();
    expect(await valuesOf(await cellsOf(page), 3)).toEqual(before);
  });

  test('types absences that cannot be, and they are not counted as entered', async () => {
    const page = await people.signedIn('lietvedis');
    await openGrid(page, '5.b');
    await page.goto(`${page.url().split('?')[0]}?period=S1&subject=absences`);
    const counted = await enteredIn(page);
    const free = page.locator('input.cell:not([readonly])');
    for (const [at, wrong] of ['-3', '9999'].entries()) {
      await free.nth(at).fill(wrong);
      await page.keyboard.press('Enter');
    }
    await page.locator('[data-grid-state].is-bad', { hasText: 'Nav saglabātas šūnas: 2' }).waitFor();
    expect(await enteredIn(page)).toBe(counted);
  });

  test('goes on without a connection, and what waited is sent when it is back or the page is opened again', async () => {
    const page = await people.signedIn('skolotajs');
    await openGrid(page, '6.a');
    const cells = await cellsOf(page);
    await page.context().setOffline(true);
    await cells.first().focus();
    for (const value of ['5', '11']) {
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
    }
    await page.locator('[data-grid-state]', { hasText: 'Nav savienojuma' }).waitFor();
    await page.context().setOffline(false);
    // Whoever only hears the page hears that it is saved, though something else is wrong.
    await page.locator('[data-grid-live]', { hasText: 'Saglabātas šūnas: 1.' }).waitFor({ state: 'attached' });
    await page.context().setOffline(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('6');
    await page.keyboard.press('Enter');
    await page.locator('[data-grid-state]', { hasText: 'Nav savienojuma' }).waitFor();
    const address = page.url();
    const next = await page.context().newPage();
    await page.close();
    await next.context().setOffline(false);
    await next.goto(address);
    await saved(next);
    await next.reload();
    expect(await valuesOf(await cellsOf(next), 2)).toEqual(['5', '6']);
    expect(await next.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('grid:')))).toEqual([]);
  });

  test('never overwrites what somebody else entered meanwhile', async () => {
    const page = await people.signedIn('skolotajs');
    await openGrid(page, '7.a');
    const office = await people.signedIn('lietvedis');
    await office.goto(page.url());
    const [mine, theirs] = [await cellsOf(page), await cellsOf(office)];
    await theirs.nth(4).fill('4');
    await office.keyboard.press('Enter');
    await saved(office);
    // What the page is told of one cell says nothing of the others.
    await mine.nth(6).fill('7');
    await page.keyboard.press('Enter');
    await saved(page);
    await mine.nth(4).fill('9');
    await page.keyboard.press('Enter');
    await page.locator('[data-grid-messages] li', { hasText: 'Dace Rakstvede šeit ierakstīja “4”' }).waitFor();
    await page.getByRole('button', { name: 'Paturēt “4”' }).click();
    expect(await mine.nth(4).inputValue()).toBe('4');
    await saved(page);
    // Opened again, the grid tells beforehand what only the office corrects, and who entered it.
    await page.reload();
    const locked = (await cellsOf(page)).nth(4);
    expect(await locked.getAttribute('readonly')).not.toBeNull();
    expect(await locked.getAttribute('title')).toContain('Ievadīja Dace Rakstvede');
  });

  test('works without script: values are sent as a form, and errors stand beside their cells', async () => {
    const page = await people.signedIn('skolotajs', { script: false });
    await openGrid(page, '7.b');
    const cells = await cellsOf(page);
    await cells.nth(0).fill('6');
    await cells.nth(1).fill('12');
    await page.getByRole('button', { name: 'Saglabāt' }).click();
    await page.getByText('“12” 7. klasē nevar likt').first().waitFor();
    expect(await valuesOf(await cellsOf(page), 2)).toEqual(['6', '12']);
    await (await cellsOf(page)).nth(1).fill('8');
    await page.getByRole('button', { name: 'Saglabāt' }).click();
    await page.getByText('Saglabātas šūnas: 1.').waitFor();
    expect(await valuesOf(await cellsOf(page), 2)).toEqual(['6', '8']);
  });
});

test('the grid stands on a phone', async () => {
  const page = await people.signedIn('skolotajs', { narrow: true });
  await openGrid(page, '5.a');
  await holdToStandards(page);
  const box = await page.locator('input.cell').first().boundingBox();
  expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
});
