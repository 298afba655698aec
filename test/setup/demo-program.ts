import { type AddressInfo, createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '#app/config.js';
import { startProgram } from '#app/start.js';
import { systemClock } from '#kernel/clock.js';
import { startSimulators } from '../../simulators/start.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running program with its demonstration data, shared by all journeys. */
    demo: string;
  }
}

/** The real program with its demonstration data and simulated outside systems, on a database and ports of its own. */
export async function startDemo(settings: Readonly<Record<string, string>> = {}): Promise<{ address: string; stop: () => Promise<void> }> {
  const dataDir = settings['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'vienkopus-browser-')));
  const port = await freePort();
  const simulators = await startSimulators({ folder: join(dataDir, 'simulators'), clock: systemClock(), vienkopus: `http://localhost:${settings['PORT'] ?? port}` });
  const config = readConfig({ NODE_ENV: 'test', PORT: String(port), DATA: 'demo', DATA_DIR: dataDir, REQUESTS_PER_MINUTE: '100000', ...simulators.settings, ...settings });
  const program = await startProgram(config, () => undefined);
  return {
    // By name: passkeys belong to a name, and outside systems send people back to it.
    address: `http://localhost:${port}`,
    async stop() {
      await program.stop();
      await simulators.stop();
      if (!settings['DATA_DIR']) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on; it has to be known before the start, since outside systems are told the way back. */
const freePort = () =>
  new Promise<number>((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const program = await startDemo();
  project.provide('demo', program.address);
  return program.stop;
}
