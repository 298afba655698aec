import { afterEach, expect, test } from 'vitest';
import { type CertificatePage, renderCertificate } from './certificate-page.js';
import { openPrinter, type Printer, type ToPrint } from './printer.js';

const PAGE: CertificatePage = {
  lang: 'lv-LV', issuer: 'Izdomāta aģentūra', title: 'Sertifikāts', number: 'Nr. 1', holder: 'Ņina Šķēle', holderCode: 'personas kods 000000-00000', statements: [], outcome: 'kopvērtējums 33 %', parts: [], partHeads: ['Daļa', 'Vērtējums'], place: 'Rīga', attestation: 'Apzīmogots', notices: [],
};
const sheets = (from: number, count: number): ToPrint[] => Array.from({ length: count }, (_, at) => ({ page: { ...PAGE, number: `Nr. ${from + at}` }, issuedAt: new Date('2026-06-29T06:00:00Z') }));
const here = ({ page, issuedAt }: ToPrint): Promise<Buffer> => renderCertificate(page, { issuedAt });

let printer: Printer;
afterEach(() => printer.close());

test('many are printed in a thread, in their order and to the byte as here, those that come next ahead of being wanted', async () => {
  printer = openPrinter();
  const [first, second] = [sheets(0, 60), sheets(60, 60)];
  const printed = [...(await printer.print(first, second)), ...(await printer.print(second, []))];
  expect(printed).toHaveLength(120);
  for (const [at, sheet] of [...first, ...second].entries()) if (at % 20 === 0) expect((await here(sheet)).equals(printed[at]!)).toBe(true);
  expect(new Set(printed.map((one) => Buffer.from(one).toString('latin1'))).size).toBe(120);
});

test('a letter that the fonts do not have is told from the thread as from here, and what else was asked for is printed', async () => {
  printer = openPrinter();
  const unprintable = sheets(60, 60).map((sheet) => ({ ...sheet, page: { ...sheet.page, holder: 'Олег' } }));
  expect(await printer.print(sheets(0, 60), unprintable)).toHaveLength(60);
  await expect(printer.print(unprintable, [])).rejects.toThrow('the fonts have no О');
  expect(await printer.print(sheets(0, 5), [])).toHaveLength(5);
});

test('a thread that ended leaves nobody waiting', async () => {
  printer = openPrinter();
  const printing = printer.print(sheets(0, 200), []);
  printer.close();
  await expect(printing).rejects.toThrow('has ended');
});
