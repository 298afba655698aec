import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'ldapts';

const run = promisify(execFile);
const REALM = 'PASV.TEST';
const ADMINISTRATOR = { name: 'Administrator@pasv.test', password: 'Pirma-Parole-1' };

/** A real domain controller of a made-up municipality: Samba, at a loopback address of its own, in a folder of its own. */
export interface Samba {
  readonly address: string;
  readonly host: string;
  readonly realm: string;
  readonly baseDn: string;
  readonly caPem: string;
  /** With `KRB5_CONFIG` of a client that knows this domain only. */
  readonly environment: Record<string, string>;
  readonly folder: string;
  /** Works in the directory as its administrator. */
  asAdministrator<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** Keys of a service, base64. */
  keytabOf(principal: string): Promise<string>;
  objectGuidOf(account: string): Promise<string>;
  /** Moves the last change of a password to the year 2020; over LDAP nobody may. */
  agePassword(dn: string): Promise<void>;
  /** Stands still without closing anything, as a directory behind a cut line does. */
  pause(): void;
  goOn(): void;
  stop(): Promise<void>;
}

/** About ten seconds: the domain is made anew each time. */
export async function startSamba(): Promise<Samba> {
  const folder = await mkdtemp(join(tmpdir(), 'vienkopus-samba-'));
  const address = `127.${randomInt(64, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;
  const config = join(folder, 'smb.conf');
  await writeFile(config, smbConf(folder, address));
  await writeFile(join(folder, 'krb5.conf'), krb5Conf(address));
  await Promise.all(['private', 'state', 'cache'].map((name) => mkdir(join(folder, name), { recursive: true })));
  await run('samba-tool', ['domain', 'provision', `--configfile=${config}`, `--realm=${REALM}`, '--domain=PASV', '--server-role=dc', '--dns-backend=NONE', '--host-name=dc1', `--host-ip=${address}`, `--adminpass=${ADMINISTRATOR.password}`]);
  const server = spawned(config);
  const read = (name: string) => readFile(join(folder, name), 'utf8');

  const samba: Samba = {
    address,
    host: 'dc1.pasv.test',
    realm: REALM,
    baseDn: 'DC=pasv,DC=test',
    caPem: await whenThere(() => read('private/tls/ca.pem'), server),
    environment: { KRB5_CONFIG: join(folder, 'krb5.conf') },
    folder,
    asAdministrator: async (work) => {
      const client = new Client({ url: `ldaps://${address}`, timeout: 10_000, connectTimeout: 3000, tlsOptions: { ca: samba.caPem, servername: samba.host } });
      try {
        await client.bind(ADMINISTRATOR.name, ADMINISTRATOR.password);
        return await work(client);
      } finally {
        await client.unbind().catch(() => undefined);
      }
    },
    keytabOf: async (principal) => {
      const file = join(folder, `${principal.replaceAll('/', '-')}.keytab`);
      await run('samba-tool', ['domain', 'exportkeytab', file, `--principal=${principal}`, `--configfile=${config}`]);
      return (await readFile(file)).toString('base64');
    },
    objectGuidOf: async (account) => {
      const { stdout } = await run('samba-tool', ['user', 'show', account, '--attributes=objectGUID', `--configfile=${config}`]);
      return /^objectGUID: (\S+)$/m.exec(stdout)![1]!;
    },
    agePassword: async (dn) => void (await run('/usr/bin/python3', ['-c', AGE_PASSWORD, join(folder, 'private/sam.ldb.d/DC=PASV,DC=TEST.ldb'), dn])),
    pause: () => signalAll(server.pid!, 'SIGSTOP'),
    goOn: () => signalAll(server.pid!, 'SIGCONT'),
    stop: async () => {
      await ended(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await whenThere(() => samba.asAdministrator(() => Promise.resolve(true)), server);
    return samba;
  } catch (error) {
    await samba.stop();
    throw error;
  }
}

/**
 * Only the directory and the ticket service. They run as the leader of a group of processes, and the leader is told by the kernel
 * when we die, killed or not; its children end with it.
 */
function spawned(config: string): ChildProcess {
  return spawn('/usr/bin/setpriv', ['--pdeathsig', 'TERM', 'samba', '--foreground', '--no-process-group', '--model=standard', `--configfile=${config}`], { stdio: 'ignore', detached: true });
}

async function ended(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  signalAll(server.pid!, 'SIGCONT');
  server.kill('SIGTERM');
  const inTime = await Promise.race([gone.then(() => true), sleep(5000, false, { ref: false })]);
  if (!inTime) signalAll(server.pid!, 'SIGKILL');
  await gone;
}

/** To the group that we began, and to no other process. */
function signalAll(leader: number, signal: NodeJS.Signals) {
  process.kill(-leader, signal);
}

async function whenThere<T>(look: () => Promise<T>, server: ChildProcess): Promise<T> {
  const until = performance.now() + 60_000;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (server.exitCode !== null || performance.now() > until) throw new Error('Samba did not start', { cause: error });
      await sleep(100);
    }
  }
}

/** Samba's own Python, on the stored rows: past the rules by which a directory keeps this time itself. */
const AGE_PASSWORD = `
import sys, ldb
rows = ldb.Ldb(sys.argv[1])
change = ldb.Message(ldb.Dn(rows, sys.argv[2]))
change['pwdLastSet'] = ldb.MessageElement('132223104000000000', ldb.FLAG_MOD_REPLACE, 'pwdLastSet')
rows.modify(change)
`;

function smbConf(folder: string, address: string): string {
  const at = (name: string) => join(folder, name);
  return `[global]
netbios name = DC1
realm = ${REALM}
workgroup = PASV
server role = active directory domain controller
server services = ldap, kdc
interfaces = ${address}/8
bind interfaces only = yes
private dir = ${at('private')}
state directory = ${at('state')}
cache directory = ${at('cache')}
lock directory = ${folder}
binddns dir = ${at('dns')}
pid directory = ${folder}
ncalrpc dir = ${at('ncalrpc')}
winbindd socket directory = ${at('winbindd')}
ntp signd socket directory = ${at('ntp')}
logging = file
log file = ${at('log')}
[sysvol]
path = ${at('state/sysvol')}
[netlogon]
path = ${at('state/sysvol/pasv.test/scripts')}
`;
}

const krb5Conf = (address: string): string => `[libdefaults]
default_realm = ${REALM}
dns_lookup_kdc = false
dns_lookup_realm = false
dns_canonicalize_hostname = false
rdns = false
udp_preference_limit = 1
[realms]
${REALM} = {
  kdc = ${address}:88
}
[domain_realm]
localhost = ${REALM}
`;
