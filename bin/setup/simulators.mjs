import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { COMPILED } from './build.mjs';
import { nodeProgram } from './programs.mjs';

/** Settings that belong together: where the environment names one of a group, that provider is real and its simulator is left out. */
const GROUPS = ['SMART_ID_', 'EPARAKSTS_', 'LATVIJA_LV_', 'SEAL_', 'E_JOURNALS'];
const PAUSE_MS = 500;
const WITHIN_MS = 60_000;

/** Runs the program with simulated outside identity providers beside it, where made-up data is shown. They end with it. */
export async function withSimulators(run) {
  // Where the data folder cannot be, the program says so in its own words.
  if (!areWanted(process.env) || !folderIsThere(resolve(process.env.DATA_DIR || 'var'))) return run({});
  const simulators = await startSimulators(process.env);
  try {
    return await run(settingsFor(simulators.settings, process.env));
  } finally {
    await simulators.stop();
  }
}

/** Makes a folder, open to enter, where it can be; Node's own way (`recursive`) tries for ever in some places (`/proc`). */
export function folderIsThere(folder) {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return true;
    if (!folderIsThere(dirname(folder))) return false;
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}

/** @throws Error where the setting is neither */
export function areWanted({ NODE_ENV, DATA, MODE, SIMULATORS }) {
  if (SIMULATORS && SIMULATORS !== 'off') throw new Error('wrong settings:\n  SIMULATORS: must be off, or not set');
  return NODE_ENV !== 'production' && DATA !== 'none' && MODE !== 'worker' && SIMULATORS !== 'off';
}

/** The settings of the simulators, without those of providers that the environment names itself. */
export function settingsFor(settings, environment) {
  const taken = GROUPS.filter((group) => Object.keys(environment).some((name) => name.startsWith(group) && environment[name] !== ''));
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !taken.some((group) => name.startsWith(group))));
}

/** Starts them in a process of its own for the program with these settings, and again on the same ports whenever it is killed. */
export async function startSimulators(environment) {
  let stopping = false;
  let running = await startProcess(environment, {});
  const { settings, ports } = running.said;
  const keepUp = async () => {
    while (!stopping) {
      await running.ended;
      if (stopping) return;
      await new Promise((done) => setTimeout(done, PAUSE_MS));
      // A port may still be held for a moment by the one that was killed.
      running = await startProcess(environment, ports).catch(() => ({ ended: Promise.resolve(), stop: () => undefined }));
      if (stopping) running.stop();
    }
  };
  const keeping = keepUp();
  return {
    settings,
    process: () => running,
    async stop() {
      stopping = true;
      running.stop();
      await keeping;
    },
  };
}

/** They mostly wait: a small place for short-lived objects leaves a sixth less of their own memory at rest. */
const SMALL = ['--max-semi-space-size=1'];

/** Its input is a pipe from here: it closes when we end, however we end, and then it ends too. */
async function startProcess(environment, ports) {
  const folder = resolve(environment.DATA_DIR || 'var', 'simulators');
  const env = { NODE_COMPILE_CACHE: resolve(COMPILED), ...environment, SIMULATOR_PORTS: JSON.stringify(ports), SIMULATOR_FOLDER: folder };
  const child = spawn(nodeProgram(), [...SMALL, 'dist/simulators.js'], { stdio: ['pipe', 'pipe', 'inherit'], detached: true, env });
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close');
  const said = once(createInterface({ input: child.stdout }), 'line', { signal: AbortSignal.timeout(WITHIN_MS) });
  const first = await Promise.race([said.catch(() => null), ended.then(() => null)]);
  if (!first) {
    child.kill('SIGKILL');
    throw new Error('The simulated identity providers did not start. SIMULATORS=off starts without them.');
  }
  return { pid: child.pid, said: JSON.parse(first[0]), ended, stop: () => void child.kill('SIGTERM') };
}
