import { setTimeout as sleep } from 'node:timers/promises';
import { clusterPassword } from './cluster.js';
import { failure } from './failure.js';
import { launch } from './launch.js';
import { placeFor, type Place } from './place.js';
import { findPostmaster, stopPostmaster } from './postmaster.js';
import { programsFor, type Programs } from './programs.js';
import { openSession, type Session } from './session.js';

export interface EmbeddedPostgresOptions {
  /** The folder of all data of the installation; the server's are in `postgres/` below it. Made where it is missing. */
  readonly dataDir: string;
  /** Told of what takes time, in plain words. */
  readonly log?: (line: string) => void;
  /** Settings of the server on top of ours; a server found already running keeps those it was started with. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly superuserUrl: string;
  readonly port: number;
  /** Where PostgreSQL's own files are. */
  readonly dataDirectory: string;
  /** Ends our use of the server. The last user stops it; one that was killed does not count. */
  stop(): Promise<void>;
}

/** How long a server that is recovering or stopping, or the children of a killed one, may keep a cluster busy. */
const BUSY_LIMIT_MS = 300_000;

/**
 * Starts the PostgreSQL 18 that came with npm on the data of `dataDir`, or joins the one already running there (left
 * behind by a killed parent, or in use by another process of ours). Recovers by itself after any crash.
 * @throws Error with what to do: no programs for this platform, data of another major version, disk full, no port.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log = () => undefined, settings = {} } = options;
  const place = await placeFor(dataDir);
  const programs = await programsFor(place);
  const password = await clusterPassword(place, programs, log, settings['fsync'] !== 'off');
  const session = await joinOrLaunch(place, programs, password, settings, log);
  const stop = async (): Promise<void> => {
    const postmaster = await findPostmaster(place.cluster);
    const open = postmaster && session.isOpen() ? session : postmaster && (await openSession(postmaster.port, password, place.cluster));
    if (postmaster && open && (await open.leave())) await stopPostmaster(postmaster, place.cluster);
    await open?.close();
  };
  let stopping: Promise<void> | undefined;
  return {
    superuserUrl: `postgres://postgres:${password}@127.0.0.1:${session.port}/postgres${session.socketFolder && `?host=${encodeURIComponent(session.socketFolder)}`}`,
    port: session.port,
    dataDirectory: place.cluster,
    stop: () => (stopping ??= stop()),
  };
}

async function joinOrLaunch(
  place: Place,
  programs: Programs,
  password: string,
  settings: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<Session> {
  let lastWords = 'It neither answers nor ends.';
  let waited = false;
  for (const end = performance.now() + BUSY_LIMIT_MS; performance.now() < end; await sleep(100)) {
    const running = await findPostmaster(place.cluster);
    if (running) {
      const session = await openSession(running.port, password, place.cluster);
      if (session) return session;
      if (!waited) log('waiting for the PostgreSQL that is already running');
      waited = true;
    } else {
      const launched = await launch(place, programs.postgres, password, settings);
      if (typeof launched !== 'string') return launched;
      lastWords = launched;
    }
  }
  throw failure('PostgreSQL could not be reached', lastWords, place.cluster);
}
