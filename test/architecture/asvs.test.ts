import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LIFETIMES, TICKET_SECONDS } from '#modules/apps/domain/lifetimes.js';
import { MOST_SESSIONS } from '#modules/authentication/actions/end-sessions-of.js';
import { FACTORS } from '#modules/authentication/domain/factors.js';
import { CONTEXT_WORDS } from '#modules/authentication/domain/guessable.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const PAGE = read('docs/security/asvs-5.md');

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 begins with; those of level 3 stand last in their section. */
const ASKED = {
  '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4,
  '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2,
  '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3,
};
const NUMBERS = Object.entries(ASKED).flatMap(([section, count]) => Array.from({ length: count }, (_, n) => `${section}.${n + 1}`));

const STATES = ['met', '**partly**', 'not applicable', '**not met**'] as const;

interface Row {
  readonly number: string;
  readonly state: string;
  readonly how: string;
  readonly tests: readonly { readonly file: string; readonly name: string }[];
}

const ROWS: readonly Row[] = PAGE.split('\n').flatMap((line) => {
  const [number, , state = '', how = '', shown = ''] = line.split('|').slice(1, -1).map((cell) => cell.trim());
  if (!number || !/^\d+\.\d+\.\d+$/.test(number)) return [];
  return [{ number, state, how, tests: [...shown.matchAll(/`([^`>]+?) > ([^`]+)`/g)].map((found) => ({ file: found[1]!, name: found[2]! })) }];
});

test('every requirement of levels 1 and 2 of the three chapters stands once, and no other', () => {
  expect(ROWS.map(({ number }) => number)).toEqual(NUMBERS);
  for (const { number, state, how } of ROWS) expect([number, STATES.some((one) => one === state), how.length > 5]).toEqual([number, true, true]);
});

test('what is met or partly met is shown by a test, and only what is not wholly met says what is missing', () => {
  for (const { number, state, how, tests } of ROWS) {
    if (state === 'met' || state === '**partly**') expect([number, tests.length > 0]).toEqual([number, true]);
    expect([number, how.includes('**Missing:**')]).toEqual([number, state === '**partly**' || state === '**not met**']);
  }
});

/** A test's name stands in its file as the first words of a test that is run, in whichever quotes. */
const hasTest = (file: string, name: string) => ["'", '"', '`'].some((quote) => new RegExp(`(?<!\\.(?:skip|todo|fails))\\(\\s*${quote}${escaped(name)}${quote},`).test(read(file)));
const escaped = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('every named test is there, under its name', () => {
  const missing = ROWS.flatMap(({ number, tests }) => tests.filter(({ file, name }) => !existsSync(join(ROOT, file)) || !hasTest(file, name)).map(({ file, name }) => `${number}: ${file} > ${name}`));
  expect(missing).toEqual([]);
});

