import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runTool } from './setup/programs.mjs';
import { timed } from './setup/progress.mjs';

const DEBIAN = '/usr/bin/chromium';

/** The path of a Chromium for the browser tests: the one named, the one installed, or one got now. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  if (existsSync(DEBIAN)) return DEBIAN;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall && (await timed('Installing Chromium', async () => aptInstall() || aptInstall()))) return DEBIAN;
  return timed("Fetching Playwright's Chromium", playwrightBrowser);
}

function aptInstall() {
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium') && existsSync(DEBIAN);
}

async function playwrightBrowser() {
  const { code, said } = await runTool('playwright', ['install', 'chromium'], { quiet: true });
  if (code !== 0) throw new Error(`No browser could be got; name one by CHROMIUM_PATH. Playwright says:\n${said}`);
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}
