import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { demoUsers } from '#modules/access/domain/demo-users.js';

/** Without these a Chromium in a closed network keeps asking for Google's hosts. */
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** A page lives for a third of a second: what V8 would spend on making its code quick is never earned back. A quarter of the run. */
const SHORT_LIVED = ['--js-flags=--max-opt=1 --min-semi-space-size=16 --no-flush-bytecode'];
const ARGUMENTS = [...QUIET, ...SHORT_LIVED];

export interface Window {
  readonly narrow?: boolean;
  readonly script?: boolean;
  readonly lang?: 'lv' | 'en';
  /** Whether every page that it opens is held to the standards: it then brings axe along, which costs a third of sending it to each page. */
  readonly examined?: boolean;
  /** Another program than the shared one. */
  readonly address?: string;
}

/** People with a browser: each opens windows of their own on the running program. Closed with the test file. */
export interface People {
  /** A window of somebody who has not signed in. */
  visitor(window?: Window): Promise<Page>;
  /** A window of a user of the demonstration, signed in. */
  signedIn(login: string, window?: Window): Promise<Page>;
}

export function withBrowser(): People {
  let browser: Browser;
  const open: BrowserContext[] = [];
  beforeAll(async () => {
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell';
    browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox', ...ARGUMENTS] : ARGUMENTS });
  });
  afterAll(async () => {
    for (const context of open) await context.close();
    await browser?.close();
  });

  const visitor = async ({ narrow = false, script = true, lang = 'lv', examined = false, address = inject('demo') }: Window = {}) => {
    const viewport = narrow ? { width: 390, height: 844 } : { width: 1280, height: 900 };
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled: script, locale: 'lv-LV', viewport });
    await context.addCookies([{ name: 'lang', value: lang, url: address }]);
    if (examined) await context.addInitScript(AXE);
    open.push(context);
    return context.newPage();
  };
  return {
    visitor,
    async signedIn(login, window) {
      const page = await visitor(window);
      await page.goto('/sign-in');
      await signIn(page, login);
      await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
      return page;
    },
  };
}

export async function signIn(page: Page, login: string, password = demoUsers()[0]!.password): Promise<void> {
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form[action="/sign-in"] button').click();
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * How axe is asked. Results other than violations are not wanted, and no page has sound or frames of other sites, so that axe can
 * run in the page itself without fetching media first: two fifths of the time it takes by way of its Playwright builder.
 */
const WCAG: axe.RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], preload: false };

/** What every page must keep: one heading, no wider than its window, and nothing that axe finds (WCAG 2.2 AA). */
export async function holdToStandards(page: Page): Promise<void> {
  expect(await page.locator('h1').count(), `one h1 on ${page.url()}`).toBe(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${page.url()} is wider than its window`).toBeLessThanOrEqual(0);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate((options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options), WCAG);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`), page.url()).toEqual([]);
}
