import { unlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from './stamp.mjs';

/** The socket of this checkout. Whoever listens there installs or builds; it ends with its process, however that ends. */
const socketOf = (folder) => join(tmpdir(), `vienkopus-${hashOf(folder).slice(0, 16)}.sock`);

/** Does what two commands of one checkout may not do at the same moment. Whoever comes second waits, then goes on. */
export async function alone(work, path = socketOf(process.cwd())) {
  for (let told = false; ; told = true) {
    const turn = await takeTurn(path);
    if (turn === 'taken') {
      if (!told) console.error('Another command is installing or building here; waiting until it is done …');
      await untilFree(path);
      continue;
    }
    try {
      return await work();
    } finally {
      turn.end();
    }
  }
}

/** Where no socket can be had (a folder closed to us), the work is done without one. */
async function takeTurn(path) {
  const waiting = new Set();
  const server = createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => undefined);
    socket.unref();
  });
  server.unref();
  const refused = await new Promise((done) => {
    server.once('error', done);
    server.listen({ path, readableAll: true, writableAll: true }, () => done(null));
  });
  if (!refused) {
    return {
      end() {
        server.close();
        for (const socket of waiting) socket.destroy();
      },
    };
  }
  if (refused.code !== 'EADDRINUSE') return { end: () => undefined };
  if (await answers(path)) return 'taken';
  // Left behind by a killed process.
  try {
    unlinkSync(path);
  } catch (error) {
    if (error.code !== 'ENOENT') return { end: () => undefined };
  }
  return takeTurn(path);
}

const answers = (path) =>
  new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => done(true)).once('error', () => done(false)).once('connect', () => socket.destroy());
  });

const untilFree = (path) =>
  new Promise((done) => {
    const socket = connect(path).once('error', done).once('close', done);
    socket.resume();
  });
