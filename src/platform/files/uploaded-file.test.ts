import { expect, test } from 'vitest';
import { parseInput } from '../actions/input-errors.js';
import { UploadedFileInput } from './uploaded-file.js';

const file = (name: string, words = '') => ({ name, type: 'application/zip', content: Buffer.from(words) });

test('a field left empty is no file, and a chosen file without a byte is refused', () => {
  for (const nothing of [undefined, null, '', file('')]) expect(parseInput(UploadedFileInput, nothing)).toBeNull();
  expect(parseInput(UploadedFileInput, file('C:\\Mape\\iesniegums.edoc', 'PK'))).toMatchObject({ name: 'iesniegums.edoc' });
  expect(() => parseInput(UploadedFileInput, file('iesniegums.edoc'))).toThrow(expect.objectContaining({ fields: [{ field: '', message: expect.objectContaining({ lv: expect.stringContaining('ir tukša') }) }] }));
});
