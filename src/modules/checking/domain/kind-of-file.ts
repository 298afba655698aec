import { pretendsToBeContainer } from './verdict.js';

/**
 * What a file is, as far as its signatures go: in a container they are checked; those inside a PDF are not looked at, only that there are some;
 * a plain PDF has none; `other-file` is everything else.
 */
export const FILE_KINDS = ['container', 'signed-pdf', 'plain-pdf', 'other-file'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A reader looks for the header of a PDF in its first 1024 bytes; each signature inside names the bytes that it covers (ISO 32000-2, 7.5.2 and 12.8.1). */
export function kindOfFile(name: string, content: Uint8Array): FileKind {
  if (pretendsToBeContainer(name, content)) return 'container';
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return 'other-file';
  return bytes.includes('/ByteRange') ? 'signed-pdf' : 'plain-pdf';
}
