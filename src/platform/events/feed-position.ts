import type { FeedPosition } from './feed.js';

/** A place in the feed as a word for readers, who hand it back and look no further into it. Good for as long as the database lives. */
export const positionWord = ({ writtenBy, id }: FeedPosition): string => Buffer.from(`${VERSION}.${writtenBy}.${id}`).toString('base64url');

/** The place that a word stands for; null where it is none of ours. */
export function parsePosition(word: string): FeedPosition | null {
  const [, writtenBy, id] = SHAPE.exec(Buffer.from(word, 'base64url').toString('latin1')) ?? [];
  if (!writtenBy || !id || BigInt(writtenBy) > LAST_XID || positionWord({ writtenBy, id }) !== word) return null;
  return { writtenBy, id };
}

const VERSION = 1;
const SHAPE = /^1\.(\d{1,20})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const LAST_XID = 2n ** 64n - 1n;
