import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Conflict } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';
import type { Installation } from '#platform/actions/installation.js';
import { type Certificate, certificatesOf } from '#platform/documents/public.js';
import { UNREADABLE_SETTING } from '../texts.js';

/** What the environment says of whom checks believe: those whom the agency's seal needs, and who may sign trusted lists. All are files of certificates (PEM). */
export const TrustSettings = z.object({
  SEAL_AUTHORITIES: z.string().optional(),
  SEAL_TIME_STAMP_AUTHORITIES: z.string().optional(),
  TRUSTED_LIST_SIGNERS: z.string().optional(),
});
type Name = keyof z.infer<typeof TrustSettings>;

/** Certificates that a setting names; none where it is not set. @throws Conflict when the file cannot be read */
export async function certificatesAt({ outside }: Pick<Installation, 'outside'>, name: Name): Promise<Certificate[]> {
  const path = TrustSettings.parse(outside)[name];
  if (path === undefined) return [];
  try {
    return certificatesOf(await readFile(path, 'utf8'));
  } catch {
    throw new Conflict('unreadable-certificates', fill(UNREADABLE_SETTING, { name }));
  }
}

/** Authorities that the installation believes besides those of the lists. */
export async function authoritiesOf(installation: Pick<Installation, 'outside'>): Promise<{ readonly signing: Certificate[]; readonly timeStamping: Certificate[] }> {
  const signing = await certificatesAt(installation, 'SEAL_AUTHORITIES');
  const stamping = await certificatesAt(installation, 'SEAL_TIME_STAMP_AUTHORITIES');
  return { signing, timeStamping: stamping.length > 0 ? stamping : signing };
}

/** A file that cannot be read is told at the start, not to whoever checks a document first. @throws Error naming every such setting */
export async function refuseUnreadableCertificates(installation: Pick<Installation, 'outside'>): Promise<void> {
  const named = Object.entries(TrustSettings.parse(installation.outside)) as [Name, string | undefined][];
  const faults = await Promise.all(
    named.map(([name, path]) =>
      certificatesAt(installation, name).then(
        (found) => path !== undefined && found.length === 0 && `  ${name}: ${path} holds no certificate (PEM)`,
        () => `  ${name}: ${path} cannot be read as a file of certificates (PEM)`,
      ),
    ),
  );
  const lines = faults.filter((line) => typeof line === 'string');
  if (lines.length > 0) throw new Error(`wrong settings:\n${lines.join('\n')}`);
}
