import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#app/config.js';
import { startProgram } from '#app/start.js';

/** The real program with its demonstration data, on a database and a port of its own. */
export async function startDemo(): Promise<{ address: string; stop: () => Promise<void> }> {
  if (!existsSync('dist/assets')) await ((await import('../../bin/setup/assets.mjs' as string)) as { buildAssets: () => Promise<void> }).buildAssets();
  const dataDir = await mkdtemp(join(tmpdir(), 'vienkopus-browser-'));
  const config = readConfig({ NODE_ENV: 'test', PORT: '0', DATA: 'demo', DATA_DIR: dataDir, REQUESTS_PER_MINUTE: '100000' });
  const program = await startProgram(config, () => undefined);
  return {
    address: program.address!,
    async stop() {
      await program.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
