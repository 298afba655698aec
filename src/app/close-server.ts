import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long requests under way may take to end; then they are cut off, since a supervisor kills soon after. */
const GRACE_MS = 5_000;

/**
 * A way to close the server in bounded time. Browsers open connections in advance; one that has not yet asked for anything counts
 * neither as idle nor as busy, and Node would wait for it until the browser goes away.
 */
export function closerOf(app: FastifyInstance, graceMs = GRACE_MS): () => Promise<void> {
  const connected = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    connected.add(socket);
    socket.once('close', () => connected.delete(socket));
  });
  return async () => {
    const cut = setTimeout(() => app.server.closeAllConnections(), graceMs);
    const closed = app.close();
    for (const socket of connected) if (socket.bytesRead === 0) socket.destroy();
    await closed;
    clearTimeout(cut);
  };
}
