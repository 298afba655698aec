import { expect, test } from 'vitest';
import { type PersonCode, personCode } from '#kernel/person-code.js';
import { kindOfFile } from './kind-of-file.js';
import { codeOfSigner, pretendsToBeContainer, signedBy } from './verdict.js';

const OWN = personCode('320000-00001');
const OTHER = personCode('320000-00002');

test('the personal code is read from a certificate as Latvia writes it, and from no other', () => {
  expect(codeOfSigner('PNOLV-320000-00001')).toBe(OWN);
  expect(codeOfSigner('320000-00001')).toBe(OWN);
  for (const other of ['PNOEE-38001085718', 'PASLV-LV1234567', 'IDCLV-320000-00001', 'NTRLV-90000000000', '']) expect(codeOfSigner(other)).toBeNull();
});

test('who signed is compared, never guessed', () => {
  const told = (codes: readonly (PersonCode | null)[], own: readonly string[] | null) => signedBy(codes, own);
  expect(told([OTHER, OWN], [OWN])).toBe('applicant');
  expect(told([OTHER, null], [OWN])).toBe('somebody-else');
  expect([told([null], [OWN]), told([], [OWN]), told([OWN], null), told([OWN], [])]).toEqual(['not-known', 'not-known', 'not-known', 'not-known']);
});

test('what is named or begins as a container is checked as one', () => {
  expect(pretendsToBeContainer('iesniegums.EDOC', Buffer.from('no'))).toBe(true);
  expect(pretendsToBeContainer('iesniegums', Buffer.from('PK\u0003\u0004'))).toBe(true);
  expect(pretendsToBeContainer('iesniegums.pdf', Buffer.from('%PDF-1.7'))).toBe(false);
});

test('a PDF with a signature inside is told from one without, and from a file that only bears the name', () => {
  const kinds = (['%PDF-1.7\n1 0 obj<</Type/Sig/ByteRange[0 10 20 5]>>', '%PDF-1.7\n1 0 obj<<>>', '<script>/ByteRange</script>', 'PK\u0003\u0004'] as const).map((words) => kindOfFile('iesniegums.pdf', new Uint8Array(Buffer.from(words))));
  expect(kinds).toEqual(['signed-pdf', 'plain-pdf', 'other-file', 'container']);
  expect(kindOfFile('iesniegums.edoc', Buffer.from('%PDF-1.7'))).toBe('container');
});
