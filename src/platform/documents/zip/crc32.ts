import { inNode } from '../in-node.js';

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1;
  return rest;
});

/** The check sum of ZIP (ISO 3309); where Node does not have it, in plain JavaScript: this half of the room runs in a browser too. */
export const crc32 = (bytes: Uint8Array): number => (inNode ? inNode.crc32(bytes) : inPlain(bytes));

function inPlain(bytes: Uint8Array): number {
  let sum = 0xffff_ffff;
  for (let at = 0; at < bytes.length; at += 1) sum = (sum >>> 8) ^ TABLE[(sum ^ bytes[at]!) & 0xff]!;
  return ~sum >>> 0;
}
