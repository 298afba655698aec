import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { testFolder } from './test/setup/test-folder.js';

/** Temporary files of the tests and of what they start. */
process.env['TMPDIR'] = testFolder();

/** The rooms by name, as package.json's `imports` has them; Vite does not look for `.ts` behind their `.js`. */
const resolve = {
  alias: [
    { find: /^#(kernel|platform|ui|web|modules|app)\/(.+)\.js$/, replacement: fileURLToPath(new URL('src/$1/$2', import.meta.url)) },
    { find: /^#test\/(.+)\.js$/, replacement: fileURLToPath(new URL('test/$1', import.meta.url)) },
  ],
};
/** Every test file has a database of its own; what is imported is shared by the files of a worker, which saves half of the time. */
const onPostgres = { globalSetup: ['test/setup/build.ts', 'test/setup/database.ts'], pool: 'forks' as const };
const inBrowser = { globalSetup: ['test/setup/build.ts', 'test/setup/demo.ts'], pool: 'forks' as const };

/** Beside their files too, but against a real peer over the network, such as a simulator of Smart-ID. */
const WITH_PEERS = ['src/**/with-*.test.ts', 'bin/setup/simulators.test.mjs'];

/** Three kinds of tests: pure ones beside their files, on a real PostgreSQL, and in a real browser. */
export default defineConfig({
  resolve,
  test: {
    maxWorkers: 2,
    // What was found is told whole: a failure on another machine is often seen nowhere else.
    chaiConfig: { truncateThreshold: 2000 },
    projects: [
      { resolve, test: { name: 'unit', isolate: false, include: ['src/**/*.test.{ts,tsx}', 'test/architecture/**/*.test.ts', 'bin/**/*.test.mjs'], exclude: ['src/**/tests/**', ...WITH_PEERS], testTimeout: 30_000 } },
      { resolve, test: { ...onPostgres, name: 'integration', isolate: false, include: ['src/**/tests/**/*.test.{ts,tsx}', 'test/integration/**/*.test.ts', ...WITH_PEERS], testTimeout: 60_000, hookTimeout: 120_000 } },
      { resolve, test: { ...inBrowser, name: 'browser', isolate: false, include: ['test/browser/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 180_000 } },
    ],
  },
});
