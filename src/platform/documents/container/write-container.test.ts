import { expect, test } from 'vitest';
import { AWKWARD, PDF } from '../tests/sealed.js';
import { UnfitFiles } from './data-file.js';
import { writeContainer } from './write-container.js';

const SIGNATURE = Buffer.from('<signature/>');
const named = (name: string) => ({ ...PDF, name });

test('the type of the container is readable at byte 38 of the file', () => {
  const container = writeContainer([PDF], [SIGNATURE]);
  expect(container.subarray(30, 38).toString()).toBe('mimetype');
  expect(container.subarray(38, 69).toString()).toBe('application/vnd.etsi.asic-e+zip');
  expect(container.readUInt16LE(28)).toBe(0);
});

test('the same parts give the same bytes', () => {
  expect(writeContainer([PDF, AWKWARD], [SIGNATURE])).toEqual(writeContainer([PDF, AWKWARD], [SIGNATURE]));
});

test.each(['', '/etc/passwd', '../up.pdf', 'a/../b.pdf', 'a//b.pdf', 'c:\\x.pdf', 'META-INF/x.pdf', 'meta-inf/manifest.xml', 'mimetype', 'new\nline.pdf', ' space.pdf', 'dot.'])('the name %j is refused before anything is signed', (name) => {
  expect(() => writeContainer([named(name)], [SIGNATURE])).toThrow(UnfitFiles);
});

test('two names that one file system takes for the same are refused', () => {
  expect(() => writeContainer([named('Ā.pdf'), named('a\u0304.pdf'.toUpperCase().toLowerCase())], [SIGNATURE])).toThrow(UnfitFiles);
});

test('no file, or one whose type is none, is refused', () => {
  expect(() => writeContainer([], [SIGNATURE])).toThrow('no file');
  expect(() => writeContainer([{ ...PDF, mime: 'pdf' }], [SIGNATURE])).toThrow('no media type');
});
