/** What Node does faster than browsers let us; null in a browser, where the checking half of this room runs too. */
const modules = globalThis.process?.getBuiltinModule;

export const inNode = modules ? { hash: modules('node:crypto').hash, Buffer: modules('node:buffer').Buffer, inflateRaw: modules('node:zlib').inflateRawSync, crc32: modules('node:zlib').crc32 } : null;
