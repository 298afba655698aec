import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { filesBelow, readStamp, stampOf } from './stamp.mjs';
import { buildAssets } from './assets.mjs';
import { runTool } from './programs.mjs';
import { timed } from './progress.mjs';

const STAMP = 'dist/.stamp';

/** Builds dist/ from src/ when a source, a setting or a package changed since the last build. */
export async function buildWhenChanged() {
  const wanted = stampOf(filesBelow('src', 'bin/setup', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'));
  if (readStamp(STAMP) === wanted) return;
  await timed('Building', async () => {
    mkdirSync('dist', { recursive: true });
    removeOrphans();
    const { code, said } = await runTool('tsc', ['-p', 'tsconfig.build.json'], { quiet: true });
    if (code !== 0) throw new Error(`The sources do not build:\n${said}`);
    await buildAssets();
  });
  writeFileSync(STAMP, wanted);
}

/** Removes what was built from sources that are gone, so that nothing outdated can be loaded. */
function removeOrphans() {
  for (const file of filesBelow('dist')) {
    const source = /^dist\/(?!assets\/)(.*)\.js(\.map)?$/.exec(file)?.[1];
    if (source && !existsSync(`src/${source}.ts`) && !existsSync(`src/${source}.tsx`)) rmSync(file);
  }
}
