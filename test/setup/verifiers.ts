import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

/** Programs of others that check what we make: each with its path and its Debian package. */
const PROGRAMS = {
  openssl: ['/usr/bin/openssl', 'openssl'],
  xmlsec1: ['/usr/bin/xmlsec1', 'xmlsec1'],
  xmllint: ['/usr/bin/xmllint', 'libxml2-utils'],
  unzip: ['/usr/bin/python3', 'python3'],
  java: ['/usr/bin/javac', 'openjdk-17-jdk-headless'],
  qpdf: ['/usr/bin/qpdf', 'qpdf'],
  pdffonts: ['/usr/bin/pdffonts', 'poppler-utils'],
  pdftoppm: ['/usr/bin/pdftoppm', 'poppler-utils'],
  zbarimg: ['/usr/bin/zbarimg', 'zbar-tools'],
  preflight: ['/usr/share/java/preflight.jar', 'libpdfbox2-java libactivation-java libjaxb-api-java libcommons-logging-java'],
  soffice: ['/usr/bin/soffice', 'libreoffice-calc'],
  softhsm: ['/usr/bin/softhsm2-util', 'softhsm2'],
} as const;

export type Verifier = keyof typeof PROGRAMS;

/**
 * Gets programs from Debian where that can be done; tells why they cannot be had on this machine, or null when all are there. As root
 * with Debian's packages at hand, a failure is an error.
 */
export async function whyNoVerifiers(...wanted: readonly Verifier[]): Promise<string | null> {
  const missing = wanted.filter((name) => !existsSync(PROGRAMS[name][0]));
  if (missing.length === 0) return null;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return `these are missing, and only root with apt-get can install them: ${missing.join(', ')}`;
  const install = `apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends ${missing.map((name) => PROGRAMS[name][1]).join(' ')}`;
  // Two test files may want the same at the same time: the second waits, and finds it there.
  const script = `get() { apt-get update && ${install}; }; [ ${missing.map((name) => `-e ${PROGRAMS[name][0]}`).join(' -a ')} ] || get || get`;
  await promisify(execFile)('/usr/bin/flock', ['/tmp/vienkopus-verifiers.lock', '/bin/sh', '-c', script], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 50_000_000 });
  const left = missing.filter((name) => !existsSync(PROGRAMS[name][0]));
  if (left.length > 0) throw new Error(`apt-get should have installed ${left.join(', ')}: ${install}`);
  return null;
}

/** A skipped check by others must not pass unseen. */
export function sayWhyNot(what: string, why: string | null): void {
  if (why !== null) console.warn(`\n!!! NOT CHECKED: ${what}: ${why}\n`);
}
