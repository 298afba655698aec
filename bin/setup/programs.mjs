import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { constants } from 'node:os';
import { beginJobsOf } from './jobs-apart.mjs';

const BIN = 'node_modules/.bin';

/** The Node that came with the packages, or the running one where there is none for this platform and it is new enough. */
export function nodeProgram() {
  const own = resolve(BIN, 'node');
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `Node ${process.versions.node} is too old, and npm has no Node for ${process.platform}-${process.arch}: install Node 24 (22.18 or newer will do).`,
  );
}

const environment = (more = {}) => ({ ...process.env, PATH: `${resolve(BIN)}${delimiter}${process.env.PATH ?? ''}`, ...more });

/** Runs a tool of the packages. Its words are shown, or kept and returned when `quiet`. */
export function runTool(tool, args, { quiet = false, env } = {}) {
  return runNode([`${BIN}/${tool}`, ...args], { quiet, env });
}

/** Runs a script; resolves to its exit code and, when `quiet`, what it said. */
function runNode(args, { quiet = false, env } = {}) {
  const output = quiet ? 'pipe' : 'inherit';
  const child = spawn(nodeProgram(), args, { stdio: ['ignore', output, output], env: environment(env) });
  let said = '';
  child.stdout?.on('data', (text) => (said += text));
  child.stderr?.on('data', (text) => (said += text));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code: exitCode(code, signal), said: said.trim() }));
  });
}

/**
 * Hands over to a program: same input and output, signals passed on, its exit code returned. It runs in a group of its
 * own, since Ctrl-C would otherwise reach it three times: from the terminal, from npm and from here.
 */
export function becomeProgram(args, env) {
  const all = environment({ ...oneHeap(), ...env });
  const asksForJobs = all.JOBS_APART === 'launcher';
  const stdio = asksForJobs ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit';
  const child = spawn(nodeProgram(), [...nodeOptions(), ...args], { stdio, serialization: 'advanced', detached: true, env: all });
  if (asksForJobs) beginJobsOf(child, nodeProgram(), all);
  const lastPassed = new Map();
  const passOn = (signal) => {
    const now = performance.now();
    if (now - (lastPassed.get(signal) ?? -Infinity) > 1000) child.kill(signal);
    lastPassed.set(signal, now);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn);
  if (process.env.npm_lifecycle_event) whenParentEnds(() => passOn('SIGTERM'));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done(exitCode(code, signal)));
  });
}

/**
 * How much Node keeps for short-lived objects at most, three times over, and by how many percent what lives long may have grown before it is
 * gone through: left alone, the heap of 80 MB grows to 320 of which three quarters are no longer needed. A worker's jobs gain nothing from more.
 */
const nodeOptions = () => ['--enable-source-maps', `--max-semi-space-size=${isWorker() ? 16 : 32}`, '--heap-growing-percent=150'];

/** The C library keeps what each thread has freed apart, and gives it back late; a worker's threads share two such places (glibc, `mallopt(3)`). */
const oneHeap = () => (isWorker() ? { MALLOC_ARENA_MAX: '2' } : {});

const isWorker = () => process.env.MODE === 'worker';

/** npm runs us in a shell, and a shell that is told to end (kill, a service manager) ends without telling us. */
function whenParentEnds(end) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 250);
  timer.unref();
}

const exitCode = (code, signal) => code ?? 128 + constants.signals[signal];
