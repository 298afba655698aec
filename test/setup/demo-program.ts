import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '#app/config.js';
import { startProgram } from '#app/start.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running program with its demonstration data, shared by all journeys. */
    demo: string;
  }
}

/** The real program with its demonstration data, on a database and a port of its own. */
export async function startDemo(settings: Readonly<Record<string, string>> = {}): Promise<{ address: string; stop: () => Promise<void> }> {
  const dataDir = settings['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'vienkopus-browser-')));
  const config = readConfig({ NODE_ENV: 'test', PORT: '0', DATA: 'demo', DATA_DIR: dataDir, REQUESTS_PER_MINUTE: '100000', ...settings });
  const program = await startProgram(config, () => undefined);
  return {
    address: program.address!,
    async stop() {
      await program.stop();
      if (!settings['DATA_DIR']) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/assets')) await ((await import('../../bin/setup/assets.mjs' as string)) as { buildAssets: () => Promise<void> }).buildAssets();
  const program = await startDemo();
  project.provide('demo', program.address);
  return program.stop;
}
