import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { alone } from './alone.mjs';
import { timed } from './progress.mjs';
import { hashOf, readStamp } from './stamp.mjs';

const STAMP = 'node_modules/.vienkopus-lock';

/** Installs the packages of package-lock.json unless exactly these were installed last. */
export async function installWhenChanged() {
  const wanted = hashOf(readFileSync('package-lock.json'));
  if (readStamp(STAMP) === wanted) return;
  await alone(async () => {
    if (readStamp(STAMP) === wanted) return;
    await timed('Installing packages (once; about a minute)', npmCi);
    writeFileSync(STAMP, wanted);
  });
}

function npmCi() {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [program, ...args] = [...npm, 'ci', '--loglevel=error', '--ignore-scripts', '--no-audit', '--no-fund'];
  // `npm test` may run under NODE_ENV=production or --omit=dev of its caller; building needs the development packages.
  const child = spawn(program, [...args, '--include=dev', '--include=optional'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The packages could not be installed. Is the network there? npm says:\n${said.trim()}`)),
    );
  });
}
