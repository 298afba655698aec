import { writeFileSync } from 'node:fs';
import { alone } from '../alone.js';
import { openTrustAuthority } from '../trust-services/authority.js';
import { startSignApi } from './simulator.js';

const SEAL_FILE = process.env['SEAL_FILE'];

await alone(async ({ port, folder, clock }) => {
  const service = await startSignApi({ port, authority: await openTrustAuthority(folder), clock });
  if (SEAL_FILE) writeFileSync(SEAL_FILE, service.seal('seal-advanced'), { mode: 0o600 });
  return service;
});
