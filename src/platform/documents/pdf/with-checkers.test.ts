import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { sayWhyNot, whyNoVerifiers } from '#test/setup/verifiers.js';
import { type ApplicationPage, renderApplication } from './application-page.js';
import { type CertificatePage, type PrintedCopy, renderCertificate, type Rendering } from './certificate-page.js';
import { UnprintableLetters } from './letters.js';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'vienkopus-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const missing = await whyNoVerifiers('qpdf', 'pdffonts', 'pdftoppm', 'zbarimg', 'java', 'preflight');
sayWhyNot('PDF/A by qpdf, Poppler and PDFBox', missing);

const LATVIAN = 'AĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽ aābcčdeēfgģhiījkķlļmnņoprsštuūvzž';
const PAGE: CertificatePage = {
  lang: 'lv-LV',
  issuer: 'Valsts izglītības attīstības aģentūra',
  title: 'Vispārējās vidējās izglītības sertifikāts',
  number: 'Nr. 2024/301949081206-KUMAL',
  holder: 'Ņina Šķēle-Žagariņa',
  holderCode: 'personas kods 000000-00000',
  statements: ['ir kārtojusi centralizēto eksāmenu vispārējās vidējās izglītības programmas apguvei un pierādījusi zināšanu un prasmju atbilstību', 'kultūrā un mākslā augstākajā mācību satura apguves līmenī'],
  outcome: 'kopvērtējums 33 %',
  partHeads: ['Eksāmena daļa', 'Vērtējums'],
  parts: [{ name: 'Zināšanas, izpratne un prasmes', value: '27 %' }, { name: 'Kompleksu problēmu risināšana', value: '42 %' }],
  place: 'Rīga, Latvijas Republika',
  attestation: 'Sertifikāts apliecināts ar aģentūras kvalificētu elektronisko zīmogu',
  notices: ['Vērtējumu var apstrīdēt viena mēneša laikā.'],
};
const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');
const LETTERS = [LATVIAN, span(0x21, 0x7e), span(0xa1, 0xff).replace('\u00ad', ''), span(0x100, 0x17f), '\u0218\u0219\u021a\u021b', '‐‒–—―‘’‚“”„…€'];
let made = 0;
const AT: Rendering = { issuedAt: new Date('2026-06-29T06:00:00Z') };
async function rendered(page = PAGE, rendering = AT): Promise<string> {
  return kept(await renderCertificate(page, rendering));
}
function kept(content: Buffer): string {
  const file = join(folder, `${(made += 1)}.pdf`);
  writeFileSync(file, content);
  return file;
}
const APPLICATION: ApplicationPage = { lang: 'lv-LV', addressee: 'Vienkopus', title: 'Iesniegums', facts: [{ name: 'Iesniedzējs', value: PAGE.holder }, { name: 'Vieta', value: 'Ādažu novads' }], undertakes: 'Apliecinu:', undertakings: PAGE.statements, howToSign: PAGE.attestation };
const COPY: PrintedCopy = { address: `https://vienkopus.example/check#c=${'eyJhbGciOiJFUzI1NiJ9.'.repeat(12)}`, codeInWords: 'Kvadrātkods ar apliecinājumu', words: ['Šī ir elektroniska dokumenta izdruka.'], attestation: { title: 'IZDRUKA PAREIZA', rows: [['Amats, vārds, uzvārds'], ['Paraksts', 'Datums']] } };
const said = (program: string, ...args: string[]) => run(program, args, { maxBuffer: 10_000_000 }).then(({ stdout }) => stdout);

