import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const PACKAGES = ['samba', 'samba-ad-dc', 'samba-ad-provision', 'krb5-user', 'curl', 'libkrb5-dev', 'g++', 'make', 'python3'];
const PROGRAMS = ['/usr/sbin/samba', '/usr/bin/samba-tool', '/usr/bin/kinit', '/usr/bin/curl'];
const FOR_BUILDING = ['/usr/include/gssapi/gssapi.h', '/usr/bin/g++', '/usr/bin/make'];
const READER = 'node_modules/kerberos/build/Release/kerberos.node';

/**
 * Gets what a real Active Directory domain needs here: Samba, Kerberos' programs and the built npm package `kerberos`. Tells why it
 * cannot be had on this machine, or null when all is there. As root with Debian's packages at hand, a failure is an error.
 */
export async function whyNoSamba(): Promise<string | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux may open the ports of a domain controller (88, 636)';
  const missing = [...PROGRAMS, ...(existsSync(READER) ? [] : FOR_BUILDING)].filter((path) => !existsSync(path));
  if (missing.length > 0 && !existsSync('/usr/bin/apt-get')) return `these are missing, and there is no apt-get to install them: ${missing.join(', ')}`;
  if (missing.length > 0) await oneAtATime(INSTALL, missing[0]!);
  if (!existsSync(READER)) await oneAtATime(BUILD, READER);
  return null;
}

/** Debian starts the services of a package it installs; a file server on a developer's machine is not what was asked for. */
const INSTALL = `
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  trap 'rm -f $policy' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > $policy
  chmod 755 $policy
fi
get() { apt-get update && apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends ${PACKAGES.join(' ')}; }
get || get
`;

/** Only this package's install script runs (.npmrc has them off). */
const BUILD = 'npm rebuild kerberos --ignore-scripts=false';

/** Two test files want the same at the same time: the second waits, and finds it there. */
async function oneAtATime(script: string, result: string) {
  const nodeHere = resolve(`node_modules/node-linux-${process.arch}`);
  const headers = existsSync(`${nodeHere}/include/node/node_api.h`) ? { npm_config_nodedir: nodeHere } : {};
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...headers };
  await promisify(execFile)('/usr/bin/flock', [resolve('node_modules/kerberos'), '/bin/sh', '-c', `[ -e ${result} ] || { ${script}\n}`], { env, maxBuffer: 50_000_000 });
  if (!existsSync(result)) throw new Error(`this should have made ${result}: ${script}`);
}
