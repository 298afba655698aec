import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const BUFFER_BYTES = 1 << 20;

/** Copies a file and tells its size and checksum, read once; undefined when it was removed meanwhile. */
export async function copyFile(from: string, to: string): Promise<{ size: number; sha256: string } | undefined> {
  const source = await open(from, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (!source) return undefined;
  try {
    const target = await open(to, 'w', 0o600);
    try {
      const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
      const digest = createHash('sha256');
      let size = 0;
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, BUFFER_BYTES, size);
        if (bytesRead === 0) break;
        const piece = buffer.subarray(0, bytesRead);
        digest.update(piece);
        await target.writeFile(piece);
        size += bytesRead;
      }
      await target.sync();
      return { size, sha256: digest.digest('hex') };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
