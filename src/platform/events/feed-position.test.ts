import { expect, test } from 'vitest';
import { parsePosition, positionWord } from './feed-position.js';

const POSITION = { writtenBy: '1234567', id: '0190a000-0000-7000-8000-00000000000a' };

test('a position read back is the position that was given', () => {
  const word = positionWord(POSITION);
  expect(word).toMatch(/^[\w-]+$/);
  expect(parsePosition(word)).toEqual(POSITION);
});

test.each([
  ['nothing', ''],
  ['plain words', 'from the beginning'],
  ['a position with something after it', `${positionWord(POSITION)}x`],
  ['a number too great for a transaction', positionWord({ ...POSITION, writtenBy: '18446744073709551616' })],
  ['no uuid', positionWord({ ...POSITION, id: 'x' })],
  ['another version', Buffer.from(`2.${POSITION.writtenBy}.${POSITION.id}`).toString('base64url')],
  ['SQL', positionWord({ ...POSITION, id: "'; select 1" })],
])('%s is no position', (_, word) => expect(parsePosition(word)).toBeNull());
