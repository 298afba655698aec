import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { expect } from 'vitest';

/** Without these a Chromium in a closed network keeps asking for Google's hosts. */
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET });
}

/** A window of one person: wide or as a phone, with or without script. */
export const openWindow = (browser: Browser, baseURL: string, { narrow = false, script = true } = {}): Promise<BrowserContext> =>
  browser.newContext({ baseURL, javaScriptEnabled: script, locale: 'lv-LV', viewport: narrow ? { width: 390, height: 844 } : { width: 1280, height: 900 } });

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Opens a page as a person would and holds it to what every page must keep: it answers, fits, and passes axe. */
export async function visit(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBeLessThan(400);
  await holdToStandards(page);
}

export async function holdToStandards(page: Page): Promise<void> {
  expect(await page.locator('h1').count(), `one h1 on ${page.url()}`).toBe(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${page.url()} is wider than its window`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`), page.url()).toEqual([]);
}
