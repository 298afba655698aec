import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runTool } from './setup/programs.mjs';
import { timed } from './setup/progress.mjs';

/** Debian's Chromium without a window: the same engine in fewer processes, which makes the tests twice as fast on two cores. */
const WITHOUT_WINDOW = '/usr/bin/chromium-headless-shell';
const DEBIAN = '/usr/bin/chromium';

/** The path of a Chromium for the browser tests: the one named, the one installed, or one got now. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  if (existsSync(WITHOUT_WINDOW)) return WITHOUT_WINDOW;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall && (await timed('Installing Chromium', async () => aptInstall() || aptInstall()))) return WITHOUT_WINDOW;
  if (existsSync(DEBIAN)) return DEBIAN;
  return timed("Fetching Playwright's Chromium", playwrightBrowser);
}

function aptInstall() {
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium-headless-shell') && existsSync(WITHOUT_WINDOW);
}

async function playwrightBrowser() {
  const { code, said } = await runTool('playwright', ['install', 'chromium'], { quiet: true });
  if (code !== 0) throw new Error(`No browser could be got; name one by CHROMIUM_PATH. Playwright says:\n${said}`);
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}
