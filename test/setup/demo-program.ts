import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

type Settings = Readonly<Record<string, string>>;

/** One for all programs, since they stand on copies of one database. */
const SESSION_SECRET = 'the secret of the programs that tests start';

export interface DemoProgram {
  readonly address: string;
  /** Ends the program and starts it again on the same data, with other settings (a moved clock). */
  restart(settings: Settings): Promise<void>;
  stop(): Promise<void>;
  /** The keys of its simulated authority, for another program that is to believe what this one sealed. */
  authority(): Promise<string>;
}

/** Starts what `npm start` starts, on a given database and a port of its own, with an authority of its own unless one is given. */
export async function startProgramOn(databaseUrl: string, settings: Settings = {}, authority?: string): Promise<DemoProgram> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vienkopus-browser-'));
  const keys = join(dataDir, 'simulators', 'trust-services.json');
  if (authority !== undefined) {
    await mkdir(dirname(keys), { recursive: true });
    await writeFile(keys, authority, { mode: 0o600 });
  }
  const port = settings['PORT'] ?? String(await freePort());
  const environment = { ...process.env, NODE_ENV: 'test', MODE: 'all', DATA: 'demo', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, SESSION_SECRET, PORT: port, REQUESTS_PER_MINUTE: '100000', ...settings };
  const simulators = await (await simulatorsModule()).startSimulators(environment);
  let running = await startProgram({ ...environment, ...simulators.settings });
  return {
    // By name: passkeys belong to a name, and outside systems send people back to it.
    address: `http://localhost:${port}`,
    async restart(others) {
      await end(running);
      running = await startProgram({ ...environment, ...simulators.settings, ...others });
    },
    authority: () => readFile(keys, 'utf8'),
    async stop() {
      await end(running);
      await simulators.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Resolves when the program has said where it is. */
async function startProgram(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const program = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(program, 'exit').then(([code]) => Promise.reject(new Error(`the program ended with code ${String(code)} before it was there`)));
  const said = createInterface({ input: program.stdout });
  await Promise.race([ended, new Promise<void>((done) => said.on('line', (line) => line.includes('Vienkopus: http') && done()))]);
  ended.catch(() => undefined);
  return program;
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill('SIGTERM');
  await once(program, 'exit');
}

interface SimulatorsModule {
  startSimulators(environment: NodeJS.ProcessEnv): Promise<{ settings: Settings; stop: () => Promise<void> }>;
}
const simulatorsModule = () => import('../../bin/setup/simulators.mjs' as string) as Promise<SimulatorsModule>;

/** A port that nobody listens on; it has to be known before the start, since outside systems are told the way back. */
const freePort = () =>
  new Promise<number>((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
