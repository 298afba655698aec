import { mkdtempSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Kerberos from 'kerberos';

/** Whom a Kerberos ticket names, for which service, and what is answered to the browser. */
export interface AcceptedTicket {
  readonly principal: string;
  readonly service: string;
  readonly answer: string | null;
}

/** Whether tickets can be read on this machine: the npm package `kerberos` is native and built only on purpose (docs/guides/active-directory.md). */
export const canReadTickets = (): boolean => library() !== null;

/** Reads a ticket with the keys of one keytab and no others; null where it does not hold, or tickets cannot be read here. */
export async function acceptTicket(keytab: Buffer, ticket: string): Promise<AcceptedTicket | null> {
  const found = library();
  return found && oneAtATime(() => accepted(found, keytab, ticket));
}

type Library = Pick<typeof Kerberos, 'initializeServer'>;
const load = createRequire(import.meta.url);
let loaded: Library | null = null;

/** Null where the package is not built; asked again each time, as it may be built meanwhile (what fails by `import` fails for ever). */
function library(): Library | null {
  try {
    return (loaded ??= load('kerberos') as Library);
  } catch {
    return null;
  }
}

let keysAt: string | null = null;

/** Where the keys lie while a ticket is read. Said to Kerberos once, before its first work: it reads its environment from other threads. */
function placeOfKeys(): string {
  if (keysAt !== null) return keysAt;
  const folder = mkdtempSync(join(tmpdir(), 'vienkopus-kerberos-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  keysAt = join(folder, 'keytab');
  process.env.KRB5_KTNAME = `FILE:${keysAt}`;
  process.env.KRB5RCACHENAME ??= `file2:${join(folder, 'replays')}`;
  return keysAt;
}

let last: Promise<unknown> = Promise.resolve();

/** MIT Kerberos takes its keys from one file of the process. One ticket at a time keeps one municipality's keys from opening another's. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

async function accepted({ initializeServer }: Library, keytab: Buffer, ticket: string): Promise<AcceptedTicket | null> {
  const keys = placeOfKeys();
  await writeFile(keys, keytab, { mode: 0o600 });
  try {
    const server = await initializeServer('');
    await server.step(ticket);
    return server.contextComplete && server.username ? { principal: server.username, service: server.targetName, answer: server.response || null } : null;
  } catch {
    return null;
  } finally {
    await rm(keys, { force: true });
  }
}
