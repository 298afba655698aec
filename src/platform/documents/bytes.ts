import { inNode } from './in-node.js';

/** Bytes as Web Crypto takes them; this room's checking half runs in a browser too, so it knows no `Buffer`. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The same bytes, never shared with another memory. */
export const bytesOf = (from: ArrayBuffer | ArrayBufferView): Bytes =>
  from instanceof ArrayBuffer ? new Uint8Array(from) : new Uint8Array(from.buffer as ArrayBuffer, from.byteOffset, from.byteLength);

export const utf8 = (words: string): Bytes => bytesOf(new TextEncoder().encode(words));

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}

export const areEqual = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);

export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const STEP = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  if (inNode) return inNode.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP) binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(binary);
}

/** @throws Error when the text is no Base64; line breaks inside are allowed, as XML has them. */
export function fromBase64(text: string): Bytes {
  const binary = atob(text.replaceAll(/\s+/g, ''));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
