import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import * as openid from 'openid-client';
import { readConfig } from '#app/config.js';
import { buildServer } from '#app/server.js';
import { actorWith, type TestPlatform, testPlatform } from '#test/test-platform.js';
import { installation } from '#platform/actions/installation.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import type { Platform } from '#platform/actions/perform.js';
import { SILENT } from '#platform/log/log.js';
import { manageUsers } from '../../access/permissions.js';
import { demo, fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { registerClient } from '../actions/clients.js';
import { MOUNT } from '../domain/issuer.js';
import { registerClients } from '../permissions.js';

/** The program listening for real, so that clients speak to it over HTTP under the address it says of itself. */
export interface ListeningProgram extends TestPlatform {
  readonly address: string;
  readonly issuer: URL;
  readonly units: readonly number[];
  userId(login: string): Promise<string>;
  client(input: Readonly<Record<string, unknown>>): Promise<{ id: string; secret: string | null }>;
  discover(id: string, authentication?: openid.ClientAuth, more?: Partial<openid.ClientMetadata>): Promise<openid.Configuration>;
}

export async function listeningProgram(now?: string): Promise<ListeningProgram> {
  const t = await testPlatform(now ? { now } : {});
  const { units } = await fillWithUsers(t);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const config = readConfig({ NODE_ENV: 'test', REQUESTS_PER_MINUTE: '1000000', PUBLIC_URL: address });
  // In place, so that jobs know the address too.
  const platform: Platform = Object.assign(t.platform, { installation: installation(config, 'the secret of the tests') });
  const server = await buildServer(config, platform, SILENT);
  await server.listen({ port, host: '127.0.0.1' });
  const administrator = { ...actorWith([registerClients, manageUsers], EVERYWHERE), id: await userIdOf(t, demo('administrator').login) };
  const issuer = new URL(`${address}${MOUNT}`);
  return {
    ...t,
    platform,
    server,
    address,
    issuer,
    units,
    userId: (login) => userIdOf(t, login),
    client: (input) =>
      t.perform(registerClient, { titleLv: 'Izdomāta lietotne', titleEn: 'Made-up program', place: `unit:${units[0]}`, scopes: ['profile', 'email'], firstParty: 'yes', ...input }, administrator),
    discover: (id, authentication, more) => openid.discovery(issuer, id, more, authentication, { execute: [openid.allowInsecureRequests] }),
    async close() {
      await server.close();
      await t.close();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
