import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptNegotiate, type NegotiateOutcome } from '#modules/authentication/outside/active-directory/accept-negotiate.js';
import { DirectoryConnection } from '#modules/authentication/outside/active-directory/connection.js';
import { acceptTicket, canReadTickets } from '#modules/authentication/outside/active-directory/kerberos.js';
import { proveByDirectoryPassword } from '#modules/authentication/outside/active-directory/prove-by-password.js';
import { startSamba, type Samba } from '../setup/samba.js';
import { whyNoSamba } from '../setup/samba-packages.js';
import { change, DISABLED, dnOf, fillWithPeople, PASSWORD, SERVICE } from '../setup/samba-people.js';

const why = await whyNoSamba();
if (why) console.warn(`SKIPPED: the tests of signing in by a Kerberos ticket, since there is no Samba: ${why}.`);

const run = promisify(execFile);
let samba: Samba;
let connection: DirectoryConnection;
let gateway: Gateway;
let janis: Record<string, string>;

/** A web server that asks for a ticket, as the sign-in page does, and remembers what came. */
interface Gateway {
  readonly address: string;
  readonly server: Server;
  readonly seen: { header: string; outcome: NegotiateOutcome }[];
  connection: DirectoryConnection;
}

async function openGateway(): Promise<Gateway> {
  const seen: Gateway['seen'] = [];
  const server = createServer((request, answer) => {
    const header = request.headers.authorization;
    if (!header) return void answer.writeHead(401, { 'www-authenticate': 'Negotiate' }).end();
    void acceptNegotiate(opened.connection, header, new Date()).then((outcome) => {
      seen.push({ header, outcome });
      if (outcome.kind === 'refused') return answer.writeHead(403).end(outcome.reason);
      return answer.writeHead(200, outcome.answer ? { 'www-authenticate': outcome.answer } : {}).end(outcome.proof.subject);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const opened: Gateway = { address: `http://localhost:${(server.address() as AddressInfo).port}/`, server, seen, connection };
  return opened;
}

/** Signs in to the domain as a computer does, and gives the environment in which that ticket is used. */
async function signedIn(account: string, password = PASSWORD): Promise<Record<string, string>> {
  const environment = { ...process.env, ...samba.environment, KRB5CCNAME: `FILE:${join(samba.folder, `tickets-${account}`)}` } as Record<string, string>;
  const kinit = run('kinit', [`${account}@${samba.realm}`], { env: environment });
  kinit.child.stdin!.end(`${password}\n`);
  await kinit;
  return environment;
}

/** Opens the gateway as a browser of the domain does: asked for a ticket, it gets one for `HTTP/localhost` and shows it. */
async function browse(environment: Record<string, string>, by: Partial<DirectoryConnection> = {}): Promise<string> {
  gateway.connection = { ...connection, ...by };
  const { stdout } = await run('curl', ['--silent', '--negotiate', '--user', ':', '--write-out', '%{http_code} ', gateway.address], { env: environment });
  return stdout;
}

/** A ticket that was shown where none is read. */
async function unusedTicket(): Promise<string> {
  await browse(janis, { kind: 'ldaps' });
  return lastSeen().header;
}

/** A ticket for a service that no browser asks for. */
async function ticketFor(service: string): Promise<string> {
  const script = `require('kerberos').initializeClient('${service}', { mechOID: 6 }).then((client) => client.step('')).then((token) => console.log(token))`;
  return (await run(process.execPath, ['-e', script], { env: janis })).stdout.trim();
}

const lastSeen = () => gateway.seen.at(-1)!;

describe.skipIf(why !== null)('signing in by the Kerberos ticket of a Windows session', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    samba = await startSamba();
    await fillWithPeople(samba);
    connection = DirectoryConnection.parse({
      id: 'pasv',
      kind: 'ldaps+spnego',
      hosts: [{ name: samba.host, address: samba.address }],
      baseDn: samba.baseDn,
      upnSuffixes: ['pasv.test'],
      serviceAccount: SERVICE,
      requiredGroup: 'Vienkopus-lietotaji',
      groupRoles: [],
      personCodeAttribute: 'employeeID',
      caPem: samba.caPem,
      realm: samba.realm,
      keytab: await samba.keytabOf('HTTP/localhost'),
      secondFactorProven: false,
      outage: { kind: 'refuse' },
    });
    gateway = await openGateway();
    janis = await signedIn('janis.berzins');
  }, 120_000);
  afterAll(async () => {
    gateway?.server.closeAllConnections();
    gateway?.server.close();
    await samba?.stop();
  });

  test('the reader of tickets is built and loads', async () => {
    expect(canReadTickets()).toBe(true);
  });

  test('whoever signed in to the domain is proven without a password, as the same person as by the password', async () => {
    const byPassword = await proveByDirectoryPassword(connection, 'janis.berzins', PASSWORD);
    if (byPassword.kind === 'refused') throw new Error(byPassword.reason);
    expect(await browse(janis)).toBe(`${byPassword.proof.subject}200 `);
    expect(lastSeen().outcome).toEqual({
      ...byPassword,
      proof: { ...byPassword.proof, amr: ['wia'], evidence: { directory: 'dc1.pasv.test', realm: 'PASV.TEST' } },
      answer: expect.stringMatching(/^Negotiate [A-Za-z0-9+/]+=*$/) as string,
    });
  });

  test('a domain that vouches for a second factor proves more', async () => {
    await browse(janis, { secondFactorProven: true });
    expect(lastSeen().outcome).toMatchObject({ kind: 'proven', proof: { level: 'substantial', amr: ['wia', 'mfa'] } });
  });

  test('a ticket shown a second time is refused', async () => {
    expect(await browse(janis)).toMatch(/200 $/);
    expect(await acceptNegotiate(connection, lastSeen().header, new Date())).toEqual({ kind: 'refused', reason: 'bad-ticket' });
  });

  test('a ticket that was changed is refused', async () => {
    const ticket = Buffer.from((await unusedTicket()).slice('Negotiate '.length), 'base64');
    for (const at of [ticket.length - 20, Math.floor(ticket.length / 2)]) {
      const changed = Buffer.from(ticket);
      changed[at]! ^= 1;
      expect(await acceptNegotiate(connection, `Negotiate ${changed.toString('base64')}`, new Date())).toEqual({ kind: 'refused', reason: 'bad-ticket' });
    }
  });

  test('the keys of one connection open no ticket of another, also when both come at once', async () => {
    const other = { ...connection, keytab: await samba.keytabOf('ftp/localhost') };
    const tickets = [await unusedTicket(), await unusedTicket(), await unusedTicket(), await unusedTicket()];
    const outcomes = await Promise.all(tickets.map((header, at) => acceptNegotiate(at % 2 ? other : connection, header, new Date())));
    expect(outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.reason : 'proven'))).toEqual(['proven', 'bad-ticket', 'proven', 'bad-ticket']);
  });

  test('a ticket for another service of this machine is refused, even when its key fits', async () => {
    const keytab = await samba.keytabOf('ftp/localhost');
    expect(await acceptNegotiate({ ...connection, keytab }, `Negotiate ${await ticketFor('ftp@localhost')}`, new Date())).toEqual({ kind: 'refused', reason: 'bad-ticket' });
    expect(await acceptTicket(Buffer.from(keytab, 'base64'), await ticketFor('ftp@localhost'))).toMatchObject({ principal: 'janis.berzins@PASV.TEST', service: 'ftp/localhost@PASV.TEST' });
  });

  test('a ticket of another domain than the connection’s is refused, even when its key fits', async () => {
    expect(await browse(janis, { realm: 'CITA.TEST' })).toBe('other-domain403 ');
  });

  test.each([
    ['no header', undefined, 'no-ticket'],
    ['a password', 'Basic amFuaXM6cGFyb2xl', 'no-ticket'],
    ['words', 'Negotiate abc', 'no-ticket'],
    ['no base64', `Negotiate ${'%'.repeat(40)}`, 'no-ticket'],
    ['NTLM', `Negotiate ${Buffer.from('NTLMSSP\0\u0001\0\0\0\u0007\u0082\u0008\0\0\0\0\0\0\0\0\0').toString('base64')}`, 'not-kerberos'],
    ['made-up bytes', `Negotiate ${Buffer.alloc(600, 7).toString('base64')}`, 'bad-ticket'],
  ])('%s is refused', async (_, header, reason) => {
    expect(await acceptNegotiate(connection, header, new Date())).toEqual({ kind: 'refused', reason });
  });

  test('who is not in the required group, or is a service, gets no further than the ticket', async () => {
    expect(await browse(await signedIn('dace.balode'))).toBe('not-in-required-group403 ');
    expect(await browse(await signedIn('vienkopus', SERVICE.password))).toBe('not-in-required-group403 ');
    expect(await browse(janis, { baseDn: `OU=Domain Controllers,${samba.baseDn}` })).toBe('unknown-account403 ');
  });

  test('someone disabled after signing in to the domain is refused, though the ticket still holds', async () => {
    const anna = await signedIn('anna.ozola');
    expect(await browse(anna)).toMatch(/200 $/);
    await samba.asAdministrator((client) => change(client, dnOf(samba, 'Anna Ozola'), { userAccountControl: String(0x200 | DISABLED) }));
    expect(await browse(anna)).toBe('disabled403 ');
  });

  test('a connection without tickets takes none', async () => {
    expect(await browse(janis, { kind: 'ldaps' })).toBe('spnego-off403 ');
  });

  test('a directory that cannot be asked is told apart from a bad ticket', async () => {
    const [host] = connection.hosts;
    expect(await browse(janis, { hosts: [{ ...host!, port: 1 }] })).toBe('unreachable403 ');
  });
});
