import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { MANIFEST, retold, rewritten, SIGNATURES, spoilt } from '../../src/platform/documents/tests/forging.js';
import type { ZipFile } from '../../src/platform/documents/zip/write-zip.js';
import { holdToStandards, withBrowser } from './browser.js';

const people = withBrowser();
let edoc: Buffer;
/** A certificate that the program sealed, as a resident downloads it. */
beforeAll(async () => {
  const resident = await people.signedIn('iedzivotajs');
  await resident.goto('/my/certificates');
  await resident.locator('main .tabs a, main nav a').filter({ hasText: /./ }).nth(1).click();
  const [download] = await Promise.all([resident.waitForEvent('download'), resident.getByRole('button', { name: /Lejupielādēt e-dokumentu/ }).first().click()]);
  edoc = await readFile(await download.path());
});

const found = (page: Page) => page.locator('[data-check-result]');
async function check(page: Page, name: string, buffer: Buffer): Promise<string> {
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/zip', buffer });
  await page.locator('[data-check-result] h2', { hasText: name }).waitFor();
  return found(page).innerText();
}

test('anybody checks a certificate in the browser: nothing is sent, its PDF can be opened, and without a connection it works too', async () => {
  const page = await people.visitor({ narrow: true });
  await page.goto('/check');
  await page.locator('[data-offline]:not([hidden])').waitFor();
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  const words = await check(page, 'sertifikats.edoc', edoc);
  for (const told of ['Dokuments ir derīgs', 'SIMULATED Zīmogs', 'Parakstīts (laika zīmogs)', 'XAdES B-LT', '.pdf', 'Ilgtermiņa pierādījums', 'atsaukto dokumentu sarakstā']) expect(words).toContain(told);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('sertifikats.edoc');
  await page.locator('[data-check-result] summary').click();
  await holdToStandards(page);
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Saglabāt/ }).click()]);
  expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe('%PDF-');
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);

  await page.context().setOffline(true);
  await page.goto('/check');
  expect(await check(page, 'bez-tikla.edoc', edoc)).toContain('Dokuments ir derīgs');
  // What was revoked since the last visit with a connection is not known: a day later the page says so.
  const list = await page.evaluate(async () => (await caches.open('check')).match('/check/revoked').then((kept) => kept!.text()));
  expect(list.split('.')).toHaveLength(3);
  await page.goto('/check?lang=en');
  expect(await check(page, 'offline.edoc', edoc)).toContain('The document is valid');
  await page.context().setOffline(false);
});

const EXTRA: ZipFile = { path: 'pielikums.txt', content: Buffer.from('added') };
const listed = (text: string) => text.replace('</manifest:manifest>', `<manifest:file-entry manifest:full-path="${EXTRA.path}" manifest:media-type="text/plain"/></manifest:manifest>`);
const isPdf = ({ path }: ZipFile) => path.endsWith('.pdf');
const spoiltIn = (tag: string) => (text: string) => text.replace(new RegExp(`(<${tag}(?: [^>]*)?>)([^<]+)`), (_, begin: string, value: string) => begin + spoilt(value));
const FORGERIES: readonly (readonly [name: string, rule: string, forge: () => Promise<Buffer>])[] = [
  ['a byte added to the PDF', 'file-digests', () => rewritten(edoc, (all) => all.map((one) => (isPdf(one) ? { ...one, content: Buffer.concat([one.content, Buffer.from(' ')]) } : one)))],
  ['a file added', 'manifest-complete', () => rewritten(edoc, (all) => [...all, EXTRA])],
  ['a file added and listed', 'files-signed', async () => retold(await rewritten(edoc, (all) => [...all, EXTRA]), MANIFEST, listed)],
  ['the PDF removed', 'files-signed', () => rewritten(edoc, (all) => all.filter((one) => !isPdf(one)))],
  ['mimetype last', 'mimetype', () => rewritten(edoc, ([first, ...rest]) => [...rest, first!])],
  ['no manifest', 'manifest', () => rewritten(edoc, (all) => all.filter(({ path }) => path !== MANIFEST))],
  ['no signature', 'signatures-present', () => rewritten(edoc, (all) => all.filter(({ path }) => path !== SIGNATURES))],
  ['another claimed time', 'properties-signed', () => retold(edoc, SIGNATURES, (text) => text.replace(/(<xades:SigningTime>)20/, '$119'))],
  ['another value of the signature', 'signature-value', () => retold(edoc, SIGNATURES, spoiltIn('ds:SignatureValue'))],
  ['another time stamp', 'time-stamp', () => retold(edoc, SIGNATURES, spoiltIn('xades:EncapsulatedTimeStamp'))],
  ['no answer about the certificate', 'level', () => retold(edoc, SIGNATURES, (text) => text.replace(/<xades:RevocationValues>.*<\/xades:RevocationValues>/s, ''))],
  ['entities in the signature', 'signature-form', () => retold(edoc, SIGNATURES, (text) => text.replace(/(<\?xml[^>]*>)?/, '$1<!DOCTYPE x [<!ENTITY e "x">]>'))],
];

test('a dozen forgeries are refused in the browser, each by the rule that it breaks', async () => {
  const page = await people.visitor();
  await page.goto('/check');
  for (const [at, [name, rule, forge]] of FORGERIES.entries()) {
    const words = await check(page, `viltots-${at}.edoc`, await forge());
    expect(words, name).toContain('Dokumentam nevar uzticēties');
    // Where a byte of a time stamp falls is chance: it breaks the stamp, or what its authority signed.
    expect((await found(page).locator('li code').allInnerTexts()).some((code) => code === rule || (rule === 'time-stamp' && code === 'time-stamp-authority')), `${name}: ${rule}`).toBe(true);
  }
  await holdToStandards(page);
});

test('without script the server checks the file and the claim, says so, and what is missing', async () => {
  const page = await people.visitor({ script: false });
  await page.goto('/check');
  expect(await page.locator('main').innerText()).toContain('netiek saglabāts');
  await page.locator('form[action="/check"] button').click();
  expect(await page.locator('.error-summary').innerText()).toContain('Parakstīta datne');
  const path = join(tmpdir(), `vienkopus-${process.pid}.edoc`);
  await writeFile(path, edoc);
  await page.locator('input[type=file]').setInputFiles(path);
  await page.locator('form[action="/check"] button').click();
  expect(await found(page).innerText()).toContain('Dokuments ir derīgs');
  await page.locator('input[name=claim]').fill('https://localhost/check#c=x.y.z');
  await page.locator('form[action="/check/claim"] button').click();
  expect(await found(page).innerText()).toContain('Izdrukai nevar uzticēties');
});