describe('a certificate page', () => {
  test('is the same to the byte for the same words and instant, and another for others', async () => {
    const [one, other] = [await renderCertificate(PAGE, AT), await renderCertificate(PAGE, AT)];
    expect(one.equals(other)).toBe(true);
    await renderCertificate({ ...PAGE, statements: LETTERS.toReversed() }, AT);
    expect(one.equals(await renderCertificate(PAGE, AT))).toBe(true);
    expect(one.equals(await renderCertificate({ ...PAGE, outcome: 'kopvērtējums 34 %' }, AT))).toBe(false);
    expect(one.length).toBeLessThan(60_000);
  });

  test('with letters that the fonts do not have is refused by name, before anything is rendered', async () => {
    const wish = renderCertificate({ ...PAGE, holder: 'Олег 李' }, AT);
    await expect(wish).rejects.toThrow(UnprintableLetters);
    await expect(wish).rejects.toMatchObject({ letters: ['О', 'л', 'е', 'г', '李'], text: { lv: expect.stringContaining('holder') as string } });
  });

  test('takes letters whose marks stand apart as one', async () => {
    expect((await renderCertificate({ ...PAGE, holder: PAGE.holder.normalize('NFD') }, AT)).equals(await renderCertificate(PAGE, AT))).toBe(true);
  });
});

describe.skipIf(missing !== null)('a certificate page is believed by', () => {
  test('qpdf: a whole file', async () => {
    expect(await said('/usr/bin/qpdf', '--check', await rendered())).toContain('No syntax or stream encoding errors');
  });

  test('Poppler: every font is inside, in parts, and can be read as text', async () => {
    const fonts = (await said('/usr/bin/pdffonts', await rendered())).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(2);
    for (const line of fonts) expect(line).toMatch(/NotoSerif.*yes yes yes/);
  });

  test('Poppler: it is tagged, with heads, paragraphs and a table, and says that it is PDF/A-2a', async () => {
    const structure = await said('/usr/bin/pdfinfo', '-struct', await rendered());
    for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    const meta = await said('/usr/bin/pdfinfo', '-meta', await rendered());
    expect(meta).toMatch(/pdfaid:part>2</);
    expect(meta).toMatch(/pdfaid:conformance>A</);
  });

  test('Poppler: every letter that we say the fonts have comes out again', async () => {
    const text = await said('/usr/bin/pdftotext', '-enc', 'UTF-8', await rendered({ ...PAGE, statements: LETTERS }), '-');
    const found = new Set(text.normalize('NFC'));
    expect([...new Set(LETTERS.join(''))].filter((letter) => letter !== ' ' && !found.has(letter.normalize('NFC')))).toEqual([]);
  });

  test('ZBar and Poppler: the code of a printed copy holds its address, on the one page, and is told in words to those who hear it', async () => {
    const file = await rendered(PAGE, { ...AT, copy: COPY });
    expect(await said('/usr/bin/pdfinfo', file)).toMatch(/Pages: +1\n/);
    expect(await said('/usr/bin/pdfinfo', '-struct', file)).toMatch(/Figure/);
    await run('/usr/bin/pdftoppm', ['-r', '150', '-png', '-singlefile', file, join(folder, 'copy')]);
    expect((await said('/usr/bin/zbarimg', '-q', '--raw', '--nodbus', join(folder, 'copy.png'))).trim()).toBe(COPY.address);
    expect((await renderCertificate(PAGE, { ...AT, copy: COPY })).equals(await renderCertificate(PAGE, { ...AT, copy: COPY }))).toBe(true);
    expect(await said('/usr/bin/pdfinfo', await rendered({ ...PAGE, notices: Array.from({ length: 12 }, () => PAGE.notices[0]!) }, { ...AT, copy: COPY }))).toMatch(/Pages: +2\n/);
  });

  test.each([
    ['the page', () => renderCertificate(PAGE, { ...AT, conformance: 'PDF/A-1a' })],
    ['a printed copy of it', () => renderCertificate(PAGE, { ...AT, copy: COPY, conformance: 'PDF/A-1a' })],
    ['an application', () => renderApplication(APPLICATION, AT.issuedAt, 'PDF/A-1a')],
  ])('PDFBox Preflight: %s as PDF/A-1a breaks no rule', async (_, render) => {
    const classpath = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api'].map((name) => `/usr/share/java/${name}.jar`).join(':');
    const file = kept(await render());
    const told = await run('/usr/bin/java', ['-cp', classpath, 'org.apache.pdfbox.preflight.Validator_A1b', file]).then(({ stdout }) => stdout, (fault: { stdout: string; stderr: string }) => fault.stdout + fault.stderr);
    expect(told).toContain('is a valid PDF/A-1b file');
  });
});
