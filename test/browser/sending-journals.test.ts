import { describe, expect, inject, test } from 'vitest';
import { withBrowser } from './browser.js';

const people = withBrowser();

describe('the first day', () => {
  test('leads from the start page to the made-up e-journals', async () => {
    const page = await people.visitor();
    await page.goto('/');
    await page.getByRole('link', { name: 'Pirmā diena skolā: vērtējumi' }).click();
    expect(await page.getByRole('link', { name: 'Atvērt izdomātos e-žurnālus' }).getAttribute('href')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  // A semester is sent in test/integration/simulated-semester.test.ts: here it would fill the school that other journeys work in.
  test('shows two journals with their habits, ready to send', async () => {
    const page = await people.visitor();
    await page.goto('/marks/first-day');
    const address = await page.getByRole('link', { name: 'Atvērt izdomātos e-žurnālus' }).getAttribute('href');
    const journals = await people.visitor({ address: address! });
    await journals.goto('/');
    expect(await journals.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Zaļais žurnāls', 'Klases soma']);
    expect(await journals.getByRole('button', { name: 'Sūtīt semestri' }).count()).toBe(2);
    expect(await journals.getByRole('link', { name: 'saskaņošanas galds Vienkopus' }).getAttribute('href')).toBe(`${inject('demo')}/intake/mapping`);
  });
});
