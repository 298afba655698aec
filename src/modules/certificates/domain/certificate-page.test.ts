import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { type FormWords, pageWordsOf, saysTheSame } from './certificate-page.js';
import { containerName, numberOf, pdfName } from './number.js';

const SERIES = { numberTemplate: '{year}/{candidate}-{exam}', numberPattern: '^20\\d{2}/\\d{12}-[A-Z]{3}(09|OL|AL|VL)$' };
const FORM: FormWords = {
  issuer: 'Izdomāta aģentūra', title: 'Sertifikāts', statements: ['ir kārtojis(-usi) eksāmenu', '{subject} {level}'], outcome: 'kopvērtējums {total} %', partHeads: ['Daļa', 'Vērtējums'], place: 'Rīga, {issued}', attestation: 'Apzīmogots', notices: [],
};
const KUMAL = {
  level: 'highest', locativeLv: 'kultūrā un mākslā', total: 33, parts: [{ nameLv: 'Zināšanas', perCent: 27 }, { nameLv: 'Problēmas', perCent: 42 }], given: 'Anna', family: 'Paraugs', code: '45051000001', bornOn: isoDate('2005-05-05'), issuedOn: isoDate('2023-11-01'),
} as const;

test('a number is that of the samples: year of the exam, candidate code, exam code', () => {
  expect(numberOf(SERIES, { heldOn: isoDate('2023-05-30'), candidateCode: '601919002079', code: 'KUMAL' })).toBe('2023/601919002079-KUMAL');
  expect(() => numberOf(SERIES, { heldOn: isoDate('2023-05-30'), candidateCode: '6019', code: 'KUMAL' })).toThrow(/is no number/);
});

test('a number makes names of files that unpack everywhere, with versions after the first', () => {
  expect([pdfName('2023/601919002079-KUMAL'), containerName('2023/601919002079-KUMAL', 1), containerName('2023/601919002079-KUMAL', 2)]).toEqual(['2023_601919002079-KUMAL.pdf', '2023_601919002079-KUMAL.edoc', '2023_601919002079-KUMAL-v2.edoc']);
});

test('a page says of the sample what the sample says', () => {
  expect(pageWordsOf(FORM, KUMAL, '2023/601919002079-KUMAL')).toMatchObject({
    number: 'Nr. 2023/601919002079-KUMAL', holder: 'Anna Paraugs', holderCode: 'personas kods 450510-00001', statements: ['ir kārtojis(-usi) eksāmenu', 'kultūrā un mākslā augstākajā mācību satura apguves līmenī'], outcome: 'kopvērtējums 33 %',
    parts: [{ name: 'Zināšanas', value: '27 %' }, { name: 'Problēmas', value: '42 %' }], place: 'Rīga, 01.11.2023.',
  });
});

test('grade 9 has no level, a part from which someone is exempt has no per cent, and who has no code is known by the day of birth', () => {
  const page = pageWordsOf(FORM, { ...KUMAL, level: 'basic', locativeLv: 'matemātikā', code: null, parts: [{ nameLv: 'Pirmā', perCent: null }] }, 'n');
  expect([page.statements[1], page.parts[0]!.value, page.holderCode]).toEqual(['matemātikā', 'atbrīvots(-a)', 'dzimis(-usi) 05.05.2005.']);
});

test('two pages say the same when total and parts do, whatever the day', () => {
  const page = pageWordsOf(FORM, KUMAL, 'n');
  expect(saysTheSame(page, pageWordsOf(FORM, { ...KUMAL, issuedOn: isoDate('2024-01-01') }, 'n'))).toBe(true);
  expect(saysTheSame(page, pageWordsOf(FORM, { ...KUMAL, total: 34 }, 'n'))).toBe(false);
  expect(saysTheSame(page, pageWordsOf(FORM, { ...KUMAL, parts: [{ nameLv: 'Zināšanas', perCent: 28 }, { nameLv: 'Problēmas', perCent: 42 }] }, 'n'))).toBe(false);
});