test('every named file is there', () => {
  const named = ROWS.flatMap(({ how }) => [...how.matchAll(/`((?:src|docs|test|db)\/[^`]+)`/g)].map((found) => found[1]!));
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('the counts of the page agree with its rows', () => {
  const countsOf = (rows: readonly Row[]) => [...STATES.map((state) => rows.filter((row) => row.state === state).length), rows.length];
  const said = (name: string) => new RegExp(`^\\| ${name}[^|]*\\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$`, 'm').exec(PAGE)!.slice(1).map(Number);
  for (const chapter of ['6', '7', '10']) expect([chapter, said(`V${chapter} `)]).toEqual([chapter, countsOf(ROWS.filter(({ number }) => number.startsWith(`${chapter}.`)))]);
  expect(said('together')).toEqual(countsOf(ROWS));
  const listed = (wanted: string) => ROWS.filter(({ state }) => state === wanted).map(({ number }) => number).join(', ') || 'none';
  expect(PAGE).toContain(`Not met: ${listed('**not met**')}. Partly: ${listed('**partly**')}.\n`);
});

const SIGN_IN = read('docs/security/sign-in.md');
const SESSIONS = read('docs/security/sessions.md');
const MIGRATIONS = readdirSync(join(ROOT, 'db/migrations')).map((file) => read(`db/migrations/${file}`)).join('\n');

/** The first value of a parameter, as the migrations set it. */
const defaultOf = (name: string) => new RegExp(`'${name}', (\\d+),`).exec(MIGRATIONS)![1]!;

test('the words that a password may not lean on are the same in the document and in the program', () => {
  const said = /<!-- context words -->([^<]+)<!--/.exec(SIGN_IN)![1]!.trim().split(', ');
  expect(said).toEqual([...CONTEXT_WORDS]);
});

test('the sign-in document names every limit with its default, every way in, and who opens sessions', () => {
  for (const name of ['attempts-window-minutes', 'attempts-on-account-from-address', 'attempts-on-account', 'attempts-from-address', 'device-code-attempts', 'device-code-attempts-from-address', 'password-least-length', 'password-link-hours']) {
    expect([name, SIGN_IN.includes(`| \`${name}\` | ${defaultOf(name)} |`)]).toEqual([name, true]);
  }
  expect([...SIGN_IN.matchAll(/^\| `([a-z-]+)` \| (?!\d)/gm)].map((found) => found[1]!).toSorted()).toEqual([...FACTORS].toSorted());
  const folder = 'src/modules/authentication';
  const openers = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/(\.test\.|^tests\/)/.test(file) && /\b(openSession|openFullSession|openEnrolment|insertSession)\(/.test(read(`${folder}/${file}`)));
  const known = ['actions/begin-by-link.ts', 'actions/open-session.ts', 'actions/passkey-sign-in.ts', 'actions/prove-again.ts', 'actions/second-factor.ts', 'actions/sign-in-by-proof.ts', 'actions/sign-in.ts'];
  expect(openers.toSorted()).toEqual(known);
  for (const file of known) expect([file, SIGN_IN.includes(`\`${file.split('/').at(-1)}\``)]).toEqual([file, true]);
});

test('the sign-in document names every action that asks for a fresh proof, and no other', () => {
  const files = readdirSync(join(ROOT, 'src/modules'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.includes('/tests/'));
  const asking = files.flatMap((file) => [...read(`src/modules/${file}`).matchAll(/name: '([a-z-]+)\.([a-z-]+)',\n(?: {2}(?!name:).*\n){0,4}? {2}asksFreshProof: true,/g)].map(([, module, name]) => `${module}.${name}`));
  const said = SIGN_IN.slice(SIGN_IN.indexOf('## Actions that ask anew')).matchAll(/^- `([a-z-]+)`: (.+)$/gm);
  expect([...said].flatMap(([, module, names = '']) => names.split(', ').map((name) => `${module}.${name}`)).toSorted()).toEqual(asking.toSorted());
  expect(asking.length).toBeGreaterThan(60);
});

test('the sessions document says what is in force: lengths, how many at once, and of the provider', () => {
  const minutes = (name: string) => Number(defaultOf(name));
  expect(SESSIONS).toContain(`| unused | ${minutes('session-idle-minutes')} minutes`);
  expect(SESSIONS).toContain(`| at the longest | ${minutes('session-absolute-minutes') / 60} hours`);
  for (const [words, name] of [['a proof is fresh', 'risky-action-minutes'], ['the second step', 'code-step-minutes'], ['a proof under way', 'proof-minutes']] as const) expect(SESSIONS).toContain(`| ${words} | ${minutes(name)} minutes (\`${name}\`)`);
  const [, idle = ''] = /idle_minutes between (\d+ and \d+)/.exec(MIGRATIONS)!;
  const [, absolute = ''] = /absolute_minutes between (\d+ and \d+)/.exec(MIGRATIONS)!;
  for (const range of [idle, absolute]) expect(SESSIONS).toContain(`a municipality ${range.replace(' and ', '–')} minutes`);
  expect(SESSIONS).toContain(`${MOST_SESSIONS} for one user.`);
  expect(SESSIONS).toContain(`| code | ${LIFETIMES.AuthorizationCode} seconds, once |`);
  expect(SESSIONS).toContain(`| access token, ID token | ${LIFETIMES.AccessToken / 60} minutes |`);
  expect(LIFETIMES.IdToken).toBe(LIFETIMES.AccessToken);
  expect(SESSIONS).toContain(`at the longest ${LIFETIMES.Grant / 86_400} days from the person's consent`);
  expect(SESSIONS).toContain(`| code of a device | ${LIFETIMES.DeviceCode / 60} minutes |`);
  expect(SESSIONS).toContain(`| one-time ticket | ${TICKET_SECONDS} seconds, once |`);
});
