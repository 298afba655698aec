// What npm's commands call: `node bin/run.mjs <command>`. Node 20 can read this file with no package installed; it sets up
// what is missing (packages, Node 24, build) and then does the work with the Node that came with the packages.
import { resolve } from 'node:path';
import { check, test } from './check.mjs';
import { watchAssets } from './setup/assets.mjs';
import { COMPILED, buildWhenChanged } from './setup/build.mjs';
import { installWhenChanged } from './setup/dependencies.mjs';
import { settlePort } from './setup/free-port.mjs';
import { becomeProgram } from './setup/programs.mjs';
import { withSimulators } from './setup/simulators.mjs';

const fromSource = ['--import', 'tsx'];

const becomeBuilt = (name, args, env) => becomeProgram([`dist/${name}.js`, ...args], { NODE_COMPILE_CACHE: resolve(COMPILED), ...env });

const commands = {
  start: async (args) => {
    await buildWhenChanged();
    await settlePort(process.env);
    return withSimulators((env) => becomeBuilt('main', args, { JOBS_APART: 'launcher', ...env }));
  },
  dev: async (args) => {
    await buildWhenChanged();
    await settlePort(process.env);
    watchAssets();
    return withSimulators((env) => becomeProgram([...fromSource, '--watch', '--watch-preserve-output', 'src/main.ts', ...args], { NODE_ENV: 'development', ...env }));
  },
  bench: (args) => becomeProgram([...fromSource, 'bench/run.ts', ...args]),
  backup: async (args) => {
    await buildWhenChanged();
    return becomeBuilt('backup', args);
  },
  restore: async (args) => {
    await buildWhenChanged();
    return becomeBuilt('restore', args);
  },
  'export-audit': async (args) => {
    await buildWhenChanged();
    return becomeBuilt('export-audit', args);
  },
  'another-secret': async (args) => {
    await buildWhenChanged();
    return becomeBuilt('another-secret', args);
  },
  check,
  test,
};

process.chdir(new URL('..', import.meta.url).pathname);
const [command = '', ...args] = process.argv.slice(2);
try {
  if (!Object.hasOwn(commands, command)) throw new Error(`Say what to do: ${Object.keys(commands).join(', ')}.`);
  await installWhenChanged();
  process.exit(await commands[command](args));
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}
