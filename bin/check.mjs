import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { findBrowser } from './browser.mjs';
import { crossings, cruise } from './cruise.mjs';
import { refusedLicences } from './licences.mjs';
import { staleness } from './picture.mjs';
import { seconds } from './setup/progress.mjs';
import { runTool } from './setup/programs.mjs';

/** The quick guards, in the order in which their words help most, and the unit tests. */
export async function check() {
  return summary(await guards());
}

/** All of `check`, then the tests on the real database and in a real browser. */
export async function test() {
  const results = [...(await guards()), await tests('integration')];
  return summary([...results, await browserTests()]);
}

/** TypeScript 7, three times as fast; version 6, which tools that need its API read the code with, gives `tsc` its name. */
const NATIVE_TSC = '../typescript-7/bin/tsc';

/** The guards and the unit tests: two at a time, as there are two cores on the smallest machine this must be quick on. */
async function guards() {
  const imports = cruise();
  const slow = [step('types', () => tool(NATIVE_TSC, '--noEmit', '-p', 'tsconfig.json'))];
  const quick = [
    await step('architecture', async () => crossings(await imports)),
    await step('picture', async () => staleness(await imports)),
    await step('dead code', () => tool('knip', '--tsConfig', 'tsconfig.program.json')),
    await step('licences', refusedLicences),
  ];
  return [...(await Promise.all(slow)), ...quick, await step('lint', () => tool('oxlint')), await tests('unit')];
}

async function tool(name, ...args) {
  const { code, said } = await runTool(name, args, { quiet: true });
  return code === 0 ? '' : said || `${name} ended with code ${code}`;
}

/** One guard: what it complains of is shown, and nothing else. */
async function step(name, guard) {
  const start = performance.now();
  const complaint = await guard().catch((error) => String(error.message));
  console.log(`${complaint ? '✗' : '✓'} ${name} (${seconds(start)} s)`);
  if (complaint) console.log(complaint);
  return { passed: complaint ? 0 : 1, failed: complaint ? 1 : 0, failures: complaint ? [name] : [] };
}

async function browserTests() {
  try {
    return await tests('browser', { CHROMIUM_PATH: await findBrowser() });
  } catch (error) {
    console.log(`✗ browser: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

/** Runs one project of vitest.config.ts; a run that fails without a failed test (a file that does not load) counts as one. */
async function tests(project, env) {
  const start = performance.now();
  const report = `var/tests-${project}.json`;
  mkdirSync('var', { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runTool('vitest', ['run', '--project', project, ...reporters], { env });
  const { passed, failed, failures } = outcomeOf(report);
  console.log(`${code === 0 ? '✓' : '✗'} ${project} tests (${seconds(start)} s)`);
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), failures };
}

function outcomeOf(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, failures: testResults.flatMap(failuresIn) };
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
}

/** What failed in a test file: each test with the beginning of what it complains of, or the file that did not load. */
function failuresIn({ name, status, message, assertionResults }) {
  const file = relative('.', name);
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [`${file}: ${beginningOf(message)}`];
  return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName.trim()}\n    ${beginningOf(failureMessages[0])}`);
}

const LONGEST_COMPLAINT = 300;

const beginningOf = (words = '') => words.split('\n')[0].slice(0, LONGEST_COMPLAINT);

/** What failed, once more, where the end of a long log shows it; then the last line of every run, for people and for continuous integration. Returns the exit code. */
function summary(results) {
  for (const failure of results.flatMap(({ failures = [] }) => failures)) console.log(`✗ ${failure}`);
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
