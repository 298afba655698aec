import type { AddressInfo } from 'node:net';
import { buildServer } from '#app/server.js';
import { addApiRoute, type ApiRoute } from '#platform/http/api-route.js';
import { SILENT } from '#platform/log/log.js';
import { BENCH_CONFIG } from '../platform/as-worker.js';
import type { BenchPlatform } from '../platform/bench-platform.js';

/** The program's own server on a free port of this machine, with further routes where a benchmark needs them. */
export async function whileListening<R>({ platform }: BenchPlatform, routes: readonly ApiRoute[], work: (port: number) => Promise<R>): Promise<R> {
  const server = await buildServer(BENCH_CONFIG, platform, SILENT);
  for (const route of routes) addApiRoute(server, platform, route);
  await server.listen({ port: 0, host: '127.0.0.1' });
  try {
    return await work((server.server.address() as AddressInfo).port);
  } finally {
    await server.close();
  }
}
