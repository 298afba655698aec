import { createServer } from 'node:net';

/** `PORT=0` asks for any free port. It is chosen here, since links in mails and the simulators must know it before the program listens. */
export async function settlePort(environment) {
  const { PORT = '', HOST } = environment;
  if (PORT.trim() === '' || Number(PORT) !== 0) return;
  const port = await freePort(HOST?.trim() || '127.0.0.1');
  if (port) environment.PORT = String(port);
}

/** Undefined where the host is none of this machine's: the program says so. */
const freePort = (host) =>
  new Promise((done) => {
    const probe = createServer().once('error', () => done(undefined));
    probe.listen(0, host, () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
